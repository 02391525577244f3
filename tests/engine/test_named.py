"""The facts that need arithmetic or time take one of the few values that are listed for them."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.engine.named import NAMED
from bot.engine.scene import Scene
from bot.engine.session import Consent
from tests.engine.talk import DAY, MOMENT, NOW, Talk


def named(talk: Talk) -> dict[str, str]:
    """The named facts as the rules and screens of this moment see them."""
    facts = Scene(talk.library, talk.session, talk.now).sight.facts.values
    return {name: value for name in NAMED for value in facts[name]}


NOTHING_YET = {
    "tier": "self_care", "screened": "no", "callback_limit": "free", "page": "own", "check_in": "closed",
    "pain_before": "skipped", "pain_change": "unknown", "pain_scores": "few", "tries": "first",
}  # fmt: skip


def test_a_newcomer_is_not_screened():
    assert named(Talk()) == NOTHING_YET


def test_a_whole_check_is_screened_and_may_be_followed_up():
    assert named(Talk().check()) == {**NOTHING_YET, "screened": "yes", "check_in": "open"}


def test_a_check_with_one_question_open_is_not():
    assert named(Talk().until("precautions.health"))["screened"] == "no"


@pytest.mark.parametrize(("line", "tier"), [("fever", "same_day"), ("numb_patch", "book_soon")])
def test_the_tier_is_that_of_the_check(line: str, tier: str):
    assert named(Talk().check(today=(line, "done")))["tier"] == tier


def test_nobody_is_screened_after_a_same_day_answer():
    assert named(Talk().check(health=("age65", "done"), right_now=("injury", "done")))["screened"] == "no"


def test_nobody_is_screened_in_a_lock():
    talk = Talk().check().say("I can't pee")
    assert (talk.answers["precautions.health"], named(talk)["screened"]) == ((), "no")


def test_nobody_is_screened_without_consent_to_the_present_text():
    talk = Talk().check()
    talk.session = replace(talk.session, consent=Consent("0", NOW))
    assert named(talk)["screened"] == "no"


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ((), "free"),
        ((timedelta(0), timedelta(0)), "free"),
        ((timedelta(0), timedelta(0), DAY - MOMENT), "reached"),
        ((timedelta(0), timedelta(0), DAY), "free"),
    ],
)
def test_three_calls_in_a_day_are_the_limit(ages: tuple[timedelta, ...], expected: str):
    talk = Talk()
    talk.session = replace(talk.session, calls=tuple(NOW - age for age in ages))
    assert named(talk)["callback_limit"] == expected


def test_a_text_in_place_of_the_states_own_is_another_page():
    talk = Talk().agree().press("some", "cannot_call")
    assert (named(talk)["page"], talk.buttons) == ("other", ["on_the_way", "show_again", "mistake"])
    talk.say("well")
    assert (named(talk)["page"], talk.buttons) == ("own", ["on_the_way", "cannot_call", "mistake"])


def test_every_value_is_one_that_is_listed():
    for talk in (Talk(), Talk().check(), Talk().check(today=("fever", "done"))):
        assert {name: value in NAMED[name] for name, value in named(talk).items()} == dict.fromkeys(NAMED, True)

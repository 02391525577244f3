"""What typed words mean goes into the event; nothing else of an event changes, and no text makes it fail."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.engine.events import AnyEvent, AttachmentReceived, ChoicePressed, CommandGiven, MessageEdited, TextReceived
from bot.engine.events import TextUnderstood as Understood
from bot.engine.meaning import Meaning
from bot.engine.session import Session
from bot.understanding.understand import understand
from tests.engine.talk import shipped

HEAT, NERVES = "heat_check.heat_kind", "red_flags.nerves"


def meant(event: AnyEvent, place: str = HEAT) -> AnyEvent:
    return understand(shipped(), Session(place, "en"), event)


def meaning(text: str, place: str = HEAT) -> Meaning:
    event = meant(TextReceived(text), place)
    assert isinstance(event, Understood)
    return event.meaning or Meaning()


@pytest.mark.parametrize(
    "event",
    [
        CommandGiven("help", "i have chest pain"),
        AttachmentReceived("i have chest pain"),
        MessageEdited("i have chest pain"),
    ],
)
def test_danger_is_heard_in_any_words_that_come_along(event: AnyEvent):
    assert getattr(meant(event), "meaning").flags == {"chest"}  # noqa: B009 - three kinds of event have one


@pytest.mark.parametrize("event", [ChoicePressed(1, "dry"), AttachmentReceived(), CommandGiven("help")])
def test_an_event_without_words_stays_as_it_is(event: AnyEvent):
    assert meant(event) is event


def test_a_doubt_names_the_flags_that_it_is_about():
    found = meaning("my chest feels kinda weird")
    assert (found.doubt, found.flags) == (("chest",), frozenset())


def test_the_audit_names_lexicon_state_and_rule_and_no_word_of_the_patient():
    first, *rules = meaning("my chest feels kinda weird").why
    assert re.fullmatch(rf"[0-9a-f]{{12}} {HEAT}", first)
    assert [rule for rule in rules if re.fullmatch(r".+ chest \d+-\d+ .+", rule)] == rules != []
    assert "weird" not in " ".join(rules)


def test_somebody_else_is_told_from_the_person_who_writes():
    found = meaning("my mom has chest pain and cannot breathe")
    assert ("chest" in found.flags, found.somebody_else) == (True, True)


@pytest.mark.parametrize(
    ("text", "place", "choices"),
    [
        ("i use a heating pad", HEAT, ("dry",)),
        ("none of those", NERVES, ("none",)),
        ("yes", NERVES, ("some",)),
        ("no chest pain", NERVES, ()),
        ("I can pee fine", NERVES, ()),
        ("7", NERVES, ()),
    ],
)
def test_an_answer_is_what_the_buttons_of_the_screen_are_called(text: str, place: str, choices: tuple[str, ...]):
    assert meaning(text, place).choices == choices


def test_a_contact_is_read_where_one_is_asked_for():
    event = meant(TextReceived("my number is 602-555-0142"), "callback.contact")
    assert isinstance(event, Understood)
    assert event.contact == "+16025550142"


def test_a_name_that_sounds_like_danger_is_a_name():
    assert meaning("Ann Stroke", "callback.name").flags == frozenset()


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200), place=st.sampled_from(sorted(shipped().states)))
@example(text="፩", place="alternatives.breathing")  # a digit of no decimal system
@example(text="²", place="check_in.pain")
def test_no_text_makes_it_fail(text: str, place: str):
    assert isinstance(meant(TextReceived(text), place), Understood)


LINES = "precautions.health"
BEFORE = (
    (NERVES, ("none",)),
    ("red_flags.body", ("none",)),
    ("red_flags.body_more", ("none",)),
    (HEAT, ("none",)),
    ("red_flags.today", ()),
)


@pytest.mark.parametrize(("right_now", "last"), [("flare", "age65"), ("injury", "thinner_liver")])
def test_the_last_line_is_the_last_that_this_person_sees(right_now: str, last: str):
    session = Session(LINES, "en", answers=(*BEFORE, ("precautions.right_now", (right_now,))))
    event = understand(shipped(), session, TextReceived("the last one"))
    assert isinstance(event, Understood)
    assert event.meaning is not None
    assert event.meaning.choices == (last,)

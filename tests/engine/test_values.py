"""Placeholders that are filled from a person's own answers; here every text of the catalog is its own key."""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache

import pytest
from msgspec.structs import replace

from bot.engine.catalog import COMPUTED, Template
from bot.engine.library import Library
from bot.engine.values import _COMPUTE, SUMMARY, Values
from tests.engine.talk import NOW, Talk, altered, shipped


@cache
def keyed() -> Library:
    """The shipped project with "<key>" for every text that takes no values, and for every label."""
    english = shipped().catalogs["en"]
    texts = {key: text if text.names else Template((f"<{key}>",)) for key, text in english.texts.items()}
    lines = {key: replace(line, label=f"<{key.rpartition('.')[2]}>") for key, line in english.lines.items()}
    return altered(shipped(), catalogs={"en": replace(english, texts=texts, lines=lines)})


def values(talk: Talk, now: datetime = NOW) -> Values:
    library = keyed()
    return Values(library, talk.session, library.stand(talk.session.answers, talk.session.unseen), now)


def check(**answers: tuple[str, ...]) -> Values:
    return values(Talk().check(**answers))


def plain(text: str) -> str:
    """The text with the short names of its keys."""
    for long in ("option.", "level.", "reason.", "answers."):
        text = text.replace(f"<{long}", "<")
    return text


def value(made: Values, name: str) -> str:
    return plain(made.of([name])[name])


def test_every_computed_placeholder_has_its_code():
    assert set(_COMPUTE) == COMPUTED


def test_of_gives_what_was_asked_for():
    assert set(check().of(["summary.heat", "summary.signs"])) == {"summary.heat", "summary.signs"}


# Lists of options


def test_shown_options_are_numbered_in_order():
    assert value(check(right_now=("flare", "done")), "options.shown").splitlines() == [
        "1. <cold> – <more_questions>",
        "2. <moist_heat>",
        "3. <mind_body>",
        "4. <creams> – <more_questions>",
    ]


def test_a_caution_comes_with_its_reasons():
    made = check(signs=("nerve_feelings", "now_and_then"), health=("age65", "done"))
    assert value(made, "options.shown").splitlines() == [
        "1. <mind_body>",
        "2. <creams> – <caution>; <nerve_feelings>, <age65>; <more_questions>",
        "3. <cold> – <caution>; <nerve_feelings>, <age65>; <more_questions>",
        "4. <moist_heat> – <caution>; <nerve_feelings>, <age65>",
    ]


def test_a_question_that_was_asked_is_not_announced():
    shown = value(values(Talk().check().press("cold", "no")), "options.shown").splitlines()
    assert shown[2:] == ["3. <cold>", "4. <contrast>", "5. <creams> – <more_questions>"]


def test_closed_options_are_named_with_the_reasons_of_their_level():
    made = check(health=("heart", "pregnant", "done"))
    assert value(made, "options.ask_first").splitlines() == [
        "• <moist_heat> – <heart>",
        "• <contrast> – <pregnant>, <heart>",
        "• <creams> – <pregnant>",
    ]


def test_options_that_are_not_for_this_person_are_named_with_every_such_reason():
    made = check(signs=("swelling", "now_and_then"), right_now=("sleepy", "done"))
    assert value(made, "options.not_for_you").splitlines() == [
        "• <cold> – <sleepy>",
        "• <creams> – <swelling>",
        "• <moist_heat> – <swelling>, <sleepy>",
        "• <contrast> – <swelling>, <sleepy>",
    ]


def test_lists_are_written_as_in_the_language():
    made = values(form_talk("morning", signs=("worse_pain", "stiffness", "each_time")))
    made.catalog = replace(made.catalog, comma="、")
    assert value(made, "callback.summary") == "Ann Lee、ann@example.org、<morning>"
    assert value(made, "summary.signs") == "<signs.worse_pain>、<signs.stiffness>"


def test_where_nothing_is_closed_the_lists_are_empty():
    made = check()
    assert [value(made, f"options.{level}") for level in ("ask_first", "not_for_you")] == ["", ""]


def test_options_inside_another_one_are_listed_by_level():
    made = check(today=("numb_patch", "done"), health=("pump_stim", "done"))
    inner = [value(made, f"mind_body.{level}") for level in ("ask_first", "not_for_you")]
    assert inner == ["• <stretching> – <pump_stim>", "• <tens> – <pump_stim>"]


# The summary


def summary(made: Values) -> dict[str, str]:
    names = ("heat", "signs", "often", "nerves_skin", "precautions", "patch", "thinner")
    return {name: value(made, f"summary.{name}") for name in names}


def test_the_summary_of_somebody_who_has_nothing():
    assert summary(check(heat_kind=("none",))) == {
        "heat": "<heat.none>",
        "signs": "<not_asked>",
        "often": "<not_asked>",
        "nerves_skin": "<nothing>",
        "precautions": "<nothing>",
        "patch": "<no>",
        "thinner": "<not_asked>",
    }


def test_the_summary_lists_answers_in_the_order_of_the_tables():
    made = check(
        heat_kind=("both",),
        signs=("swelling", "worse_pain", "each_time"),
        today=("marks", "shooting", "done"),
        right_now=("medicine_patch", "flare", "done"),
        health=("age65", "heart", "done"),
    )
    assert summary(made) == {
        "heat": "<heat.both>",
        "signs": "<signs.worse_pain>, <signs.swelling>",
        "often": "<consistent.yes>",
        "nerves_skin": "<nerves.shooting>, <skin.marks>, <recent.flare>",
        "precautions": "<precautions.medicine_patch>, <precautions.heart>, <precautions.age65>",
        "patch": "<yes>",
        "thinner": "<not_asked>",
    }


def test_before_a_question_its_answer_is_not_asked():
    made = values(Talk().until("red_flags.body"))
    assert set(summary(made).values()) == {"<not_asked>"}


@pytest.mark.parametrize(
    ("until", "warnings", "health"),
    [
        ("red_flags.today", "<not_asked>", "<not_asked>"),
        ("precautions.right_now", "<nothing>", "<not_asked>"),
        ("precautions.health", "<nothing>", "<not_asked>"),
    ],
)
def test_nothing_so_far_is_not_nothing(until: str, warnings: str, health: str):
    told = summary(values(Talk().until(until)))
    assert (told["nerves_skin"], told["precautions"]) == (warnings, health)


def test_what_was_told_so_far_is_told():
    told = summary(values(Talk().until("precautions.health", right_now=("sleepy", "flare", "done"))))
    assert (told["nerves_skin"], told["precautions"]) == ("<recent.flare>", "<precautions.sleepy>")


@pytest.mark.parametrize(("answer", "word"), [("thinner_liver", "<yes>"), ("epilepsy", "<no>")])
def test_what_was_asked_before_a_card_counts(answer: str, word: str):
    assert value(values(Talk().check().press("creams", answer, "done")), "summary.thinner") == word


def test_flags_are_named():
    heard = values(Talk().check(today=("lump", "fever", "done")))
    listed = values(Talk().agree().press("some"))
    assert value(heard, "summary.nerves_skin") == "<same_day_flags.fever>, <same_day_flags.lump>"
    assert value(listed, "summary.nerves_skin") == "<emergency_flags.listed>"


def test_only_some_values_of_a_fact_can_be_asked_for():
    made = check(right_now=("sleepy", "done"), health=("age65", "done"))
    assert plain(made.words("precautions", frozenset({"age65", "heart"}))) == "<precautions.age65>"


def test_a_value_without_words_is_left_out():
    assert value(check(right_now=("injury", "done")), "summary.nerves_skin") == "<recent.injury>"


def test_the_summary_that_goes_along_is_the_text_of_its_own_key():
    made = check()
    keys = made.catalog.bubbles[SUMMARY]
    assert made.summary() == "\n".join(made.catalog.text(key, made.of(made.catalog.needs([key]))) for key in keys)
    assert "March 2, 2026" in made.summary()


def test_the_date_is_that_of_the_clinic():
    made = values(Talk(), datetime(2026, 3, 3, 2, tzinfo=UTC))
    made.library = altered(shipped(), zone=timezone(timedelta(hours=-7)))
    assert made.date() == "March 2, 2026"


# The form


def form_talk(*then: str, **answers: tuple[str, ...]) -> Talk:
    talk = Talk().check(**answers).press("call_me", "agree").say("Ann Lee")
    return talk.give_contact("ann@example.org").press(*then)


def form(*then: str) -> Values:
    return values(form_talk(*then))


def test_the_form_is_shown_as_it_will_be_sent():
    assert value(form("afternoon"), "callback.summary") == "Ann Lee, ann@example.org, <afternoon>"


def test_a_time_that_was_skipped_is_left_out():
    assert value(form("skip"), "callback.summary") == "Ann Lee, ann@example.org"


def test_a_skip_needs_no_words_of_its_own():
    """Staff have made the question a must while somebody was in the form."""
    made = form("skip")
    lines = {key: line for key, line in made.catalog.lines.items() if not key.endswith(".skip")}
    made.catalog = replace(made.catalog, lines=lines)
    assert made.callback() == "Ann Lee, ann@example.org"


def test_a_draft_that_was_not_typed_is_empty():
    assert check().draft("callback.name") == ""

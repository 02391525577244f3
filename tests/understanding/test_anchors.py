"""Words that were learned to come with danger can only ask, and only where no rule has heard anything."""

import pytest

from bot.engine import safety
from bot.understanding.anchors import LEARNED, NO_WEIGHTS, Weight, Weights, candidates, in_doubt, learned, read
from bot.understanding.gate import hear, unexplained
from tests.understanding.understood import heard, understanding

cases = pytest.mark.parametrize

SMALL = Weights(
    {"carpet": Weight(30, {"saddle": 9}), "carpet ~ seat": Weight(20, {"saddle": 5}), "fine": Weight(-60, {})},
    Weight(-10, {"chest": 3}),
    {"emergency": 20, "same_day": 20},
)


def doubted(text: str, weights: Weights = SMALL) -> tuple[tuple[str, ...], int] | None:
    doubt = in_doubt(weights, unexplained(understanding().lexicon, text))
    return (doubt.flags, doubt.sum) if doubt else None


def test_points_add_up_and_the_two_flags_with_most_of_them_are_asked_about():
    assert doubted("it is all carpet where i meet the seat") == (("saddle", "chest"), 40)


@cases(
    "text",
    [
        "where i meet the seat",
        "it is not carpet",
        "sometimes carpet years ago",
        "is it carpet? no",
        "carpet, but fine",
        "",
        "?!",
    ],
)
def test_what_is_too_light_or_taken_back_asks_nothing(text: str):
    assert doubted(text) is None


def test_a_word_counts_once():
    assert doubted("carpet carpet carpet") == (("saddle", "chest"), 20)


def test_self_harm_is_asked_about_alone():
    weights = Weights({"carpet": Weight(30, {"self_harm": 9})}, SMALL.bias, SMALL.least)
    assert doubted("carpet", weights) == (("self_harm",), 20)


def test_two_words_stand_in_one_clause():
    assert {name for name, _ in candidates(unexplained(understanding().lexicon, "seat, carpet")[0].place)} == {
        "seat",
        "carpet",
    }


def test_nothing_is_asked_without_weights():
    assert doubted("carpet carpet", NO_WEIGHTS) is None


def test_a_file_is_read_as_it_is_written():
    assert read("# a\n* emergency\t5\n* same_day\t9\n*\t-3\tchest:4\ncold sweat\t12\tchest:7 fever:2\n") == Weights(
        {"cold sweat": Weight(12, {"chest": 7, "fever": 2})},
        Weight(-3, {"chest": 4}),
        {"emergency": 5, "same_day": 9},
    )


def test_what_is_shipped_names_flags_that_there_are():
    flags = {flag for weight in (learned().bias, *learned().anchors.values()) for flag in weight.flags}
    assert flags - safety.FLOOR.keys() == set()


def test_emergencies_are_asked_about_sooner():
    assert learned().least["emergency"] <= learned().least["same_day"]


def test_what_is_shipped_can_be_reviewed():
    assert len(LEARNED.read_text("utf-8").splitlines()) < 5000


@cases("text", ["i cant pee and my legs are numb", "my chest feels kinda weird", "me quiero morir"])
def test_where_a_rule_hears_something_nothing_changes(text: str):
    assert heard(text) == hear(understanding().lexicon, text, weights=NO_WEIGHTS)

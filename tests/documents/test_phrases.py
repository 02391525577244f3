"""A test reads as words, in the words of each language."""

import pytest

from bot.documents.phrases import Phrases
from bot.engine.conditions import All, Answered, AnyOf, AtLeast, Condition, Has, Not, Settled, Unanswered
from tests.documents.made import library

SWELLING = Has("signs", frozenset({"swelling"}))
HEAT = Has("heat", frozenset({"dry", "moist"}))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (None, "always"),
        (SWELLING, "signs: swelling or redness"),
        (HEAT, "heat: dry heat or moist heat"),
        (Answered("signs", True), "signs: at least one"),
        (Answered("same_day_flags", False), "same day flags: none"),
        (Unanswered("signs"), "signs: not asked yet"),
        (AtLeast("check_in.pain", 9), "check_in.pain: 9 or more"),
        (AtLeast("check_in.pain", 2, at_most=True), "check_in.pain: 2 or less"),
        (Has("red_flags.nerves", frozenset({"unsure"})), "red_flags.nerves: Not sure"),
        (Has("cold", frozenset({"ask_first"})), "cold: call first"),
        (Not(SWELLING), "not (signs: swelling or redness)"),
        (All((SWELLING, HEAT)), "signs: swelling or redness and (heat: dry heat or moist heat)"),
        (AnyOf((SWELLING, Settled(All((HEAT, SWELLING))))),
         "signs: swelling or redness or ((heat: dry heat or moist heat) and signs: swelling or redness)"),
        (Settled(AnyOf((SWELLING,))), "signs: swelling or redness"),
    ],
)  # fmt: skip
def test_a_test_in_english_words(condition: Condition | None, words: str):
    assert Phrases(library().catalogs["en"]).when(condition) == words


def test_the_same_in_spanish_has_spanish_words():
    spanish = library().catalogs["es"]
    swelling = spanish.text("answers.signs.swelling")
    assert Phrases(spanish).when(All((SWELLING, Unanswered("heat")))) == f"signs: {swelling} y heat: sin preguntar"

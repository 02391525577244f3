"""A question that tells since when is no mere question; one that tells how long to use the pad is."""

import pytest

from bot.understanding.anchors import NO_WEIGHTS
from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("what helps if my butt and genitals went numb? been two days", "alarm"),
        ("What should I use if my crotch is numb? Going on three days.", "alarm"),
        ("last question, there's a lump come up on my neck, keep the heat off it?", "alarm"),
        ("What should I do if my crotch is numb?", "none"),
        ("what helps if a person has a fever?", "none"),
    ],
)
def test_what_has_begun_is_said(text: str, outcome: str):
    assert hear(understanding().lexicon, text, weights=NO_WEIGHTS).outcome == outcome

"""What is called normal raises no alarm; an exception, a denial or another time leaves the alarm as it is."""

import pytest

from bot.understanding.anchors import NO_WEIGHTS
from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "The weak leg is back to full strength.",
        "Compared to childbirth this is nothing.",
        "No tripping, no stumbling, nothing dragging.",
        "My kids say I'll wet myself, it's just a saying in our house.",
    ],
)
def test_a_normal_finding_raises_nothing(text: str):
    assert hear(understanding().lexicon, text, weights=NO_WEIGHTS).outcome == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Everything feels like it should, except my crotch is numb.",
        "No tripping, but my foot drags.",
        "Three pairs of drawers since breakfast, I cannot hold my bowels. Last week I was right as rain.",
        "Mum's back has gone crooked, there's a hump where she used to be straight",
    ],
)
def test_what_is_not_normal_is_still_heard(text: str):
    assert hear(understanding().lexicon, text, weights=NO_WEIGHTS).outcome == "alarm"

"""What the family had or died of raises no alarm; a complaint beside it does."""

import pytest

from bot.understanding.anchors import NO_WEIGHTS
from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "my granddad, um, died at 58 of a, of a massive stroke",
        "Stroke, that is the main one. My mum passed away from it.",
        "a heart attack took my uncle when he was fifty",
        "se me murió mi abuela de un derrame",
        "un infarto se llevó a mi tío",
        "heart attacks run in our family",
        "hay infartos en mi familia, pero yo nada",
    ],
)
def test_the_family(text: str):
    assert hear(understanding().lexicon, text, weights=NO_WEIGHTS).outcome == "none"


@pytest.mark.parametrize(
    "text",
    [
        "my father died, and i have chest pain",
        "mi papá murió de un infarto y me duele el pecho",
        "I'm having chest pain. My father died of that",
        "i think it's a heart attack. my father died of that",
        "I think I'm having a heart attack, they run in my family",
        "my dad died last week, chest pain since",
        "heart attack in the family room, my husband",
        "my wife is having a heart attack",
        "heart attack? my father died of that and I've got the same pain",
    ],
)
def test_the_one_who_types(text: str):
    assert hear(understanding().lexicon, text, weights=NO_WEIGHTS).outcome == "alarm"

"""A "si" that is a yes, or part of "como si", makes nothing only possible."""

import pytest

from bot.understanding.anchors import NO_WEIGHTS
from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("si, al limpiarme es como si tuviera anestesia ahí", "alarm"),
        ("es como si tuviera las piernas dormidas", "alarm"),
        ("siento como si tuviera las piernas dormidas", "alarm"),
        ("si tuviera las piernas dormidas, iría al hospital", "none"),
        ("¿y si llegara a tener fiebre?", "none"),
    ],
)
def test_si(text: str, outcome: str):
    assert hear(understanding().lexicon, text, weights=NO_WEIGHTS).outcome == outcome

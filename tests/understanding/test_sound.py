"""Who says that a part works as well as ever raises no alarm; a likeness of what is wrong does."""

import pytest

from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "la pierna izquierda la tengo igual de fuerte que la otra",
        "me toqué las dos piernas y las siento parejas",
        "no me duele la cabeza, y veo y hablo como siempre",
        "siento el agua calientita igual en las dos piernas",
        "no se me escapa ni una gota",
    ],
)
def test_what_is_well_raises_nothing(text: str):
    assert hear(understanding().lexicon, text).outcome == "none"


@pytest.mark.parametrize(
    "text",
    [
        "las dos piernas las siento dormidas, la una igual que la otra",
        "ya no tengo la pierna igual de fuerte que la otra, se me va quedando sin fuerza",
        "mis piernas estaban como nuevas hasta ayer, hoy no me sostienen",
        "siento la entrepierna dormida como siempre que me siento, desde ayer",
    ],
)
def test_what_is_wrong_is_not_called_well(text: str):
    assert hear(understanding().lexicon, text).outcome != "none"

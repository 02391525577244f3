"""What the next sentence takes back raises no alarm; a no that goes on takes nothing back."""

import pytest

from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "I'm a nurse and I teach about cauda equina. I have none of it.",
        "At work they did us a talk on red flags, fever and weight loss and that. None of it's me.",
        "Leí que el síndrome de cola de caballo adormece la entrepierna; por suerte a mí no me pasa.",
        "¿hacerme daño? no, hombre, si quiero conocer a mis bisnietos",
    ],
)
def test_it_is_taken_back(text: str):
    assert hear(understanding().lexicon, text).outcome == "none"


@pytest.mark.parametrize(
    "text",
    [
        "¿hacerme daño? no, hombre, pero ya no quiero vivir",
        "hacerme daño es lo que quiero. no, hombre, es broma",
        "¿matarme? no, todavía no",
        "my crotch is numb and I have a fever. none of that is me making it up",
        "se me adormece la entrepierna. no es mi caso el de los demás",
    ],
)
def test_it_is_not_taken_back(text: str):
    assert hear(understanding().lexicon, text).outcome != "none"

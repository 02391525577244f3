"""What was so then is not of now; what was well then is wrong now, and what is less than then is, too."""

import pytest

from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("en 2017 me operaron de urgencia porque no podía orinar, quedé perfecto", "none"),
        ("hace veinte años me volqué en la carretera y me fracturé una vértebra", "none"),
        ("me rompí una vértebra cayendo de un árbol con once años y sanó", "none"),
        ("con 70 años me caí de las escaleras y me duele la espalda", "alarm"),
        ("a mi mamá le vi la espalda torcida, y la semana pasada la tenía recta", "alarm"),
        ("en la pesa dieron cinco kilos menos que en enero. no he cambiado la comida", "alarm"),
    ],
)
def test_another_time(text: str, outcome: str):
    assert hear(understanding().lexicon, text).outcome == outcome

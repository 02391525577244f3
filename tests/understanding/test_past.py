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
        ("lo peor que he pasado fue el parto", "none"),
        ("lo peor que he pasado fue un cólico en 2017 pero esto es mil veces peor", "alarm"),
        ("lo peor que he sentido fue esto de hoy, peor que un parto", "alarm"),
        ("lo peor que he pasado en mi vida, no fue así el parto", "alarm"),
        ("until today the worst pain I ever had was childbirth", "alarm"),
        ("el accidente de carro fue en el 98", "none"),
        ("broke my collarbone in a car crash at 19, mended perfectly", "none"),
        ("car crash at 12 today, my back is bad", "alarm"),
        ("I was in a car crash at eleven and my back is killing me", "alarm"),
        ("car crash at 19:30 and my back went", "alarm"),
        ("el peor dolor de mi vida hoy fue como un parto", "alarm"),
        ("the worst pain of my life yesterday was childbirth all over", "alarm"),
        ("got hit by a car at 30 this morning", "alarm"),
        ("cuando nació mi segundo hijo se me salía la orina al toser, y llevo ocho años seca", "none"),
        ("cuando nació mi hijo la semana pasada se me empezó a salir la orina", "alarm"),
        ("con 70 años me caí de las escaleras y me duele la espalda", "alarm"),
        ("a mi mamá le vi la espalda torcida, y la semana pasada la tenía recta", "alarm"),
        ("en la pesa dieron cinco kilos menos que en enero. no he cambiado la comida", "alarm"),
    ],
)
def test_another_time(text: str, outcome: str):
    assert hear(understanding().lexicon, text).outcome == outcome

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
        ("I had an accident in ninety-eight, a car went into the back of us, I was over it in a month", "none"),
        ("I had an accident ninety minutes ago", "alarm"),
        ("Accidente sí tuve, en un taxi, pero le hablo de hace veinte años", "none"),
        ("La pierna me falló una vez, hará diez años, me hicieron rehabilitación y desde ahí nunca más", "none"),
        ("La pierna me falló, eso fue hace dos horas", "alarm"),
        ("La pierna me falló ayer, hará diez años me pasó lo mismo", "alarm"),
        ("me caí del techo y no siento los pies, de eso hace una hora", "alarm"),
        (
            "I got that numb feeling after the epidural when I had my son. It wore off, he's nineteen now.",
            "none",
        ),
        ("I've had numbness down there since I had my son, he's two months now", "alarm"),
        ("when I had my son they did an epidural, he is two weeks old, my legs are numb", "alarm"),
        ("I did have trouble peeing after my surgery, but it's been normal for, what, six years", "none"),
        ("I did have trouble peeing last year, my back has been fine for years, and now I can't pee", "alarm"),
        ("Peor que esto fue la muela del juicio", "none"),
        ("Peor que este fue el de ayer, el peor dolor de mi vida", "alarm"),
        ("me faltaba el aire cuando fumaba", "none"),
        ("me falta el aire cuando fumo", "alarm"),
        ("Prostate cancer was my dad, not me. I got tested last autumn and it came back clear", "none"),
        ("Al que le dio el infarto fue a mi suegro, a mí el corazón me lo vieron bien", "none"),
        ("Infarto le dio a mi hermano; a mí me hicieron la prueba y salió bien", "none"),
        ("Le dio un infarto a mi papá", "alarm"),
        ("the burn was my sister's heating pad, it's black and numb", "alarm"),
        ("el choque fue mi esposo el que manejaba, me duele mucho la espalda", "alarm"),
        ("the car crash was my husband's fault, my back is killing me", "alarm"),
        ("My dad was the one with the aneurysm, they've scanned me and mine's normal", "none"),
        ("the chest pain was my wife just now, she is grey", "alarm"),
        ("broke my collarbone in a car crash at 19, mended perfectly", "none"),
        ("car crash at 12 today, my back is bad", "alarm"),
        ("me quiero morir, como hace diez años", "alarm"),
        ("Ya no quiero vivir así otra vez, como hace diez años", "alarm"),
        ("no quise vivir, fue como hace diez años", "none"),
        ("Fever? that was the flu back in january, all over", "none"),
        ("Fever? that was the flu back in january, now it's 39", "alarm"),
        ("Fever? 39 since this morning", "alarm"),
        ("over the last month i've been having a bit of chest pain", "alarm"),
        ("last month I had chest pain, they checked it, all fine since", "none"),
        ("I was having chest pains, but it stopped, and I haven't had any since then", "none"),
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

"""What is over, of another time or the same for ever raises no alarm; what has just changed does."""

import pytest

from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("my neighbor fell off his roof two summers ago", "none"),
        ("my sister's water broke at 35 weeks, that was in 2016", "none"),
        ("mi tío se cayó de la escalera en los ochenta y quedó bien", "none"),
        ("me caí de la bici a los nueve años, es todo", "none"),
        ("I did have some chills in the spring with the flu, but not now", "none"),
        ("amanecí con el cuello chueco, ya se me está pasando", "none"),
        ("desde mi cirugía de hace diez años traigo entumido el dedo", "ask"),
        ("la pierna izquierda siempre fue más flaca y más floja, nada ha cambiado en 60 años", "ask"),
        ("I was numb below the waist after the epidural, of course, that was in 1998", "none"),
        ("la niña se cayó de la bici ayer, está bien, solo raspón", "none"),
        ("can't lift my leg over the tub edge, been like that for years", "ask"),
        ("I had the shivers with a cold at easter but nothing since", "none"),
        ("me dio calentura por una vacuna, fue un día y desde entonces nada", "none"),
        ("tras el parto se me escapaba la pipí pero con los ejercicios se quitó", "none"),
        ("la pierna me hormigueaba el año antepasado, no regresó", "none"),
        ("el dolor de la muela fue mucho peor", "none"),
        ("stones were way worse than this, call it a four", "none"),
    ],
)
def test_of_another_time(text: str, outcome: str):
    assert hear(understanding().lexicon, text).outcome == outcome


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        (
            "he finished radiation for a tumor in spring and he's had a pain in his spine for ten days",
            "cancer_new_pain",
        ),
        ("my leg went weak yesterday. my back is not any different", "new_weakness"),
        ("she's 75 and fell in the shower, says it was nothing but she cannot bend", "small_fall"),
        ("me caí ayer, tengo 80 años y tomo prednisona desde hace años", "small_fall"),
        ("her rings fall off, she hasn't changed what she eats", "weight_loss"),
        ("i tried to pee at noon but nothing since breakfast", "bladder"),
        ("me caí y desde entonces nada de fuerza en la pierna", "new_weakness"),
        ("my kidney stones were bad but this is far worse than those", "worst_pain"),
        ("the worst pain I ever had was my gallbladder until today", "worst_pain"),
        ("nunca me había dolido así, el parto no fue nada", "worst_pain"),
    ],
)
def test_of_now(text: str, flag: str):
    assert flag in hear(understanding().lexicon, text).flags


@pytest.mark.parametrize(
    "text",
    [
        "if i couldn't pee i'd be telling you about it",
        "it isn't like i can't feel my legs",
        "si llegara a tener fiebre, ¿suspendo el calor?",
        "is a fever with back pain dangerous?",
        "¿la culebrilla puede doler en la espalda?",
        "¿el cojín puede causar quemaduras?",
        "se me derramó el agua tibia, nadie se quemó",
        "soy estudiante, qué diferencia hay entre fiebre y calor local",
    ],
)
def test_only_supposed(text: str):
    assert hear(understanding().lexicon, text).outcome == "none"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("found a lump on my back in the shower", "lump"),
        ("traigo un hueso salido en la espalda que en diciembre no traía", "lump"),
        ("Melanoma hace tres años. El lumbago lo conozco de toda la vida y esto no es mi lumbago", "cancer_new_pain"),
    ],
)
def test_words_of_another_time_about_what_is_new(text: str, flag: str):
    assert flag in hear(understanding().lexicon, text).flags

"""A danger that is named first and denied behind: "fever? none", "fiebre no tuve", "¿hacerme daño? ni loca"."""

import pytest

from tests.understanding.understood import outcome


@pytest.mark.parametrize(
    "text",
    [
        "calentura no tuve, uno se da cuenta",
        "car accident? not me, I take the bus",
        "5 meses de embarazo, sangrado nada",
        "fiebre nada, escalofríos tampoco",
        "bultos, nada, la espalda está lisa",
        "Hacerme daño, eso ni se me ha pasado por la mente.",
        "Fainted? Not since school assembly.",
        "fiebre no ni escalofríos, doctora",
        "escalofríos no tuve ninguno estos días",
        "lo de hacerme daño no, doctora",
        "¿Quitarme la vida? ¡Ni loca, tengo nietos!",
        "wanting to end it all? no way, I've a wedding in June",
        "chills I haven't had any",
        "¿Adormecida la entrepierna? Uy, no, ahí todo en su lugar",
        "quitarme la vida jamás, doctor",
        "me dio un dolor en el pecho hace seis años, me checaron y era estrés",
    ],
)
def test_what_is_denied_behind_raises_no_alarm(text: str):
    assert outcome(text) != "alarm"


@pytest.mark.parametrize(
    "text",
    [
        "fiebre no tuve, pero las piernas no las siento",
        "5 meses de embarazo, sangrado nada normal",
        "perdí la sensibilidad en la entrepierna, nada",
        "las ganas de matarme, eso ni se me pasa",
        "el dolor de pecho, eso ni se me ha pasado",
        "bultos, no, uno solo en la espalda que crece",
        "Fainted? Not since this morning.",
        "¿Dolor de pecho? A mí me duele mucho",
        "¿Dolor en el pecho? Yo no puedo respirar",
        "car accident? not me, my wife was in it and her chest hurts",
        "fiebre no tuve hasta anoche, que llegué a 39",
        "dolor de pecho no, presión sí, y me falta el aire",
        "Chest pain? Not at all until last night, now it crushes me",
        "fever I haven't had but I can't pee",
        "numb between the legs? no, more like it is not mine, I can't feel it",
        "¿Dolor de pecho? No, peor, como una losa en el pecho",
        "¿Le falta el aire? No, pero me aprieta el pecho",
    ],
)
def test_what_stands_beside_the_denial_is_heard(text: str):
    assert outcome(text) == "alarm"

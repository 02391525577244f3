"""What was over has come back: it is of now, whatever date or end was told before."""

import pytest

from bot.understanding.hearing import ALARM, ASK_FIRST
from tests.understanding.understood import heard

BACK = (
    "I lost control of my bladder ten years ago and it's happening again",
    "I lost control of my bladder ten years ago. It's happening again.",
    "hace años me faltaba el aire y ahora me falta otra vez",
    "Hace cinco años no podía orinar. Ahora me está pasando otra vez.",
    "years ago my legs went numb, now it's back",
    "tuve dolor de pecho en 2015 y ha vuelto",
    "I had a fever and it went away. Now it's back",
    "I had chest pain last year, same thing today",
    "I couldn't feel my seat in 2019 and it's the same now",
    "years ago I had shingles and now I've got the same rash",
    "My husband had a stroke in 2015 and I think he is having another one",
    "a mi mamá le dio un derrame hace años y creo que le está dando otro",
    "used to have chest pain. It has come back.",
    "my bladder stopped working in 2012 and this feels exactly the same",
    "no aguanté la orina una vez hace años, hoy me volvió a pasar",
)
GONE = (
    "I had numb legs in 2010, it took months but I'm back to normal",
    "tuve dolor de pecho hace años, todo volvió a la normalidad",
    "I had shingles once, ten years ago, and never again",
    "my bladder was bad after the birth ten years ago, it was fine again within weeks",
    "my dad had a heart attack in 1990, he was back at work again in a month",
    "tuve dolor de pecho en 2015 y no ha vuelto",
    "I was paralysed ten years ago and I can walk again",
)


@pytest.mark.parametrize("text", BACK)
def test_what_has_come_back_is_of_now(text: str):
    assert heard(text).outcome == ALARM


@pytest.mark.parametrize("text", GONE)
def test_who_is_well_again_has_nothing(text: str):
    assert heard(text).outcome != ALARM


def test_what_is_named_anew_is_asked_about():
    assert heard("the numbness went away for a week but it has returned").outcome == ASK_FIRST

"""What is said of animals, devices, small children, films and people in general raises no alarm; of oneself it does."""

import pytest

from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "my dog has lost control of his bowels",
        "el perro se hizo caca encima de mi cojín",
        "my toddler wet the bed",
        "the hot water bottle leaked and wet the bed",
        "le falta aire a la pelota de ejercicio",
        "the pad's battery is getting weaker every day",
        "in the movie he has a heart attack",
        "en la película se murió de un infarto el señor",
        "at work i turn folks that can't hold their urine",
        "my dachshund's back legs are dragging",
        "el pie de la lámpara se dobla, está flojo el tornillo",
        "a nurse on Grey's Anatomy whose patient couldn't feel her legs",
        "I'm an ER nurse, I see overdoses and strokes all day",
        "my toddler has a fever so i'm home carrying her",
        "the cat is so sleepy on the heating pad",
        "my son plays doctor: you're paralysed",
        "the legs of my garden chair are weak",
        "mi nieta de dos años todavía usa pañal",
    ],
)
def test_of_nobody_here(text: str):
    assert hear(understanding().lexicon, text).outcome == "none"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("my dog tripped me and i fell off the ladder", "accident"),
        ("i was watching a movie when my chest got tight", "chest"),
        ("the pad fell and since then i can't hold my urine", "bladder"),
        ("mojé el colchón y ni cuenta me di", "bladder"),
        ("estaba viendo una novela y se me durmieron las dos piernas", "both_legs"),
        ("a lump the size of a golf ball on my spine", "lump"),
        ("mi papá de 90 años se resbaló del sillón", "small_fall"),
        ("dialysis patient with fever of 102", "infection"),
        ("jugando a la pelota me dio un dolor en el pecho", "chest"),
        ("i slid off the chair and my legs are numb", "both_legs"),
        ("the horse threw my husband off and his back is killing him", "accident"),
        ("people say i look like i had a stroke, my mouth is crooked", "head_sudden"),
    ],
)
def test_of_oneself(text: str, flag: str):
    assert flag in hear(understanding().lexicon, text).flags

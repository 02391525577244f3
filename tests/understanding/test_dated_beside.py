"""When something was may be said in a sentence or clause of its own; what is of now stays heard."""

import pytest

from tests.understanding.understood import outcome


@pytest.mark.parametrize(
    "text",
    [
        "Around six years ago. I had pains in my chest and they kept me in overnight",
        "I had a mild heart attack, about eight years ago",
        "I fell off a roof. That was in Spain in 2009",
        "They took me in with chest pain. It was in 2009. All fine",
        "Me dolió el pecho una vez, hace como siete años, era ansiedad",
        "Tuve un infarto chiquito. Eso fue hace doce años",
    ],
)
def test_what_was_years_ago_raises_no_alarm(text: str):
    assert outcome(text) != "alarm"


@pytest.mark.parametrize(
    "text",
    [
        "I had back surgery. 10 years ago. can't feel my legs",
        "About ten years ago. Numb legs since yesterday, and I can't pee",
        "Chest pain, worse than the one five years ago",
        "I had my knee done ten years ago. I had chest pain this morning",
        "Me duele el pecho, no como hace cinco años, peor",
        "Me operaron hace diez años. No siento las piernas",
        "That was five years ago. Now I can't hold my urine",
    ],
)
def test_what_is_of_now_is_heard(text: str):
    assert outcome(text) == "alarm"

"""A date of years ago beside a mention puts it into the past; a date of something else, or of these days, does not."""

import pytest

from bot.understanding.anchors import NO_WEIGHTS
from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "Ten years ago or so. I had, um, a mini stroke and they kept me in for a night.",
        "They called it a small heart attack, maybe six years ago.",
        "Hace como ocho años. Tuve un derrame y me atendieron rápido.",
        "Me dio un infarto. Eso fue hace doce años.",
        "I was in a car crash. Oh, about twenty years ago.",
        "I had shingles, back when I was in college",
        "Had a clot in my lung. That was back when I was living in Leeds.",
    ],
)
def test_years_ago(text: str):
    assert hear(understanding().lexicon, text, weights=NO_WEIGHTS).outcome == "none"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("my chest hurts. About five years ago I had a small heart attack", "chest"),
        ("About five years ago. I have chest pain now", "chest"),
        ("About two years ago. I had cancer. Now my back has a new pain", "cancer_new_pain"),
        ("I had chest pain last night. About two years ago I had a stent", "chest"),
        ("my legs went numb. It started about two years ago and it's getting worse", "both_legs"),
        ("I got numb between my legs. That was when I was lifting the couch", "saddle"),
        ("Had chest pain. That was when I was in the shower", "chest"),
    ],
)
def test_of_now(text: str, flag: str):
    assert flag in hear(understanding().lexicon, text, weights=NO_WEIGHTS).flags

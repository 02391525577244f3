"""What has been so for years raises no alarm; a length of time beside something new does not hide it."""

import pytest

from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "Mi incontinencia es de los partos, veinte años ya, la ginecóloga la conoce",
        "My bladder has been leaky when I sneeze, that's 22 years, and it's neither better nor worse",
        "numb butt on long drives, for twenty years, gone when I walk",
        "I get puffed running the 400m like anyone",
    ],
)
def test_what_lasts_for_years_is_no_alarm(text: str):
    assert hear(understanding().lexicon, text).outcome != "alarm"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("for twenty years my back was fine, since yesterday I can't pee", "bladder"),
        ("tengo 72 años y no puedo orinar", "bladder"),
        ("her trousers fall off, she eats like always", "weight_loss"),
    ],
)
def test_what_is_new_counts(text: str, flag: str):
    assert flag in hear(understanding().lexicon, text).flags

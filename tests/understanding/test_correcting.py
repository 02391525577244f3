"""A "no" that only mends a number denies nothing of what is rated."""

import pytest

from bot.understanding.correcting import corrects


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("10 out of 10 , no , 11", True),
        ("10 , no , make it 12", True),
        ("10 de 10 , no , mejor un 11", True),
        ("10 out of 10 , no pain today", False),
        ("10 out of 10 , and no , i am fine", False),
    ],
)
def test_no_before_a_higher_number_mends_the_number(said: str, mended: bool) -> None:
    words = tuple(said.split())
    assert corrects(words, 0, 4) == mended

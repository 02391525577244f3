"""Mistyped words are read as what was meant; ordinary words are taken as they stand."""

import pytest

from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("numbnes", "numbness"),
        ("blader", "bladder"),
        ("weaknes", "weakness"),
        ("vejigaa", "vejiga"),
        ("numb", "numb"),
        ("number", "number"),
        ("week", "week"),
        ("bejiga", "vejiga"),
        ("fuersa", "fuerza"),
        ("warter", "water"),
        ("soked", "soaked"),
        ("stroked", "stroked"),
        ("sooooo", "so"),
    ],
)
def test_a_word_is_read(typed: str, meant: str):
    assert understanding().lexicon.speller.meant(typed) == meant

"""Mistyped words are read as what was meant; short words and other words are taken as they stand."""

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
        ("sooooo", "so"),
    ],
)
def test_a_word_is_read(typed: str, meant: str):
    assert understanding().lexicon.speller.meant(typed) == meant

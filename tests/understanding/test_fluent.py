"""Hesitation is not read; an answer in the same sounds is."""

import pytest

from bot.understanding.fluent import fluent
from bot.understanding.text import sentences


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("my, my father died of, um, of a, uh, stroke", "my father died of a , stroke"),
        ("uh, no", "no"),
        ("chest pain um, no fever", "chest pain , no fever"),
        ("uh uh", "uh uh"),
        ("uh huh", "uh huh"),
        ("no, no, it is fine", "no , no , it is fine"),
    ],
)
def test_without_hesitation(text: str, read: str):
    said = fluent(sentences(text)[0])
    assert said
    assert " ".join(token.word for token in said.tokens) == read


def test_nothing_but_hesitation():
    assert fluent(sentences("hmm, um")[0]) is None

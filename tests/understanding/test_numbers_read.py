"""A temperature and a time of day are read as what they are, and a bare name of a choice answers its question."""

import pytest

from bot.understanding.text import sentences
from tests.understanding.understood import answered, outcome


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("38.5", ["38c"]),
        ("37,9", ["38c"]),
        ("101.4", ["101f"]),
        ("36.5", ["36"]),
        ("38.50", ["38"]),
        ("at 3 am", ["at", "3am"]),
        ("3:15 a.m.", ["3am"]),
        ("I am", ["i", "am"]),
    ],
)
def test_a_number_is_read(text: str, words: list[str]):
    assert [token.word for sentence in sentences(text) for token in sentence.tokens] == words


@pytest.mark.parametrize(
    ("state", "found", "value"),
    [("heat_check.skin", "none", {"choices": ["blister"]}), (None, "alarm", None)],
)
def test_a_blister_answers_what_the_skin_looks_like_and_alarms_elsewhere(
    state: str | None, found: str, value: dict[str, list[str]] | None
):
    assert outcome("a blister", state) == found
    assert (answered(state, "a blister") if state else None) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no tingling, numbness or anything going down my legs", "none"),
        ("tingling, numbness going down both my legs", "alarm"),
        ("can I use heat if I have cancer? my back began to hurt thursday", "alarm"),
        ("my mother had cancer. my back aches since monday", "none"),
        ("mi mujer tiene cáncer y ahora le duele la espalda", "alarm"),
    ],
)
def test_what_is_denied_asked_or_said_of_another(text: str, found: str):
    assert outcome(text) == found

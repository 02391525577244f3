"""How much of what patients type is understood, in figures, in each language."""

import sys
from functools import cache

import pytest

from tests.understanding.figures import Figures, measure, read
from tests.understanding.understood import understanding
from tests.understanding.variants import variants

LANGUAGES = ("en", "es")
AT_LEAST = {"en": 1500, "es": 800}
"""Messages that a language is measured by."""
APART = 0.02
"""The languages may differ so much in recall."""

both = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def figures(lang: str) -> Figures:
    said = read(lang)
    return measure(understanding(), [*said, *variants(lang, said)])


@both
def test_there_are_enough_messages(lang: str):
    assert len(figures(lang).seconds) >= AT_LEAST[lang]


@both
def test_alarms_are_raised(lang: str, capsys: pytest.CaptureFixture[str]):
    with capsys.disabled():
        sys.stdout.write(f"\n{lang}: {figures(lang).told()}\n")
    assert figures(lang).recall() >= 0.98


@both
def test_every_flag_is_heard(lang: str):
    names = {flag for flag, _ in figures(lang).flags} - {"any"}
    assert {name: figures(lang).recall_of(name) for name in names if figures(lang).recall_of(name) < 0.85} == {}


@both
def test_alarms_are_right(lang: str):
    assert figures(lang).precision() >= 0.97


@both
def test_harmless_messages_are_rarely_asked_about(lang: str):
    assert figures(lang).asked() < 0.05


@both
def test_answers_are_understood(lang: str):
    assert figures(lang).share("answer right", "answer") >= 0.95


@both
def test_answers_are_not_taken_wrongly_without_confirming(lang: str):
    assert figures(lang).share("answer wrong", "answer") <= 0.02


@both
def test_topics_are_found(lang: str):
    assert figures(lang).share("topic right", "topic") >= 0.9


@both
def test_danger_of_somebody_else_is_told_apart(lang: str):
    assert figures(lang).share("other heard", "other") >= 0.9


def test_neither_language_is_heard_worse():
    english, spanish = (figures(lang).recall() for lang in LANGUAGES)
    assert abs(english - spanish) <= APART

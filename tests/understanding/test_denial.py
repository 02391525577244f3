"""Words that name a choice are said not to be so."""

import pytest

from bot.understanding.denial import is_denied
from tests.understanding.understood import answered


@pytest.mark.parametrize(
    ("said", "name", "denied"),
    [
        ("no burning", "burning", True),
        ("burning , no", "burning", True),
        ("pero burning", "burning", False),
        ("much worse than usual", "usual", True),
        ("peor que lo normal", "normal", True),
        ("under 65", "65", True),
        ("over 65", "65", False),
    ],
)
def test_what_is_denied_or_only_compared_with_is_not_meant(said: str, name: str, denied: bool):
    words = tuple(said.split())
    assert is_denied(words, (words.index(name),), listed=True) == denied


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("mis respuestas no las incluya, pero ya mándelo", ["send"]),
        ("mis respuestas no las mande, lo demás sí", ["send"]),
        ("my answers dont include, just send", ["send"]),
        ("send it, answers not included please", ["send"]),
        ("incluya mis respuestas y mándelo", ["include_answers", "send"]),
        ("include my answers and send it", ["include_answers", "send"]),
    ],
)
def test_answers_are_sent_to_the_clinic_only_where_nothing_denies_it(text: str, chosen: list[str]):
    assert answered("callback.review", text) == {"choices": chosen}

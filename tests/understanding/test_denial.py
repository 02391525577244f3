"""Words that name a choice are said not to be so."""

import pytest

from bot.understanding.denial import is_denied


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

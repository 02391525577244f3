"""What only counts now is not named by telling of long ago."""

import pytest

from bot.understanding.dating import is_of_now


@pytest.mark.parametrize(
    ("state", "choice", "said", "name", "now"),
    [
        ("precautions.right_now", "medicine_patch", "had a patch last year", "patch", False),
        ("precautions.right_now", "medicine_patch", "last year was bad , patch on", "patch", True),
        ("precautions.right_now", "cream_on", "se me acabo la crema", "crema", False),
        ("precautions.health", "procedure", "surgery in 1990", "surgery", False),
        ("precautions.health", "procedure", "surgery last month", "surgery", True),
        ("precautions.health", "cancer", "radiation in 1990", "radiation", True),
    ],
)
def test_what_was_long_ago_is_not_named_where_only_now_counts(state: str, choice: str, said: str, name: str, now: bool):
    words = tuple(said.split())
    assert is_of_now(state, choice, words, words.index(name)) == now

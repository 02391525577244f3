"""Clauses that deny one thing after another."""

import pytest

from bot.understanding.denying import AND_THEN, all_deny


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("skin is good , sober as a judge , nothing stuck on me", True),
        ("piel sanita , sin trago", True),
        ("skin is good , had a beer", False),
    ],
)
def test_each_clause_has_to_deny_or_to_be_in_order(said: str, denied: bool):
    assert all_deny(tuple(said.split())) is denied


def test_what_follows_later_denies_nothing():
    assert AND_THEN.search("feels great , then an hour later i regret it") is not None

"""The part of the day that a typed time names."""

import pytest

from bot.understanding.times import preferred, time_of_day


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("I've got dialysis mornings, so later in the day", "later in the day"),
        ("por las tardes cuido a los nietos, mejor tempranito", "tempranito"),
        ("I sleep badly, so mornings", "I sleep badly, so mornings"),
    ],
)
def test_what_follows_so_is_preferred_to_the_part_of_the_day_before_it(text: str, kept: str):
    assert preferred(text) == kept


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("around nine thirty", "morning"),
        ("a las dos", "afternoon"),
        ("3ish", "afternoon"),
        ("tres y media", "afternoon"),
        ("before 12", "morning"),
        ("las dos", None),
        ("in two days", None),
    ],
)
def test_a_time_in_digits_or_words_is_a_part_of_the_day(text: str, part: str | None):
    assert time_of_day(text) == part

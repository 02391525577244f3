"""Which line is meant by where it stands beside another."""

import pytest

from bot.understanding.beside import step_of


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("the one right below it", 1), ("la de arriba", -1), ("the one above it", -1), ("next", 0),
        ("below my knee", 0),
    ],
)  # fmt: skip
def test_a_line_beside_another_is_one_step_away(said: str, step: int):
    assert step_of(tuple(said.split())) == step

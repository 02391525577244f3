"""What is refused where the others are meant."""

import pytest

from bot.understanding.others import refused_of_the_rest


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("not the first two , the others", ("the first two",)),
        ("la primera no , las otras dos", ("la primera",)),
        ("the first two , the others", ()),
        ("not the first two", ()),
    ],
)
def test_the_clauses_that_are_refused_are_told(said: str, refused: tuple[str, ...]):
    assert tuple(map(" ".join, refused_of_the_rest(tuple(said.split())))) == refused

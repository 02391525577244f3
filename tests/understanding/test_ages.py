"""The age that somebody tells."""

import pytest

from bot.understanding.ages import AS_OF, age_told


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("im a 52 year old teacher", 52),
        ("tengo 29", 29),
        ("soy profe , 45 , y nada mas", 45),
        ("naci en el 48", AS_OF - 1948),
        ("naci en el 92", AS_OF - 1992),
        ("born in 1964", None),  # 65 in three years: the list asks
        ("had it at 70 degrees", None),
        ("im 20 weeks along", None),
    ],
)
def test_an_age_is_told_and_no_other_number_is_one(said: str, age: int | None):
    assert age_told(tuple(said.split())) == age

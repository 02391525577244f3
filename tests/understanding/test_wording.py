"""Several ways of saying one thing in an answer are put into one."""

import pytest

from bot.understanding.wording import in_one_way, unhedged, without_the_rest


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("option b", "second"),
        ("b", "second"),
        ("50 or 50", "not sure"),
        ("nada mas la edad", "solo la edad"),
        ("nada mas", "nada mas"),
        ("mornings are out , after lunch", "not mornings , , after lunch"),
        ("mornings work", "mornings work"),
        ("limpio de ataques , de alergias y de aparatos", "no ataques, no alergias, no aparatos"),
        ("shower till the water heater gives up", "shower till the agua gives up"),
        ("nada de nada mijito", "nada de nada"),
        ("diabetica de las que se inyectan", "diabetica de las que insulina"),
    ],
)
def test_ways_of_saying_it_are_put_into_one(said: str, read: str):
    assert " ".join(in_one_way(tuple(said.split()))) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [("a bit stiff , mas o menos", "a bit stiff"), ("mas o menos", "mas o menos")],
)
def test_more_or_less_rounds_what_stands_before_it(said: str, read: str):
    assert " ".join(unhedged(tuple(said.split()))) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [("the third , ignore the rest", "the third"), ("dolor si , lo demas no", "dolor si"), ("the rest", "the rest")],
)
def test_what_is_left_out_is_cut_off(said: str, read: str):
    assert " ".join(without_the_rest(tuple(said.split()))) == read

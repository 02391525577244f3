"""Which questions look alike whatever was answered before: nobody may see the screen of another."""

import pytest

from tests.engine.talk import shipped


@pytest.mark.parametrize("place", ["red_flags.nerves", "red_flags.today", "heat_check.signs", "precautions.right_now"])
def test_a_question_without_conditions_and_values_does(place: str):
    assert place in shipped().same_for_all


@pytest.mark.parametrize(
    "place", ["precautions.health", "precautions.for_cold", "alternatives.list", "heat_check.result", "callback.review"]
)
def test_one_that_leaves_out_lines_or_is_filled_does_not(place: str):
    assert place not in shipped().same_for_all

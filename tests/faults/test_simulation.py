"""A hundred days of a clinic's chats, each from its number: nothing is lost, doubled, out of order or late."""

import pytest

from bench.faults.simulation import simulate, simulated

SEEDS = 50
"""Days of one test; `make faults` goes through 20,000."""


@pytest.mark.parametrize("first", range(0, 100, SEEDS))
def test_every_day_keeps_what_is_promised(first: int):
    found = simulated(SEEDS, lambda words: None, first)
    assert found.met, found


def test_the_same_number_makes_the_same_day_and_another_one_another():
    assert simulate(7) == simulate(7)
    assert simulate(7).print != simulate(8).print

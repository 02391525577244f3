"""A hundred days of a clinic's chats, each from its number: nothing is lost, doubled, out of order or late."""

import asyncio

import pytest

from bench.faults.campaign import Tally, finding, tally
from bench.faults.simulation import simulate
from bench.faults.virtual import run

SEEDS = 50
"""Days of one test; `make faults` goes through 20,000."""


@pytest.mark.parametrize("first", range(0, 100, SEEDS))
def test_every_day_keeps_what_is_promised(first: int):
    found = finding(tally(range(first, first + SEEDS)))
    assert found.met, found


def test_a_broken_day_and_another_trace_are_told():
    well, broken, other = Tally(seeds=2, twice=1), Tally(1, broken=((7, "lost"),)), Tally(1, twice=1, differ=1)
    assert finding(well).met
    assert finding(well.plus(broken)).figures["the first of them"] == {7: "lost"}
    assert not finding(well.plus(broken)).met
    assert not finding(well.plus(other)).met


def test_the_same_number_makes_the_same_day_and_another_one_another():
    assert simulate(7) == simulate(7)
    assert simulate(7).print != simulate(8).print


def test_who_waits_for_less_than_a_clock_can_tell_is_not_woken_for_ever():
    async def waits() -> float:
        loop = asyncio.get_running_loop()
        until = loop.time() + 1e-10
        while loop.time() < until:
            await asyncio.wait([asyncio.ensure_future(asyncio.Event().wait())], timeout=until - loop.time())
        return loop.time()

    assert 0 < run(waits()) < 1e-6

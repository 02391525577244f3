"""Calls are spread evenly over each second; a few may pass together after a rest."""

import asyncio
from itertools import pairwise

import pytest

from bot.runner.pace import Turnstile


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def passed(turnstile: Turnstile, clock: Clock, seconds: float, step: float = 0.001) -> list[float]:
    """When somebody gets through who tries at every step."""
    found: list[float] = []
    start = clock.now
    while clock.now < start + seconds:
        if turnstile.passes():
            found.append(clock.now - start)
        clock.now += step
    return found


@pytest.mark.parametrize(("burst", "most"), [(1, 10), (4, 13)])
def test_no_second_has_more_than_its_calls_and_the_burst(burst: int, most: int):
    clock = Clock()
    found = passed(Turnstile(10, burst, clock), clock, 3)
    assert all(sum(at <= each < at + 0.999 for each in found) <= most for at in found)
    assert len(found) >= 29


def test_calls_are_spread_over_the_second():
    clock = Clock()
    found = passed(Turnstile(10, 1, clock), clock, 2)
    assert min(after - before for before, after in pairwise(found)) > 0.09


def test_after_a_rest_no_more_than_the_burst_pass_at_once():
    clock = Clock()
    turnstile = Turnstile(10, 3, clock)
    clock.now += 60
    assert [turnstile.passes() for _ in range(5)] == [True, True, True, False, False]


def test_without_a_limit_all_pass():
    turnstile = Turnstile(0, clock=Clock())
    assert all(turnstile.passes() for _ in range(100))


async def test_whoever_waits_gets_through_in_order():
    turnstile, order = Turnstile(200), list[int]()

    async def one(number: int) -> None:
        await turnstile.through()
        order.append(number)

    await asyncio.gather(*map(one, range(10)))
    assert order == list(range(10))

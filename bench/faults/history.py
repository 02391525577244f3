"""Whether what is stored is what some order of the deliveries leads to, among the orders that the platform saw."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.faults.chat import Delivery
from bench.faults.model import calls_of, model
from bot.engine.session import Session
from bot.store.base import Line

Call = tuple[str, str]


class Stored(NamedTuple):
    """What the database holds of a chat."""

    session: Session | None
    lines: Sequence[Line]


class Reached(NamedTuple):
    """Where a part of an order has led."""

    session: Session | None
    lines: int
    left: tuple[int, ...]
    calls: tuple[Call, ...]


async def explained(history: Sequence[Delivery], stored: Stored) -> list[Call] | None:
    """The calls that had to be made; None if no order explains what is stored."""
    paths = [Reached(None, 0, tuple(range(len(history))), ())]
    while paths:
        here = paths.pop()
        if not here.left and here.lines == len(stored.lines) and here.session == stored.session:
            return list(here.calls)
        for number in next_ones(history, here.left):
            if there := await _after(history, stored, here, number):
                paths.append(there)
    return None


def next_ones(history: Sequence[Delivery], left: Sequence[int]) -> Iterator[int]:
    """Those that no other one certainly comes before: one that ended before another began comes before it."""
    first = min((history[number].ended for number in left), default=0)
    yield from (number for number in reversed(left) if history[number].began <= first)


async def _after(history: Sequence[Delivery], stored: Stored, here: Reached, number: int) -> Reached | None:
    if here.lines >= len(stored.lines):
        return None
    written = await model().turn(here.session, history[number].raw, stored.lines[here.lines].at)
    end = here.lines + len(written.transcript)
    if written.transcript != tuple((line.who, line.text) for line in stored.lines[here.lines : end]):
        return None
    left = tuple(other for other in here.left if other != number)
    return Reached(written.session or here.session, end, left, (*here.calls, *calls_of(written)))


def fault_of(history: Sequence[Delivery], stored: Stored) -> str:
    """What is wrong with what no order explains."""
    heard = sum(line.who == "patient" for line in stored.lines)
    return "lost" if heard < len(history) else "doubled" if heard > len(history) else "out of order"

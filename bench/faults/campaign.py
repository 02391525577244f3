"""Thousands of simulated days, on all processors; what was counted is kept on the way."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from bench.faults.finding import Finding, Tell
from bench.faults.simulation import simulate

SEEDS = 20_000
PIECE = 20
"""Days that one process simulates before it tells; the first of each is simulated twice."""
KEPT = 100
"""Pieces after which what was counted so far is kept, for the whole takes half an hour."""


class Tally(NamedTuple):
    """What some days came to."""

    seeds: int = 0
    messages: int = 0
    deaths: int = 0
    broken: tuple[tuple[int, str], ...] = ()
    """Which days, and the first thing that is broken in each."""
    twice: int = 0
    differ: int = 0
    """Days that were simulated twice, and those whose second trace was another one."""

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.seeds + other.seeds,
            self.messages + other.messages,
            self.deaths + other.deaths,
            self.broken + other.broken,
            self.twice + other.twice,
            self.differ + other.differ,
        )


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole. What was found so far comes now and then, the whole at the end."""
    seeds, total = max(PIECE, int(SEEDS * scale)), Tally()
    pieces = [range(first, min(first + PIECE, seeds)) for first in range(0, seeds, PIECE)]
    pool = ProcessPoolExecutor(os.cpu_count())
    try:
        for done, future in enumerate([pool.submit(tally, piece) for piece in pieces], 1):
            total = total.plus(await asyncio.wrap_future(future))
            tell(f"{total.seeds:,} of {seeds:,} days")
            if done % KEPT == 0 or done == len(pieces):
                yield finding(total)
    finally:
        pool.shutdown(cancel_futures=True)  # when it is broken off, what has not begun is left


def tally(seeds: Iterable[int]) -> Tally:
    """These days, one after the other."""
    return reduce(Tally.plus, (_day(seed) for seed in seeds), Tally())


def finding(total: Tally) -> Finding:
    """As a row of the table."""
    figures = {
        "seeds": total.seeds,
        "messages": total.messages,
        "deaths of the program": total.deaths,
        "seeds at which something is broken": len(total.broken),
        "the first of them": dict(total.broken[:3]),
        "seeds run twice": total.twice,
        "with another trace": total.differ,
    }
    return Finding("simulation", figures, not total.broken and total.differ == 0)


def _day(seed: int) -> Tally:
    day, again = simulate(seed), seed % PIECE == 0
    differs = again and simulate(seed).print != day.print
    broken = ((seed, day.broken[0]),) if day.broken else ()
    return Tally(1, day.events, day.deaths, broken, int(again), int(differs))

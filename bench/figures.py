"""Measures two ways of doing the same, in turns, and keeps what came of it."""

from collections.abc import Callable, Iterable
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter
from typing import NamedTuple

Work = Callable[[], object]
Clock = Callable[[], float]


class Unit(NamedTuple):
    """What a figure is told in, and how to tell seconds in it."""

    name: str
    told: Callable[[float], float]


MS = Unit("ms", lambda seconds: round(seconds * 1000, 1))
US = Unit("µs", lambda seconds: round(seconds * 1_000_000, 1))


def per_second(count: int, things: str) -> Unit:
    """So many things were done in the time."""
    return Unit(f"{things} a second", lambda seconds: round(count / seconds))


class Figure(NamedTuple):
    """Ours beside theirs, and the target of their ratio; `met` knows whether more or less is wanted."""

    figure: str
    ours: float
    theirs: float
    unit: str
    ratio: float
    target: float
    met: bool

    def __str__(self) -> str:
        told = f"ours {self.ours:,}, theirs {self.theirs:,} {self.unit}; ratio {self.ratio:,}"
        return f"{self.figure}\n    {told} (target {self.target:,}: {'met' if self.met else 'NOT MET'})"


def at_most(figure: str, ours: float, theirs: float, *, target: float, unit: str) -> Figure:
    """Ours may be so many times theirs, and no more."""
    ratio = round(ours / theirs, 2)
    return Figure(f"{figure} (at most)", ours, theirs, unit, ratio, target, ratio <= target)


def at_least(figure: str, ours: float, theirs: float, *, target: float, unit: str) -> Figure:
    """Ours must be so many times theirs."""
    ratio = round(ours / theirs, 1)
    return Figure(f"{figure} (at least)", ours, theirs, unit, ratio, target, ratio >= target)


def compared(figure: str, ours: Work, theirs: Work, *, target: float, unit: Unit = MS, runs: int = 5) -> Figure:
    """Do both in turns, after one time that does not count, and keep the median of each; the ratio is that of times."""
    mine, other = medians(ours, theirs, runs=runs)
    ratio = round(mine / other, 2)
    return Figure(f"{figure} (at most)", unit.told(mine), unit.told(other), unit.name, ratio, target, ratio <= target)


def medians(ours: Work, theirs: Work, *, runs: int = 3, clock: Clock | None = None) -> tuple[float, float]:
    """The median seconds of each, done in turns after one time that does not count."""
    used = clock or cpu
    ours()
    theirs()
    pairs = [(timed(ours, used), timed(theirs, used)) for _ in range(runs)]
    mine, other = (median(times) for times in zip(*pairs, strict=True))
    return mine, other


def timed(work: Work, clock: Clock | None = None) -> float:
    """The seconds that it takes by a clock; without one, those of the processor."""
    used = clock or cpu
    before = used()
    work()
    return used() - before


def cpu() -> float:
    """Seconds of the processor, here and in ended children; the clock on the wall also counts what others do."""
    mine, others = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + others.ru_utime + others.ru_stime


wall: Clock = perf_counter
"""Where waiting for a disk or a network is what is measured."""


def show(figures: Iterable[Figure]) -> None:
    """Print them as they come."""
    for figure in figures:
        print(figure, flush=True)

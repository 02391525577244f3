"""Times two ways of doing the same, in turns, and keeps what came of it."""

from collections.abc import Callable, Iterable
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from typing import NamedTuple

Work = Callable[[], object]


class Unit(NamedTuple):
    """What a figure is told in, and how to tell seconds in it."""

    name: str
    told: Callable[[float], float]


MS = Unit("ms", lambda seconds: round(seconds * 1000, 1))


def per_second(count: int, things: str) -> Unit:
    """So many things were done in the time."""
    return Unit(f"{things} a second", lambda seconds: round(count / seconds))


class Figure(NamedTuple):
    """Ours beside theirs. The ratio says how many times as long ours takes; the target is met at that or below."""

    figure: str
    ours: float
    theirs: float
    unit: str
    ratio: float
    target: float
    met: bool

    def __str__(self) -> str:
        told = f"ours {self.ours:,}, theirs {self.theirs:,} {self.unit}; ratio {self.ratio}"
        return f"{self.figure}\n    {told} (target {self.target}: {'met' if self.met else 'NOT MET'})"


def compared(figure: str, ours: Work, theirs: Work, *, target: float, unit: Unit = MS, runs: int = 5) -> Figure:
    """Do both in turns, after one time that does not count, and keep the median of each."""
    ours()
    theirs()
    pairs = [(timed(ours), timed(theirs)) for _ in range(runs)]
    mine, other = (median(times) for times in zip(*pairs, strict=True))
    ratio = round(mine / other, 2)
    return Figure(figure, unit.told(mine), unit.told(other), unit.name, ratio, target, ratio <= target)


def timed(work: Work) -> float:
    """The seconds of processor time that it takes, here and in the processes that it starts.

    The clock on the wall would also count what else the machine does.
    """
    before = _used()
    work()
    return _used() - before


def _used() -> float:
    mine, others = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + others.ru_utime + others.ru_stime


def show(figures: Iterable[Figure]) -> None:
    """Print them as they come."""
    for figure in figures:
        print(figure, flush=True)

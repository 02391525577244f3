"""What the platform got beside what it had to get: what is missing, and what came twice."""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

MOST = 2


class Copies(NamedTuple):
    """How many calls are missing, how many are copies, and how many nobody had to make (or came out of order)."""

    missing: int
    copies: int
    strange: int


def compared(wanted: Sequence[object], got: Sequence[object]) -> Copies:
    """The explanation with the least trouble; each call may come once or twice, one after the other."""
    rows: list[dict[int, Copies]] = [{0: Copies(0, 0, 0)}]
    for want in wanted:
        rows.append(_next(rows[-1], want, got))
    ends = (Copies(a.missing, a.copies, a.strange + len(got) - at) for at, a in rows[-1].items())
    return min(ends, key=_trouble)


def _next(before: dict[int, Copies], want: object, got: Sequence[object]) -> dict[int, Copies]:
    found: dict[int, Copies] = {}
    for at, so_far in before.items():
        for taken in count():
            if taken and (at + taken > len(got) or got[at + taken - 1] != want):
                break
            extra = max(taken - MOST, 0)
            now = Copies(
                so_far.missing + (taken == 0), so_far.copies + max(taken - 1 - extra, 0), so_far.strange + extra
            )
            if at + taken not in found or _trouble(now) < _trouble(found[at + taken]):
                found[at + taken] = now
    return found


def _trouble(copies: Copies) -> tuple[int, int, int]:
    """Missing calls may have been erased or given up; for a strange one there is no reason at all."""
    return copies.strange, copies.missing, copies.copies

"""The figures of a coverage: how many of how many, by kind and by file."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from bot.coverage.item import FLOOR, KINDS, Item
from bot.coverage.watch import Coverage


class Share(NamedTuple):
    """How many of how many."""

    reached: int
    every: int

    @property
    def percent(self) -> float:
        """From 0 to 100, rounded down to one digit behind the point: 100 means all. Nothing to reach is 100."""
        return self.reached * 1000 // self.every / 10 if self.every else 100.0


def share(coverage: Coverage, items: Iterable[Item]) -> Share:
    """The share of these items that was exercised."""
    counted = [item for item in items if item.measured]
    return Share(sum(item.key in coverage.reached for item in counted), len(counted))


def by_kind(coverage: Coverage) -> dict[str, Share]:
    """The share of every kind that the project has."""
    every = coverage.listing.items.values()
    shares = {kind: share(coverage, [item for item in every if item.kind == kind]) for kind in KINDS}
    return {kind: found for kind, found in shares.items() if found.every}


def files(coverage: Coverage) -> dict[str, list[Item]]:
    """The items of every file, by line."""
    every = sorted(coverage.listing.items.values(), key=lambda item: (item.file, item.line))
    return {file: list(items) for file, items in groupby(every, key=lambda item: item.file)}


def below(coverage: Coverage, floor: float) -> dict[str, Share]:
    """The kinds that `--at-least` holds and that are below it."""
    return {kind: found for kind, found in by_kind(coverage).items() if kind in FLOOR and found.percent < floor}


def missing(coverage: Coverage, items: Iterable[Item]) -> list[Item]:
    """The items that were not exercised."""
    return [item for item in items if item.measured and item.key not in coverage.reached]

"""`heatwise` with a trap: it kills itself as `kill -9` does when a named point is passed for the n-th time."""

import importlib
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial, reduce, wraps
from inspect import iscoroutinefunction, isgeneratorfunction
from itertools import count
from pathlib import Path
from typing import Any

from bench.faults.points import POINTS, Point
from bot.runner.pace import Limits

QUICK = Limits(between=0.02, a_second=0, backoff_first=0.05, backoff_most=0.5)
QUICK_READ = 2.0
"""Seconds after which an answer that does not come is a doubt."""


def trap(point: Point, number: int) -> None:
    """Put the trap where the point is."""
    passes = count(1)

    def passed() -> None:
        if next(passes) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    module = importlib.import_module(point.module)
    *path, name = point.name.split(".")
    owner = reduce(getattr, path, module)
    setattr(owner, name, _trapped(getattr(owner, name), point.when, passed))


def _trapped(work: Callable[..., Any], when: str, passed: Callable[[], None]) -> Callable[..., Any]:
    if isgeneratorfunction(work):
        return _between(work, when, passed)
    if iscoroutinefunction(work):
        return _awaited(work, when, passed)

    @wraps(work)
    def plain(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            passed()
        result = work(*args, **kwargs)
        if when == "after":
            passed()
        return result

    return plain


def _awaited(work: Callable[..., Any], when: str, passed: Callable[[], None]) -> Callable[..., Any]:
    @wraps(work)
    async def awaited(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            passed()
        result = await work(*args, **kwargs)
        if when == "after":
            passed()
        return result

    return awaited


def _between(work: Callable[..., Iterator[Any]], when: str, passed: Callable[[], None]) -> Callable[..., Any]:
    @wraps(work)
    def between(*args: Any, **kwargs: Any) -> Iterator[Any]:
        for part in work(*args, **kwargs):
            if when == "before":
                passed()
            yield part
        if when == "after":
            passed()

    return between


def make_read_only(flag: Path) -> None:
    """Have SQLite refuse every write while the file `flag` is there."""
    sqlite = importlib.import_module("bot.store.sqlite")
    guarded = sqlite._guarded

    def switched(path: Path, work: Any) -> Any:
        for each in getattr(work, "args", ())[:1]:
            if isinstance(each, sqlite3.Connection):
                each.execute(f"PRAGMA query_only = {flag.exists():d}")
        return guarded(path, work)

    sqlite._guarded = switched  # type: ignore[attr-defined]


def main() -> None:
    """Set the trap, then be `heatwise`. FAULTS_POINT names it, FAULTS_PASS is n; FAULTS_PACE=quick sends at once."""
    if os.environ.get("FAULTS_PACE") == "quick":
        running = importlib.import_module("bot.app.running")
        running.Serving = partial(running.Serving, limits=QUICK)  # type: ignore[attr-defined]
        client = importlib.import_module("bot.channels.telegram.client")
        client.READ = QUICK_READ  # type: ignore[attr-defined]
    if point := os.environ.get("FAULTS_POINT"):
        trap(POINTS[point], int(os.environ.get("FAULTS_PASS", "1")))
    if flag := os.environ.get("FAULTS_READ_ONLY"):
        make_read_only(Path(flag))
    importlib.import_module("bot.cli").main()


if __name__ == "__main__":
    main()

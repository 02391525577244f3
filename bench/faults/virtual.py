"""A loop whose clock jumps to what comes next instead of waiting for it."""

import asyncio
import selectors
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")
BEGIN = datetime(2026, 3, 7, 12, tzinfo=UTC)
"""The day before clocks are set forward in most of the United States."""


TURN = 1e-9
"""Seconds that a turn of the loop takes at least. Without them whoever waits for less than the resolution of a clock
would be woken at the very same moment for ever."""


class _Jumping(selectors.SelectSelector):
    """Never waits, and looks at no socket: time passes by itself."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        self.passed += max(timeout or 0, TURN)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """Runs a day in the time that its work takes; the same work runs in the same order every time."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Seconds since its beginning."""
        return self._jumping.passed

    def now(self) -> datetime:
        """The same as a moment."""
        return BEGIN + timedelta(seconds=self.time())


def run(work: Coroutine[Any, Any, T]) -> T:
    """Do it on a loop of its own."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)

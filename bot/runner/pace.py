"""How fast calls are made: platforms refuse, and then punish, a bot that is faster."""

import asyncio
from collections.abc import Callable
from time import monotonic

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Seconds between two calls to one chat, and calls a second in all (0: as fast as they go)."""

    between: float = 1.0
    a_second: int = 30
    at_once: int = 32
    """Calls under way: 30 a second that take a second each. Each further connection makes every call dearer."""
    backoff_first: float = 0.5
    """Seconds after the first failure in a row; twice as long after each further one."""
    backoff_most: float = 30.0

    def backoff(self, failures: int) -> float:
        """Seconds to wait after so many failures in a row (1 or more)."""
        return min(self.backoff_first * 2.0 ** min(failures - 1, 16), self.backoff_most)


AT_ONCE = Limits(between=0, a_second=0)
"""For a terminal, and for tests that do not look at the clock."""


class Turnstile:
    """Lets through at most so many a second (0: all), evenly: a burst of calls would keep everybody else waiting."""

    def __init__(self, a_second: int, burst: int = 1, clock: Callable[[], float] = monotonic) -> None:
        """`burst`: so many may pass at once after a rest, beside those of that second."""
        self._gap = 1 / a_second if a_second else 0.0
        self._early = self._gap * (burst - 1)
        self._clock = clock
        self._due = clock()
        self._one_at_a_time = asyncio.Lock()

    def passes(self) -> bool:
        """Take a place if there is one now; never waits."""
        if self._wait() > 0:
            return False
        self._take()
        return True

    async def through(self) -> None:
        """Wait for a place."""
        async with self._one_at_a_time:
            await asyncio.sleep(self._wait())  # zero or less does not wait
            self._take()

    def _wait(self) -> float:
        return self._due - self._early - self._clock()

    def _take(self) -> None:
        self._due = max(self._due, self._clock()) + self._gap

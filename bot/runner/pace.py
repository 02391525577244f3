"""How fast calls are made: platforms refuse, and then punish, a bot that is faster."""

import asyncio
from collections import deque
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
    """Lets through at most so many a second, counted over every second there is, not from one full second on."""

    def __init__(self, a_second: int, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._passed: deque[float] = deque(maxlen=a_second)
        self._one_at_a_time = asyncio.Lock()

    async def through(self) -> None:
        """Wait for a place."""
        if not self._passed.maxlen:
            return
        async with self._one_at_a_time:
            if len(self._passed) == self._passed.maxlen:
                await asyncio.sleep(self._passed[0] + 1 - self._clock())  # zero or less does not wait
            self._passed.append(self._clock())

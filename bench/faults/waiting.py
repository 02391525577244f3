"""Waiting for what another process does."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic


async def until(
    holds: Callable[[], bool | Awaitable[bool]], seconds: float | None = None, every: float = 0.05
) -> float:
    """Ask again and again; the seconds that it took. Raises TimeoutError after so many."""
    began = monotonic()
    async with asyncio.timeout(seconds):
        while True:
            found = holds()
            if found is True or (not isinstance(found, bool) and await found):
                return monotonic() - began
            await asyncio.sleep(every)

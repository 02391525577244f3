"""Waiting that ends early when it is time to stop."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from bot.channels.errors import SendError
from bot.runner.pace import Limits
from bot.runner.watch import Watch

T = TypeVar("T")


async def nap(stop: asyncio.Event, seconds: float) -> None:
    """Wait so long, or until told to stop."""
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


async def unless_stopped(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """The result of the work; None when told to stop before: then the work is given up."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if working.done():
        return working.result()
    working.cancel()
    await asyncio.wait((working,))
    return None


async def until_done(
    stop: asyncio.Event, work: Callable[[], Coroutine[Any, Any, None]], watch: Watch, part: str
) -> None:
    """Do something on the platform, and again after a failure, until it is done or it is time to stop."""
    limits, failures = Limits(), 0
    watch.health.expect(part)
    while not stop.is_set():
        try:
            await unless_stopped(stop, work())
            watch.health.works(part)
            return
        except SendError as error:
            failures += 1
            watch.health.fails(part, str(error))
            watch.log("setup_failed", why=str(error), seconds=limits.backoff(failures))
            await nap(stop, limits.backoff(failures))

"""Timers that have come due become events, what staff want tried again is, and what is old enough is erased."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import timedelta

from bot.runner.clock import Clock
from bot.runner.intake import Intake
from bot.runner.log import Log
from bot.runner.waiting import nap
from bot.store.base import StoreError

LOOK = 15.0
"""Seconds between two looks at the timers: none of them is about seconds."""

PURGE = timedelta(hours=1)
"""How often old rows are erased; their terms are days."""


async def run_timers(
    intake: Intake, woken: Iterable[Callable[[], None]], clock: Clock, log: Log, stop: asyncio.Event
) -> None:
    """Fire timers, try again and purge until told to stop."""
    purge_at = clock()
    while not stop.is_set():
        now = clock()
        try:
            while await intake.fire_timers(now) or await intake.try_again(now):
                for wake in woken:
                    wake()
            if now >= purge_at:
                await intake.store.purge(now)
                purge_at = now + PURGE
        except StoreError as error:
            log("store_failed", error=type(error).__name__)
        await nap(stop, LOOK)

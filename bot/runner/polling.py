"""Fetches what a platform keeps for the bot; the platform forgets a message only after it is durable here."""

import asyncio

from bot.channels.base import Pulled
from bot.channels.errors import Conflict, SendError, Throttled
from bot.runner.inlet import Inlet
from bot.runner.pace import Limits
from bot.runner.waiting import nap, unless_stopped
from bot.runner.watch import Watch
from bot.store.base import StoreError


class Poller:
    """Fetches for one channel, one fetch after another."""

    def __init__(self, channel: Pulled, inlet: Inlet, watch: Watch, limits: Limits | None = None) -> None:
        self._channel = channel
        self._inlet = inlet
        self._log = watch.log
        self._health = watch.health
        self._part = f"{channel.name} fetches"
        self._limits = limits or Limits()
        self._mark = 0
        self._failures = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until told to stop; what was fetched by then is taken first."""
        while not stop.is_set():
            try:
                fetched = await unless_stopped(stop, self._channel.fetch(self._mark))
                if fetched is not None:
                    self._health.works(self._part)
                    await self._inlet.take(self._channel, fetched.raws)
                    self._mark = max(self._mark, fetched.mark)
                    self._failures = 0
            except (SendError, StoreError) as error:
                await nap(stop, self._rest_after(error))

    def _rest_after(self, error: Exception) -> float:
        """Tell what went wrong, and the seconds until the next fetch."""
        self._failures += 1
        backoff = self._limits.backoff(self._failures)
        seconds = max(backoff, error.retry_after) if isinstance(error, Throttled) else backoff
        if isinstance(error, SendError):
            self._health.fails(self._part, str(error))
        if isinstance(error, Conflict):
            self._log("fetch_conflict", seconds=seconds)
        elif isinstance(error, SendError):
            self._log("fetch_failed", why=str(error), seconds=seconds)
        return seconds

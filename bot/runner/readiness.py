"""Whether patients can be served now, and if not, why: the database, its schema, what waits, each channel."""

import asyncio
from collections.abc import Callable, Mapping

from bot.runner.clock import Clock
from bot.runner.health import Health
from bot.runner.inlet import Inlet
from bot.store.base import Store, StoreError
from bot.store.schema import REVISIONS

PATIENCE = 2.0
"""Seconds for the database to take a write."""

OLDEST = 10.0
"""Seconds that a message may wait to be stored."""


class Readiness:
    """Looks at every part; a look that hangs is not started twice."""

    def __init__(self, store: Store, inlet: Inlet, health: Health, clock: Clock, stopping: Callable[[], bool]) -> None:
        self._store = store
        self._inlet = inlet
        self._health = health
        self._clock = clock
        self._stopping = stopping
        self._pulse: asyncio.Task[str] | None = None

    async def look(self) -> Mapping[str, str]:
        """What each part lacks, by its name; "" where it lacks nothing."""
        database, revision = await self._database()
        return {
            "service": "it is stopping" if self._stopping() else "",
            "database": database,
            "schema": self._schema(revision),
            "inbox": self._inbox(),
            **self._health.parts,
        }

    async def _database(self) -> tuple[str, str]:
        """What keeps it from being written, and its revision."""
        if self._pulse is None:
            self._pulse = asyncio.create_task(self._store.pulse(self._clock()))
        await asyncio.wait((self._pulse,), timeout=PATIENCE)
        if not self._pulse.done():
            return f"it has taken no write for {PATIENCE:g} seconds", ""
        pulse, self._pulse = self._pulse, None
        try:
            return "", pulse.result()
        except StoreError as error:
            return str(error), ""

    def _schema(self, revision: str) -> str:
        if revision in ("", REVISIONS[-1]):
            return ""
        return f"it is {revision}, and this program needs {REVISIONS[-1]}: stop it and run heatwise db upgrade"

    def _inbox(self) -> str:
        oldest = self._inlet.oldest
        return f"a message has waited {oldest:.0f} seconds to be stored" if oldest > OLDEST else ""

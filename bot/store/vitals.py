"""How a store is doing: whether it can be written, and what waits in it."""

from datetime import datetime
from typing import Protocol

from msgspec import Struct


class Backlog(Struct, frozen=True):
    """What waits in the store; the times (UTC) are those of the oldest, None where nothing waits."""

    calls: int = 0
    """Calls to platforms that were not made yet, but for those of paused persons."""
    oldest_call: datetime | None = None
    timers: int = 0
    """Timers that are due."""
    oldest_timer: datetime | None = None
    letters: int = 0
    """Requests for a call whose letter has not gone out."""
    oldest_letter: datetime | None = None
    quarantined: int = 0
    failed: int = 0
    """Calls that were given up."""


class Vitals(Protocol):
    """The part of a store that says how it is doing."""

    async def pulse(self, now: datetime) -> str:
        """Write and commit something small; the revision of the schema. Raises StoreError where it cannot."""
        ...

    async def backlog(self, now: datetime) -> Backlog:
        """What waits at `now`."""
        ...

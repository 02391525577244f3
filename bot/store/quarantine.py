"""Events that nothing could be done with: what is kept of them, and how they are tried again or dropped."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from bot.store.base import Entry


class Poison(Struct, frozen=True):
    """An event to set aside.

    `error` is the class name of what it raised; anything else is not kept, because messages quote patients.
    """

    entry: "Entry"
    error: str
    body: bytes = b""
    """What the runner needs to try it again; it holds a patient's words and is erased with them. Empty: nothing."""
    screen: int = 0
    """The number of the person's screen then: on another screen the event would answer another question."""


class QuarantinedRow(Struct, frozen=True):
    """An event that was set aside; all times are UTC."""

    id: str
    """The hash of its id."""
    person: str
    """Empty where the delivery could not be read."""
    error: str
    """The class name of what it raised, or one word for what could not be read."""
    at: datetime
    channel: str = ""
    timer: str = ""
    """The name of the timer that fired it; empty for what came from outside."""
    body: bytes = b""
    """Empty once it has been erased, and where nothing was kept."""
    address: str = ""
    screen: int = 0
    again: int = 0
    """How often staff asked for it to be tried again."""
    waits: bool = False
    """It is to be tried again, and has not been yet."""

    @property
    def can_be_tried(self) -> bool:
        """Whether what is needed to try it again is still there."""
        return bool(self.body or self.timer)


class Quarantine(Protocol):
    """The part of a store that keeps what was set aside."""

    async def quarantine(self, poisons: Sequence[Poison]) -> None:
        """Set events aside, in one transaction: they count as seen, and the timers that fired them are dropped.

        The first error of an event counts.
        """
        ...

    async def quarantined(self) -> list[QuarantinedRow]:
        """Events that were set aside, the oldest first."""
        ...

    async def retry(self, id: str) -> bool:
        """Have an event tried again: a timer stands again, anything else waits in `to_retry`. Whether it can be."""
        ...

    async def drop(self, id: str) -> bool:
        """Erase what is kept of an event, which stays seen. Whether there is one of this id."""
        ...

    async def to_retry(self) -> list[QuarantinedRow]:
        """Events that staff want tried again, the oldest first."""
        ...

    async def retried(self, id: str, error: str | None) -> None:
        """It was tried again: without an error it is gone, with one it stays with that error. Unknown ids are fine."""
        ...

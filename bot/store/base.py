"""What every store promises: its values, its errors and its protocol."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from bot.engine.effects import AnyEffect
from bot.engine.session import Consent, Session
from bot.store.quarantine import Quarantine
from bot.store.times import micros
from bot.store.vitals import Vitals


class Entry(Struct, frozen=True):
    """One event on its way into the store; the event itself stays with the runner."""

    id: str
    """Unique in its channel; the store keeps only a hash of it."""
    person: str
    """Keyed hash of who it is, made by the runner."""
    channel: str
    address: str
    """Where replies go; it is kept only where a reply can still start: outbox, timers, and a day in quarantine."""
    at: datetime
    """When it happened (UTC)."""
    fires: tuple[str, datetime] | None = None
    """For a timer come due: its name and when it was due (UTC). `DueTimer.entry` fills this in."""
    blind: bool = False
    """The step is given None for the session, which need not be readable then."""


class Written(Struct, frozen=True):
    """What one event leads to."""

    session: Session | None = None
    """None leaves the stored session as it is."""
    effects: tuple[AnyEffect, ...] = ()
    """Timers, Forget, callbacks and consents are carried out; Reply and Redraw are ignored: they are in the outbox."""
    transcript: tuple[tuple[str, str], ...] = ()
    """(who, text), in order."""
    outbox: tuple[bytes, ...] = ()
    """One row is one API call; the store does not look inside."""


class Taken(Struct, frozen=True):
    """What became of an entry; `written` is None if it was dropped: id seen before, or timer no longer standing."""

    entry: Entry
    written: Written | None


Step = Callable[[Entry, Session | None], Written]
"""Pure and synchronous. It may run in the store's own thread, inside the transaction."""


class DueTimer(Struct, frozen=True):
    """A timer whose time has come."""

    person: str
    channel: str
    address: str
    name: str
    due: datetime

    def entry(self, now: datetime) -> Entry:
        """The entry that fires this timer when it is taken. `now` is UTC."""
        return Entry(timer_id(self), self.person, self.channel, self.address, now, fires=(self.name, self.due))


def timer_id(timer: DueTimer) -> str:
    """The same id for the same person, name and due time, and for no other timer."""
    return f"timer:{timer.person}:{micros(timer.due)}:{timer.name}"


class OutboxRow(Struct, frozen=True):
    """One API call that was not made yet; `tries` counts the attempts so far."""

    id: int
    person: str
    channel: str
    address: str
    payload: bytes
    tries: int


class FailedRow(Struct, frozen=True):
    """A reply that was given up; its words and the address are gone. `at` is UTC."""

    id: int
    person: str
    channel: str
    why: str
    at: datetime


BLOCKED = "blocked"
"""Why calls of a paused person are given up."""


class PausedRow(Struct, frozen=True):
    """A person whom the platform refuses for good, until that person writes again. `at` is UTC."""

    person: str
    channel: str
    at: datetime


class Line(Struct, frozen=True):
    """One line of a transcript. `at` is UTC."""

    at: datetime
    who: str
    text: str


class CallbackRow(Struct, frozen=True):
    """One request for a call. It does not say whose conversation it came from: nothing may join name and symptoms.

    All times are UTC; `done_at` is None while the call is owed, `mailed_at` until the clinic has its letter.
    """

    id: int
    at: datetime
    name: str
    contact: str
    time: str
    lang: str
    notice_version: str
    notice_at: datetime
    answers: str
    mail_due: datetime
    """When to try to send the letter: at once, and after a failure later."""
    done_at: datetime | None = None
    mailed_at: datetime | None = None
    mail_tries: int = 0
    """How often that failed."""
    note: str = ""
    """What staff wrote about it."""


class StoreError(Exception):
    """The store could not do what was asked; the message says what to do about it."""


class SchemaBehind(StoreError):
    """The database was made by an older program and must be upgraded first."""


class SchemaAhead(StoreError):
    """The database was made by a newer program; this one must not touch it."""


class StoreBusy(StoreError):
    """Another program kept writing for too long; trying again is safe, nothing was changed."""


class StoreUnreadable(StoreError):
    """The file is not a database, is damaged, or may not be read or written."""


class SessionUnreadable(StoreError):
    """A stored session cannot be read: written by a newer program, or damaged."""


class Store(Quarantine, Vitals, Protocol):
    """Everything that must survive a crash. Any method may raise StoreError or one of its kinds; all times are UTC."""

    async def open(self) -> None:
        """Make ready for use; a store may be opened again after `close`."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of everything; closing twice is fine."""
        ...

    async def take(self, entries: Sequence[Entry], step: Step) -> list[Taken]:
        """Work on a batch in one transaction, in order, and answer in the same order.

        A paused person's own event ends the pause; a timer does not.
        Whatever `step` raises is raised again after everything was undone. Raises SessionUnreadable as well: that is
        one person's trouble, not the store's, and the batch's other entries can be taken without that person's.
        """
        ...

    async def due_timers(
        self, now: datetime, limit: int = 100, channels: Collection[str] | None = None
    ) -> list[DueTimer]:
        """Timers due at `now` or before, the oldest first; of these channels only, where they are given.

        They stand until their entry is taken.
        """
        ...

    async def unsent(self, channel: str, limit: int = 100, without: Collection[str] = ()) -> list[OutboxRow]:
        """Waiting calls in the order in which they must be made.

        `without` names persons who must wait, so that one throttled chat does not fill the limit. Calls of paused
        persons are left out.
        """
        ...

    async def mark_sent(self, ids: Collection[int]) -> None:
        """These calls were taken by the platform; their rows are erased at once. Unknown ids are fine."""
        ...

    async def mark_tried(self, ids: Collection[int]) -> None:
        """Count one more attempt, so that a repeat in doubt stays the only one even after a crash."""
        ...

    async def mark_untried(self, ids: Collection[int]) -> None:
        """Take one attempt back, never below none: the call certainly did not reach the platform."""
        ...

    async def mark_failed(self, ids: Collection[int], why: str, now: datetime) -> None:
        """Give these calls up: words and address are erased, the failure is kept for staff. `why` is one word."""
        ...

    async def failed(self) -> list[FailedRow]:
        """Calls that were given up, the oldest first."""
        ...

    async def pause(self, person: str, channel: str, now: datetime) -> None:
        """The platform refuses this person for good: what waits is given up, and nothing more is sent.

        Calls that timers add to it during the pause are given up by `purge`. A second pause changes nothing else.
        """
        ...

    async def paused(self) -> list[PausedRow]:
        """Persons to whom nothing is sent, the oldest pause first."""
        ...

    async def session(self, person: str) -> Session | None:
        """The person's session, or None. Raises SessionUnreadable."""
        ...

    async def transcript(self, person: str) -> list[Line]:
        """What was said, in order."""
        ...

    async def callbacks(self, include_done: bool = False) -> list[CallbackRow]:
        """Requests for a call, the oldest first."""
        ...

    async def mark_callback_done(self, id: int, now: datetime) -> bool:
        """The call was made; the first time counts. Whether there is a request of this id."""
        ...

    async def note_callback(self, id: int, note: str) -> bool:
        """Keep what staff wrote, in the place of what they wrote before. Whether there is a request of this id."""
        ...

    async def letters_due(self, now: datetime) -> list[CallbackRow]:
        """Open requests whose letter has to be sent at `now` or before, the oldest first."""
        ...

    async def next_letter(self) -> datetime | None:
        """When the next letter has to be sent; None if none is waiting."""
        ...

    async def mark_mailed(self, id: int, now: datetime) -> None:
        """The clinic's mail server has taken the letter; the first time counts."""
        ...

    async def mark_mail_failed(self, id: int, due: datetime) -> None:
        """Count one more attempt, and try again at `due`."""
        ...

    async def consents(self, person: str) -> list[Consent]:
        """Proofs of consent, the oldest first."""
        ...

    async def purge(self, now: datetime) -> None:
        """Erase what has been kept long enough: see `bot.store.terms`."""
        ...

"""A store in one SQLite file, on which one thread of its own works."""

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from bot.engine.session import Consent, Session
from bot.store import reads, writes
from bot.store.base import (
    CallbackRow,
    DueTimer,
    Entry,
    FailedRow,
    Line,
    OutboxRow,
    PausedRow,
    Step,
    StoreError,
    Taken,
)
from bot.store.cache import SessionCache
from bot.store.connection import connect, make_private, set_pragmas
from bot.store.quarantine import Poison, QuarantinedRow
from bot.store.schema import Schema, behind, schema_of
from bot.store.troubles import in_our_words
from bot.store.vitals import Backlog

P = ParamSpec("P")
T = TypeVar("T")


class SqliteStore:
    """Keeps the promises of `Store` in the file at `path`; a fresh file is given its tables by `open`.

    `open` raises SchemaBehind, SchemaAhead or StoreUnreadable; every method raises StoreBusy if another program has
    been writing for 5 seconds, and StoreError before `open` and after `close`.
    """

    def __init__(self, path: Path, cache: SessionCache | None = None) -> None:
        self._path = path.absolute()
        self.cache = SessionCache() if cache is None else cache
        self._thread: ThreadPoolExecutor | None = None
        self._db: sqlite3.Connection | None = None

    async def open(self) -> None:
        """Make the file if there is none, and check that it is for this program."""
        if self._thread:
            return
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        try:
            self._db = await self._in_thread(self._thread, partial(_opened, self._path))
        finally:
            if not self._db:
                self._let_go(self._thread)

    async def close(self) -> None:
        """Finish what is under way and close the file; closing twice is fine."""
        thread, db = self._thread, self._db
        if thread and db:
            closing = self._in_thread(thread, db.close)
            self._db = None
            await closing
            self.cache.clear()
            self._let_go(thread)

    async def take(self, entries: Sequence[Entry], step: Step) -> list[Taken]:
        """Work on a batch in one transaction; `step` runs in the store's thread."""
        return await self._run(writes.take, entries, step, self.cache)

    async def due_timers(
        self, now: datetime, limit: int = 100, channels: Collection[str] | None = None
    ) -> list[DueTimer]:
        """Timers due at `now` (UTC) or before, the oldest first; of these channels only, where they are given."""
        return await self._run(reads.due_timers, now, limit, channels)

    async def unsent(self, channel: str, limit: int = 100, without: Collection[str] = ()) -> list[OutboxRow]:
        """Waiting calls in the order in which they must be made."""
        return await self._run(reads.unsent, channel, limit, without)

    async def mark_sent(self, ids: Collection[int]) -> None:
        """Erase these calls."""
        await self._run(writes.mark_sent, ids)

    async def mark_tried(self, ids: Collection[int]) -> None:
        """Count one more attempt."""
        await self._run(writes.mark_tried, ids)

    async def mark_untried(self, ids: Collection[int]) -> None:
        """Take one attempt back, never below none."""
        await self._run(writes.mark_untried, ids)

    async def mark_failed(self, ids: Collection[int], why: str, now: datetime) -> None:
        """Give these calls up at `now` (UTC)."""
        await self._run(writes.mark_failed, ids, why, now)

    async def failed(self) -> list[FailedRow]:
        """Calls that were given up, the oldest first."""
        return await self._run(reads.failed)

    async def pause(self, person: str, channel: str, now: datetime) -> None:
        """Send no more to this person, and give up what waits at `now` (UTC)."""
        await self._run(writes.pause, person, channel, now)

    async def paused(self) -> list[PausedRow]:
        """Persons to whom nothing is sent, the oldest pause first."""
        return await self._run(reads.paused)

    async def session(self, person: str) -> Session | None:
        """The person's session, or None. Raises SessionUnreadable."""
        return await self._run(reads.session, person)

    async def transcript(self, person: str) -> list[Line]:
        """What was said, in order."""
        return await self._run(reads.transcript, person)

    async def callbacks(self, include_done: bool = False) -> list[CallbackRow]:
        """Requests for a call, the oldest first."""
        return await self._run(reads.callbacks, include_done)

    async def mark_callback_done(self, id: int, now: datetime) -> bool:
        """The call was made at `now` (UTC); the first time counts. Whether there is a request of this id."""
        return await self._run(writes.mark_callback_done, id, now)

    async def note_callback(self, id: int, note: str) -> bool:
        """Keep what staff wrote. Whether there is a request of this id."""
        return await self._run(writes.note_callback, id, note)

    async def letters_due(self, now: datetime) -> list[CallbackRow]:
        """Open requests whose letter has to be sent at `now` (UTC) or before, the oldest first."""
        return await self._run(reads.letters_due, now)

    async def next_letter(self) -> datetime | None:
        """When the next letter has to be sent; None if none is waiting."""
        return await self._run(reads.next_letter)

    async def mark_mailed(self, id: int, now: datetime) -> None:
        """The clinic's mail server has taken the letter at `now` (UTC); the first time counts."""
        await self._run(writes.mark_mailed, id, now)

    async def mark_mail_failed(self, id: int, due: datetime) -> None:
        """Count one more attempt, and try again at `due` (UTC)."""
        await self._run(writes.mark_mail_failed, id, due)

    async def consents(self, person: str) -> list[Consent]:
        """Proofs of consent, the oldest first."""
        return await self._run(reads.consents, person)

    async def quarantine(self, poisons: Sequence[Poison]) -> None:
        """Set events aside."""
        await self._run(writes.quarantine, poisons)

    async def quarantined(self) -> list[QuarantinedRow]:
        """Events that were set aside, the oldest first."""
        return await self._run(reads.quarantined)

    async def retry(self, id: str) -> bool:
        """Have an event tried again. Whether it can be."""
        return await self._run(writes.retry, id)

    async def drop(self, id: str) -> bool:
        """Erase what is kept of an event. Whether there is one of this id."""
        return await self._run(writes.drop, id)

    async def to_retry(self) -> list[QuarantinedRow]:
        """Events that staff want tried again, the oldest first."""
        return await self._run(reads.quarantined, waiting=True)

    async def retried(self, id: str, error: str | None) -> None:
        """It was tried again."""
        await self._run(writes.retried, id, error)

    async def pulse(self, now: datetime) -> str:
        """Write and commit something small at `now` (UTC); the revision of the schema."""
        return await self._run(writes.pulse, now)

    async def backlog(self, now: datetime) -> Backlog:
        """What waits at `now` (UTC)."""
        return await self._run(reads.backlog, now)

    async def purge(self, now: datetime) -> None:
        """Erase what has been kept long enough at `now` (UTC)."""
        await self._run(writes.purge, now)

    async def _run(self, work: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        if not self._thread or not self._db:
            raise StoreError(f"{self._path} is not open; call open() first.")
        return await self._in_thread(self._thread, partial(work, self._db, *args, **kwargs))

    def _in_thread(self, thread: ThreadPoolExecutor, work: Callable[[], T]) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(thread, _guarded, self._path, work)

    def _let_go(self, thread: ThreadPoolExecutor) -> None:
        thread.shutdown(wait=False)
        self._thread = None


def _guarded(path: Path, work: Callable[[], T]) -> T:
    try:
        return work()
    except sqlite3.Error as error:
        raise in_our_words(error, path) from error
    except StopIteration as error:  # no future can carry it: whoever waits would wait for ever
        raise RuntimeError("a step raised StopIteration") from error


def _opened(path: Path) -> sqlite3.Connection:
    make_private(path)
    db = connect(path)
    try:
        _check(db, path)
        set_pragmas(db)
    except BaseException:
        db.close()
        raise
    return db


def _check(db: sqlite3.Connection, path: Path) -> None:
    schema = schema_of(db, path)
    if schema is Schema.BEHIND:
        raise behind(path)
    if schema is Schema.FRESH:
        # Only now: it loads Alembic and SQLAlchemy, which no other start needs.
        from bot.store.migrate import upgrade  # noqa: PLC0415

        upgrade(path)

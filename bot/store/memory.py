"""A store in this process's memory: for `--ephemeral`, scripted conversations and simulation."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from itertools import count

from msgspec.structs import replace

from bot.engine.session import Consent, Session
from bot.store.base import (
    BLOCKED,
    CallbackRow,
    DueTimer,
    Entry,
    FailedRow,
    Line,
    OutboxRow,
    PausedRow,
    Step,
    Taken,
)
from bot.store.batch import Loaded, Wanted, wanted, work
from bot.store.codec import decode
from bot.store.ids import hashed_id, name_only
from bot.store.memory_quarantine import SetAside
from bot.store.memory_rows import callback, due_timer, merged
from bot.store.quarantine import Poison, QuarantinedRow
from bot.store.rows import Changes, ConversationRow, TimerKey, TimerRow
from bot.store.terms import cutoffs
from bot.store.times import micros, moment
from bot.store.vitals import Backlog


class MemoryStore:
    """Keeps the promises of `Store` except surviving the process; sessions are held encoded, so every load decodes.

    It is kept whole by having no `await` between a load and its write. `close` keeps everything, for "restart" tests.
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._conversations: dict[str, ConversationRow] = {}
        self._timers: dict[TimerKey, TimerRow] = {}
        self._lines: dict[str, list[Line]] = {}
        self._outbox: dict[int, OutboxRow] = {}
        self._waiting_since: dict[int, int] = {}
        self._failed: list[FailedRow] = []
        self._paused: dict[str, PausedRow] = {}
        self._callbacks: dict[int, CallbackRow] = {}
        self._consents: dict[str, list[Consent]] = {}
        self._set_aside = SetAside()
        self._numbers = count(1)

    async def open(self) -> None:
        """Nothing to do."""

    async def close(self) -> None:
        """Nothing to do."""

    async def take(self, entries: Sequence[Entry], step: Step) -> list[Taken]:
        """Work on a batch: nothing is written before every step has succeeded."""
        taken, changes = work(entries, step, self._load(wanted(entries)))
        self._forget(changes)
        self._end_pauses(changes)
        self._write(changes)
        return taken

    async def due_timers(
        self, now: datetime, limit: int = 100, channels: Collection[str] | None = None
    ) -> list[DueTimer]:
        """Timers due at `now` (UTC) or before, the oldest first; of these channels only, where they are given."""
        rows = [row for row in self._timers.values() if channels is None or row.channel in channels]
        due = sorted((row.due, row.person, row.name) for row in rows if row.due <= micros(now))
        return [due_timer(self._timers[person, name]) for _, person, name in due[:limit]]

    async def unsent(self, channel: str, limit: int = 100, without: Collection[str] = ()) -> list[OutboxRow]:
        """Waiting calls in the order in which they must be made."""
        quiet = {*without, *self._paused}
        return [row for row in self._outbox.values() if row.channel == channel and row.person not in quiet][:limit]

    async def mark_sent(self, ids: Collection[int]) -> None:
        """Erase these calls."""
        for id in ids:
            self._outbox.pop(id, None)
            self._waiting_since.pop(id, None)

    async def mark_tried(self, ids: Collection[int]) -> None:
        """Count one more attempt."""
        for row in self._rows(ids):
            self._outbox[row.id] = replace(row, tries=row.tries + 1)

    async def mark_untried(self, ids: Collection[int]) -> None:
        """Take one attempt back, never below none."""
        for row in self._rows(ids):
            self._outbox[row.id] = replace(row, tries=max(row.tries - 1, 0))

    async def mark_failed(self, ids: Collection[int], why: str, now: datetime) -> None:
        """Give these calls up at `now` (UTC)."""
        self._give_up(self._rows(ids), why, now)

    async def pause(self, person: str, channel: str, now: datetime) -> None:
        """Send no more to this person, and give up what waits at `now` (UTC)."""
        self._paused.setdefault(person, PausedRow(person, channel, now))
        self._give_up([row for row in self._outbox.values() if row.person == person], BLOCKED, now)

    async def paused(self) -> list[PausedRow]:
        """Persons to whom nothing is sent, the oldest pause first."""
        return sorted(self._paused.values(), key=lambda row: (row.at, row.person))

    async def failed(self) -> list[FailedRow]:
        """Calls that were given up, the oldest first."""
        return sorted(self._failed, key=lambda row: (row.at, row.id))

    async def session(self, person: str) -> Session | None:
        """The person's session, or None."""
        row = self._conversations.get(person)
        return decode(row.session) if row and row.session is not None else None

    async def transcript(self, person: str) -> list[Line]:
        """What was said, in order."""
        return list(self._lines.get(person, ()))

    async def callbacks(self, include_done: bool = False) -> list[CallbackRow]:
        """Requests for a call, the oldest first."""
        return [row for row in self._callbacks.values() if include_done or row.done_at is None]

    async def mark_callback_done(self, id: int, now: datetime) -> bool:
        """The call was made at `now` (UTC); the first time counts. Whether there is a request of this id."""
        return self._change_callback(id, lambda row: replace(row, done_at=row.done_at or now))

    async def note_callback(self, id: int, note: str) -> bool:
        """Keep what staff wrote. Whether there is a request of this id."""
        return self._change_callback(id, lambda row: replace(row, note=note))

    async def letters_due(self, now: datetime) -> list[CallbackRow]:
        """Open requests whose letter has to be sent at `now` (UTC) or before, the oldest first."""
        return [row for row in self._unmailed() if row.mail_due <= now]

    async def next_letter(self) -> datetime | None:
        """When the next letter has to be sent; None if none is waiting."""
        return min((row.mail_due for row in self._unmailed()), default=None)

    async def mark_mailed(self, id: int, now: datetime) -> None:
        """The clinic's mail server has taken the letter at `now` (UTC); the first time counts."""
        self._change_callback(id, lambda row: replace(row, mailed_at=row.mailed_at or now))

    async def mark_mail_failed(self, id: int, due: datetime) -> None:
        """Count one more attempt, and try again at `due` (UTC)."""
        self._change_callback(id, lambda row: replace(row, mail_tries=row.mail_tries + 1, mail_due=due))

    async def consents(self, person: str) -> list[Consent]:
        """Proofs of consent, the oldest first."""
        return list(self._consents.get(person, ()))

    async def quarantine(self, poisons: Sequence[Poison]) -> None:
        """Set events aside."""
        for poison in poisons:
            entry = poison.entry
            self._seen.setdefault(hashed_id(entry), micros(entry.at))
            self._set_aside.add(poison)
            if entry.fires:
                self._drop_timer(entry.person, *entry.fires)

    async def quarantined(self) -> list[QuarantinedRow]:
        """Events that were set aside, the oldest first."""
        return self._set_aside.sorted()

    async def retry(self, id: str) -> bool:
        """Have an event tried again. Whether it can be."""
        timer = self._set_aside.timer(id)
        if timer is None or timer.person not in self._conversations:
            return self._set_aside.ask_again(id)
        self._timers.setdefault((timer.person, timer.name), timer)
        return self._set_aside.drop(id)

    async def drop(self, id: str) -> bool:
        """Erase what is kept of an event. Whether there is one of this id."""
        return self._set_aside.drop(id)

    async def to_retry(self) -> list[QuarantinedRow]:
        """Events that staff want tried again, the oldest first."""
        return [row for row in self._set_aside.sorted() if row.waits]

    async def retried(self, id: str, error: str | None) -> None:
        """It was tried again."""
        if error is None:
            self._set_aside.drop(id)
        else:
            self._set_aside.failed_again(id, error)

    async def pulse(self, now: datetime) -> str:
        """There is nothing to write, and no schema."""
        return ""

    async def backlog(self, now: datetime) -> Backlog:
        """What waits at `now` (UTC)."""
        calls = [self._waiting_since[row.id] for row in self._outbox.values() if row.person not in self._paused]
        timers = [row.due for row in self._timers.values() if row.due <= micros(now)]
        letters = [row.at for row in self._unmailed()]
        return Backlog(
            calls=len(calls),
            oldest_call=moment(min(calls)) if calls else None,
            timers=len(timers),
            oldest_timer=moment(min(timers)) if timers else None,
            letters=len(letters),
            oldest_letter=min(letters, default=None),
            quarantined=len(self._set_aside),
            failed=len(self._failed),
        )

    async def purge(self, now: datetime) -> None:
        """Erase what has been kept long enough at `now` (UTC)."""
        before = cutoffs(now)
        self._give_up([row for row in self._outbox.values() if row.person in self._paused], BLOCKED, now)
        for person, row in self._conversations.items():
            if row.heard_at < before.transcript:
                self._lines.pop(person, None)
        self._seen = {id: at for id, at in self._seen.items() if at >= before.seen_id}
        self._callbacks = {
            id: row
            for id, row in self._callbacks.items()
            if row.done_at is None or micros(row.done_at) >= before.done_callback
        }
        self._failed = [row for row in self._failed if micros(row.at) >= before.trouble]
        self._set_aside.purge(moment(before.transcript), moment(before.trouble))

    def _load(self, need: Wanted) -> Loaded:
        rows = (self._conversations[person] for person in need.persons if person in self._conversations)
        return Loaded(
            seen=frozenset(id for id in need.ids if id in self._seen),
            sessions={row.person: row.session for row in rows if row.session is not None},
            timers={key: row.due for key, row in self._timers.items() if key[0] in need.firing} if need.firing else {},
        )

    def _rows(self, ids: Iterable[int]) -> list[OutboxRow]:
        return [self._outbox[id] for id in dict.fromkeys(ids) if id in self._outbox]

    def _give_up(self, rows: Iterable[OutboxRow], why: str, now: datetime) -> None:
        for row in rows:
            del self._outbox[row.id], self._waiting_since[row.id]
            self._failed.append(FailedRow(row.id, row.person, row.channel, name_only(why), now))

    def _unmailed(self) -> list[CallbackRow]:
        return [row for row in self._callbacks.values() if row.mailed_at is None and row.done_at is None]

    def _change_callback(self, id: int, change: Callable[[CallbackRow], CallbackRow]) -> bool:
        row = self._callbacks.get(id)
        if row:
            self._callbacks[id] = change(row)
        return row is not None

    def _drop_timer(self, person: str, name: str, due: datetime) -> None:
        row = self._timers.get((person, name))
        if row and row.due == micros(due):
            del self._timers[person, name]

    def _forget(self, changes: Changes) -> None:
        self._set_aside.forget(changes.forgotten)
        for person in changes.forgotten:
            self._lines.pop(person, None)
        if changes.forgotten:
            self._outbox = {id: row for id, row in self._outbox.items() if row.person not in changes.forgotten}
            self._waiting_since = {id: at for id, at in self._waiting_since.items() if id in self._outbox}
        if changes.timers_forgotten:
            self._timers = {key: row for key, row in self._timers.items() if key[0] not in changes.timers_forgotten}

    def _end_pauses(self, changes: Changes) -> None:
        for person in changes.heard:
            self._paused.pop(person, None)

    def _write(self, changes: Changes) -> None:
        self._seen.update(changes.seen)
        for row in changes.conversations.values():
            self._conversations[row.person] = merged(self._conversations.get(row.person), row)
        for key, timer in changes.timers.items():
            self._timers.pop(key, None)
            if timer:
                self._timers[key] = timer
        for line in changes.lines:
            self._lines.setdefault(line.person, []).append(Line(moment(line.at), line.who, line.text))
        for call in changes.calls:
            id = next(self._numbers)
            self._outbox[id] = OutboxRow(id, call.person, call.channel, call.address, call.payload, tries=0)
            self._waiting_since[id] = call.at
        for asked in changes.requests:
            id = next(self._numbers)
            self._callbacks[id] = callback(id, asked)
        for consent in changes.consents:
            self._consents.setdefault(consent.person, []).append(Consent(consent.version, moment(consent.at)))

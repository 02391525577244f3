"""One batch, worked on in memory between one load and one write: the part that is the same for every database."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bot.engine.effects import AnyEffect, CancelTimer, Forget, RecordConsent, RequestCallback, SetTimer
from bot.engine.session import Session
from bot.store.base import Entry, Step, Taken, Written
from bot.store.codec import decode, encode
from bot.store.ids import hashed_id
from bot.store.rows import (
    CallRow,
    Changes,
    ConsentRow,
    ConversationRow,
    LineRow,
    RequestRow,
    SeenRow,
    TimerKey,
    TimerRow,
)
from bot.store.times import micros


class Loaded(Struct, frozen=True):
    """What the database holds about a batch, read inside the batch's transaction."""

    seen: frozenset[str]
    """Which of the batch's hashed ids were seen before."""
    sessions: Mapping[str, bytes]
    """Encoded, by person."""
    timers: Mapping[TimerKey, int]
    """When the timers of the persons with a timer in the batch are due."""


class Wanted(Struct, frozen=True):
    """What must be loaded before a batch can be worked on."""

    ids: frozenset[str]
    persons: frozenset[str]
    firing: frozenset[str]
    """Persons with a timer in the batch."""


def wanted(entries: Sequence[Entry]) -> Wanted:
    """What `work` needs to know about these entries."""
    return Wanted(
        ids=frozenset(hashed_id(entry) for entry in entries if not entry.fires),
        persons=frozenset(entry.person for entry in entries),
        firing=frozenset(entry.person for entry in entries if entry.fires),
    )


def work(entries: Sequence[Entry], step: Step, loaded: Loaded) -> tuple[list[Taken], Changes]:
    """Step every entry in order; what comes out must be written in the same transaction."""
    batch = _Batch(step, loaded)
    return [batch.take(entry) for entry in entries], batch.changes


class _Batch:
    def __init__(self, step: Step, loaded: Loaded) -> None:
        self.changes = Changes()
        self._step = step
        self._loaded = loaded
        self._seen = set(loaded.seen)
        self._sessions: dict[str, Session | None] = {}

    def take(self, entry: Entry) -> Taken:
        claimed = self._claim_timer(entry) if entry.fires else self._claim_id(entry)
        if not claimed:
            return Taken(entry, None)
        written = self._step(entry, None if entry.blind else self._session(entry.person))
        self._write(entry, written)
        return Taken(entry, written)

    def _claim_id(self, entry: Entry) -> bool:
        id = hashed_id(entry)
        if id in self._seen:
            return False
        self._seen.add(id)
        self.changes.heard.add(entry.person)
        self.changes.seen.append(SeenRow(id, micros(entry.at)))
        return True

    def _claim_timer(self, entry: Entry) -> bool:
        """A timer is claimed by its row, not by a seen id: one cancelled or moved meanwhile must not fire,
        and one set again for the same moment must."""
        name, due = entry.fires or ("", entry.at)
        if self._due(entry.person, name) != micros(due):
            return False
        self.changes.timers[entry.person, name] = None
        return True

    def _due(self, person: str, name: str) -> int | None:
        key = (person, name)
        if key in self.changes.timers:
            row = self.changes.timers[key]
            return row.due if row else None
        return None if person in self.changes.timers_forgotten else self._loaded.timers.get(key)

    def _session(self, person: str) -> Session | None:
        if person not in self._sessions:
            stored = self._loaded.sessions.get(person)
            self._sessions[person] = decode(stored) if stored is not None else None
        return self._sessions[person]

    def _write(self, entry: Entry, written: Written) -> None:
        forgets = [effect for effect in written.effects if isinstance(effect, Forget)]
        if forgets:
            self.changes.forget(entry.person, timers=any(effect.timers for effect in forgets))
        self._keep_session(entry, written.session)
        for effect in written.effects:
            self._carry_out(entry, effect)
        at = micros(entry.at)
        self.changes.lines += (LineRow(entry.person, at, who, text) for who, text in written.transcript)
        self.changes.calls += (CallRow(entry.person, entry.channel, entry.address, call, at) for call in written.outbox)

    def _keep_session(self, entry: Entry, session: Session | None) -> None:
        # A timer is not the person speaking: it must not lengthen how long the transcript is kept.
        heard_at = 0 if entry.fires else micros(entry.at)
        encoded = encode(session) if session else None
        if session:
            self._sessions[entry.person] = session
        earlier = self.changes.conversations.get(entry.person)
        if earlier:
            encoded = encoded or earlier.session
            heard_at = max(heard_at, earlier.heard_at)
        self.changes.conversations[entry.person] = ConversationRow(entry.person, encoded, heard_at)

    def _carry_out(self, entry: Entry, effect: AnyEffect) -> None:
        match effect:
            case SetTimer(name=name, due=due):
                row = TimerRow(entry.person, name, entry.channel, entry.address, micros(due))
                self.changes.timers[entry.person, name] = row
            case CancelTimer(name=name):
                self.changes.timers[entry.person, name] = None
            case RequestCallback():
                self.changes.requests.append(_request(entry, effect))
            case RecordConsent(version=version, at=at):
                self.changes.consents.append(ConsentRow(entry.person, version, micros(at)))
            case _:
                pass


def _request(entry: Entry, asked: RequestCallback) -> RequestRow:
    return RequestRow(
        at=micros(entry.at),
        name=asked.name,
        contact=asked.contact,
        time=asked.time,
        lang=asked.lang,
        notice_version=asked.notice_version,
        notice_at=micros(asked.notice_at),
        answers=asked.answers,
        mail_due=micros(entry.at),
    )

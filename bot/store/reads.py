"""What the SQLite store can be asked."""

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime
from typing import Any

from bot.engine.session import Consent, Session
from bot.store import sql
from bot.store.base import CallbackRow, DueTimer, FailedRow, Line, OutboxRow, PausedRow
from bot.store.batch import Loaded, Wanted
from bot.store.cache import SessionCache
from bot.store.codec import decode
from bot.store.quarantine import QuarantinedRow
from bot.store.times import micros, moment
from bot.store.vitals import Backlog


def load(db: sqlite3.Connection, need: Wanted, cache: SessionCache) -> Loaded:
    """What the database holds about a batch, in one to four statements; call it inside the batch's transaction."""
    cache.sync(db.execute(sql.DATA_VERSION).fetchone()[0])
    known = cache.known(need.persons)
    unknown = need.persons - known.keys()
    seen = db.execute(sql.SEEN, (as_list(need.ids),))
    sessions = db.execute(sql.SESSIONS, (as_list(unknown),)) if unknown else ()
    timers = db.execute(sql.TIMERS, (as_list(need.firing),)) if need.firing else ()
    return Loaded(
        seen=frozenset(id for (id,) in seen),
        sessions={**known, **dict(sessions)},
        timers={(person, name): due for person, name, due in timers},
    )


def due_timers(db: sqlite3.Connection, now: datetime, limit: int, channels: Collection[str] | None) -> list[DueTimer]:
    """Timers due at `now` or before, the oldest first; of these channels only, where they are given."""
    rows = db.execute(sql.DUE_TIMERS, (micros(now), channels is None, as_list(channels or ()), limit))
    return [DueTimer(person, channel, address, name, moment(due)) for person, channel, address, name, due in rows]


def unsent(db: sqlite3.Connection, channel: str, limit: int, without: Collection[str]) -> list[OutboxRow]:
    """Waiting calls in the order in which they must be made."""
    return [OutboxRow(*row) for row in db.execute(sql.UNSENT, (channel, as_list(without), limit))]


def failed(db: sqlite3.Connection) -> list[FailedRow]:
    """Calls that were given up, the oldest first."""
    return [FailedRow(id, person, channel, why, moment(at)) for id, person, channel, why, at in db.execute(sql.FAILED)]


def paused(db: sqlite3.Connection) -> list[PausedRow]:
    """Persons to whom nothing is sent, the oldest pause first."""
    return [PausedRow(person, channel, moment(at)) for person, channel, at in db.execute(sql.PAUSED)]


def session(db: sqlite3.Connection, person: str) -> Session | None:
    """The person's session, or None. Raises SessionUnreadable."""
    row = db.execute(sql.SESSION, (person,)).fetchone()
    return decode(row[0]) if row and row[0] is not None else None


def transcript(db: sqlite3.Connection, person: str) -> list[Line]:
    """What was said, in order."""
    return [Line(moment(at), who, text) for at, who, text in db.execute(sql.TRANSCRIPT, (person,))]


def callbacks(db: sqlite3.Connection, include_done: bool) -> list[CallbackRow]:
    """Requests for a call, the oldest first."""
    return [_callback(*row) for row in db.execute(sql.CALLBACKS, (include_done,))]


def letters_due(db: sqlite3.Connection, now: datetime) -> list[CallbackRow]:
    """Open requests whose letter has to be sent at `now` or before, the oldest first."""
    return [_callback(*row) for row in db.execute(sql.LETTERS_DUE, (micros(now),))]


def next_letter(db: sqlite3.Connection) -> datetime | None:
    """When the next letter has to be sent; None if none is waiting."""
    return _moment_or_none(db.execute(sql.NEXT_LETTER).fetchone()[0])


def consents(db: sqlite3.Connection, person: str) -> list[Consent]:
    """Proofs of consent, the oldest first."""
    return [Consent(version, moment(at)) for version, at in db.execute(sql.CONSENTS, (person,))]


def quarantined(db: sqlite3.Connection, waiting: bool = False) -> list[QuarantinedRow]:
    """Events that were set aside, the oldest first; with `waiting` only those that are to be tried again."""
    rows = db.execute(sql.QUARANTINED, (waiting,))
    return [
        QuarantinedRow(id, person, error, moment(at), channel, timer, body, address, screen, again, bool(waits))
        for id, person, error, at, channel, timer, body, address, screen, again, waits in rows
    ]


def backlog(db: sqlite3.Connection, now: datetime) -> Backlog:
    """What waits at `now`."""
    calls, call, timers, timer, letters, letter, poison, failures = db.execute(
        sql.BACKLOG, {"now": micros(now)}
    ).fetchone()
    return Backlog(
        calls=calls,
        oldest_call=_moment_or_none(call),
        timers=timers,
        oldest_timer=_moment_or_none(timer),
        letters=letters,
        oldest_letter=_moment_or_none(letter),
        quarantined=poison,
        failed=failures,
    )


def _callback(id: int, at: int, notice_at: int, mail_due: int, *rest: Any) -> CallbackRow:
    done_at, mailed_at, mail_tries, name, contact, time, lang, notice_version, answers, note = rest
    return CallbackRow(
        id=id,
        at=moment(at),
        name=name,
        contact=contact,
        time=time,
        lang=lang,
        notice_version=notice_version,
        notice_at=moment(notice_at),
        answers=answers,
        mail_due=moment(mail_due),
        done_at=_moment_or_none(done_at),
        mailed_at=_moment_or_none(mailed_at),
        mail_tries=mail_tries,
        note=note,
    )


def _moment_or_none(since_1970: int | None) -> datetime | None:
    return None if since_1970 is None else moment(since_1970)


def as_list(values: Collection[str] | Collection[int]) -> str:
    """The values as the one parameter that `json_each` spreads out again."""
    return json.dumps(list(values))

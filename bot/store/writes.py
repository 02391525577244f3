"""What the SQLite store writes, each in one transaction."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from bot.store import sql
from bot.store.base import BLOCKED, Entry, Step, Taken
from bot.store.batch import wanted, work
from bot.store.cache import SessionCache
from bot.store.connection import scrub, transaction
from bot.store.ids import hashed_id, name_only
from bot.store.quarantine import Poison
from bot.store.reads import as_list, load, paused
from bot.store.rows import Changes
from bot.store.terms import cutoffs
from bot.store.times import micros

Parameters = tuple[Any, ...]


def take(db: sqlite3.Connection, entries: Sequence[Entry], step: Step, cache: SessionCache) -> list[Taken]:
    """Work on a batch: one load, the steps, one write; the cache holds what was committed, and nothing in doubt."""
    need = wanted(entries)
    try:
        with transaction(db):
            loaded = load(db, need, cache)
            taken, changes = work(entries, step, loaded)
            for statement, rows in statements(changes):
                if rows:
                    db.executemany(statement, rows)
    except BaseException:
        cache.drop(need.persons)
        raise
    written = {row.person: row.session for row in changes.conversations.values() if row.session is not None}
    cache.keep({**loaded.sessions, **written})
    if changes.forgotten:
        scrub(db)
    return taken


def statements(changes: Changes) -> Iterator[tuple[str, Sequence[Parameters]]]:
    """The statements of a batch in the order that keeps its meaning, each with all its rows."""
    forgotten = [(person,) for person in changes.forgotten]
    yield sql.FORGET_TRANSCRIPT, forgotten
    yield sql.FORGET_OUTBOX, forgotten
    yield sql.FORGET_POISON, forgotten
    yield sql.FORGET_TIMERS, [(person,) for person in changes.timers_forgotten]
    yield sql.CANCEL_TIMER, [key for key, row in changes.timers.items() if row is None]
    yield sql.END_PAUSE, [(person,) for person in changes.heard]
    yield sql.ADD_SEEN, changes.seen
    yield sql.SAVE_CONVERSATION, list(changes.conversations.values())  # before all rows that refer to it
    yield sql.SET_TIMER, [row for row in changes.timers.values() if row]
    yield sql.ADD_LINE, changes.lines
    yield sql.ADD_CALL, changes.calls
    yield sql.ADD_CALLBACK, changes.requests
    yield sql.ADD_CONSENT, changes.consents


def mark_sent(db: sqlite3.Connection, ids: Collection[int]) -> None:
    """Erase calls that were taken: kept as "sent" they would be health words with an address, and of no use."""
    with transaction(db):
        db.execute(sql.SENT, (as_list(ids),))


def mark_tried(db: sqlite3.Connection, ids: Collection[int]) -> None:
    """Count one more attempt."""
    with transaction(db):
        db.execute(sql.TRIED, (as_list(ids),))


def mark_untried(db: sqlite3.Connection, ids: Collection[int]) -> None:
    """Take one attempt back."""
    with transaction(db):
        db.execute(sql.UNTRIED, (as_list(ids),))


def mark_failed(db: sqlite3.Connection, ids: Collection[int], why: str, now: datetime) -> None:
    """Give calls up: keep that they failed, erase what they said and to whom."""
    with transaction(db):
        _give_up(db, ids, why, now)


def pause(db: sqlite3.Connection, person: str, channel: str, now: datetime) -> None:
    """Send no more to this person, and give up what waits."""
    with transaction(db):
        db.execute(sql.PAUSE, (person, channel, micros(now)))
        _give_up(db, _waiting(db, [person]), BLOCKED, now)


def _waiting(db: sqlite3.Connection, persons: Collection[str]) -> list[int]:
    return [id for (id,) in db.execute(sql.WAITING, (as_list(persons),))]


def _give_up(db: sqlite3.Connection, ids: Collection[int], why: str, now: datetime) -> None:
    db.execute(sql.ADD_FAILED, (name_only(why), micros(now), as_list(ids)))
    db.execute(sql.SENT, (as_list(ids),))


def mark_callback_done(db: sqlite3.Connection, id: int, now: datetime) -> bool:
    """The call was made; the first time counts. Whether there is a request of this id."""
    with transaction(db):
        return db.execute(sql.CALLBACK_DONE, (micros(now), id)).rowcount > 0


def note_callback(db: sqlite3.Connection, id: int, note: str) -> bool:
    """Keep what staff wrote. Whether there is a request of this id."""
    with transaction(db):
        return db.execute(sql.CALLBACK_NOTE, (note, id)).rowcount > 0


def mark_mailed(db: sqlite3.Connection, id: int, now: datetime) -> None:
    """The clinic's mail server has taken the letter; the first time counts."""
    with transaction(db):
        db.execute(sql.MAILED, (micros(now), id))


def mark_mail_failed(db: sqlite3.Connection, id: int, due: datetime) -> None:
    """Count one more attempt, and try again at `due`."""
    with transaction(db):
        db.execute(sql.MAIL_FAILED, (micros(due), id))


def quarantine(db: sqlite3.Connection, poisons: Sequence[Poison]) -> None:
    """Set events aside."""
    with transaction(db):
        for poison in poisons:
            _set_aside(db, poison)


def _set_aside(db: sqlite3.Connection, poison: Poison) -> None:
    entry = poison.entry
    id, at = hashed_id(entry), micros(entry.at)
    name, due = (entry.fires[0], micros(entry.fires[1])) if entry.fires else ("", 0)
    what = (id, entry.person, name_only(poison.error), at)
    db.execute(sql.SEE, (id, at))
    db.execute(sql.QUARANTINE, (*what, entry.channel, name, due, poison.body, entry.address, poison.screen))
    db.execute(sql.DROP_TIMER, (entry.person, name, due))


def retry(db: sqlite3.Connection, id: str) -> bool:
    """Have an event tried again. Whether it can be."""
    with transaction(db):
        db.execute(sql.TIMER_AGAIN, (id,))
        stands = db.execute(sql.TIMER_STANDS, (id,)).rowcount > 0
        db.execute(sql.AGAIN, (id,))
        return stands or db.execute(sql.WAITS, (id,)).fetchone()[0] > 0


def retried(db: sqlite3.Connection, id: str, error: str | None) -> None:
    """It was tried again."""
    with transaction(db):
        if error is None:
            db.execute(sql.DROP, (id,))
        else:
            db.execute(sql.FAILED_AGAIN, (name_only(error), id))


def drop(db: sqlite3.Connection, id: str) -> bool:
    """Erase what is kept of an event. Whether there is one of this id."""
    with transaction(db):
        there = db.execute(sql.DROP, (id,)).rowcount > 0
    scrub(db)
    return there


def pulse(db: sqlite3.Connection, now: datetime) -> str:
    """Write and commit something small; the revision of the schema."""
    with transaction(db):
        db.execute(sql.PULSE, (micros(now),))
        (revision,) = db.execute(sql.REVISION).fetchone()
    return str(revision)


def purge(db: sqlite3.Connection, now: datetime) -> None:
    """Erase what has been kept long enough."""
    before = cutoffs(now)
    with transaction(db):
        _give_up(db, _waiting(db, [row.person for row in paused(db)]), BLOCKED, now)
        db.execute(sql.PURGE_TRANSCRIPT, (before.transcript,))
        db.execute(sql.PURGE_CALLBACKS, (before.done_callback,))
        db.execute(sql.PURGE_SEEN, (before.seen_id,))
        db.execute(sql.PURGE_FAILED, (before.trouble,))
        db.execute(sql.PURGE_POISON, (before.transcript,))
        db.execute(sql.PURGE_QUARANTINE, (before.trouble,))
    scrub(db)

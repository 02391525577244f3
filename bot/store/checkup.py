"""Whether a database is sound: SQLite's own checks, and what must always hold of conversations, in plain words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from bot.store.base import SessionUnreadable
from bot.store.codec import decode
from bot.store.connection import connect
from bot.store.schema import Schema, behind, schema_of
from bot.store.terms import Cutoffs, cutoffs
from bot.store.times import micros
from bot.store.troubles import in_our_words, not_ours

GRACE = timedelta(hours=2)
"""How long after its term a row may still be there: rows are erased every hour."""

FIRST = 20
"""Lines of SQLite's own complaints that are shown."""


class Finding(Struct, frozen=True):
    """One thing that was looked at; `wrong` is empty where it is as it must be, `mend` says what to do otherwise."""

    looked_at: str
    wrong: str = ""
    mend: str = ""


Moments = tuple[datetime, Cutoffs]
"""Now, and what is older than its term and its grace."""

Question = Callable[[sqlite3.Connection, Moments], Finding]

RESTORE = "Stop heatwise serve, and restore the latest backup: heatwise db restore FILE"
REPORT = "Make a backup, and report this: the program should never do it"
ERASE = "Start heatwise serve: it erases what is too old as soon as it runs, and every hour"


def check(path: Path, now: datetime, looking: Callable[[str], None]) -> Iterator[Finding]:
    """Look at everything; `looking` is told what is looked at next. Changes nothing.

    Raises SchemaBehind, SchemaAhead, StoreUnreadable.
    """
    late = cutoffs(now - GRACE)
    try:
        with closing(connect(path)) as db:
            _must_be_current(db, path)
            for name, question in QUESTIONS.items():
                looking(name)
                finding = question(db, (now, late))
                yield finding
                if finding.wrong and name == PAGES:
                    return  # what else is read from a damaged file means nothing
    except sqlite3.Error as error:
        raise in_our_words(error, path) from error
    yield _mode(path)


def _must_be_current(db: sqlite3.Connection, path: Path) -> None:
    schema = schema_of(db, path)
    if schema is Schema.BEHIND:
        raise behind(path)
    if schema is Schema.FRESH:
        raise not_ours(path)


def _pages(db: sqlite3.Connection, _: Moments) -> Finding:
    try:
        found = [str(line) for (line,) in db.execute(f"PRAGMA integrity_check({FIRST})")]
    except sqlite3.DatabaseError as error:
        found = [f"the file is damaged ({type(error).__name__})"]
    wrong = "" if found == ["ok"] else "; ".join(found)
    return Finding(PAGES, wrong, RESTORE)


def _keys(db: sqlite3.Connection, _: Moments) -> Finding:
    lost = db.execute("PRAGMA foreign_key_check").fetchall()
    wrong = f"{len(lost)} rows belong to nobody" if lost else ""
    return Finding(KEYS, wrong, RESTORE)


def _sessions(db: sqlite3.Connection, _: Moments) -> Finding:
    stored = db.execute("SELECT session FROM conversations WHERE session IS NOT NULL")
    unreadable = sum(not _readable(session) for (session,) in stored)
    wrong = f"{unreadable} cannot be read; those patients are told to call the clinic" if unreadable else ""
    mend = "Install the version of Heatwise that ran last; if it cannot read them either, restore the latest backup"
    return Finding(SESSIONS, wrong, mend)


def _readable(session: bytes) -> bool:
    try:
        decode(session)
    except SessionUnreadable:
        return False
    return True


def _count(name: str, statement: str, said: str, mend: str, at: Callable[[Moments], int]) -> Question:
    """A question whose answer is a number of rows that should be none."""

    def ask(db: sqlite3.Connection, moments: Moments) -> Finding:
        (number,) = db.execute(statement, {"at": at(moments)}).fetchone()
        return Finding(name, said.format(number) if number else "", mend)

    return ask


PAGES = "every page and index of the file"
KEYS = "every row belongs to a conversation"
SESSIONS = "every conversation can be read"
TRIES = "no call was made more often than it may be"
TIMERS = "no timer is late"
WAITING = "no reply has waited for more than an hour"
WORDS = "no words of a patient are kept longer than a day after the last message"
POISON = "nothing of an event that was set aside is kept longer than a day"
CALLBACKS = "no call request is kept longer than 30 days after it was done"
SEEN = "no hash of an event is kept longer than a week"
CLOCK = "nothing was stored in the future"

QUESTIONS: dict[str, Question] = {
    PAGES: _pages,
    KEYS: _keys,
    SESSIONS: _sessions,
    TRIES: _count(
        TRIES, "SELECT count(*) FROM outbox WHERE tries NOT BETWEEN 0 AND 2", "{} were", REPORT, lambda _: 0
    ),
    TIMERS: _count(
        TIMERS,
        "SELECT count(*) FROM timers WHERE due < :at",
        "{} should have fired more than two hours ago",
        "Start heatwise serve. If it runs, look into its log",
        lambda moments: micros(moments[0] - GRACE),
    ),
    WAITING: _count(
        WAITING,
        "SELECT count(*) FROM outbox WHERE at < :at AND person NOT IN (SELECT person FROM paused)",
        "{} have",
        "Start heatwise serve. If it runs, open /readyz and look into its log",
        lambda moments: micros(moments[0] - timedelta(hours=1)),
    ),
    WORDS: _count(
        WORDS,
        "SELECT count(*) FROM transcript WHERE person IN (SELECT person FROM conversations WHERE heard_at < :at)",
        "{} lines are",
        ERASE,
        lambda moments: moments[1].transcript,
    ),
    POISON: _count(
        POISON, "SELECT count(*) FROM quarantine WHERE at < :at AND address <> ''", "{} are", ERASE,
        lambda moments: moments[1].transcript,
    ),
    CALLBACKS: _count(
        CALLBACKS, "SELECT count(*) FROM callbacks WHERE done_at < :at", "{} are", ERASE,
        lambda moments: moments[1].done_callback,
    ),
    SEEN: _count(
        SEEN, "SELECT count(*) FROM seen WHERE at < :at", "{} are", ERASE, lambda moments: moments[1].seen_id
    ),
    CLOCK: _count(
        CLOCK,
        "SELECT count(*) FROM conversations WHERE heard_at > :at",
        "{} conversations were",
        "The clock of this machine was or is wrong. Put it right; what was stored stays until its term by that clock",
        lambda moments: micros(moments[0] + timedelta(hours=1)),
    ),
}  # fmt: skip


def _mode(path: Path) -> Finding:
    name = "only its owner can read the file"
    open_to = path.stat().st_mode & 0o077
    return Finding(name, "others can" if open_to else "", f"Type: chmod 600 {path}")

"""The first schema: all times are microseconds since 1970 in UTC, and a person is a keyed hash."""

import sqlite3

from alembic import op

revision = "0001"
down_revision = None

_STRICT = sqlite3.sqlite_version_info >= (3, 37)

_PLAIN = "STRICT" if _STRICT else ""
_BY_KEY = "STRICT, WITHOUT ROWID" if _STRICT else "WITHOUT ROWID"

_TABLES = (
    f"""
    CREATE TABLE seen (
        id TEXT NOT NULL PRIMARY KEY,
        at INTEGER NOT NULL
    ) {_BY_KEY}
    """,
    f"""
    CREATE TABLE conversations (
        person TEXT NOT NULL PRIMARY KEY,
        session BLOB,
        heard_at INTEGER NOT NULL
    ) {_PLAIN}
    """,
    f"""
    CREATE TABLE timers (
        person TEXT NOT NULL REFERENCES conversations (person),
        name TEXT NOT NULL,
        channel TEXT NOT NULL,
        address TEXT NOT NULL,
        due INTEGER NOT NULL,
        PRIMARY KEY (person, name)
    ) {_BY_KEY}
    """,
    "CREATE INDEX timers_by_due ON timers (due)",
    f"""
    CREATE TABLE transcript (
        id INTEGER PRIMARY KEY,
        person TEXT NOT NULL REFERENCES conversations (person),
        at INTEGER NOT NULL,
        who TEXT NOT NULL,
        text TEXT NOT NULL
    ) {_PLAIN}
    """,
    "CREATE INDEX transcript_by_person ON transcript (person)",
    # AUTOINCREMENT: an id is never used again, so a late "sent" cannot erase another reply.
    f"""
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person TEXT NOT NULL REFERENCES conversations (person),
        channel TEXT NOT NULL,
        address TEXT NOT NULL,
        payload BLOB NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0
    ) {_PLAIN}
    """,
    "CREATE INDEX outbox_by_channel ON outbox (channel)",
    "CREATE INDEX outbox_by_person ON outbox (person)",
    f"""
    CREATE TABLE failed (
        id INTEGER PRIMARY KEY,
        person TEXT NOT NULL,
        channel TEXT NOT NULL,
        why TEXT NOT NULL,
        at INTEGER NOT NULL
    ) {_PLAIN}
    """,
    f"""
    CREATE TABLE callbacks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        name TEXT NOT NULL,
        contact TEXT NOT NULL,
        time TEXT NOT NULL,
        lang TEXT NOT NULL,
        notice_version TEXT NOT NULL,
        notice_at INTEGER NOT NULL,
        answers TEXT NOT NULL,
        done_at INTEGER
    ) {_PLAIN}
    """,
    f"""
    CREATE TABLE consents (
        id INTEGER PRIMARY KEY,
        person TEXT NOT NULL,
        version TEXT NOT NULL,
        at INTEGER NOT NULL
    ) {_PLAIN}
    """,
    "CREATE INDEX consents_by_person ON consents (person)",
    f"""
    CREATE TABLE quarantine (
        id TEXT NOT NULL PRIMARY KEY,
        person TEXT NOT NULL,
        error TEXT NOT NULL,
        at INTEGER NOT NULL
    ) {_BY_KEY}
    """,
)


def upgrade() -> None:
    """Make all tables."""
    for statement in _TABLES:
        op.execute(statement)

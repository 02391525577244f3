"""Persons to whom nothing is sent, and what became of the letter that tells the clinic of a request for a call."""

import sqlite3

from alembic import op

revision = "0002"
down_revision = "0001"

_BY_KEY = "STRICT, WITHOUT ROWID" if sqlite3.sqlite_version_info >= (3, 37) else "WITHOUT ROWID"

_STEPS = (
    f"""
    CREATE TABLE paused (
        person TEXT NOT NULL PRIMARY KEY,
        channel TEXT NOT NULL,
        at INTEGER NOT NULL
    ) {_BY_KEY}
    """,
    "ALTER TABLE callbacks ADD COLUMN mailed_at INTEGER",
    "ALTER TABLE callbacks ADD COLUMN mail_tries INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE callbacks ADD COLUMN mail_due INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE callbacks ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    # Nobody has sent a letter for the requests that are there: each has been due since it was made.
    "UPDATE callbacks SET mail_due = at",
)


def upgrade() -> None:
    """Add a table and four columns; nothing that is there is lost."""
    for statement in _STEPS:
        op.execute(statement)

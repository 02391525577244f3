"""Events set aside can be tried again, a waiting call knows since when it waits, and a row shows that writing works."""

import sqlite3

from alembic import op

revision = "0003"
down_revision = "0002"

_PLAIN = "STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""

_STEPS = (
    "ALTER TABLE quarantine ADD COLUMN channel TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE quarantine ADD COLUMN timer TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE quarantine ADD COLUMN due INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE quarantine ADD COLUMN body BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE quarantine ADD COLUMN address TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE quarantine ADD COLUMN screen INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE quarantine ADD COLUMN again INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE quarantine ADD COLUMN waits INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE outbox ADD COLUMN at INTEGER NOT NULL DEFAULT 0",
    # Since when the calls that are there have waited nobody knows: from now on they are counted.
    "UPDATE outbox SET at = CAST(strftime('%s', 'now') AS INTEGER) * 1000000",
    f"CREATE TABLE pulse (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) {_PLAIN}",
)


def upgrade() -> None:
    """Add columns and a table; nothing that is there is lost."""
    for statement in _STEPS:
        op.execute(statement)

"""How a SQLite file is made, opened, written in one piece and scrubbed."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.store.troubles import forbidden

BUSY_SECONDS = 5.0
"""How long to wait while another program writes."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit is on the disk before the platform is told "got it"
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is erased is overwritten, not only unlisted
)


def make_private(path: Path) -> None:
    """Make the file (0600) and its folder (0700) unless they exist. Raises StoreUnreadable."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise forbidden(path, error) from error


def connect(path: Path) -> sqlite3.Connection:
    """A connection on which nothing is set but the patience; transactions are begun by hand."""
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def set_pragmas(db: sqlite3.Connection) -> None:
    """Durable, checked, and forgetful."""
    for pragma in _PRAGMAS:
        db.execute(pragma)


@contextmanager
def transaction(db: sqlite3.Connection) -> Generator[None]:
    """All or nothing; the write lock of the file is taken at the start, so that no read in between grows stale."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def scrub(db: sqlite3.Connection) -> None:
    """Empty the write-ahead file, where erased words would stand until they happen to be overwritten.

    Never waits and never fails: what has to be erased is committed, and the next scrub mends what this one missed.
    """
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA busy_timeout = 0")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")

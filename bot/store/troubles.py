"""What SQLite complains about, in words that say what to do."""

import sqlite3
from pathlib import Path

from bot.store.base import StoreBusy, StoreError, StoreUnreadable

_NOT_OURS = "is not a Heatwise database; move it away or set HEATWISE_DATA_DIR to another folder"
_FORBIDDEN = "may not be read and written by this user; mend the owner and mode of the file and its folder"

_TROUBLES: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, "is being written by another program; stop that program, or try again"),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "is being written by another program; stop that program, or try again"),
    sqlite3.SQLITE_NOTADB: (StoreUnreadable, _NOT_OURS),
    sqlite3.SQLITE_CORRUPT: (StoreUnreadable, "is damaged; restore the latest backup"),
    sqlite3.SQLITE_CANTOPEN: (StoreUnreadable, _FORBIDDEN),
    sqlite3.SQLITE_PERM: (StoreUnreadable, _FORBIDDEN),
    sqlite3.SQLITE_AUTH: (StoreUnreadable, _FORBIDDEN),
    sqlite3.SQLITE_READONLY: (StoreUnreadable, _FORBIDDEN),
    sqlite3.SQLITE_IOERR: (StoreUnreadable, "cannot be read or written; look at the disk"),
    sqlite3.SQLITE_FULL: (StoreError, "cannot grow; the disk is full, make room"),
}
_OTHER = (StoreError, "did not accept a statement; please report this")


def in_our_words(error: sqlite3.Error, path: Path) -> StoreError:
    """The StoreError to raise instead; it names the file and SQLite's code, never a value."""
    code = int(getattr(error, "sqlite_errorcode", 0))
    kind, advice = _TROUBLES.get(code & 0xFF, _OTHER)  # the low byte is the kind, the rest only tells it finer
    name = str(getattr(error, "sqlite_errorname", type(error).__name__))
    return kind(f"{path} {advice} ({name}, {code}).")


def not_ours(path: Path) -> StoreUnreadable:
    """The error for a sound database that holds something else."""
    return StoreUnreadable(f"{path} {_NOT_OURS}.")


def forbidden(path: Path, error: OSError) -> StoreUnreadable:
    """The error for a file or folder that the system does not give us."""
    return StoreUnreadable(f"{path} {_FORBIDDEN} ({type(error).__name__}).")

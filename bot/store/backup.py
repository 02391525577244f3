"""Copies of a database: made while it is in use, whole or not at all, and brought back with the old file kept."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path
from time import time

from bot.store.base import StoreBusy, StoreError, StoreUnreadable
from bot.store.connection import connect
from bot.store.lock import sole_service
from bot.store.schema import Schema, schema_of
from bot.store.troubles import forbidden, in_our_words, not_ours

Progress = Callable[[int, int], None]
"""Told how many of how many pages are copied."""

STALE = 3600
"""Seconds after which nobody works on a draft any more."""

OF_CHATS = ("transcript", "outbox", "timers", "quarantine", "conversations")
"""Tables with what was said, or where somebody is in a check; the one that the others refer to comes last."""

PAGES = 2000
"""Copied between two words of progress: 8 MB."""


def backup(database: Path, target: Path, progress: Progress, chats: bool = True) -> None:
    """Copy the database, which may be in use, to a file that does not exist yet; without `chats` only what has its own
    term: call requests, proofs of consent, signs of trouble.

    The copy is one moment of the database. It is written beside its place, put on the disk, checked, and only then
    given its name. Raises StoreError; then nothing is at `target`.
    """
    if target.exists():
        raise StoreError(f"{target} exists already. Name another file, or move that one away.")
    _must_exist(database)
    with _named_at_last(target) as draft, _told(database):
        _copy(database, draft, progress, chats)


def restore(saved: Path, database: Path, kept: Path, progress: Progress) -> bool:
    """Put a backup in the place of the database, whose old file is kept at `kept`. Whether there was one.

    Raises InUse while `heatwise serve` runs, StoreBusy while anything else has it open; then it stays as it was.
    """
    _must_exist(saved)
    with sole_service(database), _named_at_last(database, kept) as draft:
        with _told(saved):
            _must_be_ours(saved)
            _copy(saved, draft, progress, chats=True)
        there = database.exists()
        if there:
            with _told(database):
                _close_for_all(database)
    return there


def _must_exist(path: Path) -> None:
    if not path.is_file():
        raise StoreUnreadable(f"There is no file {path}. Look for another name or folder.")


def _must_be_ours(saved: Path) -> None:
    """Also an older schema is taken: `heatwise db upgrade` brings it up afterwards. Raises SchemaAhead."""
    with closing(connect(saved)) as db:
        if schema_of(db, saved) is Schema.FRESH:
            raise not_ours(saved)


def _copy(source: Path, target: Path, progress: Progress, chats: bool) -> None:
    """A whole copy in one file, checked."""
    with closing(connect(source)) as original, closing(connect(target)) as copy:
        # A reader of its own moment: what is written meanwhile does not make the copying begin anew.
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        original.backup(copy, pages=PAGES, progress=lambda _, left, total: progress(total - left, total))
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # or a second file would belong to it
        if not chats:
            _leave_out_chats(copy)
        found = [str(line) for (line,) in copy.execute("PRAGMA integrity_check(1)")]
        if found != ["ok"]:
            raise StoreUnreadable(f"{source} is damaged; the copy was thrown away. Run: heatwise db check")
    _on_disk(target)


def _leave_out_chats(copy: sqlite3.Connection) -> None:
    """Rows that go leave pages in which they could still be read: the file is written anew."""
    for table in OF_CHATS:
        copy.execute(f"DELETE FROM {table}")
    copy.execute("VACUUM")


def _close_for_all(database: Path) -> None:
    """Leave all of it in one file. Raises StoreBusy while anybody has it open."""
    try:
        with closing(connect(database)) as db:
            db.execute("PRAGMA busy_timeout = 0")
            db.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite3.OperationalError as error:
        code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
        if code not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        raise StoreBusy(f"{database} is open in another program, such as heatwise chat. End that one first.") from error


@contextmanager
def _told(path: Path) -> Generator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise in_our_words(error, path) from error


@contextmanager
def _named_at_last(target: Path, kept: Path | None = None) -> Generator[Path]:
    """A draft that takes its name when all went well; what had that name before is then found at `kept`."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(target.parent)
        os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        yield draft
        if kept and target.exists():
            kept.hardlink_to(target)
        draft.replace(target)
        _on_disk(target.parent)
    except OSError as error:
        raise forbidden(target, error) from error
    finally:
        for left in target.parent.glob(f"{draft.name}*"):
            left.unlink()


def _sweep(folder: Path) -> None:
    """Erase the drafts of whoever was killed over them: patients' words stand in them."""
    for left in folder.glob(".*.part*"):
        if time() - left.stat().st_mtime > STALE:
            left.unlink(missing_ok=True)


def _on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

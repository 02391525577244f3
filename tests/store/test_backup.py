"""A backup is one moment of the database, whole or not there; a restore keeps the old file, and waits for nobody."""

import asyncio
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.engine.effects import RecordConsent, SetTimer
from bot.store import backup as copies
from bot.store.backup import backup, restore
from bot.store.base import SchemaAhead, StoreBusy, StoreError, StoreUnreadable
from bot.store.lock import InUse, sole_service
from bot.store.sqlite import SqliteStore
from tests.store.build import CALL, NOW, SOON, counting, entry, session, set_aside, take, texts, writes
from tests.store.test_crash import UNDER_LOAD
from tests.store.test_sqlite import damage


def content(path: Path) -> bytes:
    return path.read_bytes()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def silent(done: int, total: int) -> None:
    """Nobody looks at the progress."""


def rows(path: Path, table: str = "transcript") -> int:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def filled(path: Path, says: str = "hello") -> None:
    store = SqliteStore(path)
    await store.open()
    await take(store, entry(says), writes(says=says, sends=(b"hi",), session=session()))
    await store.close()


async def said(path: Path) -> list[str]:
    store = SqliteStore(path)
    await store.open()
    found = await texts(store)
    await store.close()
    return found


async def test_a_backup_holds_everything_in_one_file_for_its_owner_only(database: Path, tmp_path: Path):
    await filled(database)
    target, told = tmp_path / "deep" / "copy.db", list[tuple[int, int]]()
    backup(database, target, lambda done, total: told.append((done, total)))
    assert await said(target) == ["hello"]
    assert mode(target) == 0o600
    assert names(target.parent) == {"copy.db"}
    assert told[-1][0] == told[-1][1] > 0


def test_a_backup_made_under_load_is_one_moment(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Copied page by page, so that much is written meanwhile; without a moment of its own it would never end."""
    monkeypatch.setattr(copies, "PAGES", 1)
    program = [sys.executable, "-c", UNDER_LOAD, str(database)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        for _ in range(40):
            child.stdout.readline()
        target = tmp_path / "copy.db"
        backup(database, target, lambda done, total: time.sleep(0.002))
        child.kill()
    assert sound(target)
    assert rows(target) == rows(target, "seen") == rows(target, "outbox")
    assert rows(target) % 5 == 0
    assert 0 < rows(target) < rows(database)


async def test_a_file_that_is_there_is_never_written_over(database: Path, tmp_path: Path):
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(StoreError, match=r"copy\.db exists already"):
        backup(database, target, silent)
    assert target.read_text() == "precious"


def test_without_a_database_there_is_no_backup(tmp_path: Path):
    with pytest.raises(StoreUnreadable, match="There is no file"):
        backup(tmp_path / "heatwise.db", tmp_path / "copy.db", silent)
    assert list(tmp_path.iterdir()) == []


async def test_a_damaged_database_makes_no_backup_and_says_so(database: Path, tmp_path: Path):
    damage(database)
    with pytest.raises(StoreUnreadable, match="damaged"):
        backup(database, tmp_path / "copy.db", silent)
    assert names(tmp_path) == {"heatwise.db"}


def test_a_place_that_cannot_be_written_is_named(database: Path, tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnreadable, match=r"may not be read and written"):
        backup(database, tmp_path / "file" / "copy.db", silent)


async def test_a_copy_without_chats_holds_no_word_of_them_and_what_has_its_own_term(database: Path, tmp_path: Path):
    store = SqliteStore(database)
    await store.open()
    everything = writes(SetTimer("a", SOON), CALL, RecordConsent("1", NOW), says="CANARY", sends=(b"CANARY" * 2000,))
    await store.take([entry("1"), entry("2", "ben")], everything)
    await set_aside(store, entry("3"), body=b"CANARY")
    await take(store, entry("4"), writes(session=session("CANARY")))
    await store.close()
    target = tmp_path / "copy.db"
    backup(database, target, silent, chats=False)
    assert b"CANARY" not in content(target)
    assert b"CANARY" in content(database)
    assert [rows(target, table) for table in ("callbacks", "consents", "seen")] == [2, 2, 4]
    copy = SqliteStore(target)
    await copy.open()
    assert await copy.session("ana") is None
    assert (await take(copy, entry("1"), writes())).written is None
    assert (await take(copy, entry("5"), everything)).written is not None
    await copy.close()


KILLED = """
import os, pathlib, signal, sys
from bot.store import backup as copies
copies.PAGES = 1
left = int(sys.argv[4])
def progress(done, total):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
real = copies._on_disk
def until_killed(path):
    if sys.argv[4] == "-1":
        os.kill(os.getpid(), signal.SIGKILL)
    real(path)
copies._on_disk = until_killed
if sys.argv[4] == "-1":
    left = 10**9
a, b = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
copies.backup(a, b, progress) if sys.argv[1] == "backup" else copies.restore(a, b, b.with_name("kept.db"), progress)
"""


def killed(what: str, source: Path, target: Path, after: int) -> None:
    program = [sys.executable, "-c", KILLED, what, str(source), str(target), str(after)]
    assert subprocess.run(program, check=False).returncode == -signal.SIGKILL


@pytest.mark.parametrize("after", [0, 5, -1])
async def test_a_backup_that_is_killed_leaves_no_file_of_its_name(database: Path, tmp_path: Path, after: int):
    await filled(database)
    killed("backup", database, tmp_path / "copy.db", after)
    assert not (tmp_path / "copy.db").exists()
    backup(database, tmp_path / "copy.db", silent)
    assert sound(tmp_path / "copy.db")


def test_a_draft_that_a_kill_left_behind_is_erased_once_nobody_can_be_at_work_on_it(database: Path, tmp_path: Path):
    killed("backup", database, tmp_path / "copy.db", 0)
    drafts = list(tmp_path.glob(".*.part*"))
    backup(database, tmp_path / "copy.db", silent)
    assert [draft.exists() for draft in drafts] == [True] * len(drafts)
    for draft in drafts:
        os.utime(draft, (0, 0))
    backup(database, tmp_path / "another.db", silent)
    assert names(tmp_path) == {"heatwise.db", "copy.db", "another.db"}


# Bringing it back


@pytest.fixture
def saved(database: Path, tmp_path: Path) -> Path:
    """A backup of a database in which something more was said since."""
    asyncio.run(filled(database))
    backup(database, tmp_path / "saved.db", silent)
    asyncio.run(filled(database, "since then"))
    return tmp_path / "saved.db"


async def test_a_restored_database_is_what_the_backup_was_and_the_old_one_is_kept(database: Path, saved: Path):
    kept = database.with_name("kept.db")
    assert restore(saved, database, kept, silent)
    assert await said(database) == ["hello"]
    assert await said(kept) == ["hello", "since then"]
    assert mode(database) == 0o600
    assert await said(saved) == ["hello"]


async def test_twenty_restores_are_as_good_as_one(database: Path, saved: Path):
    for number in range(20):
        assert restore(saved, database, database.with_name(f"kept-{number}.db"), silent)
        assert sound(database)
        await filled(database, f"after {number}")
        assert await said(database) == ["hello", f"after {number}"]


def test_a_database_that_was_lost_is_brought_back(database: Path, saved: Path):
    database.unlink()
    assert not restore(saved, database, database.with_name("kept.db"), silent)
    assert asyncio.run(said(database)) == ["hello"]
    assert names(database.parent) == {"heatwise.db", "heatwise.db.serving", "saved.db"}


async def test_while_a_service_runs_nothing_is_changed(database: Path, saved: Path):
    with sole_service(database), pytest.raises(InUse, match=rf"heatwise serve runs on .* \(process {os.getpid()}\)"):
        restore(saved, database, database.with_name("kept.db"), silent)
    assert await said(database) == ["hello", "since then"]


async def test_while_a_chat_has_it_open_nothing_is_changed(database: Path, saved: Path):
    store = SqliteStore(database)
    await store.open()
    await take(store, entry("chat"), counting)
    with pytest.raises(StoreBusy, match="open in another program, such as heatwise chat"):
        restore(saved, database, database.with_name("kept.db"), silent)
    await take(store, entry("chat goes on"), counting)
    await store.close()
    assert not database.with_name("kept.db").exists()
    assert len(await said(database)) == 4


@pytest.mark.parametrize("what", ["text", "another program's", "damaged", "newer"])
def test_what_is_no_good_backup_is_refused_and_the_old_one_stays(database: Path, saved: Path, what: str):
    if what == "damaged":
        damage(saved)
    elif what == "text":
        saved.write_text("Dear diary, " * 1000)
    else:
        with closing(sqlite3.connect(saved)) as db, db:
            db.execute("UPDATE alembic_version SET version_num = '9999'")
            if what == "another program's":
                db.execute("DROP TABLE alembic_version")
    with pytest.raises(SchemaAhead if what == "newer" else StoreUnreadable, match=r"saved\.db"):
        restore(saved, database, database.with_name("kept.db"), silent)
    assert asyncio.run(said(database)) == ["hello", "since then"]
    assert names(database.parent) == {"heatwise.db", "heatwise.db.serving", "saved.db"}


@pytest.mark.parametrize("after", [0, 5, -1])
async def test_a_restore_that_is_killed_leaves_the_old_database(database: Path, saved: Path, after: int):
    killed("restore", saved, database, after)
    assert await said(database) == ["hello", "since then"]
    assert restore(saved, database, database.with_name("kept.db"), silent)
    assert await said(database) == ["hello"]


# One service for one database


def test_a_lock_ends_with_its_holder_also_when_it_is_killed(database: Path):
    program = (
        "import pathlib, sys, time; from bot.store.lock import sole_service\n"
        "with sole_service(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(database)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        child.stdout.readline()
        with pytest.raises(InUse, match=f"process {child.pid}"), sole_service(database):
            pass
        child.kill()
    with sole_service(database):
        pass


def test_a_lock_in_a_folder_that_cannot_be_written_is_named(tmp_path: Path):
    with pytest.raises(StoreUnreadable, match="may not be read and written"), sole_service(tmp_path / "no" / "x.db"):
        pass


async def test_a_store_is_open_beside_the_lock(database: Path):
    with sole_service(database):
        await asyncio.wait_for(filled(database), 5)

"""What is SQLite's own: settings, file modes, errors in our words, and that erased words are gone from the disk."""

import asyncio
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.engine.effects import Forget
from bot.engine.session import Session
from bot.store import connection
from bot.store.base import SessionUnreadable, StoreBusy, StoreError, StoreUnreadable, Written
from bot.store.sqlite import SqliteStore
from bot.store.troubles import in_our_words
from tests.store.build import DAY, NOW, TICK, counting, entry, session, set_aside, take, texts, writes


@pytest.fixture
async def store(database: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(database)
    await store.open()
    yield store
    await store.close()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def on_disk(database: Path) -> bytes:
    """Every byte in the database's folder."""
    return b"".join(file.read_bytes() for file in database.parent.iterdir())


def damage(database: Path) -> None:
    """Leave only the page that lists the tables."""
    whole = database.read_bytes()
    database.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


@pytest.fixture
def folder_for_all(tmp_path: Path) -> Path:
    tmp_path.chmod(0o755)
    return tmp_path


# Settings


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("busy_timeout", 5000)],
)
async def test_a_setting_is_in_force(database: Path, pragma: str, expected: object):
    with closing(connection.connect(database)) as db:
        connection.set_pragmas(db)
        assert db.execute(f"PRAGMA {pragma}").fetchone() == (expected,)
        connection.scrub(db)
        assert db.execute(f"PRAGMA {pragma}").fetchone() == (expected,)


async def test_a_new_file_is_for_its_owner_only(tmp_path: Path):
    path = tmp_path / "new" / "heatwise.db"
    store = SqliteStore(path)
    await store.open()
    await take(store, entry(), writes(says="x"))
    assert mode(path.parent) == 0o700
    assert {mode(file) for file in path.parent.iterdir()} == {0o600}
    assert {file.name for file in path.parent.iterdir()} == {"heatwise.db", "heatwise.db-wal", "heatwise.db-shm"}
    await store.close()
    assert [file.name for file in path.parent.iterdir()] == ["heatwise.db"]


async def test_a_folder_that_was_there_keeps_its_mode(folder_for_all: Path):
    store = SqliteStore(folder_for_all / "heatwise.db")
    await store.open()
    await store.close()
    assert mode(folder_for_all) == 0o755


@pytest.mark.skipif(sqlite3.sqlite_version_info < (3, 37), reason="this SQLite has no strict tables")
def test_every_table_is_strict(database: Path):
    with closing(sqlite3.connect(database)) as db:
        loose = db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict").fetchall()
    assert sorted(name for (name,) in loose) == ["alembic_version", "sqlite_schema", "sqlite_sequence"]


# Only hashes


async def test_no_raw_id_is_on_the_disk(store: SqliteStore, database: Path):
    await take(store, entry("update-4711"), writes(says="x"))
    await set_aside(store, entry("update-4712"), "KeyError")
    assert b"update-471" not in on_disk(database)


# Erased is erased


async def test_forgotten_words_are_in_no_file(store: SqliteStore, database: Path):
    await take(store, entry("1"), writes(says="CANARY", sends=(b"CANARY" * 1000,)))
    await take(store, entry("2", "ben"), writes(says="stays"))
    assert b"CANARY" in on_disk(database)
    await take(store, entry("3"), writes(Forget()))
    assert b"CANARY" not in on_disk(database)
    assert b"stays" in on_disk(database)


async def test_purged_words_are_in_no_file(store: SqliteStore, database: Path):
    await take(store, entry("1"), writes(says="CANARY"))
    await store.purge(NOW + DAY + TICK)
    assert b"CANARY" not in on_disk(database)


async def test_a_reader_in_the_way_makes_forgetting_neither_fail_nor_wait(store: SqliteStore, database: Path):
    await take(store, entry("1"), writes(says="CANARY"))
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM transcript").fetchall()
        await take(store, entry("2"), writes(Forget()))
        assert await texts(store) == []
    await store.purge(NOW)
    assert b"CANARY" not in on_disk(database)


# Errors


async def test_a_store_that_is_not_open_says_so(database: Path):
    store = SqliteStore(database)
    with pytest.raises(StoreError, match=r"heatwise\.db is not open"):
        await store.session("ana")


async def test_another_writer_makes_the_store_busy_and_nothing_is_written(
    database: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    store = SqliteStore(database)
    await store.open()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match=r"heatwise\.db is being written by another program.*SQLITE_BUSY"):
            await take(store, entry(), writes(says="x"))
        other.execute("ROLLBACK")
    assert await texts(store) == []
    assert (await take(store, entry(), writes(says="x"))).written is not None
    await store.close()


async def test_two_stores_on_one_file_take_turns(database: Path):
    one, two = SqliteStore(database), SqliteStore(database)
    await one.open()
    await two.open()
    assert (await take(one, entry(), writes(says="x"))).written is not None
    assert (await take(two, entry(), writes(says="x"))).written is None
    batches = [[entry(f"{number}/{one}") for one in range(3)] for number in range(60)]
    await asyncio.gather(*((one, two)[number % 2].take(batch, counting) for number, batch in enumerate(batches)))
    assert await one.session("ana") == await two.session("ana") == Session("start", "en", screen=180)
    await one.close()
    await two.close()


@pytest.mark.parametrize("garbage", [b"Dear diary, " * 500, b"SQLite format 3\0" + b"\xff" * 5000])
async def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path, garbage: bytes):
    path = tmp_path / "heatwise.db"
    path.write_bytes(garbage)
    with pytest.raises(StoreUnreadable, match=r"heatwise\.db is not a Heatwise database"):
        await SqliteStore(path).open()
    assert path.read_bytes() == garbage


async def test_a_damaged_database_is_named(database: Path):
    damage(database)
    with pytest.raises(StoreUnreadable, match=r"heatwise\.db is damaged; restore"):
        await SqliteStore(database).open()


async def test_a_folder_that_is_a_file_is_named(tmp_path: Path):
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StoreUnreadable, match=r"data/heatwise\.db may not be read and written"):
        await SqliteStore(tmp_path / "data" / "heatwise.db").open()


async def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path):
    with pytest.raises(StoreUnreadable, match="may not be read and written"):
        await SqliteStore(tmp_path).open()


async def test_a_folder_that_the_system_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*args: object) -> int:
        raise PermissionError

    monkeypatch.setattr(connection.os, "open", refuse)
    with pytest.raises(StoreUnreadable, match=r"may not be read and written.*PermissionError"):
        await SqliteStore(tmp_path / "heatwise.db").open()


async def test_a_store_that_could_not_be_opened_can_be_once_the_trouble_is_gone(tmp_path: Path):
    path = tmp_path / "heatwise.db"
    path.write_bytes(b"x" * 5000)
    store = SqliteStore(path)
    with pytest.raises(StoreUnreadable):
        await store.open()
    path.unlink()
    await store.open()
    assert await store.session("ana") is None
    await store.close()


async def test_a_full_disk_undoes_the_batch(database: Path, monkeypatch: pytest.MonkeyPatch):
    def small(db: sqlite3.Connection) -> None:
        db.execute("PRAGMA max_page_count = 30")

    monkeypatch.setattr("bot.store.sqlite.set_pragmas", small)
    store = SqliteStore(database)
    await store.open()
    with pytest.raises(StoreError, match="the disk is full"):
        await take(store, entry(), writes(says="x", sends=(bytes(200_000),)))
    assert await texts(store) == []
    assert (await take(store, entry(), writes(says="x"))).written is not None
    await store.close()


async def test_a_session_that_cannot_be_read_is_that_persons_trouble_only(store: SqliteStore, database: Path):
    await store.take([entry("1"), entry("2", "ben")], writes(session=session()))
    with closing(sqlite3.connect(database)) as db, db:
        db.execute("UPDATE conversations SET session = x'09' WHERE person = 'ana'")
    with pytest.raises(SessionUnreadable):
        await store.session("ana")
    with pytest.raises(SessionUnreadable):
        await store.take([entry("3", "ben"), entry("4")], writes(says="x"))
    assert (await take(store, entry("3", "ben"), writes(says="x"))).written is not None


async def test_a_statement_that_is_refused_is_still_a_store_error(store: SqliteStore):
    text: str = b"not text"  # pyright: ignore[reportAssignmentType] the strict table refuses it
    with pytest.raises(StoreError, match=r"did not accept a statement.*3091"):
        await store.take([entry()], lambda entry, session: Written(transcript=(("bot", text),)))
    assert (await take(store, entry(), writes())).written is not None


def test_an_error_without_a_code_is_named_by_its_class():
    error = in_our_words(sqlite3.ProgrammingError("Cannot operate on a closed database."), Path("heatwise.db"))
    assert type(error) is StoreError
    assert "ProgrammingError" in str(error)

"""Readiness names every part with what it lacks, and no look waits for ever."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from bot.runner import readiness as readiness_module
from bot.runner.readiness import Readiness
from bot.store import connection
from bot.store.migrate import upgrade
from bot.store.schema import REVISIONS
from bot.store.sqlite import SqliteStore
from tests.runner.test_inlet import NOW, House


class Looked:
    """A readiness over a real database, and an inlet that stands still."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.house = House()
        self.store = SqliteStore(path)
        self.stopping = False
        self.readiness = Readiness(
            self.store, self.house.inlet, self.house.watch.health, lambda: NOW, lambda: self.stopping
        )

    async def lacks(self) -> Mapping[str, str]:
        return {part: why for part, why in (await self.readiness.look()).items() if why}


@pytest.fixture
async def looked(tmp_path: Path) -> AsyncIterator[Looked]:
    upgrade(tmp_path / "heatwise.db")
    looked = Looked(tmp_path / "heatwise.db")
    await looked.store.open()
    yield looked
    await looked.store.close()


async def test_a_service_that_lacks_nothing_is_ready(looked: Looked):
    assert dict(await looked.readiness.look()) == {"service": "", "database": "", "schema": "", "inbox": ""}


async def test_one_that_stops_is_not(looked: Looked):
    looked.stopping = True
    assert await looked.lacks() == {"service": "it is stopping"}


async def test_each_part_of_a_channel_is_named_with_its_trouble(looked: Looked):
    health = looked.house.watch.health
    health.expect("telegram fetches")
    health.fails("telegram sends", "the platform does not know the token")
    assert await looked.lacks() == {
        "telegram fetches": "not yet",
        "telegram sends": "the platform does not know the token",
    }
    health.works("telegram fetches")
    health.works("telegram sends")
    health.expect("telegram fetches")
    assert await looked.lacks() == {}


async def test_a_message_that_waits_too_long_is_told(looked: Looked, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(readiness_module, "OLDEST", 0.0)
    waiting = asyncio.create_task(looked.house.take("1|ann|/start"))
    await asyncio.sleep(0.01)
    assert await looked.lacks() == {"inbox": "a message has waited 0 seconds to be stored"}
    async with looked.house.open():
        await waiting
    assert await looked.lacks() == {}


async def test_a_database_that_is_written_by_another_is_told_and_asked_only_once_meanwhile(
    looked: Looked, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(readiness_module, "PATIENCE", 0.05)
    with closing(sqlite3.connect(looked.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for _ in range(3):
            assert await looked.lacks() == {"database": "it has taken no write for 0.05 seconds"}
        other.execute("ROLLBACK")
    monkeypatch.setattr(readiness_module, "PATIENCE", 5)
    assert await looked.lacks() == {}


async def test_a_database_that_refuses_writes_is_told_with_what_to_do(looked: Looked, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    await looked.store.close()
    await looked.store.open()
    with closing(sqlite3.connect(looked.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        [(part, why)] = (await looked.lacks()).items()
    assert part == "database"
    assert "is being written by another program; stop that program, or try again" in why


async def test_another_schema_is_told_with_the_command(looked: Looked):
    with closing(sqlite3.connect(looked.path)) as db, db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    why = f"it is 9999, and this program needs {REVISIONS[-1]}: stop it and run heatwise db upgrade"
    assert await looked.lacks() == {"schema": why}

"""What every store says of how it is doing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.engine.effects import SetTimer
from bot.store import connection, schema
from bot.store.base import Store, StoreBusy
from bot.store.sqlite import SqliteStore
from bot.store.vitals import Backlog
from tests.store.build import CALL, LATER, NOW, SOON, entry, set_aside, take, writes


async def test_nothing_waits_at_first(store: Store):
    assert await store.backlog(NOW) == Backlog()


async def test_what_waits_is_counted_with_the_time_of_the_oldest(store: Store):
    await take(store, entry("1"), writes(SetTimer("a", SOON), SetTimer("b", LATER), CALL, sends=(b"a", b"b")))
    await take(store, entry("2", "ben", at=SOON), writes(sends=(b"c",)))
    await take(store, entry("3", "cem", at=SOON), writes(sends=(b"d",)))
    await store.pause("cem", "telegram", SOON)
    await set_aside(store, entry("4"))
    assert await store.backlog(SOON) == Backlog(
        calls=3,
        oldest_call=NOW,
        timers=1,
        oldest_timer=SOON,
        letters=1,
        oldest_letter=NOW,
        quarantined=1,
        failed=1,
    )


async def test_a_pulse_is_written_and_tells_the_schema(database: Path):
    store = SqliteStore(database)
    await store.open()
    assert [await store.pulse(at) for at in (NOW, SOON)] == [schema.REVISIONS[-1]] * 2
    await store.close()


async def test_a_database_that_cannot_be_written_has_no_pulse(database: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    store = SqliteStore(database)
    await store.open()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            await store.pulse(NOW)
    assert await store.pulse(NOW)
    await store.close()

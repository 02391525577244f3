"""The cache of sessions holds what is committed, no more than it may, and nothing that somebody else has changed."""

import sqlite3
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.engine.session import Session
from bot.store import sql
from bot.store.base import Entry, StoreError, Written
from bot.store.cache import OVERHEAD, SessionCache
from bot.store.codec import encode
from bot.store.sqlite import SqliteStore
from tests.store.build import counting, entry, session, take, writes

ROOM = len(encode(session())) + OVERHEAD


@pytest.fixture
async def store(database: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(database, SessionCache(2 * ROOM))
    await store.open()
    yield store
    await store.close()


def cached(store: SqliteStore, person: str = "ana") -> bytes | None:
    return store.cache.known([person]).get(person)


def test_what_was_used_least_lately_goes_first():
    cache = SessionCache(2 * (1 + OVERHEAD))
    cache.keep({"ana": b"1", "ben": b"2"})
    cache.known(["ana"])
    cache.keep({"cem": b"3"})
    assert cache.known(["ana", "ben", "cem"]) == {"ana": b"1", "cem": b"3"}
    assert (len(cache), cache.bytes) == (2, 2 * (1 + OVERHEAD))


def test_a_session_that_has_no_room_is_not_kept_and_nothing_is_counted_twice():
    cache = SessionCache(OVERHEAD + 3)
    cache.keep({"ana": b"123"})
    cache.keep({"ana": b"12"})
    assert cache.bytes == OVERHEAD + 2
    cache.keep({"ana": b"1234"})
    assert (len(cache), cache.bytes) == (0, 0)


def test_without_room_nothing_is_kept():
    cache = SessionCache(0)
    cache.keep({"ana": b""})
    assert len(cache) == 0


def test_what_is_laid_by_is_smaller_and_comes_back_as_it_was():
    cache = SessionCache(at_hand=2)
    sessions = {person: encode(session(screen=number)) for number, person in enumerate(("ana", "ben", "cem", "dia"))}
    cache.keep(sessions)
    assert cache.bytes < 4 * ROOM
    assert [cache.known([person]) for person in sessions] == [{person: one} for person, one in sessions.items()]
    assert cache.known(sessions) == sessions
    cache.drop(sessions)
    assert (len(cache), cache.bytes) == (0, 0)


def test_what_was_laid_by_first_goes_first():
    cache = SessionCache(at_hand=1)
    cache.keep({person: encode(session()) for person in ("ana", "ben", "cem")})
    cache.limit = cache.bytes - 1
    cache.keep({"cem": encode(session())})
    assert cache.known(["ana", "ben", "cem"]).keys() == {"ben", "cem"}


async def test_the_cache_holds_what_was_committed(store: SqliteStore):
    await take(store, entry("1"), writes(session=session(screen=1)))
    await take(store, entry("2"), writes())
    assert cached(store) == encode(session(screen=1))
    await take(store, entry("3"), writes(session=session(screen=2)))
    assert cached(store) == encode(session(screen=2))


async def test_a_cached_session_is_not_read_again(store: SqliteStore, monkeypatch: pytest.MonkeyPatch):
    await take(store, entry("1"), counting)
    monkeypatch.setattr(sql, "SESSIONS", "this is no statement")
    await take(store, entry("2"), counting)
    with pytest.raises(StoreError):
        await take(store, entry("3", "ben"), counting)


async def test_more_persons_than_there_is_room_for_are_all_served(store: SqliteStore):
    batch = [entry(f"{person}/{turn}", person) for turn in range(3) for person in ("ana", "ben", "cem", "dia")]
    await store.take(batch, counting)
    assert store.cache.bytes <= store.cache.limit
    await store.take([entry(f"{person}/again", person) for person in ("ana", "ben", "cem", "dia")], counting)
    for person in ("ana", "ben", "cem", "dia"):
        assert await store.session(person) == Session("start", "en", screen=4)


async def test_a_batch_that_was_undone_leaves_nothing_of_its_persons_in_the_cache(store: SqliteStore):
    await take(store, entry("1"), counting)

    def fails(entry: Entry, session: Session | None) -> Written:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - it has no words
        await take(store, entry("2"), fails)
    assert cached(store) is None
    await take(store, entry("2"), counting)
    assert await store.session("ana") == Session("start", "en", screen=2)


async def test_what_another_connection_has_written_is_read_again(store: SqliteStore, database: Path):
    await take(store, entry("1"), counting)
    with closing(sqlite3.connect(database)) as db, db:
        db.execute("UPDATE conversations SET session = ?", (encode(Session("elsewhere", "es", screen=40)),))
    await take(store, entry("2"), counting)
    assert await store.session("ana") == Session("start", "en", screen=41)


async def test_a_store_that_is_closed_keeps_no_session_in_memory(store: SqliteStore):
    await take(store, entry("1"), counting)
    await store.close()
    assert (len(store.cache), store.cache.bytes) == (0, 0)


def test_it_takes_no_more_memory_than_is_counted():
    tracemalloc.start()
    try:
        cache, before = SessionCache(), tracemalloc.get_traced_memory()[0]
        for number in range(5000):
            cache.keep({f"{number:064}": bytes(200)})
        taken = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert 0.7 * cache.bytes < taken <= cache.bytes

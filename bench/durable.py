"""Turns that survive a power cut: our intake and store, beside a commit a turn by hand and a pickle a turn."""

import asyncio
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec
from telegram import Update
from telegram.ext import PicklePersistence

from bench.conversation import Ours, library, raw, updates
from bench.figures import Figure, at_least, medians, show, wall
from bench.rivals import conversation_handler
from bot.channels.telegram.channel import Telegram
from bot.runner.clock import system_clock
from bot.runner.inlet import Inlet
from bot.runner.intake import Intake
from bot.store.sqlite import SqliteStore

IN_FLIGHT = 256
"""Chats that write at once, each waiting for its answer before it goes on."""
PICKLED_PEOPLE, PICKLED_TURNS = 10_000, 8


def figures() -> Iterator[Figure]:
    """Against plain sqlite3, then against PicklePersistence."""
    people = [[raw(one) for one in updates("en", person)[:8]] for person in range(1, IN_FLIGHT + 1)]
    turns = sum(map(len, people))
    ours, theirs = medians(lambda: asyncio.run(_ours(people)), lambda: _one_commit_a_turn(people), clock=wall)
    mine = round(turns / ours)
    yield at_least(
        f"durable turns, synchronous=FULL, {IN_FLIGHT} in flight, beside plain sqlite3 with one commit a turn",
        mine, round(turns / theirs), target=4, unit="turns a second",
    )  # fmt: skip
    pickled = round(PICKLED_TURNS / asyncio.run(_pickled()), 2)
    yield at_least(
        f"the same beside ConversationHandler with PicklePersistence flushed at every update, {PICKLED_PEOPLE:,} users",
        mine, pickled, target=1000, unit="turns a second",
    )  # fmt: skip


async def _ours(people: Sequence[Sequence[bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store, channel = SqliteStore(Path(folder) / "ours.db"), Telegram(languages=tuple(library().catalogs))
        await store.open()
        inlet = Inlet(Intake(library(), store, {channel.name: channel}, b"k" * 32), [], system_clock)
        stop = asyncio.Event()
        running = asyncio.create_task(inlet.run(stop))
        await asyncio.gather(*(_chat(inlet, channel, said) for said in people))
        stop.set()
        await running
        await store.close()


async def _chat(inlet: Inlet, channel: Telegram, said: Sequence[bytes]) -> None:
    for one in said:
        await inlet.take(channel, [one])


def _one_commit_a_turn(people: Sequence[Sequence[bytes]]) -> None:
    """The same engine and the same rows, stored as a script does it: load, turn, write, commit."""
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "theirs.db", isolation_level=None)
        db.executescript("""
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE seen (id TEXT PRIMARY KEY);
            CREATE TABLE session (person TEXT PRIMARY KEY, state BLOB);
            CREATE TABLE outbox (id INTEGER PRIMARY KEY, person TEXT, payload BLOB);
        """)
        ours = Ours()
        for round_ in zip(*people, strict=True):
            for one in round_:
                _turn(db, ours, one)
        db.close()


def _turn(db: sqlite3.Connection, ours: Ours, one: bytes) -> None:
    incoming: Any = ours.channel.parse(one)
    db.execute("BEGIN IMMEDIATE")
    db.execute("SELECT 1 FROM seen WHERE id = ?", (incoming.id,)).fetchone()
    db.execute("SELECT state FROM session WHERE person = ?", (incoming.address,)).fetchone()
    calls = ours.take(one)
    state = msgspec.msgpack.encode(ours.sessions[incoming.address])
    db.execute("INSERT INTO seen VALUES (?)", (incoming.id,))
    db.execute("INSERT OR REPLACE INTO session VALUES (?, ?)", (incoming.address, state))
    rows = [(incoming.address, call) for call in calls]
    db.executemany("INSERT INTO outbox (person, payload) VALUES (?, ?)", rows)
    db.execute("COMMIT")


async def _pickled() -> float:
    """The seconds of a few turns, each flushed, while so many people are in mid-check."""
    with tempfile.TemporaryDirectory() as folder:
        persistence = PicklePersistence(Path(folder) / "theirs.pickle", on_flush=False)
        app = conversation_handler.application(persistence)
        await app.initialize()
        given = updates("en", PICKLED_PEOPLE)
        for one in given[:6]:
            await app.process_update(Update.de_json(one, app.bot))
        await app.update_persistence()
        await _multiply(persistence)
        given = given[6 : 6 + PICKLED_TURNS]
        started = wall()
        for one in given:
            await app.process_update(Update.de_json(one, app.bot))
            await app.update_persistence()
            await persistence.flush()
        return wall() - started


async def _multiply(persistence: PicklePersistence[Any, Any, Any]) -> None:
    """Everybody is where the one person is."""
    data = (await persistence.get_user_data())[PICKLED_PEOPLE]
    [state] = (await persistence.get_conversations("check")).values()
    for person in range(1, PICKLED_PEOPLE):
        await persistence.update_user_data(person, deepcopy(data))
        await persistence.update_conversation("check", (person, person), state)
    await persistence.flush()


if __name__ == "__main__":
    show(figures())

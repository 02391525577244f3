"""Backups brought back again and again beside new turns, and upgrades killed at every step."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from unittest.mock import patch

from bench.faults.audit import integrity, opened
from bench.faults.finding import Finding, Tell
from bench.faults.world import KEY, library
from bot.channels.base import Incoming
from bot.channels.console import Console, event
from bot.runner.clock import system_clock
from bot.runner.intake import Arrival, Intake
from bot.runner.people import person_of
from bot.store import migrate
from bot.store.backup import backup, restore
from bot.store.migrate import upgrade
from bot.store.sqlite import SqliteStore
from tests.store.test_schema import killed

WORDS = ("/start", "1", "1", "2", "my back hurts", "/back")


async def restored(folder: Path, times: int, chats: int) -> Finding:
    """Back up, go on, bring back: what is there then is what was there at the backup."""
    database, same, sound = folder / "heatwise.db", 0, 0
    _make(folder)
    for number in range(times):
        saved = folder / f"backup {number}"
        async with opened(database) as store:
            await _talk(store, chats, f"before {number}")
            backup(database, saved, lambda done, all: None)
            held = await _held(store, chats)
            await _talk(store, chats, f"after {number}")
        restore(saved, database, folder / f"kept {number}", lambda done, all: None)
        async with opened(database) as store:
            same += held == await _held(store, chats)
        sound += integrity(database) == "ok"
    figures = {"restores": times, "chats": chats, "just as at the backup": same, "sound": sound}
    return Finding("backup restored", figures, same == sound == times)


def _make(folder: Path) -> None:
    folder.mkdir()


async def _talk(store: SqliteStore, chats: int, round: str) -> None:
    console = Console()
    intake = Intake(library(), store, {console.name: console}, KEY)
    for number, words in enumerate(WORDS):
        said = [Incoming(str(chat), f"{round} {number} {chat}", event(words)) for chat in range(chats)]
        await intake.take([Arrival(console.name, each, system_clock()) for each in said])


async def _held(store: SqliteStore, chats: int) -> list[object]:
    people = [person_of(KEY, Console.name, str(chat)) for chat in range(chats)]
    each = [(await store.session(person), await store.transcript(person)) for person in people]
    return [*each, await store.unsent(Console.name, 100_000), await store.due_timers(system_clock(), 1000)]


async def upgraded(folder: Path, tell: Tell) -> Finding:
    """An upgrade of the first schema is killed before each of its statements; the next one does it."""
    _make(folder)
    first = folder / "first.db"
    head = migrate.command.upgrade
    with patch.object(migrate.command, "upgrade", lambda config, revision: head(config, "0001")):
        upgrade(first)
    kills = resumed = 0
    while True:
        path = folder / f"{kills}.db"
        shutil.copy(first, path)
        if killed(path, kills) == 0:
            break
        kills += 1
        tell(f"{kills} kills")
        upgrade(path)
        async with opened(path) as store:
            await _talk(store, 1, "after")
        resumed += integrity(path) == "ok"
    return Finding("upgrade killed midway", {"kills": kills, "done by the next one": resumed}, 0 < kills == resumed)


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    yield await restored(folder / "restored", max(3, int(20 * scale)), max(5, int(100 * scale)))
    yield await upgraded(folder / "upgraded", tell)

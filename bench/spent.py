"""Where the time of a durable turn goes: `python -m bench.spent`, for whoever asks why a figure is not better."""

import asyncio
import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, ClassVar

from bench.conversation import library, raw, updates
from bot.channels.telegram.channel import Telegram
from bot.engine.session import Session
from bot.runner.clock import system_clock
from bot.runner.intake import Arrival, Intake
from bot.store import writes
from bot.store.base import Entry, Step, Taken, Written
from bot.store.cache import SessionCache
from bot.store.connection import set_pragmas
from bot.store.memory import MemoryStore
from bot.store.migrate import upgrade

PEOPLE, TURNS, BATCHES = 640, 8, (64, 5, 1)
SQL, COMMIT, ENGINE = "SQLite: reading and writing rows", "SQLite: the commit", "the dialog: engine and rendering"


class Timed(sqlite3.Connection):
    """Counts the seconds that its statements take."""

    spent: ClassVar[dict[str, float]] = dict.fromkeys((ENGINE, SQL, COMMIT), 0.0)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As any connection does."""
        began = perf_counter()
        cursor = super().execute(sql, parameters)
        self.spent[COMMIT if sql == "COMMIT" else SQL] += perf_counter() - began
        return cursor

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:
        """The same for many rows."""
        began = perf_counter()
        cursor = super().executemany(sql, parameters)
        self.spent[SQL] += perf_counter() - began
        return cursor


class Bare(MemoryStore):
    """The transaction of the SQLite store, without its thread and the loop around it."""

    def __init__(self, db: Timed) -> None:
        super().__init__()
        self._db, self._kept = db, SessionCache()

    async def take(self, entries: Sequence[Entry], step: Step) -> list[Taken]:
        """Work on a batch."""

        def turn(entry: Entry, session: Session | None) -> Written:
            began = perf_counter()
            written = step(entry, session)
            self._db.spent[ENGINE] += perf_counter() - began
            return written

        return writes.take(self._db, entries, turn, self._kept)


def main() -> None:
    """Microseconds a turn on a quiet machine, for batches of several sizes: a quiet service has small ones."""
    people = [[raw(one) for one in updates("en", person)[:TURNS]] for person in range(1, PEOPLE + 1)]
    given = [said[at] for at in range(TURNS) for said in people]
    asyncio.run(_told(given, BATCHES[0]))  # all is loaded and met once
    for size in BATCHES:
        print("\n".join(asyncio.run(_told(given, size))))


async def _told(given: Sequence[bytes], size: int) -> list[str]:
    channel = Telegram(languages=tuple(library().catalogs))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "spent.db"
        upgrade(path)
        db = Timed(path, isolation_level=None)
        set_pragmas(db)
        intake = Intake(library(), Bare(db), {channel.name: channel}, b"k" * 32)
        db.spent.update(dict.fromkeys(db.spent, 0.0))
        began = perf_counter()
        for at in range(0, len(given), size):
            read = [channel.parse(one) for one in given[at : at + size]]
            await intake.take([Arrival(channel.name, one, system_clock()) for one in read])  # pyright: ignore[reportArgumentType]
        took = perf_counter() - began
        db.close()
    rest = took - sum(db.spent.values())
    rows = [*db.spent.items(), ("reading updates, hashing ids, sessions to bytes and back", rest)]
    each = 1e6 / len(given)
    return [
        f"{size} in a batch: {took * each:.0f} µs a turn",
        *(f"  {seconds * each:6.1f}  {what}" for what, seconds in rows),
    ]


if __name__ == "__main__":
    main()

"""What a run of faults left of every chat: lost, doubled, out of order; sent twice, or not at all."""

import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from bench.faults.chat import Chat
from bench.faults.copies import compared
from bench.faults.history import Stored, explained, fault_of
from bench.faults.platform import Platform
from bench.faults.service import KEY
from bot.runner.people import person_of
from bot.store.sqlite import SqliteStore


async def audited(chats: Sequence[Chat], platform: Platform, database: Path) -> Counter[str]:
    """Counts by what is wrong; `copies` are messages that came twice, `missing` those that never came."""
    found: Counter[str] = Counter()
    async with opened(database) as store:
        for chat in chats:
            person = person_of(KEY, "telegram", str(chat.id))
            stored = Stored(await store.session(person), await store.transcript(person))
            wanted = await explained(chat.history, stored)
            if wanted is None:
                found[fault_of(chat.history, stored)] += 1
                continue
            copies = compared(wanted, platform.got(chat.id))
            found.update(copies._asdict())
            found["messages"] += len(wanted)
        found["told to staff"] = len(await store.failed())
        found["set aside"] = len(await store.quarantined())
    return found


@asynccontextmanager
async def opened(database: Path) -> AsyncIterator[SqliteStore]:
    """The database as the program opens it."""
    store = SqliteStore(database)
    await store.open()
    try:
        yield store
    finally:
        await store.close()


def asked(database: Path, question: str) -> list[tuple[Any, ...]]:
    """Rows as they are, for a look between two starts; none while there is no database."""
    with closing(sqlite3.connect(database, timeout=20)) as db:
        try:
            return db.execute(question).fetchall()
        except sqlite3.OperationalError:
            return []


def integrity(database: Path) -> str:
    """What SQLite says of the file."""
    return str(asked(database, "PRAGMA integrity_check")[0][0])

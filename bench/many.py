"""What a turn costs when a million conversations are stored, beside a thousand."""

import asyncio
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

from bench.conversation import NOW, Ours, library, raw, updates
from bench.figures import US, Figure, at_most, cpu, show
from bot.channels.telegram.channel import Telegram
from bot.runner.intake import Arrival, Intake
from bot.runner.people import person_of
from bot.store import codec
from bot.store.sqlite import SqliteStore
from bot.store.times import micros

FEW, MANY = 1_000, 1_000_000
BATCH, BATCHES, RUNS = 64, 15, 5
"""So many that no run needs somebody twice: who has pressed already is told so, which costs less than a turn. Each run
begins with the few as they were, for after the first one nobody would be left among them."""
KEY = b"k" * 32
AT = 6
"""The step of the check at which everybody is."""


def figures() -> Iterator[Figure]:
    """The median of the runs, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (asyncio.run(_filled(Path(folder) / f"{count}.db", count)) for count in (FEW, MANY))
        pairs = [(asyncio.run(_cost(many, MANY, run)), asyncio.run(_cost(_copy(few, run), FEW))) for run in range(RUNS)]
    ours, theirs = (sorted(each)[RUNS // 2] for each in zip(*pairs, strict=True))
    name = f"a durable turn with {MANY:,} stored conversations, beside {FEW:,}"
    yield at_most(name, US.told(ours), US.told(theirs), target=1.2, unit="µs of CPU")


async def _filled(path: Path, count: int) -> Path:
    """A database in which so many people are in mid-check."""
    store = SqliteStore(path)
    await store.open()
    await store.close()
    ours = Ours()
    for one in updates("en", 1)[:AT]:
        ours.take(raw(one))
    state = codec.encode(ours.sessions["1"])
    db = sqlite3.connect(path)
    people = (person_of(KEY, "telegram", str(person)) for person in range(1, count + 1))
    db.executemany(
        "INSERT INTO conversations (person, session, heard_at) VALUES (?, ?, ?)",
        ((person, state, micros(NOW)) for person in people),
    )
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return path


def _copy(path: Path, run: int) -> Path:
    return Path(copy(path, path.with_stem(f"{path.stem}_{run}")))


async def _cost(path: Path, count: int, run: int = 0) -> float:
    """Seconds of the processor a turn, for people drawn from all of them, others in each run."""
    store, channel = SqliteStore(path), Telegram(languages=tuple(library().catalogs))
    await store.open()
    intake = Intake(library(), store, {channel.name: channel}, KEY)
    a_run = BATCH * BATCHES
    drawn = random.Random(count).sample(range(1, count + 1), a_run * (run + 1))[a_run * run :]
    step = [raw(updates("en", person)[AT]) for person in drawn]
    arrivals = [Arrival(channel.name, channel.parse(one), NOW) for one in step]  # pyright: ignore[reportArgumentType]
    started = cpu()
    for at in range(0, len(arrivals), BATCH):
        await intake.take(arrivals[at : at + BATCH])
    spent = cpu() - started
    await store.close()
    return spent / len(arrivals)


if __name__ == "__main__":
    show(figures())

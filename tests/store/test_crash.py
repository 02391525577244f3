"""A process killed at any moment leaves whole batches and nothing else."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.rows import Changes
from bot.store.sqlite import SqliteStore
from bot.store.writes import statements
from tests.store.build import NOW, SOON, entry, payloads, take, texts, timers, writes

PARTS = len(list(statements(Changes())))

# Takes one batch, and then one that forgets, sets and says everything; is killed before its statement number N.
KILLED_AT = """
import asyncio, os, pathlib, signal, sys
from bot.engine.effects import *
import bot.store.writes as part_by_part
from bot.store.sqlite import SqliteStore
from tests.store.build import *
path, number = pathlib.Path(sys.argv[1]), int(sys.argv[2])
all_of_them = part_by_part.statements
def until_killed(changes):
    for position, part in enumerate(all_of_them(changes)):
        if position == number:
            os.kill(os.getpid(), signal.SIGKILL)
        yield part
async def main():
    store = SqliteStore(path)
    await store.open()
    await store.take([entry("1")], writes(SetTimer("old", SOON), says="old", sends=(b"old",), session=session("old")))
    part_by_part.statements = until_killed
    step = writes(Forget(), SetTimer("new", SOON), CALL, RecordConsent("1", NOW), says="new", sends=(b"new",),
                  session=session("new"))
    await store.take([entry("2"), entry("3", "ben")], step)
asyncio.run(main())
"""


def ran(program: str, database: Path, number: int) -> int:
    return subprocess.run([sys.executable, "-c", program, str(database), str(number)], check=False).returncode


@pytest.mark.parametrize("number", range(PARTS))
async def test_a_batch_killed_between_its_statements_left_nothing(database: Path, number: int):
    assert ran(KILLED_AT, database, number) == -signal.SIGKILL
    store = SqliteStore(database)
    await store.open()
    left = await store.session("ana")
    assert (left.place if left else None) == "old"
    assert await texts(store) == ["old"]
    assert await payloads(store) == [b"old"]
    assert await timers(store) == [("ana", "old", SOON)]
    assert await store.session("ben") is None
    assert (await store.callbacks(), await store.consents("ana")) == ([], [])
    assert (await take(store, entry("2", at=NOW), writes())).written is not None
    await store.close()


# Takes batches as fast as it can and prints the number of each one that was acknowledged.
UNDER_LOAD = """
import asyncio, pathlib, sys
from bot.store.sqlite import SqliteStore
from tests.store.build import *
async def main():
    store = SqliteStore(pathlib.Path(sys.argv[1]))
    await store.open()
    for number in range(10**9):
        batch = [entry(f"{number}/{one}", f"person {one}") for one in range(5)]
        await store.take(batch, writes(says=str(number), sends=(b"x",), session=session(screen=number)))
        print(number, flush=True)
asyncio.run(main())
"""


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.2])
def test_what_was_acknowledged_survives_a_kill_under_load(database: Path, seconds: float):
    program = [sys.executable, "-c", UNDER_LOAD, str(database)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        child.stdout.readline()
        time.sleep(seconds)
        child.kill()
        acknowledged = 1 + len(child.stdout.read().splitlines())
    with closing(sqlite3.connect(database)) as db:
        seen, lines, calls, people = (
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("seen", "transcript", "outbox", "conversations")
        )
    assert seen == lines == calls
    assert seen in (5 * acknowledged, 5 * acknowledged + 5)
    assert people == 5

"""A database that cannot be written: held by another program, on a full disk, read-only."""

import asyncio
import resource
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import aiohttp

from bench.faults.audit import audited, integrity
from bench.faults.crowd import Crowd
from bench.faults.finding import Finding, Tell, quiet
from bench.faults.platform import platform
from bench.faults.service import Service
from bench.faults.waiting import until

RECOVERY = 5.0
BEGUN = 1.0
"""Seconds for what was written before the fault to be answered."""


@contextmanager
def held(service: Service) -> Iterator[None]:
    """Another program is in the middle of a write."""
    with closing(sqlite3.connect(service.database, timeout=20, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(service: Service) -> Iterator[None]:
    """No file can grow, as on a full disk: the system refuses every byte beyond what is there."""
    assert service.process is not None
    pid, (_, most) = service.process.pid, resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, most))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def read_only(service: Service) -> Iterator[None]:
    """Every write is refused: see `bench.faults.host`."""
    flag = service.data / "read-only"
    flag.touch()
    yield
    flag.unlink()


FAULTS: Mapping[str, Callable[[Service], AbstractContextManager[None]]] = {
    "database held by another program": held,
    "disk full": full,
    "database read-only": read_only,
}


class Spell(NamedTuple):
    """What was seen of a fault: what was answered in it, whether it was told, how soon all worked again."""

    answers: list[int]
    unready: bool
    again: float


async def _spell(fault: str, service: Service, crowd: Crowd, seconds: float) -> Spell:
    loop = asyncio.get_running_loop()
    with FAULTS[fault](service):
        await asyncio.sleep(BEGUN)
        began = loop.time()
        await asyncio.sleep(seconds)
        unready, ended = not await service.ready(), loop.time()
    over = loop.time()
    await until(lambda: 200 in crowd.answers(over, float("inf")), 60)
    again = next(at for at, status in crowd.statuses if at >= over and status == 200) - over
    return Spell(crowd.answers(began, ended), unready, again)


async def spoiled(fault: str, folder: Path, *, seconds: float, chats: int, tell: Tell = quiet) -> Finding:
    """Patients write before, during and after it."""
    tell(fault)
    async with platform() as api, aiohttp.ClientSession() as client:
        service = Service(api.root, folder / fault.replace(" ", "-"), client)
        crowd = Crowd(service, chats, seed=3)
        await service.start(FAULTS_READ_ONLY=str(service.data / "read-only"))
        async with crowd.writing():
            await asyncio.sleep(2)
            spell = await _spell(fault, service, crowd, seconds)
            await asyncio.sleep(2)
        alive = service.running
        await service.end()
        found = await audited(crowd.chats, api, service.database)
    turns = found["lost"] + found["doubled"] + found["out of order"]
    figures = {
        "seconds": seconds,
        "chats": chats,
        "deliveries": crowd.deliveries,
        "answered meanwhile": len(spell.answers),
        "acknowledged meanwhile": spell.answers.count(200),
        "told that it is not ready": spell.unready,
        "chats with a lost, doubled or partial turn": turns,
        "messages lost": found["missing"],
        "messages sent twice": found["copies"],
        "works again after seconds": round(spell.again, 2),
        "integrity": integrity(service.database),
    }
    well = turns + found["missing"] + found["strange"] == 0 and 200 not in spell.answers and spell.unready and alive
    return Finding(fault, figures, well and spell.again <= RECOVERY and figures["integrity"] == "ok")


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    for fault in FAULTS:
        yield await spoiled(fault, folder, seconds=max(4, 30 * scale), chats=max(5, int(50 * scale)), tell=tell)

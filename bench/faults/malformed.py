"""Deliveries of a wrong shape, in the middle of those of patients."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from pathlib import Path

import aiohttp

from bench.faults.audit import audited
from bench.faults.crowd import Crowd
from bench.faults.finding import Finding, Tell, quiet
from bench.faults.mutants import CANARY, mutants
from bench.faults.platform import platform
from bench.faults.proxy import proxy
from bench.faults.service import Service
from bot.channels.base import Unreadable
from bot.channels.telegram.channel import Telegram

SEED = 4
HANDS = 8
"""Deliveries at the same time."""


async def malformed(folder: Path, *, updates: int, chats: int, tell: Tell = quiet) -> Finding:
    """Deliver so many while patients write; whoever is no patient has blocked the bot, so that replies to them end."""
    patients: set[str] = set()
    statuses: Counter[int] = Counter()

    def choose(chat: str, body: bytes) -> str:
        return "" if chat in patients else "blocked"

    async with platform() as api, proxy(api.root, choose) as way, aiohttp.ClientSession() as client:
        service = Service(way.root, folder / "malformed", client)
        crowd = Crowd(service, chats, SEED)
        patients |= {str(chat.id) for chat in crowd.chats}
        await service.start()
        async with crowd.writing():
            left = islice(mutants(SEED), updates)
            await asyncio.gather(*(_deliver(service, left, statuses, tell) for _ in range(HANDS)))
        alive = service.running
        await service.end()
        found = await audited(crowd.chats, api, service.database)
    return _finding(service, crowd, found, statuses, updates, alive)


async def _deliver(service: Service, left: Iterator[bytes], statuses: Counter[int], tell: Tell) -> None:
    for raw in left:
        status = 503
        while status == 503:  # there is no room: it comes again
            status = await service.deliver(raw)
        statuses[status] += 1
        tell(f"{statuses.total()} updates")


def _finding(
    service: Service, crowd: Crowd, found: Counter[str], statuses: Counter[int], updates: int, alive: bool
) -> Finding:
    unreadable = sum(isinstance(Telegram().parse(raw), Unreadable) for raw in islice(mutants(SEED), updates))
    turns = found["lost"] + found["doubled"] + found["out of order"]
    figures = {
        "updates": updates,
        "acknowledged": statuses[200],
        "answered otherwise": statuses.total() - statuses[200],
        "unreadable": unreadable,
        "of them told in the log": service.says("delivery_unreadable"),
        "set aside after an error of the program": service.says("event_set_aside"),
        "faults told": service.says('"fault"'),
        "process alive": alive,
        "lines of the log with words of a delivery": service.says(CANARY),
        "deliveries of patients meanwhile": crowd.deliveries,
        "patients harmed": turns + found["missing"] + found["strange"],
    }
    well = alive and statuses[200] == updates and unreadable == service.says("delivery_unreadable")
    none = ("faults told", "lines of the log with words of a delivery", "patients harmed")
    return Finding("malformed updates", figures, well and not any(figures[name] for name in none))


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    yield await malformed(folder, updates=max(300, int(100_000 * scale)), chats=max(4, int(20 * scale)), tell=tell)

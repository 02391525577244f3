"""Killed as by a power cut, at named points and at random times, while the platform repeats and reorders."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from statistics import median

import aiohttp

from bench.faults.audit import asked, audited, integrity
from bench.faults.chat import Chat
from bench.faults.finding import Finding, Tell, quiet
from bench.faults.platform import Platform, platform
from bench.faults.points import POINTS
from bench.faults.service import Service
from bench.faults.waiting import until

TURNS_A_SECOND = 20
AT_RANDOM = "at random"


class Campaign:
    """Patients who write all the time, and a program that dies all the time."""

    def __init__(self, api: Platform, service: Service, chats: int, chance: random.Random) -> None:
        self.api = api
        self.service = service
        self.chance = chance
        Chat.updates = count(1)
        self.chats = [Chat(1000 + number, service.deliver, chance) for number in range(chats)]
        self.over = asyncio.Event()
        self.died: Counter[str] = Counter()
        self.starts: list[float] = []
        self.worked: list[float] = []
        self.under_way: set[tuple[int, int]] = set()
        """Calls that a kill caught between the count and the platform's answer: (row, how often it was tried)."""

    async def run(self, kills: int, tell: Tell) -> None:
        """Kill so often, then let everything be finished."""
        writing = [asyncio.create_task(self._write(chat)) for chat in self.chats]
        for number in range(kills):
            await self._life([AT_RANDOM, *POINTS][number % (len(POINTS) + 1)])
            tell(f"{number + 1} of {kills} kills, {sum(len(chat.history) for chat in self.chats)} deliveries")
        self.starts.append(await self.service.start() or float("inf"))
        self.over.set()
        await asyncio.gather(*writing)
        await self.drained()
        await self.service.end()

    async def _write(self, chat: Chat) -> None:
        pause = len(self.chats) / TURNS_A_SECOND
        while not self.over.is_set():
            await asyncio.sleep(pause * (0.3 + 1.4 * self.chance.random()))
            await chat.turn()

    async def _life(self, point: str) -> None:
        """One start and its death."""
        trap = {} if point == AT_RANDOM else _trap(point, self.chance)
        ready = await self.service.start(**trap)
        if ready is not None:
            self.starts.append(ready)
            self.worked.append(self.service.worked() if self.service.running else ready)
        limit = self.chance.random() if point == AT_RANDOM else 2.0
        trapped = await self.service.ends(limit)
        await self.service.end()
        self.died[point if trapped else AT_RANDOM] += 1
        self.under_way |= set(asked(self.service.database, "SELECT id, tries FROM outbox WHERE tries > 0"))

    async def drained(self) -> None:
        """Wait until nothing waits to be sent."""
        await until(lambda: not asked(self.service.database, "SELECT 1 FROM outbox LIMIT 1"), 120)


def _trap(point: str, chance: random.Random) -> dict[str, str]:
    return {"FAULTS_POINT": point, "FAULTS_PASS": str(chance.randint(1, POINTS[point].most))}


async def kill(folder: Path, *, kills: int = 1000, chats: int = 200, seed: int = 6, tell: Tell = quiet) -> Finding:
    """The campaign and its audit."""
    async with platform() as api, aiohttp.ClientSession() as client:
        campaign = Campaign(api, Service(api.root, folder / "data", client), chats, random.Random(seed))
        await campaign.run(kills, tell)
        found = await audited(campaign.chats, api, campaign.service.database)
    return _finding(campaign, found, kills)


def _finding(campaign: Campaign, found: Counter[str], kills: int) -> Finding:
    points = len([point for point in campaign.died if point != AT_RANDOM])
    figures = {
        "kills": kills,
        "at named points": kills - campaign.died[AT_RANDOM],
        "different points": points,
        "chats": len(campaign.chats),
        "deliveries": sum(len(chat.history) for chat in campaign.chats),
        "reordered": sum(chat.swaps for chat in campaign.chats),
        "brought again after they were acknowledged": sum(chat.repeats for chat in campaign.chats),
        "chats with a lost turn": found["lost"],
        "chats with a doubled turn": found["doubled"],
        "chats out of order": found["out of order"],
        "messages": found["messages"],
        "sent twice": found["copies"],
        "sends under way at a kill": len(campaign.under_way),
        "sent oftener or out of order": found["strange"],
        "not sent": found["missing"],
        "given up after two doubts, told to staff": found["told to staff"],
        "ready again, median seconds": round(median(campaign.starts), 2),
        "ready again, longest seconds": round(max(campaign.starts), 2),
        "ready again, median seconds of processor time": round(median(campaign.worked or [0]), 2),
        "integrity": integrity(campaign.service.database),
    }
    wrong = found["lost"] + found["doubled"] + found["out of order"] + found["strange"] + found["set aside"]
    kept = found["missing"] <= found["told to staff"] and found["copies"] <= len(campaign.under_way)
    met = wrong == 0 and kept and max(campaign.starts) <= 3 and figures["integrity"] == "ok"
    return Finding("kill -9", figures, met and (kills < 100 or points >= 12))


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    yield await kill(folder, kills=max(3, int(1000 * scale)), chats=max(5, int(200 * scale)), tell=tell)

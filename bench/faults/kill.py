"""Killed as by a power cut, at named points and at random times, while the platform repeats and reorders."""

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median

import aiohttp

from bench.faults.audit import asked, audited, integrity
from bench.faults.crowd import Crowd
from bench.faults.finding import Finding, Tell, quiet
from bench.faults.model import model
from bench.faults.platform import platform
from bench.faults.points import POINTS
from bench.faults.service import Service

AT_RANDOM = "at random"
READY = 3.0


class Campaign:
    """A program that dies all the time, while its patients write."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.service = crowd.service
        self.died: Counter[str] = Counter()
        self.starts: list[float] = []
        self.worked: list[float] = []
        self.under_way: set[tuple[int, int]] = set()
        """Calls that a kill caught between the count and the platform's answer: (row, how often it was tried)."""

    async def run(self, kills: int, tell: Tell) -> None:
        """Kill so often, then let everything be finished. The first start makes the tables, and is none of them."""
        model()  # made before anything is timed: this process measures, too
        await self.service.start()
        await self.service.end()
        async with self.crowd.writing():
            for number in range(kills):
                await self._life([AT_RANDOM, *POINTS][number % (len(POINTS) + 1)])
                tell(f"{number + 1} of {kills} kills, {self.crowd.deliveries} deliveries")
            self.starts.append(await self.service.start() or float("inf"))
        await self.service.end()

    async def _life(self, point: str) -> None:
        """One start and its death."""
        chance = self.crowd.chance
        number = 0 if point == AT_RANDOM else chance.randint(1, POINTS[point].most)
        ready = await self.service.start(**({"FAULTS_POINT": point, "FAULTS_PASS": str(number)} if number else {}))
        if ready is not None:
            self.starts.append(ready)
        worked = self.service.worked() if self.service.running else None
        if worked is not None:
            self.worked.append(worked)
        trapped = await self.service.ends(2.0 if number else chance.random())
        await self.service.end()
        self.died[point if trapped else AT_RANDOM] += 1
        self.under_way |= set(asked(self.service.database, "SELECT id, tries FROM outbox WHERE tries > 0"))


async def kill(folder: Path, *, kills: int, chats: int, seed: int = 6, tell: Tell = quiet) -> Finding:
    """The campaign and its audit."""
    async with platform() as api, aiohttp.ClientSession() as client:
        campaign = Campaign(Crowd(Service(api.root, folder / "data", client), chats, seed))
        await campaign.run(kills, tell)
        found = await audited(campaign.crowd.chats, api, campaign.service.database)
    return _finding(campaign, found, kills)


def _finding(campaign: Campaign, found: Counter[str], kills: int) -> Finding:
    points = len([point for point in campaign.died if point != AT_RANDOM])
    chats = campaign.crowd.chats
    figures = {
        "kills": kills,
        "at named points": kills - campaign.died[AT_RANDOM],
        "different points": points,
        "chats": len(chats),
        "deliveries": campaign.crowd.deliveries,
        "reordered": sum(chat.swaps for chat in chats),
        "brought again after they were acknowledged": sum(chat.repeats for chat in chats),
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
        "ready again, 99 of 100 within seconds": round(sorted(campaign.starts)[len(campaign.starts) * 99 // 100], 2),
        "ready again, longest seconds": round(max(campaign.starts), 2),
        "ready again, longest seconds of processor time": round(max(campaign.worked or [0]), 2),
        "ready again, median seconds of processor time": round(median(campaign.worked or [0]), 2),
        "integrity": integrity(campaign.service.database),
    }
    wrong = found["lost"] + found["doubled"] + found["out of order"] + found["strange"] + found["set aside"]
    kept = found["missing"] <= found["told to staff"] and found["copies"] <= len(campaign.under_way)
    met = wrong == 0 and kept and max(campaign.starts) <= READY and figures["integrity"] == "ok"
    return Finding("kill -9", figures, met and (kills < 100 or points >= 12))


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    yield await kill(folder, kills=max(3, int(1000 * scale)), chats=max(5, int(200 * scale)), tell=tell)

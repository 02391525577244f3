"""Stopped by SIGTERM under load, again and again."""

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp

from bench.faults.audit import audited
from bench.faults.crowd import Crowd
from bench.faults.finding import Finding, Tell, quiet
from bench.faults.platform import platform
from bench.faults.service import Service

LONGEST = 10.0


async def terminated(folder: Path, *, times: int, chats: int, seed: int = 5, tell: Tell = quiet) -> Finding:
    """Stop and start so often while patients write."""
    ends: list[float] = []
    codes: list[int | None] = []
    async with platform() as api, aiohttp.ClientSession() as client:
        service = Service(api.root, folder / "terminated", client)
        crowd = Crowd(service, chats, seed)
        await service.start()
        async with crowd.writing():
            for number in range(times):
                tell(f"{number + 1} of {times} stops")
                await service.ends(0.3 + crowd.chance.random())
                ends.append(await service.end(signal.SIGTERM))
                codes.append(service.process.returncode if service.process else None)
                await service.start()
        await service.end(signal.SIGTERM)
        found = await audited(crowd.chats, api, service.database)
    turns = found["lost"] + found["doubled"] + found["out of order"]
    figures = {
        "stops": times,
        "chats": chats,
        "deliveries": crowd.deliveries,
        "longest stop, seconds": round(max(ends), 2),
        "ended with another code than 0": len(codes) - codes.count(0),
        "chats with a lost or doubled turn": turns,
        "messages": found["messages"],
        "messages lost": found["missing"],
        "messages sent twice": found["copies"],
    }
    well = turns + found["missing"] + found["strange"] + found["copies"] == 0 and set(codes) == {0}
    return Finding("SIGTERM under load", figures, well and max(ends) <= LONGEST)


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    yield await terminated(folder, times=max(3, int(100 * scale)), chats=max(5, int(50 * scale)), tell=tell)

"""Sends that fail in every way: before and after the platform has the message, for a while and for good."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import aiohttp

from bench.faults.audit import audited, opened
from bench.faults.chat import Chat
from bench.faults.crowd import drained
from bench.faults.finding import Finding, Tell, quiet
from bench.faults.platform import platform
from bench.faults.proxy import AMBIGUOUS, Proxy, at_random, proxy
from bench.faults.service import Service

KINDS = ("429", "500", "502", "slow", *AMBIGUOUS)
RATE = 0.3
REFUSED_SECONDS = 0.5


async def storm(folder: Path, *, sends: int, chats: int, seed: int = 7, tell: Tell = quiet) -> Finding:
    """Every fault that passes, at random."""
    async with (
        platform() as api,
        proxy(api.root, at_random(KINDS, RATE, seed)) as way,
        aiohttp.ClientSession() as client,
    ):
        service = Service(way.root, folder / "storm", client)
        people = _people(service, chats, seed)
        await service.start()
        while (done := sum(way.faults.values())) < sends:
            tell(f"{done} of {sends} sends")
            await asyncio.gather(*(chat.turn() for chat in people))
            await drained(service)  # people read before they go on
        await service.end()
        found = await audited(people, api, service.database)
    doubts = service.says("send_in_doubt")
    figures = {
        "sends": sum(way.faults.values()),
        "spoiled": {kind: way.faults[kind] for kind in KINDS},
        **_told(found),
        "sent inside retry_after": way.early(),
        "in doubt": doubts,
    }
    return Finding(
        "429, 5xx, resets, time-outs", figures, _well(found) and way.early() == 0 and found["copies"] <= doubts
    )


async def refused(folder: Path, *, rounds: int, chats: int, seed: int = 8, tell: Tell = quiet) -> Finding:
    """Connections refused, again and again, while there is something to send."""
    async with platform() as api, proxy(api.root, lambda chat, body: "") as way, aiohttp.ClientSession() as client:
        service = Service(way.root, folder / "refused", client)
        people = _people(service, chats, seed)
        await service.start()
        for number in range(rounds):
            tell(f"{number + 1} of {rounds} outages")
            await way.down()
            await asyncio.gather(*(chat.turn() for chat in people), asyncio.sleep(REFUSED_SECONDS))
            await way.up()
            await drained(service)
        await service.end()
        found = await audited(people, api, service.database)
    figures = {"outages": rounds, "sends": sum(way.faults.values()), **_told(found)}
    return Finding("connections refused", figures, _well(found) and found["copies"] == 0)


def _people(service: Service, chats: int, seed: int) -> list[Chat]:
    Chat.updates = count(1)
    chance = random.Random(seed)
    return [Chat(2000 + number, service.deliver, chance) for number in range(chats)]


def _told(found: Counter[str]) -> dict[str, int]:
    turns = found["lost"] + found["doubled"] + found["out of order"]
    return {
        "messages": found["messages"],
        "chats with a wrong turn": turns,
        "messages lost": found["missing"],
        "messages sent twice": found["copies"],
        "messages sent oftener or out of order": found["strange"],
        "given up": found["told to staff"],
    }


def _well(found: Counter[str]) -> bool:
    return not any(found[name] for name in ("lost", "doubled", "out of order", "missing", "strange", "told to staff"))


async def for_good(folder: Path, *, chats: int, seed: int = 9) -> Finding:
    """Blocked, a parse error, too long: each chat meets one of them with its first message."""
    kinds = ("blocked", "parse error", "too long")
    told: dict[str, str] = {}

    def choose(chat: str, body: bytes) -> str:
        return "" if chat in told else told.setdefault(chat, kinds[int(chat) % 3])

    async with platform() as api, proxy(api.root, choose) as way, aiohttp.ClientSession() as client:
        service = Service(way.root, folder / "for_good", client)
        people = _people(service, chats, seed)
        await service.start()
        await asyncio.gather(*(chat.bring(chat.says("/start")) for chat in people))
        await drained(service)
        await service.end()
        async with opened(service.database) as store:
            paused, failed = len(await store.paused()), Counter(row.why for row in await store.failed())
    figures = {
        "chats": chats,
        **{f"{kind}: attempts with the same message": _attempts(way, told, kind) for kind in kinds},
        "parse error: then once as plain words": _plain(way, told),
        "paused": paused,
        "given up": dict(failed),
    }
    each = Counter(told.values())
    once = all(_attempts(way, told, kind) == each[kind] for kind in kinds)
    went = _plain(way, told) == each["parse error"] and paused == each["blocked"]
    return Finding("blocked, parse error, too long", figures, once and went and failed["refused"] == each["too long"])


def _attempts(way: Proxy, told: dict[str, str], kind: str) -> int:
    """How often the first message of these chats came just as it was."""
    those = (way.seen[chat] for chat, found in told.items() if found == kind)
    return sum(sum(one.body == seen[0].body for one in seen) for seen in those)


def _plain(way: Proxy, told: dict[str, str]) -> int:
    those = (way.seen[chat] for chat, found in told.items() if found == "parse error")
    return sum(sum(b"parse_mode" not in one.body for one in seen) for seen in those)


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    yield await storm(folder, sends=max(40, int(2000 * scale)), chats=max(6, int(40 * scale)), tell=tell)
    yield await refused(folder, rounds=max(2, int(20 * scale)), chats=max(5, int(20 * scale)), tell=tell)
    yield await for_good(folder, chats=max(6, int(60 * scale)))

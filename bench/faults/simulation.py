"""Whole days of a clinic's chats in one loop, each from one number, and what must hold after every one."""

import asyncio
import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from bench.faults.copies import compared
from bench.faults.virtual import run
from bench.faults.world import KEY, Door, World, library, virtual_clock
from bot.channels.base import Incoming
from bot.runner.intake import Arrival, Intake
from bot.runner.people import person_of
from bot.store.base import Taken
from bot.store.memory import MemoryStore

ADDRESSES = ("ann", "bob", "eva")
WORDS = (
    "1",
    "1",
    "1",
    "2",
    "none",
    "/start",
    "/start",
    "/back",
    "/stop",
    "/delete",
    "my back hurts",
    "I can't pee",
    "♥",
)
WAITS = ((0.0, 60), (2.0, 25), (90.0, 10), (10_000.0, 3), (90_000.0, 0.5))
"""Seconds that a patient waits, and how often of a hundred."""

LATEST = timedelta(seconds=60)


class Day(NamedTuple):
    """What one number led to: what is broken, and a print of all that happened."""

    broken: Sequence[str]
    print: str
    events: int
    deaths: int


def simulate(seed: int) -> Day:
    """One day."""
    return run(_day(seed))


async def _day(seed: int) -> Day:
    world = World(seed)
    door, over = Door(world), asyncio.Event()
    with virtual_clock(world.loop):
        living = asyncio.ensure_future(door.lives(over))
        await asyncio.gather(*(_patient(world, door, address) for address in ADDRESSES))
        over.set()
        await living
    broken = [*_intake(world), *_timers(world), *_sends(world, len(await world.disk.failed())), *await _replay(world)]
    told = hashlib.sha256("\n".join(world.lines).encode()).hexdigest()
    return Day(broken, told, len(world.brought), world.deaths)


async def _patient(world: World, door: Door, address: str) -> None:
    chance = random.Random(f"{world.chance.random()} {address}")
    for _ in range(chance.randint(1, 5)):
        [mean] = chance.choices([wait for wait, _ in WAITS], [often for _, often in WAITS])
        await asyncio.sleep(mean * chance.uniform(0.5, 1.5))
        words = [chance.choice(WORDS) for _ in range(chance.choice((1, 1, 2)))]
        await asyncio.gather(*(world.bring(door, address, each) for each in words))


def _intake(world: World) -> Iterator[str]:
    """Every message counted once, and none before another that was acknowledged before it was brought."""
    ids = [one.entry.id for one, _ in world.taken if not one.entry.fires]
    if sorted(ids) != sorted(world.brought):
        yield f"lost or doubled: {set(world.brought) ^ set(ids) or 'twice'}"
    for earlier, later in ((a, b) for at, b in enumerate(ids) for a in ids[at + 1 :]):
        if world.brought[earlier][1] < world.brought[later][0]:
            yield f"out of order: {later} before {earlier}"


def _timers(world: World) -> Iterator[str]:
    fired = [(one.entry.id, one.entry.fires[1], at) for one, at in world.taken if one.entry.fires]
    if len({id for id, _, _ in fired}) != len(fired):
        yield "a timer fired twice"
    for id, due, at in fired:
        if not due <= at <= due + LATEST:
            yield f"{id}: due {due}, fired {at}"


def _sends(world: World, failed: int) -> Iterator[str]:
    """Each call at most twice and in order; none is missing of which nobody was told; none comes too early."""
    missing = 0
    for address in ADDRESSES:
        wanted = [
            call
            for one, _ in world.taken
            if one.entry.address == address and one.written
            for call in one.written.outbox
        ]
        copies = compared(wanted, [payload for _, to, payload in world.line.got if to == address])
        missing += copies.missing
        if copies.strange:
            yield f"{address}: {copies.strange} calls too often or out of order"
    if missing > failed + world.erased:
        yield f"{missing} calls missing, {failed} given up, {world.erased} erased"
    if world.line.early:
        yield f"{world.line.early} calls inside retry_after"


async def _replay(world: World) -> list[str]:
    """One event after the other, without any fault, leads to the same."""
    store, line = MemoryStore(), world.line
    intake = Intake(library(), store, {"line": line}, KEY)
    broken: list[str] = []
    for one, _ in world.taken:
        if one.entry.fires:
            again = [each for each in await intake.fire_timers(one.entry.at) if each.entry.id == one.entry.id]
        else:
            again = await intake.take([Arrival("line", _read(line, world.raws[one.entry.id]), one.entry.at)])
        broken += _differs(one, again)
    for address in ADDRESSES:
        person = person_of(KEY, "line", address)
        if await store.session(person) != await world.disk.session(person):
            broken.append(f"{address}: another session than without faults")
    return broken


def _read(line: object, raw: bytes) -> Incoming:
    return line.parse(raw)  # type: ignore[attr-defined]


def _differs(one: Taken, again: Sequence[Taken]) -> list[str]:
    same = [each.written for each in again] == [one.written]
    return (
        [] if same or (one.entry.fires and not again) else [f"{one.entry.id} led to something else than without faults"]
    )

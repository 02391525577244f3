"""A clinic's chats in one loop: patients, a platform that fails, a store that fails, a program that dies."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from itertools import count
from typing import Any, cast
from unittest.mock import patch

from bench.faults.virtual import VirtualLoop
from bench.faults.waiting import until
from bot.app import load_library
from bot.channels.base import Incoming
from bot.channels.console import Console, event
from bot.channels.errors import Blocked, InDoubt, Throttled, Unreached
from bot.engine.effects import Forget
from bot.engine.library import Library
from bot.runner import delivery as delivery_module
from bot.runner import inlet as inlet_module
from bot.runner.delivery import Delivery
from bot.runner.inlet import Inlet
from bot.runner.intake import Intake
from bot.runner.log import silent
from bot.runner.pace import Limits
from bot.runner.timers import run_timers
from bot.settings import find_project
from bot.store.base import Entry, OutboxRow, Step, StoreBusy, StoreError, Taken
from bot.store.memory import MemoryStore

KEY = b"k" * 32
LIVES = (2.0, 60.0, 7200.0)
"""Seconds that the program lives, on the average."""

LIMITS = Limits(between=1, a_second=0, backoff_first=0.5, backoff_most=30)


@cache
def library() -> Library:
    """The shipped project."""
    return load_library(find_project())


class Disk(MemoryStore):
    """Now and then it is busy: then nothing was written. Takes time, in which the program can die."""

    def __init__(self, world: "World") -> None:
        super().__init__()
        self.world = world

    async def take(self, entries: Sequence[Entry], step: Step) -> list[Taken]:
        """Keeps what was taken, in order."""
        await self._turns()
        waiting = await self.unsent("line", 10_000)
        taken = await super().take(entries, step)
        self._count_erased(taken, waiting)
        for one in taken:
            self.world.trace(f"{'took' if one.written else 'dropped'} {one.entry.id}")
        self.world.taken += [(one, self.world.now()) for one in taken if one.written]
        await asyncio.sleep(0.01)  # committed, and not yet acknowledged
        return taken

    def _count_erased(self, taken: Sequence[Taken], waiting: Sequence[OutboxRow]) -> None:
        """Those of this very batch as well, in so far as they can be meant."""
        for one in taken:
            if one.written and any(isinstance(effect, Forget) for effect in one.written.effects):
                theirs = [other for other in taken if other.entry.person == one.entry.person and other.written]
                self.world.erased += sum(row.person == one.entry.person for row in waiting)
                self.world.erased += sum(len(other.written.outbox) for other in theirs if other.written)

    async def mark_tried(self, ids: Any) -> None:
        """As it is."""
        await self._turns()
        await super().mark_tried(ids)

    async def mark_sent(self, ids: Any) -> None:
        """As it is."""
        await self._turns()
        await super().mark_sent(ids)

    async def _turns(self) -> None:
        await asyncio.sleep(0.001 + self.world.chance.random() * 0.05)
        if self.world.chance.random() < 0.05:
            self.world.trace("busy")
            raise StoreBusy("busy")


class Line(Console):
    """A platform whose calls fail in every way; one line of text is one delivery: id|address|words."""

    name = "line"

    def __init__(self, world: "World") -> None:
        super().__init__()
        self.world = world
        self.got: list[tuple[float, str, bytes]] = []
        """What arrived: when, for whom, what."""
        self.resting: dict[str, float] = {}
        self.early = 0

    def parse(self, raw: bytes) -> Incoming:  # type: ignore[override]
        id, address, words = raw.decode().split("|")
        return Incoming(address, id, event(words))

    async def send(self, address: str, payload: bytes) -> None:
        """Takes the call, or fails before or after it was taken."""
        chance, now = self.world.chance, self.world.loop.time()
        self.early += now < self.resting.get(address, 0)
        await asyncio.sleep(chance.random() * 0.5)
        kind = chance.choices(("well", "throttled", "unreached", "before", "after", "blocked"), (70, 6, 8, 5, 8, 1))[0]
        if kind in ("well", "after"):
            self.got.append((self.world.loop.time(), address, payload))
            await asyncio.sleep(0.05)
        self.world.trace(f"send {address} {kind}")
        if kind == "throttled":
            self.resting[address] = self.world.loop.time() + 5
            raise Throttled(5)
        if kind != "well":
            raise {"unreached": Unreached, "blocked": Blocked}.get(kind, InDoubt)(kind)

    async def answer(self, incoming: Incoming, notice: str | None) -> None:
        """Nobody waits."""


class World:
    """All of it, from one seed."""

    def __init__(self, seed: int) -> None:
        self.loop = cast("VirtualLoop", asyncio.get_running_loop())
        self.chance = random.Random(seed)
        self.lines: list[str] = []
        self.taken: list[tuple[Taken, datetime]] = []
        self.brought: dict[str, tuple[float, float]] = {}
        """By id: when it was first brought, and when that was acknowledged (loop time)."""
        self.raws: dict[str, bytes] = {}
        self.erased = 0
        """Calls that waited when what was said was erased."""
        self.disk, self.line = Disk(self), Line(self)
        self.deaths = 0
        self._ids = count(1)

    def now(self) -> datetime:
        return self.loop.now()

    def trace(self, line: str) -> None:
        """Remember what happened and when."""
        self.lines.append(f"{self.loop.time():.3f} {line}")

    async def bring(self, inlet: "Door", address: str, words: str) -> None:
        """Bring a message until it is acknowledged, and sometimes once more."""
        id = f"{next(self._ids)}"
        began = self.loop.time()
        self.brought[id] = (began, float("inf"))
        raw = self.raws[id] = f"{id}|{address}|{words}".encode()
        await inlet.take(raw)
        self.brought[id] = (began, self.loop.time())
        if self.chance.random() < 0.2:
            await inlet.take(raw)


class Door:
    """The program, which dies and starts again; whoever waits at it tries again."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.inlet: Inlet | None = None

    async def take(self, raw: bytes) -> None:
        while True:
            if self.inlet is not None:
                waiting = asyncio.ensure_future(self.inlet.take(self.world.line, [raw]))
                with suppress(StoreError, TimeoutError):
                    await asyncio.wait_for(waiting, 20)
                    return
            await asyncio.sleep(0.1 + self.world.chance.random())

    async def lives(self, over: asyncio.Event) -> None:
        """One life after the other."""
        while not over.is_set():
            stop = asyncio.Event()
            jobs = self._jobs(stop)
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), self.world.chance.expovariate(1 / self.world.chance.choice(LIVES)))
            await self._die(jobs)
        stop = asyncio.Event()
        jobs = self._jobs(stop)

        async def sent() -> bool:
            return not await self.world.disk.unsent("line")

        await until(sent, every=1)
        await self._die(jobs)

    def _jobs(self, stop: asyncio.Event) -> list[asyncio.Task[None]]:
        world = self.world
        intake = Intake(library(), world.disk, {"line": world.line}, KEY)
        delivery = Delivery(world.disk, world.line, LIMITS, world.now)
        self.inlet = Inlet(intake, [delivery.wake], world.now)
        timers = run_timers(intake, [delivery.wake], world.now, silent, stop)
        return [asyncio.ensure_future(job) for job in (self.inlet.run(stop), delivery.run(stop), timers)]

    async def _die(self, jobs: list[asyncio.Task[None]]) -> None:
        self.world.deaths += 1
        self.world.trace("death")
        self.inlet = None
        self.world.line.resting.clear()  # what the platform asked for is not kept over a start
        tasks = [task for task in asyncio.all_tasks(self.world.loop) if task.get_coro().__qualname__ in MORTAL]  # type: ignore[union-attr]
        for task in (*jobs, *tasks):
            task.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)


MORTAL = ("Delivery._serve", "Line.answer", "Event.wait", "Queue.get")
"""What a life has begun beside its jobs, and what ends with it."""


@contextmanager
def virtual_clock(loop: VirtualLoop) -> Any:
    """The runner's own clocks are those of the loop."""
    with (
        patch.object(delivery_module, "monotonic", loop.time),
        patch.object(inlet_module, "monotonic", loop.time),
    ):
        yield

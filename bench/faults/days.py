"""Ninety days of timers on a clock that jumps, and a mail server that is down for six hours."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Collection, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import cast

from bench.faults.finding import Finding, Tell
from bench.faults.virtual import VirtualLoop, run
from bench.faults.world import KEY, library
from bot.channels.console import Console
from bot.engine.effects import SetTimer
from bot.runner import timers as timers_module
from bot.runner.intake import Intake
from bot.runner.log import silent
from bot.runner.timers import run_timers
from bot.store.base import DueTimer, Entry, Step, Taken, Written
from bot.store.memory import MemoryStore
from tests.runner.office import HOUR, MINUTE, Office
from tests.runner.postbox import Postbox

LATEST = 60.0
DRIFT = 0.05
JUMPS = (timedelta(hours=1), timedelta(hours=-1))


class Calendar(MemoryStore):
    """Knows when the next timer is due, so that a look at ten thousand of them costs nothing before."""

    def __init__(self, dues: Sequence[datetime]) -> None:
        super().__init__()
        self._left = sorted(dues, reverse=True)
        self.fired: list[tuple[str, datetime, datetime, float]] = []
        """Whose timer, when it was due, what the clock said as it fired, and the loop's time."""

    async def due_timers(
        self, now: datetime, limit: int = 100, channels: Collection[str] | None = None
    ) -> list[DueTimer]:
        """As ever, but without a look where nothing can be due."""
        due = await super().due_timers(now, limit, channels) if self._left and self._left[-1] <= now else []
        while self._left and self._left[-1] <= now and len(due) < limit:
            self._left.pop()
        return due

    async def take(self, entries: Sequence[Entry], step: Step) -> list[Taken]:
        """Remembers what has fired."""
        taken = await super().take(entries, step)
        time = asyncio.get_running_loop().time()
        fired = [each.entry for each in taken if each.entry.fires]
        self.fired += [(entry.person, entry.fires[1], entry.at, time) for entry in fired if entry.fires]
        return taken


class Clock:
    """The loop's time, and jumps of an hour as somebody sets the machine's clock."""

    def __init__(self, loop: VirtualLoop, jumps: dict[float, timedelta]) -> None:
        self._loop = loop
        self._jumps = jumps

    def at(self, time: float) -> datetime:
        """What it says at a time of the loop."""
        moved = sum((by for since, by in self._jumps.items() if since <= time), timedelta())
        return self._loop.now() - timedelta(seconds=self._loop.time() - time) + moved

    def __call__(self) -> datetime:
        return self.at(self._loop.time())


async def _timers(timers: int, days: int, seed: int) -> Finding:
    chance, loop = random.Random(seed), cast("VirtualLoop", asyncio.get_running_loop())
    jumps = {chance.uniform(0, days * 86400): JUMPS[number % 2] for number in range(2 * max(days // 9, 1))}
    clock, begin = Clock(loop, jumps), loop.now()
    dues = [begin + timedelta(seconds=chance.uniform(0, days * 86400)) for _ in range(timers)]
    store, stop = Calendar(dues), asyncio.Event()
    for number, due in enumerate(dues):
        entry = Entry(f"set {number}", f"person {number}", "console", "0", begin)
        await store.take([entry], lambda entry, session, due=due: Written(effects=(SetTimer("check", due),)))
    intake = Intake(library(), store, {"console": Console()}, KEY)
    job = asyncio.ensure_future(run_timers(intake, [], clock, silent, stop))
    memory = await _memory_over(days * 86400 + 7200)
    stop.set()
    await job
    return _told(store, clock, memory, timers, days, jumps=len(jumps))


async def _memory_over(seconds: float) -> tuple[int, int]:
    """Most memory (kilobytes) after a fifth of the time, and at the end."""
    await asyncio.sleep(seconds / 5)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    await asyncio.sleep(seconds * 4 / 5)
    return before, getrusage(RUSAGE_SELF).ru_maxrss


def _told(store: Calendar, clock: Clock, memory: tuple[int, int], timers: int, days: int, *, jumps: int) -> Finding:
    often = Counter(person for person, _, _, _ in store.fired)
    early = sum(at < due for _, due, at, _ in store.fired)
    # Late by the clock, unless a minute ago the clock had not come that far: then it has jumped.
    late = sum(clock.at(time - LATEST) >= due and clock.at(time) - due > MINUTE for _, due, _, time in store.fired)
    drift = (memory[1] - memory[0]) / memory[0]
    figures = {
        "timers": timers,
        "days": days,
        "jumps of an hour": jumps,
        "looked at every seconds": timers_module.LOOK,
        "fired": len(store.fired),
        "fired twice": sum(count > 1 for count in often.values()),
        "early": early,
        "later than 60 seconds": late,
        "memory drift": round(drift, 3),
    }
    once = len(often) == len(store.fired) == timers
    return Finding("timers", figures, once and early == late == 0 and drift < DRIFT)


async def mail_down(letters: int, hours: int) -> Finding:
    """Requests for a call come in while the mail server is down; the program starts anew every hour."""
    box = await Postbox().up()
    office = Office(box)
    await box.down()
    await office.ask(*(f"Canary {number}" for number in range(letters)))
    for minute in range(hours * 60):
        if minute % 60 == 0:
            office.hire()
        await office.after(MINUTE)
    before = len(box.letters)
    await box.up()
    await office.after(HOUR)
    await box.down()
    ids = Counter(box.ids)
    waiting = len(await office.waiting())
    figures = {
        "call requests": letters,
        "hours": hours,
        "letters before it was up": before,
        "letters an hour after": len(box.letters),
        "different letters": len(ids),
        "still waiting": waiting,
    }
    return Finding("mail server down", figures, len(box.letters) == len(ids) == letters and waiting == before == 0)


def timers(count: int, days: int, seed: int = 11) -> Finding:
    """So many timers in so many days."""
    return run(_timers(count, days, seed))


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    yield await asyncio.to_thread(timers, max(100, int(10_000 * scale)), max(2, int(90 * scale)))
    yield await mail_down(max(10, int(200 * scale)), 6)

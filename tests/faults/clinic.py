"""An intake, a store and a delivery with what a calm clinic would have of the same messages beside them."""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import timedelta
from itertools import count

from bench.faults.copies import compared
from bench.faults.world import KEY, library
from bot.channels.base import Incoming
from bot.channels.console import Console, event
from bot.channels.errors import Blocked, InDoubt, Throttled, Unreached
from bot.engine.effects import Forget
from bot.runner.delivery import Delivery
from bot.runner.intake import Arrival, Intake
from bot.runner.pace import Limits
from bot.runner.people import person_of
from bot.store.base import Store, Taken
from bot.store.memory import MemoryStore
from tests.runner.rows import NOW

PEOPLE = ("ann", "bob", "eva")


class Death(BaseException):
    """The program ends in the middle of a call."""


TROUBLES: dict[str, Callable[[], BaseException]] = {
    "throttled": lambda: Throttled(0),
    "unreached": lambda: Unreached("no connection"),
    "in doubt": lambda: InDoubt("no answer"),
    "blocked": lambda: Blocked("blocked"),
    "death": Death,
}
DOUBTS = ("in doubt", "death")


class Phones(Console):
    """Keeps what arrived; the next call to a chat can fail."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[tuple[str, str]] = []
        self.troubles: dict[str, list[str]] = {}
        self.met: list[str] = []

    async def send(self, address: str, payload: bytes) -> None:
        trouble = self.troubles[address].pop() if self.troubles.get(address) else ""
        if trouble in ("", *DOUBTS):
            self.got.append((address, payload.decode()))
        if trouble:
            self.met.append(trouble)
            raise TROUBLES[trouble]()


class Clinic:
    """What happens to it is told to it step by step; `differences` says what is not as it must be."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.calm = MemoryStore()
        self.platform = Phones()
        self.now = NOW
        self.known: dict[str, Arrival] = {}
        self.wanted: dict[str, list[str]] = defaultdict(list)
        self.doubts: Counter[str] = Counter()
        self.erased = 0
        self._ids = count(1)
        self.restart()

    def restart(self) -> None:
        """A new start on the same store."""
        limits = Limits(between=0, a_second=0, backoff_first=0, backoff_most=0)
        self.intake = self._intake(self.store)
        self.delivery = Delivery(self.store, self.platform, limits, lambda: self.now)

    def _intake(self, store: Store) -> Intake:
        return Intake(library(), store, {"console": self.platform}, KEY)

    async def say(self, *said: tuple[str, str]) -> None:
        """Messages (who, words) that come together."""
        arrivals = [self._arrival(who, words) for who, words in said]
        await self._counted(await self.intake.take(arrivals))
        for arrival in arrivals:
            await self._intake(self.calm).take([arrival])

    def _arrival(self, who: str, words: str) -> Arrival:
        id = str(next(self._ids))
        self.known[id] = Arrival("console", Incoming(who, id, event(words)), self.now)
        return self.known[id]

    async def again(self, number: int) -> list[Taken]:
        """The platform brings an old message once more."""
        arrivals = list(self.known.values())
        return await self.intake.take([arrivals[number % len(arrivals)]]) if arrivals else []

    async def wait(self, time: timedelta) -> None:
        """Time passes, and timers fire, on both sides."""
        self.now += time
        await self._counted(await self.intake.fire_timers(self.now))
        await self._intake(self.calm).fire_timers(self.now)

    async def _counted(self, taken: list[Taken]) -> None:
        for one in taken:
            assert one.written
            if any(isinstance(effect, Forget) for effect in one.written.effects):
                self.erased += len(self.wanted[one.entry.address])
            self.wanted[one.entry.address] += [payload.decode() for payload in one.written.outbox]

    async def send(self, troubles: list[str], who: str) -> None:
        """Send what waits; this person's next calls fail so."""
        self.platform.troubles, self.platform.met = {who: [*troubles]}, []
        try:
            await self.delivery.drain()
        except Death:
            self.restart()
        self.doubts[who] += sum(trouble in DOUBTS for trouble in self.platform.met)

    async def differences(self) -> list[str]:
        """Sessions, calls and counts that are not as they must be."""
        found: list[str] = []
        failed, waiting = len(await self.store.failed()), await self.store.unsent("console", 10_000)
        missing = 0
        for who in PEOPLE:
            person = person_of(KEY, "console", who)
            if await self.store.session(person) != await self.calm.session(person):
                found.append(f"{who}: another session than in a calm clinic")
            if await self.store.transcript(person) != await self.calm.transcript(person):
                found.append(f"{who}: another transcript than in a calm clinic")
            copies = compared(self.wanted[who], [text for to, text in self.platform.got if to == who])
            missing += copies.missing
            if copies.copies > self.doubts[who]:
                found.append(f"{who}: {copies.copies} copies after {self.doubts[who]} doubts")
            if copies.strange:
                found.append(f"{who}: {copies.strange} calls too often or out of order")
        if missing > failed + len(waiting) + self.erased:
            found.append(f"{missing} calls have gone, {failed} given up, {len(waiting)} wait, {self.erased} erased")
        return found

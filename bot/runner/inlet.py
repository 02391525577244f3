"""Deliveries in: what platforms bring is read, waits for its batch, and is answered once it is durable."""

import asyncio
from collections.abc import Callable, Sequence
from time import monotonic

from msgspec import Struct

from bot.channels.base import Channel, Incoming, Unreadable
from bot.channels.markup import plain
from bot.channels.rendering import titled
from bot.engine.effects import Reply
from bot.runner.clock import Clock
from bot.runner.intake import Arrival, Intake
from bot.runner.pace import Turnstile
from bot.runner.watch import Watch
from bot.store.base import Entry, StoreError, Taken
from bot.store.quarantine import Poison

MOST = 64
"""Deliveries in one batch: they share one commit. More save nothing, and whoever comes next waits for all of them."""

NOTICES = ("command.old_button", "command.private_only")
"""Texts that are also shown at once where a button was pressed."""

ROOM = 1000
"""Events that may be inside at the same time; whoever brings more has to come again."""

ANSWERS, ANSWERS_A_SECOND, ANSWERS_AT_ONCE = 32, 60, 8
"""Answers to pressed buttons under way at the same time, in a second, and started at the same time; beyond that a
button spins until the next message. Each costs as much time as ten turns: in a flood they would take it from the
deliveries."""

Done = asyncio.Future[None]


class Overfull(StoreError):
    """There is no room for more deliveries now; nothing of this one was taken, and it may come again."""


class Delivered(Struct, frozen=True):
    """What one call of `take` brought, when (monotonic seconds), and who waits for it to be durable."""

    arrivals: list[Arrival]
    poisons: list[Poison]
    since: float
    done: Done

    @property
    def size(self) -> int:
        return len(self.arrivals) + len(self.poisons)


class Inlet:
    """The one door by which the outside world reaches the intake: one batch at a time, and at most `room` inside.

    `woken` are told after every batch that there may be something to send.
    """

    def __init__(
        self,
        intake: Intake,
        woken: Sequence[Callable[[], None]],
        clock: Clock,
        watch: Watch | None = None,
        room: int = ROOM,
    ) -> None:
        self._intake = intake
        self._woken = woken
        self._clock = clock
        self._watch = watch or Watch()
        self._room = room
        self._waiting: asyncio.Queue[Delivered] = asyncio.Queue()
        self._inside: dict[int, Delivered] = {}
        """What waits or is worked on, the oldest first."""
        self.events = 0
        """How many events that is."""
        self._full = False
        self._answers: set[asyncio.Task[None]] = set()
        self._answering = Turnstile(ANSWERS_A_SECOND, ANSWERS_AT_ONCE)

    @property
    def oldest(self) -> float:
        """For how many seconds the oldest delivery has been inside; 0 when there is none."""
        return monotonic() - next(iter(self._inside.values())).since if self._inside else 0.0

    def make_room(self, size: int = 1) -> None:
        """Raises Overfull if there is no room: then deliveries need not even be read."""
        if self._inside and self.events + size > self._room:
            self._refuse(size)
            raise Overfull("There are too many messages at once; they come again.")

    def _refuse(self, size: int) -> None:
        for _ in range(size):
            self._watch.meter.turn("refused")
        if not self._full:  # a flood is told once, until there is room again
            self._watch.log("inbox_full", events=self.events)
        self._full = True

    async def take(self, channel: Channel, raws: Sequence[bytes]) -> None:
        """Take raw deliveries in order; when it returns, they may be answered.

        Raises StoreError when they could not be stored, or there is no room: then they must come again.
        """
        self.make_room(len(raws))
        delivered = self._read(channel, raws)
        if delivered.size:
            self._inside[id(delivered)] = delivered
            self.events += delivered.size
            self._waiting.put_nowait(delivered)
            await delivered.done

    def _read(self, channel: Channel, raws: Sequence[bytes]) -> Delivered:
        now = self._clock()
        parsed = [channel.parse(raw) for raw in raws]
        arrivals = [Arrival(channel.name, one, now) for one in parsed if isinstance(one, Incoming)]
        unreadable = [one for one in parsed if isinstance(one, Unreadable)]
        for one in unreadable:
            self._watch.log("delivery_unreadable", channel=channel.name, why=one.why)
        poisons = [Poison(Entry(one.id, "", channel.name, "", now), one.why) for one in unreadable]
        return Delivered(arrivals, poisons, monotonic(), asyncio.get_running_loop().create_future())

    async def run(self, stop: asyncio.Event) -> None:
        """Work on what comes until told to stop; what is inside by then is finished."""
        stopping = asyncio.create_task(stop.wait())
        while not (stop.is_set() and self._waiting.empty()):
            first = asyncio.create_task(self._waiting.get())
            await asyncio.wait((first, stopping), return_when=asyncio.FIRST_COMPLETED)
            if first.done():
                await self._work([first.result(), *self._rest()])
            else:
                first.cancel()
        await asyncio.gather(*self._answers)

    def _rest(self) -> list[Delivered]:
        return [self._waiting.get_nowait() for _ in range(min(self._waiting.qsize(), MOST - 1))]

    async def _work(self, batch: Sequence[Delivered]) -> None:
        arrivals = [arrival for one in batch for arrival in one.arrivals]
        try:
            taken = await self._store(batch, arrivals)
        except StoreError as error:
            self._watch.log("store_failed", error=type(error).__name__)
            self._settle(batch, error)
            taken = []
        else:
            self._settle(batch, None)
        for wake in self._woken:
            wake()
        told = {one.entry.id: _notice(one) for one in taken}
        for arrival in arrivals:
            if arrival.incoming.query:
                self._answer(arrival, told.get(arrival.incoming.id))

    async def _store(self, batch: Sequence[Delivered], arrivals: Sequence[Arrival]) -> list[Taken]:
        poisons = [poison for one in batch for poison in one.poisons]
        if poisons:
            await self._intake.store.quarantine(poisons)
            for _ in poisons:
                self._watch.meter.turn("unreadable")
        taken = await self._intake.take(arrivals) if arrivals else []
        self._watch.meter.batch(len(arrivals) + len(poisons))
        return taken

    def _settle(self, batch: Sequence[Delivered], error: StoreError | None) -> None:
        for one in batch:
            del self._inside[id(one)]
            self.events -= one.size
            self._full = False
            if error is None:
                self._watch.meter.durable(monotonic() - one.since)
            if one.done.done():
                continue  # whoever waited has gone, as a web client may
            if error:
                one.done.set_exception(error)
            else:
                one.done.set_result(None)

    def _answer(self, arrival: Arrival, notice: str | None) -> None:
        """At once, beside the outbox: a pressed button spins until its query is answered."""
        if len(self._answers) >= ANSWERS or not self._answering.passes():
            return
        channel = self._intake.channels[arrival.channel]
        words = plain(titled(notice, channel.title)) if notice else None
        task = asyncio.create_task(channel.answer(arrival.incoming, words))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)


def _notice(taken: Taken) -> str | None:
    effects = taken.written.effects if taken.written else ()
    bubbles = (bubble for effect in effects if isinstance(effect, Reply) for bubble in effect.bubbles)
    return next((bubble.text for bubble in bubbles if bubble.key in NOTICES), None)

"""Deliveries in: what platforms bring is read, waits for its batch, and is answerd once it is durable."""

import asyncio
from collections.abc import Callable, Sequence

from msgspec import Struct

from bot.channels.base import Channel, Incoming, Unreadable
from bot.channels.markup import plain
from bot.channels.rendering import titled
from bot.engine.effects import Reply
from bot.runner.clock import Clock
from bot.runner.intake import Arrival, Intake
from bot.runner.log import Log
from bot.store.base import Entry, StoreError, Taken

MOST = 256
"""Deliveries in one batch: they share one commit."""

NOTICES = ("command.old_button", "command.private_only")
"""Texts that are also shown at once where a button was pressed."""

Done = asyncio.Future[None]


class Delivered(Struct, frozen=True):
    """What one call of `take` brought, and who waits for it to be durable."""

    arrivals: list[Arrival]
    done: Done


class Inlet:
    """The one door by which the outside world reaches the intake: one batch at a time.

    `woken` are told after every batch that there may be something to send.
    """

    def __init__(self, intake: Intake, woken: Sequence[Callable[[], None]], clock: Clock, log: Log) -> None:
        self._intake = intake
        self._woken = woken
        self._clock = clock
        self._log = log
        self._waiting: asyncio.Queue[Delivered] = asyncio.Queue()
        self._answers: set[asyncio.Task[None]] = set()

    async def take(self, channel: Channel, raws: Sequence[bytes]) -> None:
        """Take raw deliveries in order; when it returns, they may be answerd.

        Raises StoreError when they could not be stored: then they must come again.
        """
        now = self._clock()
        parsed = [channel.parse(raw) for raw in raws]
        for one in parsed:
            if isinstance(one, Unreadable):
                self._log("delivery_unreadable", channel=channel.name, why=one.why)
                await self._intake.store.quarantine(Entry(one.id, "", channel.name, "", now), one.why)
        arrivals = [Arrival(channel.name, one, now) for one in parsed if isinstance(one, Incoming)]
        if arrivals:
            done: Done = asyncio.get_running_loop().create_future()
            await self._waiting.put(Delivered(arrivals, done))
            await done

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
            taken = await self._intake.take(arrivals)
        except StoreError as error:
            self._log("store_failed", error=type(error).__name__)
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

    def _settle(self, batch: Sequence[Delivered], error: StoreError | None) -> None:
        for one in batch:
            if one.done.done():
                continue  # whoever waited has gone, as a web client may
            if error:
                one.done.set_exception(error)
            else:
                one.done.set_result(None)

    def _answer(self, arrival: Arrival, notice: str | None) -> None:
        """At once, beside the outbox: a pressed button spins until its query is answered."""
        channel = self._intake.channels[arrival.channel]
        words = plain(titled(notice, channel.title)) if notice else None
        task = asyncio.create_task(channel.answer(arrival.incoming, words))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)


def _notice(taken: Taken) -> str | None:
    effects = taken.written.effects if taken.written else ()
    bubbles = (bubble for effect in effects if isinstance(effect, Reply) for bubble in effect.bubbles)
    return next((bubble.text for bubble in bubbles if bubble.key in NOTICES), None)

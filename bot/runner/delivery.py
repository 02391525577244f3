"""Replies out: each person's calls in order, every one tried until it is taken, refused for good, or twice in doubt."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import pairwise
from time import monotonic
from typing import Any

from msgspec.structs import replace

from bot.channels.base import Channel
from bot.channels.errors import Blocked, Disowned, InDoubt, Malformed, Refused, SendError, Throttled, Unreached
from bot.runner.clock import Clock, system_clock
from bot.runner.pace import Limits, Turnstile
from bot.runner.watch import Watch
from bot.store.base import OutboxRow, Store, StoreError

COPIES = 2
"""A call that may have been taken is made once more and no oftener, not even after a crash."""

DISOWNED_REST = 60.0
STORE_REST = 1.0
"""Seconds until the platform, or the store, is tried again after it has failed as a whole."""

EVERYBODY = ""
"""Rests for all chats at once."""

ROWS = 4
"""Waiting calls that are read for each person who can be served: enough to see that an edit is followed by another."""


COUNTED: Mapping[type[SendError], str] = {
    Throttled: "throttled",
    Unreached: "unreached",
    InDoubt: "in_doubt",
    Disowned: "disowned",
    Blocked: "blocked",
    Malformed: "refused",
    Refused: "refused",
}
TROUBLES = {
    "unreached": "the last call did not get through; trying again",
    "in_doubt": "the last call was not answered; trying again",
    "disowned": "the platform does not know the token",
}


class Delivery:
    """Sends what waits for one channel: to each chat one call at a time, to all of them together within the limits."""

    def __init__(
        self,
        store: Store,
        channel: Channel,
        limits: Limits | None = None,
        clock: Clock = system_clock,
        watch: Watch | None = None,
    ) -> None:
        self.store = store
        self.channel = channel
        self.limits = limits or Limits()
        self.clock = clock
        self.watch = watch or Watch()
        self.log = self.watch.log
        self._turnstile = Turnstile(self.limits.a_second)
        self._rests: dict[str, float] = {}
        """Until when (monotonic) a person must wait; one whose call is under way waits for ever."""
        self._failures: dict[str, int] = {}
        self._awake = asyncio.Event()
        self._outcomes: Mapping[type[SendError], Callable[[OutboxRow, Any], Awaitable[None]]] = {
            Throttled: self._throttled,
            Unreached: self._unreached,
            InDoubt: self._in_doubt,
            Disowned: self._disowned,
            Blocked: self._blocked,
            Malformed: self._malformed,
            Refused: self._refused,
        }

    def wake(self) -> None:
        """Say that there is something new to send."""
        self._awake.set()

    async def drain(self) -> int:
        """Send all that can be sent now, one call after another; how many chats were served in all rounds."""
        served = 0
        while heads := await self._heads(self.limits.at_once):
            for rows in heads:
                await self._serve(rows)
            served += len(heads)
        return served

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; calls that are under way then are finished."""
        under_way: set[asyncio.Task[None]] = set()

        def ended(task: asyncio.Task[None]) -> None:
            under_way.discard(task)
            self._awake.set()

        while not stop.is_set():
            self._awake.clear()
            for rows in await self._heads_or_none(self.limits.at_once - len(under_way)):
                self._rests[rows[0].person] = float("inf")
                task = asyncio.create_task(self._serve(rows))
                under_way.add(task)
                task.add_done_callback(ended)
            await self._doze(stop)
        await asyncio.gather(*under_way)

    # Whose turn it is

    async def _heads_or_none(self, room: int) -> list[list[OutboxRow]]:
        try:
            return await self._heads(room)
        except StoreError as error:
            self.log("store_failed", error=type(error).__name__)
            self._rests[EVERYBODY] = monotonic() + STORE_REST
            return []

    async def _heads(self, room: int) -> list[list[OutboxRow]]:
        """The waiting calls of people who need not rest, the longest waiting first; no more than have room."""
        now = monotonic()
        self._rests = {person: until for person, until in self._rests.items() if until > now}
        if EVERYBODY in self._rests or room <= 0:
            return []
        rows = await self.store.unsent(self.channel.name, ROWS * room, without=tuple(self._rests))
        heads: dict[str, list[OutboxRow]] = {}
        for row in rows:
            heads.setdefault(row.person, []).append(row)
        return list(heads.values())[:room]

    async def _doze(self, stop: asyncio.Event) -> None:
        """Until something is new, a rest is over, or it is time to stop."""
        ends = min(self._rests.values(), default=float("inf")) - monotonic()
        waits = [asyncio.create_task(self._awake.wait()), asyncio.create_task(stop.wait())]
        await asyncio.wait(waits, timeout=min(max(ends, 0), 60), return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()

    # One person's turn

    async def _serve(self, rows: Sequence[OutboxRow]) -> None:
        """Make the first call that is still needed; then this person rests."""
        person = rows[0].person
        self._rests[person] = float("inf")
        try:
            await self._make(rows)
        except StoreError as error:
            self.log("store_failed", error=type(error).__name__)
            self._rest(person, STORE_REST)
        except Exception as fault:  # a fault of ours must cost one call, not all conversations
            self.log("send_broke", channel=self.channel.name, error=type(fault).__name__)
            self._count("broke")
        finally:
            if self._rests.get(person) == float("inf"):
                self._rest(person, self.limits.between)

    async def _make(self, rows: Sequence[OutboxRow]) -> None:
        row, needless = _first_needed(rows, self.channel.edits)
        if needless:
            await self.store.mark_sent(needless)
        if row.tries >= COPIES:
            self._count("unknown")
            await self._give_up(row, "unknown")
            return
        await self._turnstile.through()
        await self.store.mark_tried([row.id])
        if await self._attempt(row) and len(rows) > len(needless) + 1:
            await self.channel.typing(row.address)

    async def _attempt(self, row: OutboxRow) -> bool:
        """Make the call; whether it was taken."""
        try:
            await self.channel.send(row.address, row.payload)
        except SendError as error:
            kind = next(kind for kind in type(error).__mro__ if kind in self._outcomes)
            self._count(COUNTED[kind])
            await self._outcomes[kind](row, error)
            return False
        self._failures.pop(row.person, None)
        self._count("taken")
        await self.store.mark_sent([row.id])
        return True

    # What becomes of a call that was not taken

    async def _throttled(self, row: OutboxRow, error: Throttled) -> None:
        await self.store.mark_untried([row.id])
        self.log("send_throttled", channel=self.channel.name, seconds=error.retry_after)
        self._rest(row.person, error.retry_after)

    async def _unreached(self, row: OutboxRow, error: Unreached) -> None:
        await self.store.mark_untried([row.id])
        failures = self._failures[row.person] = self._failures.get(row.person, 0) + 1
        seconds = self.limits.backoff(failures)
        self.log("send_failed", channel=self.channel.name, why=str(error), seconds=seconds)
        self._rest(row.person, seconds)

    async def _in_doubt(self, row: OutboxRow, error: InDoubt) -> None:
        if row.tries + 1 >= COPIES:
            await self._give_up(row, "unknown")
        else:
            self.log("send_in_doubt", channel=self.channel.name, why=str(error))
            self._rest(row.person, max(self.limits.between, self.limits.backoff_first))

    async def _disowned(self, row: OutboxRow, _: Disowned) -> None:
        await self.store.mark_untried([row.id])
        self.log("bot_disowned", channel=self.channel.name, seconds=DISOWNED_REST)
        self._rests[EVERYBODY] = monotonic() + DISOWNED_REST

    async def _blocked(self, row: OutboxRow, _: Blocked) -> None:
        await self.store.pause(row.person, row.channel, self.clock())
        self.log("chat_paused", channel=self.channel.name)

    async def _malformed(self, row: OutboxRow, error: Malformed) -> None:
        """The same words without markup, once: there is no markup left to be refused then."""
        self.log("markup_refused", channel=self.channel.name, why=str(error))
        plain = self.channel.plainer(row.payload)
        if plain is None:
            await self._give_up(row, "refused")
        else:
            await self._turnstile.through()
            await self._attempt(replace(row, payload=plain))

    async def _refused(self, row: OutboxRow, error: Refused) -> None:
        self.log("send_refused", channel=self.channel.name, why=str(error))
        await self._give_up(row, "refused")

    async def _give_up(self, row: OutboxRow, why: str) -> None:
        await self.store.mark_failed([row.id], why, self.clock())
        self.log("send_given_up", channel=self.channel.name, why=why)

    def _count(self, outcome: str) -> None:
        """Tell the counters; a call that was taken or refused shows that the platform answers."""
        self.watch.meter.sent(self.channel.name, outcome)
        part = f"{self.channel.name} sends"
        if outcome in ("taken", "throttled", "blocked", "refused"):
            self.watch.health.works(part)
        elif outcome in TROUBLES:
            self.watch.health.fails(part, TROUBLES[outcome])

    def _rest(self, person: str, seconds: float) -> None:
        self._rests[person] = monotonic() + seconds


def _first_needed(rows: Sequence[OutboxRow], edits: Callable[[bytes], str | None]) -> tuple[OutboxRow, list[int]]:
    """The first call that is not made needless by the next one (two edits of one message), and the ids before it."""
    needless: list[int] = []
    for row, following in pairwise(rows):
        edited = edits(row.payload)
        if edited is None or row.tries or edits(following.payload) != edited:
            return row, needless
        needless.append(row.id)
    return rows[-1], needless

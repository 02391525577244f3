"""One person's conversation at a time: take what came in, then deliver what it led to."""

import asyncio

from bot.channels.base import Channel, Incoming
from bot.runner.clock import Clock
from bot.runner.delivery import Delivery
from bot.runner.intake import Arrival, Intake
from bot.runner.pace import AT_ONCE


class Chat:
    """A conversation step by step; every step is durable before anything of it is shown."""

    def __init__(self, intake: Intake, channel: Channel, clock: Clock) -> None:
        self._intake = intake
        self._channel = channel
        self._clock = clock
        self._delivery = Delivery(intake.store, channel, AT_ONCE, clock)
        self._one_at_a_time = asyncio.Lock()

    async def turn(self, incoming: Incoming) -> None:
        """Take one event and show what it leads to; timers that have come due go first."""
        async with self._one_at_a_time:
            now = self._clock()
            await self._intake.fire_timers(now)
            await self._intake.take([Arrival(self._channel.name, incoming, now)])
            await self.deliver()

    async def look(self) -> None:
        """Show what timers that have come due lead to, while nothing is typed."""
        async with self._one_at_a_time:
            if await self._intake.fire_timers(self._clock()):
                await self.deliver()

    async def deliver(self) -> None:
        """Show all that waits, what a crash left behind included."""
        await self._delivery.drain()

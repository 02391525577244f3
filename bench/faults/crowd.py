"""Many patients who write all the time, whatever happens to the program."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

from bench.faults.audit import asked
from bench.faults.chat import Chat
from bench.faults.service import Service
from bench.faults.waiting import until

TURNS_A_SECOND = 20


class Crowd:
    """So many chats with one service."""

    def __init__(self, service: Service, chats: int, seed: int) -> None:
        self.service = service
        self.chance = random.Random(seed)
        self.statuses: list[tuple[float, int]] = []
        """When each answer came (loop time), and what it was; 0 is none."""
        Chat.updates = count(1)
        self.chats = [Chat(1000 + number, self._post, self.chance) for number in range(chats)]
        self._over = asyncio.Event()

    async def _post(self, raw: bytes) -> int:
        status = await self.service.deliver(raw)
        self.statuses.append((asyncio.get_running_loop().time(), status))
        return status

    @property
    def deliveries(self) -> int:
        return sum(len(chat.history) for chat in self.chats)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[None]:
        """They write; at the end each waits until what it has begun is taken, and until all is sent."""
        tasks = [asyncio.create_task(self._write(chat)) for chat in self.chats]
        try:
            yield
            self._over.set()
            await asyncio.wait_for(asyncio.gather(*tasks), 120)
            await drained(self.service)
        finally:
            for task in tasks:
                task.cancel()

    async def _write(self, chat: Chat) -> None:
        pause = len(self.chats) / TURNS_A_SECOND
        while not self._over.is_set():
            await asyncio.sleep(pause * (0.3 + 1.4 * self.chance.random()))
            await chat.turn()

    def answers(self, since: float, until: float) -> list[int]:
        """What was answered between two moments of the loop's time."""
        return [status for at, status in self.statuses if since <= at < until]


async def drained(service: Service, seconds: float = 120) -> float:
    """Seconds until nothing waits to be sent. Raises TimeoutError where so long nothing of it has gone."""
    took, before = 0.0, _waiting(service)
    while before:
        took += await until(lambda left=before: _waiting(service) < left, seconds)
        before = _waiting(service)
    return took


def _waiting(service: Service) -> int:
    return sum(calls for (calls,) in asked(service.database, "SELECT count(*) FROM outbox"))

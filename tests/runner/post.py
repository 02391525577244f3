"""A delivery with its store, and a platform that takes calls or refuses them as it is told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from time import monotonic

from bot.channels.base import Capabilities
from bot.channels.console import Console
from bot.runner.delivery import Delivery
from bot.runner.pace import Limits
from bot.runner.watch import Watch
from bot.store.base import Entry, Written
from bot.store.memory import MemoryStore

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
QUICK = Limits(between=0, a_second=0, backoff_first=0.01, backoff_most=0.04)


class Platform(Console):
    """Takes calls, or raises what it was told to, per address and in order."""

    capabilities = Capabilities(text_length=100, typing=True)

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, str]] = []
        self.times: list[float] = []
        self.troubles: dict[str, list[Exception | None]] = {}
        self.typed: list[str] = []

    async def send(self, address: str, payload: bytes) -> None:
        self.calls.append((address, payload.decode()))
        self.times.append(monotonic())
        trouble = self.troubles.get(address)
        if trouble and (error := trouble.pop(0)):
            raise error

    def edits(self, payload: bytes) -> str | None:  # type: ignore[override]
        return payload.decode().split(":")[1] if payload.startswith(b"edit:") else None

    def plainer(self, payload: bytes) -> bytes | None:  # type: ignore[override]
        return payload.removeprefix(b"<b>") if payload.startswith(b"<b>") else None

    async def typing(self, address: str) -> None:
        self.typed.append(address)


class Post:
    """A delivery with its store and platform."""

    def __init__(self, limits: Limits = QUICK) -> None:
        self.platform = Platform()
        self.store = MemoryStore()
        self.told: list[tuple[str, dict[str, object]]] = []
        self.delivery = self.new(limits)

    def new(self, limits: Limits = QUICK) -> Delivery:
        def log(event: str, **fields: object) -> None:
            self.told.append((event, fields))

        return Delivery(self.store, self.platform, limits, lambda: NOW, Watch(log))

    async def write(self, address: str, *payloads: str) -> None:
        """A turn of this person's, with these calls."""
        outbox = tuple(payload.encode() for payload in payloads)
        entry = Entry(f"{address} {id(payloads)} {monotonic()}", address, "console", address, NOW)
        await self.store.take([entry], lambda entry, session: Written(outbox=outbox))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        task = asyncio.create_task(self.delivery.run(stop))
        yield
        stop.set()
        await asyncio.wait_for(task, 5)

    async def until(self, holds: Callable[[], bool], seconds: float = 5) -> None:
        async with asyncio.timeout(seconds):
            while not holds():  # noqa: ASYNC110 - what is waited for is a list that grows
                await asyncio.sleep(0.002)

    async def waiting(self) -> list[str]:
        return [row.payload.decode() for row in await self.store.unsent("console")]

    async def failed(self) -> list[tuple[str, str]]:
        return [(row.person, row.why) for row in await self.store.failed()]

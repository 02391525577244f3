"""A store, a mail server and the postman between them, with a clock that moves only when it is told to."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from bot.engine.effects import RequestCallback
from bot.runner.mail import Mail
from bot.runner.postman import Postman
from bot.runner.smtp import Smtp, Tls
from bot.store.base import Entry, Store, Written
from bot.store.memory import MemoryStore
from tests.engine.talk import shipped
from tests.runner.postbox import Postbox
from tests.runner.rows import NOW

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CANARIES = ("Canary", "canary@example.com", "canaryanswer")


class Clock:
    """Moves only when it is told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Log:
    """Keeps what is logged."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, Any]]] = []
        self.grown = asyncio.Event()

    def __call__(self, event: str, **facts: object) -> None:
        self.lines.append((event, facts))
        self.grown.set()

    async def until(self, *events: str) -> None:
        """Wait until just these were logged."""
        async with asyncio.timeout(10):
            while self.events != list(events):
                self.grown.clear()
                await self.grown.wait()

    @property
    def events(self) -> list[str]:
        return [event for event, _ in self.lines]


class Office:
    """A store, a mail server and the postman between them."""

    def __init__(self, box: Postbox, store: Store | None = None) -> None:
        self.box = box
        self.store = store or MemoryStore()
        self.clock = Clock()
        self.log = Log()
        self.library = shipped()
        self.postman = self.hire()

    def hire(self) -> Postman:
        """A new one, as after a start of the program."""
        mail = Mail(Smtp("127.0.0.1", self.box.port, Tls.IF_OFFERED, sender="bot@clinic.org"))
        self.postman = Postman(self.store, lambda: self.library, mail, self.clock, self.log)
        return self.postman

    async def ask(self, *names: str) -> list[int]:
        """Requests for a call; the numbers of all that are open."""
        for name in names or ("Canary",):
            await take_down(self.store, name)
        return [row.id for row in await self.store.callbacks()]

    async def after(self, time: timedelta) -> None:
        """Let time pass, and let the postman go round."""
        self.clock.now += time
        await self.postman.send_due()

    async def waiting(self) -> list[tuple[int, timedelta]]:
        """How often each letter that waits has failed, and in what time it is tried again."""
        rows = [row for row in await self.store.callbacks() if row.mailed_at is None]
        return [(row.mail_tries, row.mail_due - self.clock.now) for row in rows]


async def take_down(store: Store, name: str) -> None:
    asked = RequestCallback(name, CANARIES[1], "morning", "es", "1", NOW, CANARIES[2])
    entry = Entry(name, name, "telegram", "7", NOW)
    await store.take([entry], lambda entry, session: Written(effects=(asked,)))


async def settle() -> None:
    """Let the postman begin, and come to where there is nothing to do."""
    for _ in range(5):
        await asyncio.sleep(0)


class Run:
    """The postman at work, stopped at the end."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.stop = asyncio.Event()

    async def __aenter__(self) -> "Run":
        self.task = asyncio.create_task(self.office.postman.run(self.stop))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stop.set()
        async with asyncio.timeout(10):
            await self.task

"""`heatwise serve` in this process: everything real but the pace, which would make tests slow."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

from bot import settings
from bot.app import load_library
from bot.app.serving import Serving
from bot.channels.telegram.setup import TelegramSetup, Webhook
from bot.runner.pace import Limits
from bot.store.sqlite import SqliteStore
from bot.web.server import listen
from tests.serving.emulator import TOKEN, Emulator

QUICK = Limits(between=0, a_second=0, backoff_first=0.05, backoff_most=0.5)
SECRET = "a_webhook-secret"


class Served:
    """A service, its log, and a look into its database."""

    def __init__(self, emulator: Emulator, folder: Path, project: Path | None = None, **changes: Any) -> None:
        self.emulator = emulator
        self.told: list[tuple[str, dict[str, object]]] = []
        self.database = folder / "heatwise.db"
        config = settings.load({"HEATWISE_DATA_DIR": str(folder), "HEATWISE_KEY": token_hex(16)}, project)
        setup = TelegramSetup(TOKEN, emulator.root)
        library = load_library(config.project)
        self.serving = Serving(config, setup, library, False, self.database, self.log, limits=QUICK)
        self.serving = dataclasses.replace(self.serving, **changes)
        self.edited = asyncio.Event()

    def log(self, event: str, **fields: object) -> None:
        self.told.append((event, fields))

    @property
    def events(self) -> list[str]:
        return [event for event, _ in self.told]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Start it, and stop it as SIGTERM does."""
        stop = asyncio.Event()
        task = asyncio.create_task(self.serving.run(stop, self.edited))
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait_for(task, 12)

    @asynccontextmanager
    async def store(self) -> AsyncIterator[SqliteStore]:
        store = SqliteStore(self.database)
        await store.open()
        yield store
        await store.close()


def hooked(emulator: Emulator) -> dict[str, Any]:
    """What makes it take deliveries: a socket, and a webhook that leads there."""
    on = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{on.getsockname()[1]}/telegram"
    return {"on": on, "setup": TelegramSetup(TOKEN, emulator.root, Webhook(url, "/telegram", SECRET))}

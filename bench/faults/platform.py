"""The platform on the other side: the emulator of the tests, which knows every query, and what each chat got."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bench.faults.history import Call
from bench.faults.model import shape
from tests.serving.emulator import Emulator


class _Every(set[str]):
    """Holds whatever is asked for."""

    def __contains__(self, _: object) -> bool:
        return True


class Platform(Emulator):
    """Takes what it is brought, in the order in which it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.queries = _Every()

    def got(self, chat: int) -> list[Call]:
        """Words and buttons of the messages that this chat got."""
        return [(call.fields["text"], shape(call.fields.get("reply_markup"))) for call in self.sent(chat)]


@asynccontextmanager
async def platform() -> AsyncIterator[Platform]:
    """One that runs."""
    running = Platform()
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # a caller that was killed is no news here
    await running.start()
    try:
        yield running
    finally:
        await running.stop()

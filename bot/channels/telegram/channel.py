"""Telegram as a channel: pure reading and rendering, and calls through whoever makes them."""

import asyncio
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any, Protocol

from bot.channels.base import Incoming, Parsed
from bot.channels.errors import SendError, Unreached
from bot.channels.telegram import calls, updates
from bot.engine.catalog import Catalog
from bot.engine.effects import Redraw, Reply

NICETY = 3.0
"""Seconds that may be lost over a call that only looks kind."""


class Caller(Protocol):
    """Makes one call of the Bot API; `patience`: seconds to wait for its answer."""

    async def __call__(self, method: str, fields: Mapping[str, Any], patience: float | None = None) -> Any:
        """What the call gives. Raises one of `bot.channels.errors`."""
        ...


async def unconnected(method: str, fields: Mapping[str, Any], patience: float | None = None) -> Any:
    """Stands in where messages are only read and rendered, as in a scripted conversation."""
    raise Unreached("this channel is not connected")


class Telegram:
    """Reads updates, renders replies, makes calls."""

    name = "telegram"
    title = "Telegram"
    capabilities = calls.CAPABILITIES

    def __init__(self, call: Caller = unconnected, languages: Collection[str] = ()) -> None:
        self.call = call
        self.languages = languages
        """Those that a link to the bot can ask for: t.me/<bot>?start=es."""

    def parse(self, raw: bytes) -> Parsed:
        """What one update means."""
        return updates.parse(raw, self.languages)

    def render(self, said: Reply | Redraw, catalog: Catalog, message: str = "") -> tuple[bytes, ...]:
        """What is said as calls; the last one carries the buttons."""
        return calls.render(said, catalog, self.title, message)

    def edits(self, payload: bytes) -> str | None:
        """The message that this call edits."""
        return calls.edits(payload)

    def plainer(self, payload: bytes) -> bytes | None:
        """The same call in plain words."""
        return calls.plainer(payload)

    async def send(self, address: str, payload: bytes) -> None:
        """Make one call; a picture is drawn now, so that what waits is small."""
        method, fields = calls.read(payload)
        if method == calls.PHOTO:
            method, fields = await asyncio.to_thread(calls.drawn, fields)
        await self.call(method, {"chat_id": int(address), **fields})

    async def typing(self, address: str) -> None:
        """Show that more is coming."""
        with suppress(SendError):
            await self.call(*calls.typing(address), NICETY)

    async def answer(self, incoming: Incoming, notice: str | None = None) -> None:
        """End a button's waiting, at once and beside the conversation; a button that waits too long is no error."""
        with suppress(SendError):
            await self.call(*calls.answer(incoming, notice), NICETY)

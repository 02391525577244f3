"""What every channel promises: parse what arrives and render what is said, both pure; only `send` does I/O."""

from typing import Protocol

from msgspec import Struct

from bot.engine.catalog import CHANNEL, Catalog
from bot.engine.effects import Bubble, Redraw, Reply
from bot.engine.events import AnyEvent


class Incoming(Struct, frozen=True):
    """One event as it came in: where it came from, the platform's id for it, and what happened."""

    address: str
    id: str
    event: AnyEvent
    lang: str | None = None
    """The language of the person's profile, for somebody who writes for the first time."""


class Channel(Protocol):
    """A messaging platform."""

    name: str
    """Short and fixed: it is stored beside addresses."""
    title: str
    """What patients call it; fills {channel.name}."""

    def render(self, said: Reply | Redraw, catalog: Catalog) -> tuple[bytes, ...]:
        """What is said as payloads: one is one API call (one outbox row)."""
        ...

    def send(self, payload: bytes) -> None:
        """Make one call."""
        ...


def titled(bubble: Bubble, title: str) -> str:
    """The bubble's text with the channel's name filled in."""
    return bubble.text.replace("{" + CHANNEL + "}", title)

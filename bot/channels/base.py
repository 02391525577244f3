"""What every channel promises: parse what arrives and render what is said, both pure; only `send` does I/O."""

from typing import Protocol

from msgspec import Struct

from bot.engine.catalog import Catalog
from bot.engine.effects import Redraw, Reply
from bot.engine.events import AnyEvent


class Incoming(Struct, frozen=True):
    """One event as it came in: where it came from, the platform's id for it, and what happened."""

    address: str
    id: str
    event: AnyEvent
    lang: str | None = None
    """The language of the person's profile, for somebody who writes for the first time."""
    message: str = ""
    """The message whose button was pressed: the one that a Redraw edits."""
    query: str = ""
    """What the platform wants answered at once, beside the conversation: the id of a pressed button's query."""


class Ignored(Struct, frozen=True):
    """Something that asks for no answer, such as a reaction; it is answerd and forgotten."""

    id: str
    kind: str


class Unreadable(Struct, frozen=True):
    """Something that does not have the shape the platform promises; it is set aside for staff, and answerd."""

    id: str
    why: str
    """One word for what is wrong; nothing of what came."""


Parsed = Incoming | Ignored | Unreadable


class Capabilities(Struct, frozen=True):
    """What a platform can show. Lengths are characters, or what the channel's own `length` counts."""

    text_length: int
    """Of one message, markup included."""
    buttons: int = 0
    """In one message; 0: it has none."""
    label_length: int = 0
    id_bytes: int = 0
    """Of a choice's id, in UTF-8, that a button can carry."""
    list_rows: int = 0
    """Of a list that opens from one button, where a platform has such lists."""
    row_length: int = 0
    ticks: bool = False
    """Lines can be ticked in place: several choices before Done."""
    edits: bool = False
    caption_length: int = 0
    """Of the words under a picture; 0: it shows no pictures."""
    markup: bool = False
    typing: bool = False
    """It can show that the bot is typing."""


class Channel(Protocol):
    """A messaging platform."""

    name: str
    """Short and fixed: it is stored beside addresses."""
    title: str
    """What patients call it; fills {channel.name}."""
    capabilities: Capabilities

    def parse(self, raw: bytes) -> Parsed:
        """What one raw delivery means; never raises on anything that a platform can send."""
        ...

    def render(self, said: Reply | Redraw, catalog: Catalog, message: str = "") -> tuple[bytes, ...]:
        """What is said as payloads: one is one API call (one outbox row). `message` is the one a Redraw edits."""
        ...

    def edits(self, payload: bytes) -> str | None:
        """The message that this call edits: of two edits of one message, only the later one need be made."""
        ...

    def plainer(self, payload: bytes) -> bytes | None:
        """The same call without markup, where it has any."""
        ...

    async def send(self, address: str, payload: bytes) -> None:
        """Make one call. Raises one of `bot.channels.errors`."""
        ...

    async def answer(self, incoming: Incoming, notice: str | None) -> None:
        """Answer the query of a pressed button at once, with a notice where there is one; never raises."""
        ...

    async def typing(self, address: str) -> None:
        """Show that more is coming, where the platform can; never raises."""
        ...


class Fetched(Struct, frozen=True):
    """What one fetch brought: raw deliveries in order, and the mark that confirms them at the next fetch."""

    raws: tuple[bytes, ...]
    mark: int


class Pulled(Channel, Protocol):
    """A channel whose deliveries can be fetched."""

    async def fetch(self, mark: int) -> Fetched:
        """Confirm all before `mark` and wait for what comes. Raises one of `bot.channels.errors`."""
        ...

"""What the person of a conversation holds: it turns what they do into a delivery, and shows what calls make of it."""

from collections.abc import Sequence
from typing import Protocol

from bot.channels.base import Channel, Incoming
from bot.channels.console import ADDRESS, Console
from bot.engine.catalog import Catalog
from bot.engine.effects import Redraw, Reply
from bot.engine.events import AnyEvent


class Phone(Protocol):
    """A person's side of a channel."""

    address: str

    @property
    def channel(self) -> Channel:
        """The real one."""
        ...

    def deliver(self, event: AnyEvent, id: int, lang: str) -> Incoming:
        """What arrives when the person does this. Raises Mismatch where the screen does not let them."""
        ...

    def show(self, calls: Sequence[bytes], said: Sequence[Reply | Redraw], catalog: Catalog) -> None:
        """Take the calls of one turn. Raises Mismatch where they do not show what was said."""
        ...


class TerminalPhone:
    """The terminal, which every other channel is held against: what was said is what is seen."""

    def __init__(self) -> None:
        self.channel: Channel = Console()
        self.address = ADDRESS

    def deliver(self, event: AnyEvent, id: int, lang: str) -> Incoming:
        """A press, as if its number were typed."""
        return Incoming(ADDRESS, str(id), event, lang)

    def show(self, calls: Sequence[bytes], said: Sequence[Reply | Redraw], catalog: Catalog) -> None:
        """Nothing can differ."""

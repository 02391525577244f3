"""A person who really chats on a stage: what would be sent is kept until it is shown."""

from collections.abc import Sequence

from bot.channels.base import Channel, Incoming
from bot.channels.console import ADDRESS
from bot.engine.catalog import Catalog
from bot.engine.effects import Redraw, Reply
from bot.engine.events import AnyEvent


class LivePhone:
    """The terminal in front of the person, in either of its forms."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.address = ADDRESS
        self._waiting: list[bytes] = []

    def deliver(self, event: AnyEvent, id: int, lang: str) -> Incoming:
        """As the channel has parsed it."""
        return Incoming(ADDRESS, str(id), event, lang)

    def show(self, calls: Sequence[bytes], said: Sequence[Reply | Redraw], catalog: Catalog) -> None:
        """Keep the calls of one turn."""
        self._waiting += calls

    async def catch_up(self) -> None:
        """Show all that waits."""
        waiting, self._waiting = self._waiting, []
        for payload in waiting:
            await self.channel.send(ADDRESS, payload)

"""A platform in this process for tests: one line of text is one delivery, "id|address|words"."""

from bot.channels.base import Ignored, Incoming, Parsed, Unreadable
from bot.channels.console import Console, event


class Line(Console):
    """Keeps what is sent, and how queries are answered."""

    name = "line"

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.answered: list[tuple[str, str | None]] = []

    def parse(self, raw: bytes) -> Parsed:  # type: ignore[override]
        parts = raw.decode(errors="replace").split("|")
        if len(parts) != 3:
            return Unreadable(parts[0], "shape")
        id, address, words = parts
        query = f"query {id}" if words.startswith("press") else ""
        return Ignored(id, "reaction") if words == "♥" else Incoming(address, id, event(words), query=query)

    async def send(self, address: str, payload: bytes) -> None:
        self.sent.append((address, payload.decode()))

    async def answer(self, incoming: Incoming, notice: str | None) -> None:
        self.answered.append((incoming.query, notice))

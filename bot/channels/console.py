"""The terminal as a channel, in plain numbered lines that also work in a pipe and with a screen reader."""

import re
import sys
import textwrap
from collections.abc import Iterator
from typing import TextIO
from uuid import uuid4

from bot.channels.base import Capabilities, Incoming
from bot.channels.markup import plain
from bot.channels.rendering import messages
from bot.channels.shown import unpack_shown, words_of
from bot.channels.typed import event
from bot.engine.catalog import Catalog
from bot.engine.effects import Redraw, Reply

ADDRESS = "terminal"
WIDTH = 78
"""Columns of a line; longer ones are hard to read, narrower windows wrap by themselves."""

NUMBER_GAP = re.compile(r"(?<=[\d)]) (?=\d)")
NO_BREAK = "\u0001"
"""Stands for a space while lines are cut; no text has it."""

HANGING = re.compile(r"[ \d]\d  (?:\[[ x]\] )?|• |\d+\.? ?")
"""How a line begins whose rest is indented: a numbered button, a bullet, a numbered step."""


class Console:
    """Reads lines, prints bubbles."""

    name = "console"
    title = "Terminal"
    capabilities = Capabilities(text_length=100_000)

    def __init__(self, out: TextIO | None = None, lang: str | None = None) -> None:
        self.out = out or sys.stdout
        self.lang = lang

    def parse(self, raw: bytes) -> Incoming:
        """A typed line as an event."""
        return Incoming(ADDRESS, uuid4().hex, event(raw.decode(errors="replace")), self.lang)

    def render(self, said: Reply | Redraw, catalog: Catalog, message: str = "") -> tuple[bytes, ...]:
        """One payload a bubble; the buttons follow the last one, as numbered lines."""
        del message  # nothing that was printed can be edited
        shown = messages(said, catalog, self.capabilities, self.title)
        return tuple(_block(plain(one.words)) for one in shown)

    def edits(self, payload: bytes) -> str | None:
        """What was printed stays."""

    def plainer(self, payload: bytes) -> None:
        """It is plain already."""

    async def send(self, address: str, payload: bytes) -> None:
        """Print one bubble, in words alone if the rich form has left it."""
        shown = unpack_shown(payload)
        self.out.write((_block(words_of(shown)) if shown else payload).decode() + "\n")
        self.out.flush()

    async def answer(self, incoming: Incoming, notice: str | None) -> None:
        """Nothing spins in a terminal."""

    async def typing(self, address: str) -> None:
        """A terminal answers at once."""


def _block(text: str) -> bytes:
    return "".join(f"{cut}\n" for line in text.split("\n") for cut in _wrapped(line)).encode()


def _wrapped(line: str) -> Iterator[str]:
    """Cut at spaces, but never inside a number: "(602) 555-0100" stays on one line."""
    begins = HANGING.match(line)
    whole = NUMBER_GAP.sub(NO_BREAK, line)
    indent = " " * len(begins[0]) if begins else ""
    for cut in textwrap.wrap(whole, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [""]:
        yield cut.replace(NO_BREAK, " ")

"""The terminal as a channel, in plain numbered lines that also work in a pipe and with a screen reader."""

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import TextIO
from uuid import uuid4

from bot.channels.base import Incoming, titled
from bot.engine.catalog import Catalog
from bot.engine.effects import Bubble, Button, Redraw, Reply, Screen
from bot.engine.events import AnyEvent, CommandGiven, TextReceived

ADDRESS = "terminal"
WIDTH = 78
"""Columns of a line; longer ones are hard to read, narrower windows wrap by themselves."""

NUMBER_GAP = re.compile(r"(?<=[\d)]) (?=\d)")
NO_BREAK = "\u0001"
"""Stands for a space while lines are cut; no text has it."""

HINTS = {"many": "command.list_hint", "name": "command.write_hint", "contact": "command.write_hint"}


class Console:
    """Reads lines, prints bubbles."""

    name = "console"
    title = "This terminal"

    def __init__(self, out: TextIO | None = None, lang: str | None = None) -> None:
        self.out = out or sys.stdout
        self.lang = lang

    def parse(self, line: str) -> Incoming:
        """A typed line as an event: a slash makes it a command, everything else is text for the engine."""
        return Incoming(ADDRESS, uuid4().hex, event(line), self.lang)

    def render(self, said: Reply | Redraw, catalog: Catalog) -> tuple[bytes, ...]:
        """One payload a bubble; the buttons follow the last one, as numbered lines."""
        if isinstance(said, Redraw):
            return (_block(_numbered(said.screen, (), catalog)),)
        *before, last = said.bubbles
        blocks = [_block(_bubble(bubble, self.title)) for bubble in before]
        return (*blocks, _block((*_head(last, said.screen, self.title), *_foot(said, last, catalog, self.title))))

    def send(self, payload: bytes) -> None:
        """Print one bubble."""
        self.out.write(payload.decode() + "\n")
        self.out.flush()


def event(line: str) -> AnyEvent:
    """What a typed line means: `/stop` or `/stop now` is a command."""
    text = _clean(line).strip()
    if text.startswith("/") and text[1:2].isalpha():
        return CommandGiven(text[1:].split(maxsplit=1)[0].split("@")[0].lower())
    return TextReceived(text)


def _clean(line: str) -> str:
    """Without what no store takes and nobody types: control characters and broken encodings."""
    return "".join(char if char.isprintable() else " " for char in line)


def _block(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _bubble(bubble: Bubble, title: str) -> Iterator[str]:
    for line in titled(bubble, title).split("\n"):
        yield from _wrapped(line, "  " if line.startswith("• ") else "   " if line[:1].isdecimal() else "")


def _wrapped(line: str, indent: str) -> Iterator[str]:
    """Cut at spaces, but never inside a number: "(602) 555-0100" stays on one line."""
    whole = NUMBER_GAP.sub(NO_BREAK, line)
    for cut in textwrap.wrap(whole, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [""]:
        yield cut.replace(NO_BREAK, " ")


def _head(bubble: Bubble, screen: Screen | None, title: str) -> Iterator[str]:
    """The bubble itself; its long lines stand with the numbers, so they are not said twice."""
    yield from _bubble(bubble, title)
    if screen is None:
        yield from (f"• {line}" if choice else line for choice, line in bubble.lines)


def _foot(reply: Reply, last: Bubble, catalog: Catalog, title: str) -> Iterator[str]:
    if reply.screen is None:
        return
    lines = next((bubble.lines for bubble in reversed(reply.bubbles) if bubble.lines), ())
    yield from _numbered(reply.screen, lines, catalog, next((b.after for b in reply.bubbles if b.after), ""))


def _numbered(screen: Screen, lines: tuple[tuple[str, str], ...], catalog: Catalog, after: str = "") -> Iterator[str]:
    """The buttons as numbered lines, the long line of a choice in the place of its short label."""
    long, headings = _long_lines(lines)
    yield ""
    for number, button in enumerate(screen.buttons, 1):
        if button.id in headings:
            yield from ("", headings[button.id])
        if button.kind != "tick" and number > 1 and screen.buttons[number - 2].kind == "tick":
            yield ""
        yield from _wrapped(_button(number, button, long), "        " if button.kind == "tick" else "    ")
    if after:
        yield ""
        yield from _wrapped(after, "")
    if screen.buttons:
        yield ""
        yield catalog.text(HINTS.get(screen.ask, "command.hint"))


def _long_lines(lines: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], dict[str, str]]:
    """The long line of each choice, and the heading that stands before a choice."""
    long: dict[str, str] = {}
    headings: dict[str, str] = {}
    heading = ""
    for choice, line in lines:
        if not choice:
            heading = line
            continue
        long[choice] = line
        if heading:
            headings[choice], heading = heading, ""
    return long, headings


def _button(number: int, button: Button, long: dict[str, str]) -> str:
    box = f"[{'x' if button.ticked else ' '}] " if button.kind == "tick" else ""
    return f"{number:>2}  {box}{long.get(button.id, button.label)}"

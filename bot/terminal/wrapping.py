"""Texts in lines that fit a window: cut at spaces, never inside a phone number, with bullets that hang."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from bot.channels.console import HANGING, NUMBER_GAP

GLUE = "\ue000"
"""Stands for a space that must not be cut at; no text has it."""

NARROWEST = 8
"""Narrower than this, lines are cut by the window: there is nothing left to arrange."""

_RULER = Console(file=StringIO(), width=80)
"""Rich wants one to measure with; nothing is printed on it."""


def wrapped(text: Text, width: int) -> list[Text]:
    """The text in lines of at most so many columns; an empty line stays one."""
    return [line for paragraph in text.split("\n", allow_blank=True) for line in _paragraph(paragraph, width)]


def wrapped_words(words: str, width: int) -> list[str]:
    """The same for words without style."""
    return [line.plain for line in wrapped(Text(words), width)]


def printable(words: str) -> str:
    """The words without signs that would change how a terminal looks; new lines stay."""
    return "".join(char if char.isprintable() or char == "\n" else " " for char in words)


def _paragraph(text: Text, width: int) -> Iterator[Text]:
    begins = HANGING.match(text.plain)
    indent = len(begins[0]) if begins and len(begins[0]) + NARROWEST <= width else 0
    head, rest = text[:indent], text[indent:]
    rest.plain = NUMBER_GAP.sub(GLUE, rest.plain)
    lines = rest.wrap(_RULER, max(width - indent, NARROWEST), overflow="fold") or [Text()]
    for number, line in enumerate(lines):
        line.rstrip()
        line.plain = line.plain.replace(GLUE, " ")
        yield Text(" " * indent) + line if number else head + line

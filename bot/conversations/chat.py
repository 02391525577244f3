"""The chat so far, as a failure shows it: what came before in short, the last turn in full."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.engine.effects import Bubble, Button, Screen

WIDTH = 100
RECENT = 3
"""So many turns before the last one are shown with what the bot said."""

DRAFT = "command.draft"
"""The line that opens every conversation in a demo: it says nothing about the conversation."""

YOU, BOT, INDENT = "  you › ", "  bot › ", " " * 8


@dataclass(slots=True)
class Exchange:
    """What the person did (or what happened), and everything the bot said to it."""

    did: str
    event: bool = False
    """Not the person: time passes, or the process restarts."""
    bubbles: list[Bubble] = field(default_factory=list[Bubble])
    screen: Screen | None = None
    """The buttons that came with it."""


def words_of(bubble: Bubble) -> str:
    """All that a bubble says: its text, its lines, and what follows them."""
    return "\n".join(part for part in (bubble.text, *(f"• {line}" for _, line in bubble.lines), bubble.after) if part)


def snippet(text: str, width: int = 70) -> str:
    """The beginning of a text, on one line."""
    return textwrap.shorten(text, width, placeholder=" …")


def looks(chat: Sequence[Exchange]) -> str:
    """The whole chat: of its beginning only what the person did."""
    *earlier, last = chat
    lines = [*_path(earlier[:-RECENT]), *(line for exchange in earlier[-RECENT:] for line in _short(exchange))]
    return "\n".join([*lines, *_full(last)])


def _path(exchanges: Sequence[Exchange]) -> list[str]:
    return _together([snippet(exchange.did) for exchange in exchanges], " → ", YOU)


def _together(parts: Sequence[str], between: str, first: str) -> list[str]:
    """Parts in as few lines as there can be, each of them whole."""
    text = between.join(part.replace(" ", "\xa0") for part in parts)
    lines = textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=INDENT)
    return [line.replace("\xa0", " ") for line in lines]


def _heading(exchange: Exchange) -> str:
    return f"  ----- {exchange.did} -----" if exchange.event else YOU + exchange.did


def _short(exchange: Exchange) -> Iterator[str]:
    yield _heading(exchange)
    told = [bubble for bubble in exchange.bubbles if bubble.key != DRAFT] or exchange.bubbles
    if told:
        more = len(exchange.bubbles) - 1
        yield BOT + snippet(told[0].text.split("\n")[0], WIDTH - 20) + (f" (+{more})" if more else "")


def _full(exchange: Exchange) -> Iterator[str]:
    yield _heading(exchange)
    for bubble in exchange.bubbles:
        yield from _wrapped(words_of(bubble))
    if not exchange.bubbles:
        yield f"{BOT}(says nothing)"
    if exchange.screen:
        yield from _together([_bracketed(button) for button in exchange.screen.buttons], " ", INDENT)


def _wrapped(text: str) -> Iterator[str]:
    first = BOT
    for paragraph in text.split("\n"):
        yield from textwrap.wrap(paragraph, WIDTH, initial_indent=first, subsequent_indent=INDENT)
        first = INDENT


def _bracketed(button: Button) -> str:
    return f"[{'✓ ' if button.ticked else ''}{button.label}]"

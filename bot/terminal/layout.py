"""The menu as lines for a window of some size: what is seen below the conversation."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.channels.rows import box, is_scale
from bot.terminal.signs import FINE, Signs
from bot.terminal.view import NONE, View
from bot.terminal.wrapping import wrapped_words

WIDEST = 78
"""Longer lines are hard to read."""

KEPT = 3
"""Lines of the conversation that stay in sight above a long menu, where there is room for them."""

MARKED_FROM = 5
"""In fewer lines there is no room to say that there are more above; that there are more below is always said."""

Line = tuple[str, str]
"""A line's style (a name of `bot.terminal.styles`) and its words."""


EMPTY = ("", "")


class Window(NamedTuple):
    """What there is room for, and how much of it is taken."""

    columns: int
    rows: int
    said: int = 0
    """Lines that were printed for this turn."""
    typed: int = 1
    """Lines of the field in which one types."""


class Layout(NamedTuple):
    """The lines above and below what is typed."""

    above: tuple[Line, ...]
    below: tuple[Line, ...]


def lay_out(view: View, window: Window, signs: Signs = FINE) -> Layout:
    """The lines of a menu. One that is too long is shown around the row that is lit."""
    width = min(window.columns - 1, WIDEST)
    below = tuple(_below(view, width))
    body = list(_body(view, width, signs))
    head = list(_head(view, width, begins_above=False))
    around = len(head) + 1 + window.typed + len(below)
    if window.said + around + len(body) > window.rows:
        head = list(_head(view, width, begins_above=True))
    whole = window.rows - 1 - (len(head) + 1 + window.typed + len(below))
    room = max(whole + 1 - KEPT, min(whole, MARKED_FROM))  # the answers matter more than what can be scrolled to
    return Layout((*head, *_clipped(body, max(room, 3), view), EMPTY), below)


def _head(view: View, width: int, begins_above: bool) -> Iterator[Line]:
    menu = view.menu
    if menu.title:
        yield from _caption(menu.look, menu.title, width)
    if begins_above:
        yield from _caption("above", menu.captions.begins_above, width)
    if menu.progress:
        yield from _caption("progress", menu.progress, width)


class _RowLine(NamedTuple):
    row: int
    line: Line


def _body(view: View, width: int, signs: Signs) -> Iterator[_RowLine]:
    rows = view.menu.rows
    for number, row in enumerate(rows):
        if row.heading:
            yield from (_RowLine(number, line) for line in _caption("heading", row.heading, width))
        if number and row.button.kind != "tick" and rows[number - 1].button.kind == "tick":
            yield _RowLine(number, EMPTY)
        yield from (_RowLine(number, line) for line in _row(view, number, width, signs))


def _row(view: View, number: int, width: int, signs: Signs) -> Iterator[Line]:
    row, lit = view.menu.rows[number], number == view.lit
    numbered = "" if is_scale(view.menu.rows) else number + 1
    head = f"{signs.lit if lit else ' '} {numbered:>2}  {box(row.button)}"
    style = "lit" if lit else "ticked" if row.button.ticked else ""
    for cut, words in enumerate(wrapped_words(row.words, width - len(head))):
        yield style, (" " * len(head) if cut else head) + words


def _below(view: View, width: int) -> Iterator[Line]:
    captions = view.menu.captions
    if view.choose_first:
        yield from _caption("choose_first", captions.choose_first, width)
    yield from _caption("hint", captions.hint, width)
    yield from _caption("any_time", captions.any_time, width)


def _caption(style: str, words: str, width: int) -> Iterator[Line]:
    return ((style, f"  {line}") for line in wrapped_words(words, width - 2))


def _clipped(body: Sequence[_RowLine], room: int, view: View) -> Iterator[Line]:
    """As many lines as there is room for, those of the lit row in their middle."""
    lit = [at for at, line in enumerate(body) if line.row == view.lit] if view.lit != NONE else [0]
    middle = (lit[0] + lit[-1]) // 2 if lit else 0
    first = min(max(middle - room // 2, 0), max(len(body) - room, 0))
    seen = [line for _, line in body[first : first + room]]
    captions = view.menu.captions
    if first and room >= MARKED_FROM:
        seen[0] = ("more", f"      {captions.more_above}")
    if first + room < len(body):
        seen[-1] = ("more", f"      {captions.more_below}")
    yield from seen

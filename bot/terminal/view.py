"""The menu while it is being answered: what each key does to it, as values."""

from msgspec import Struct
from msgspec.structs import replace

from bot.channels.rows import Row
from bot.channels.shown import Menu, Pressed, pack
from bot.engine.effects import Button
from bot.engine.screen import labelled, numbered

NONE = -1
"""No row is lit: Enter alone must never answer a question, least of all one about danger."""

FAR = 5
"""Rows that Page Up and Page Down move by."""


class View(Struct, frozen=True):
    """A menu, the row that is lit, and what has been typed."""

    menu: Menu
    lit: int = NONE
    typed: str = ""
    choose_first: bool = False
    """Enter was pressed with nothing chosen and nothing typed."""


class Act(Struct, frozen=True):
    """What the person has done: as the channel takes it, and as the conversation shows it."""

    raw: bytes
    words: tuple[str, ...] = ()
    """Empty for a tick: it shows in the list itself."""


def move(view: View, by: int) -> View:
    """Light another row. There is no way round from the first to the last: who goes by keys passes every line."""
    last = len(view.menu.rows) - 1
    if view.typed or last < 0:
        return view
    return replace(view, lit=min(max(view.lit + by, 0), last), choose_first=False)


def jump(view: View, to: int) -> View:
    """Light the first row (0) or the last (-1)."""
    return move(view, len(view.menu.rows) if to else -len(view.menu.rows))


def write(view: View, text: str) -> View:
    """What is typed lights the row that it means; without words, no row is lit."""
    if text == view.typed:
        return view
    meant = meant_by(view.menu, text)
    lit = next((number for number, row in enumerate(view.menu.rows) if row in meant), NONE)
    return View(view.menu, lit, text)


def leave(view: View) -> View:
    """Escape: nothing is chosen."""
    return View(view.menu)


def enter(view: View) -> tuple[View, Act | None]:
    """Send what was typed; else choose the row that is lit."""
    if view.typed.strip():
        rows = meant_by(view.menu, view.typed)
        return view, Act(view.typed.encode(errors="replace"), _said(rows) or (view.typed.strip(),))
    if view.lit == NONE:
        return replace(view, choose_first=bool(view.menu.rows)), None
    row = view.menu.rows[view.lit]
    return view, _tick(view.menu, row) if row.button.kind == "tick" else _choose(view.menu, row)


def space(view: View) -> Act | None:
    """Tick the row that is lit, or clear it; no other row is answered by Space."""
    if view.typed or view.lit == NONE:
        return None
    row = view.menu.rows[view.lit]
    return _tick(view.menu, row) if row.button.kind == "tick" else None


def renew(view: View, menu: Menu) -> View:
    """The menu as it is now; when only its ticks have changed, the person goes on in it."""
    if not menu.redraw or menu.number != view.menu.number:
        return View(menu)
    ticked = {row.button.id for row in menu.rows if row.button.ticked}
    rows = tuple(replace(row, button=_ticked(row.button, ticked)) for row in view.menu.rows)
    return replace(view, menu=replace(view.menu, rows=rows))


def meant_by(menu: Menu, text: str) -> tuple[Row, ...]:
    """The rows that typed words mean to the engine, by their numbers or their labels."""
    buttons = tuple(row.button for row in menu.rows)
    label = labelled(buttons, text)
    found = (label,) if label else numbered(buttons, text, menu.ask)
    return tuple(row for row in menu.rows if row.button in found)


def _tick(menu: Menu, row: Row) -> Act:
    return Act(pack(Pressed(menu.number, row.button.id, tick=True)))


def _choose(menu: Menu, row: Row) -> Act:
    return Act(pack(Pressed(menu.number, row.button.id)), _said((row,)))


def _said(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(row.button.label for row in rows)


def _ticked(button: Button, ticked: set[str]) -> Button:
    return replace(button, ticked=button.id in ticked)

"""How each verb of a script is read."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.conversations import steps as s
from bot.conversations import wanted
from bot.conversations.cell import Cell
from bot.engine.commands import COMMANDS


def _user(where: s.Where, cell: Cell) -> s.Step | None:
    text = cell.text("user: What about moist heat?")
    return s.User(where, text) if text else None


def _command(where: s.Where, cell: Cell) -> s.Step | None:
    text = cell.text("command: stop")
    name = (text or "").removeprefix("/")
    if text and name not in COMMANDS:
        cell.unknown("command", name, list(COMMANDS))
    return s.Command(where, name) if name in COMMANDS else None


def _tap(where: s.Where, cell: Cell) -> s.Step | None:
    button = cell.text("tap: None of these")
    return s.Tap(where, button) if button else None


def _tap_old(where: s.Where, cell: Cell) -> s.Step | None:
    example = "tap_old: {of: red_flags.nerves, choice: None of these}"
    cells = cell.group(("of", "choice"), example)
    missing = [name for name in ("of", "choice") if name not in cells]
    if missing and cell.is_group:
        fits = "The state of the earlier screen, and which of its buttons"
        cell.tell(f"Missing here: {', '.join(missing)}", fits, f"Write it like this: {example}")
    if missing:
        return None
    state, button = cells["of"].state(), cells["choice"].text("None of these")
    return s.TapOld(where, state, button) if state and button else None


def _tick(where: s.Where, cell: Cell) -> s.Step | None:
    lines = cell.texts("tick: [Fever or chills]")
    if not lines and cell.is_list and not cell.node.value:
        cell.misfit("At least one line would fit", "tick: [Fever or chills]")
    return s.Tick(where, lines) if lines else None


def _select(where: s.Where, cell: Cell) -> s.Step | None:
    example = "select: [Fever or chills, Lump or new shape]"
    if not cell.is_group:
        return s.Select(where, cell.texts(example))
    cells = cell.group(("lines", "done"), "select: {lines: [More stiff], done: each_time}")
    if "lines" not in cells:
        cell.misfit("A list under lines: would fit", "select: {lines: [More stiff], done: each_time}")
        return None
    done = cells["done"].text("done: each_time") if "done" in cells else None
    return s.Select(where, cells["lines"].texts("lines: [More stiff]"), done)


def _wait(where: s.Where, cell: Cell) -> s.Step | None:
    span = cell.span("wait: 3 hours")
    return s.Wait(where, span, str(cell.node.value)) if span is not None else None


def _start_at(where: s.Where, cell: Cell) -> s.Step | None:
    state = cell.state()
    return s.StartAt(where, state) if state else None


def _bot(where: s.Where, cell: Cell) -> s.Step | None:
    cells = cell.group(_BOT, 'bot: {state: red_flags.nerves, says: "between the legs"}')
    if cell.is_group and not cell.node.value:
        cell.misfit("At least one of state, says, says_key, buttons would fit", "bot: {state: red_flags.nerves}")
    if not cells:
        return None
    read = {name: _BOT[name](inner) for name, inner in cells.items()}
    return s.Bot(where, **read)


def _words(cell: Cell) -> tuple[str, ...]:
    return cell.texts('"between the legs"')


def _keys(cell: Cell) -> tuple[str, ...]:
    catalog = cell.known.catalog
    known = [*catalog.bubbles, *(key for key in catalog.texts if key not in catalog.bubbles)]
    cells = cell.items() if cell.is_list else (cell,)
    return tuple(key for inner in cells if (key := inner.one_of("text", known)))


_BOT: Mapping[str, Callable[[Cell], Any]] = {
    "state": Cell.state,
    "says": _words,
    "says_key": _keys,
    "buttons": _words,
    "not_says": _words,
}


def _expect(where: s.Where, cell: Cell) -> s.Step | None:
    asked = wanted.read(cell)
    if cell.is_group and not cell.node.value:
        cell.misfit("At least one name and value would fit", "expect: {tier: emergency, session: locked}")
    return s.Expect(where, asked) if asked else None


def _nothing(make: Callable[[s.Where], s.Step]) -> Callable[[s.Where, Cell], s.Step | None]:
    def read(where: s.Where, cell: Cell) -> s.Step | None:
        if cell.node.value:
            cell.tell("This verb stands alone", "Nothing after it", "Delete what follows, or begin a line for it")
        return make(where)

    return read


def _back(where: s.Where) -> s.Step:
    return s.Command(where, "back")


VERBS: Mapping[str, Callable[[s.Where, Cell], s.Step | None]] = {
    "user": _user,
    "command": _command,
    "back": _nothing(_back),
    "tap": _tap,
    "tap_old": _tap_old,
    "select": _select,
    "tick": _tick,
    "wait": _wait,
    "restart": _nothing(s.Restart),
    "start_at": _start_at,
    "bot": _bot,
    "expect": _expect,
}
"""Every verb but `include`, which reads another file."""

ALONE = ("back", "restart")
"""Verbs that need nothing after them."""

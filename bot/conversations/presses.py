"""The buttons on the person's screen: how a script names them, and what pressing one sends."""

from collections.abc import Callable, Sequence

from bot.authoring.problems import nearest
from bot.conversations.mismatch import Mismatch
from bot.conversations.stage import Stage
from bot.conversations.yaml_words import flow, line
from bot.engine.effects import Button, Screen
from bot.engine.events import ChoicePressed, SelectionToggled


def current(stage: Stage) -> Screen:
    """The screen that the person sees. Raises Mismatch where nothing was shown yet."""
    if stage.screen is None:
        raise Mismatch(("a screen with buttons", "nothing was shown yet"))
    return stage.screen


def pick(buttons: Sequence[Button], name: str, mend: Callable[[str], str]) -> Button:
    """The button of this label or id. Raises Mismatch; `mend` makes the step with what was probably meant."""
    found = named(buttons, name)
    if found is None:
        near = near_to(buttons, name)
        pair = (f"a button {flow(name)}", f"buttons {flow([button.label for button in buttons])}")
        raise Mismatch(pair, mend=mend(near) if near else "")
    return found


def named(buttons: Sequence[Button], name: str) -> Button | None:
    """The button of this label, or else of this id."""
    by_label = next((button for button in buttons if button.label == name), None)
    return by_label or next((button for button in buttons if button.id == name), None)


def near_to(buttons: Sequence[Button], name: str) -> str | None:
    """How the button that was probably meant is called: it alone begins so, or none does and it reads nearly so."""
    begun = [button.label for button in buttons if button.label.casefold().startswith(name.casefold())]
    if begun:
        return begun[0] if len(begun) == 1 else None
    return nearest(name, [*(button.label for button in buttons), *(button.id for button in buttons)])


def lines_of(screen: Screen) -> list[Button]:
    """The lines of a list. Raises Mismatch for a screen without any."""
    lines = [button for button in screen.buttons if button.kind == "tick"]
    if not lines:
        raise Mismatch(("a list with lines to tick", f"{screen.state}, which has none"))
    return lines


def listed(screen: Screen, names: list[str], done: str) -> tuple[list[Button], Button]:
    """The lines that a `select` names, and the Done button. Raises Mismatch; the mend puts all of it right at once."""
    lines, closing = lines_of(screen), [button for button in screen.buttons if button.kind == "done"]
    mend = _mended(screen, lines, closing, names, done)
    others = [button.label for name in names if (button := named(screen.buttons, name)) and button.kind != "tick"]
    if others:
        pair = (f"lines of the list {flow([button.label for button in lines])}", f"the button {flow(others[0])}")
        raise Mismatch(pair, mend=mend)
    if not done and len(closing) > 1:
        found = f"the Done buttons {flow([button.label for button in closing])}"
        raise Mismatch(("a list with one Done button", found), mend=mend)
    last = pick(closing, done, lambda _: mend) if done else closing[0]
    return [pick(lines, name, lambda _: mend) for name in names], last


def _mended(screen: Screen, lines: list[Button], closing: list[Button], names: list[str], done: str) -> str:
    """The step that was probably meant: a Done label among the lines closes the list, and none of these is tapped."""
    alone = named(screen.buttons, names[0]) if len(names) == 1 else None
    if alone and alone.kind == "none":
        return line("tap", alone.label)
    moved = [name for name in names if _closes(lines, closing, name)]
    kept = [_meant(lines, name) for name in names if name not in moved]
    last = _meant(closing, done or (moved[0] if moved else closing[0].label))
    if None in kept or last is None:
        return ""
    return select_line([name for name in kept if name], last if done or len(closing) > 1 else None)


def _closes(lines: list[Button], closing: list[Button], name: str) -> bool:
    return bool(named(closing, name) or (_meant(closing, name) and not _meant(lines, name)))


def _meant(buttons: Sequence[Button], name: str) -> str | None:
    return name if named(buttons, name) else near_to(buttons, name)


def line_button(screen: Screen, names: list[str], name: str) -> Button:
    """One of the lines that a `tick` names; the mend puts only this one right."""
    return pick(
        lines_of(screen), name, lambda near: line("tick", [near if other == name else other for other in names])
    )


def select_line(lines: list[str], done: str | None) -> str:
    """A `select` step."""
    return line("select", {"lines": lines, "done": done} if done else lines)


async def press(stage: Stage, screen: Screen, button: Button) -> None:
    """Press a button of a screen: a line of a list is ticked or cleared."""
    event = SelectionToggled if button.kind == "tick" else ChoicePressed
    await stage.send(event(screen.number, button.id))

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
    found = next((button for button in buttons if button.label == name), None)
    found = found or next((button for button in buttons if button.id == name), None)
    if found is None:
        labels = [button.label for button in buttons]
        near = nearest(name, [*labels, *(button.id for button in buttons)])
        raise Mismatch((f"a button {flow(name)}", f"buttons {flow(labels)}"), mend=mend(near) if near else "")
    return found


def lines_of(screen: Screen) -> list[Button]:
    """The lines of a list. Raises Mismatch for a screen without any."""
    lines = [button for button in screen.buttons if button.kind == "tick"]
    if not lines:
        raise Mismatch(("a list with lines to tick", f"{screen.state}, which has none"))
    return lines


def line_button(screen: Screen, names: list[str], name: str, mend: Callable[[list[str]], str]) -> Button:
    """One of the lines that a step names; the mend puts only this one right."""
    return pick(lines_of(screen), name, lambda near: mend([near if other == name else other for other in names]))


def done_button(screen: Screen, lines: list[str], name: str) -> Button:
    """The Done button of this name, or the only one. Raises Mismatch."""
    lines_of(screen)
    done = [button for button in screen.buttons if button.kind == "done"]
    if name:
        return pick(done, name, lambda near: select_line(lines, near))
    if len(done) > 1:
        found = f"the Done buttons {flow([button.label for button in done])}"
        raise Mismatch(("a list with one Done button", found), mend=select_line(lines, done[0].label))
    return done[0]


def select_line(lines: list[str], done: str | None) -> str:
    """A `select` step."""
    return line("select", {"lines": lines, "done": done} if done else lines)


async def press(stage: Stage, screen: Screen, button: Button) -> None:
    """Press a button of a screen: a line of a list is ticked or cleared."""
    event = SelectionToggled if button.kind == "tick" else ChoicePressed
    await stage.send(event(screen.number, button.id))

"""Which key does what in a menu."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from prompt_toolkit.filters import Always, Condition, Filter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from bot.terminal import view
from bot.terminal.view import Act, View

MOVES: dict[str, Callable[[View], View]] = {
    "up": partial(view.move, by=-1),
    "down": partial(view.move, by=1),
    "s-tab": partial(view.move, by=-1),
    "tab": partial(view.move, by=1),
    "pageup": partial(view.move, by=-view.FAR),
    "pagedown": partial(view.move, by=view.FAR),
    "home": partial(view.jump, to=0),
    "end": partial(view.jump, to=-1),
}
"""Keys that light a row, while nothing is typed; in typed words they do what they do everywhere."""

ALWAYS = Always()
CLOSING = ("c-c", "<sigint>")


class Field(Protocol):
    """What the keys work on."""

    view: View

    def change(self, view: View) -> None:
        """Show the menu so."""
        ...

    def tick(self, act: Act) -> None:
        """Take this and stay in the menu."""
        ...

    def finish(self, act: Act | None) -> None:
        """Leave the menu with this; None closes the chat."""
        ...


def bind(field: Field) -> KeyBindings:
    """The bindings of one menu."""
    keys = KeyBindings()
    nothing_typed = Condition(lambda: not field.view.typed)
    for key, move in MOVES.items():
        _on(keys, key, partial(_move, field, move), nothing_typed)
    for key in CLOSING:
        _on(keys, key, partial(field.finish, None))
    _on(keys, "c-d", partial(field.finish, None), nothing_typed)
    _on(keys, "enter", partial(_enter, field))
    _on(keys, "escape", partial(_leave, field))
    _on(keys, "space", partial(_space, field), nothing_typed)
    return keys


def _on(keys: KeyBindings, key: str, act: Callable[[], None], when: Filter = ALWAYS) -> None:
    def handle(event: KeyPressEvent) -> None:
        del event  # what is worked on is the field
        act()

    keys.add(key, filter=when)(handle)


def _move(field: Field, move: Callable[[View], View]) -> None:
    field.change(move(field.view))


def _leave(field: Field) -> None:
    field.change(view.leave(field.view))


def _enter(field: Field) -> None:
    changed, act = view.enter(field.view)
    if act is None:
        field.change(changed)
    elif act.words:
        field.finish(act)
    else:
        field.tick(act)


def _space(field: Field) -> None:
    act = view.space(field.view)
    if act:
        field.tick(act)

"""The buttons under a message: what each carries, what comes back when it is pressed, and how they stand in rows."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import msgspec

from bot.channels.rendering import REMEMBERED, label_of
from bot.channels.typed import clean
from bot.engine.effects import Button, Screen
from bot.engine.events import ChoicePressed, SelectionToggled

PRESS, TICK = "p", "t"
DATA_BYTES = 64
"""What Telegram lets a button carry."""

NUMBER_DIGITS = 10
ID_BYTES = DATA_BYTES - len(f"{PRESS}{'9' * NUMBER_DIGITS}:")

DIGITS_A_ROW = 4
_DATA = re.compile(rf"([{PRESS}{TICK}])([0-9]{{1,{NUMBER_DIGITS}}}):(.+)", re.DOTALL)


def carried(screen: Screen, button: Button) -> str:
    """What a button carries: its kind, the screen's number and its id, as in "t12:fever"."""
    return _carried(str(screen.number), button)


def _carried(number: str, button: Button) -> str:
    return f"{TICK if button.kind == 'tick' else PRESS}{number}:{button.id}"


def event(carried: str | None) -> ChoicePressed | SelectionToggled:
    """What a pressed button means; whatever this program has not made is a button of no screen, so an old one."""
    read = _DATA.fullmatch(carried or "")
    if read is None:
        return ChoicePressed(0, "")
    kind, screen, choice = read.groups()
    pressed = SelectionToggled if kind == TICK else ChoicePressed
    return pressed(int(screen), clean(choice))


def keyboard(screen: Screen) -> msgspec.Raw:
    """The buttons in rows, as JSON: one a row, digits four a row."""
    return msgspec.Raw(str(screen.number).join(_around_numbers(screen.buttons)).encode())


@lru_cache(maxsize=REMEMBERED)
def _around_numbers(buttons: tuple[Button, ...]) -> tuple[str, ...]:
    """The keyboard in JSON, cut where the screen's number stands: the rest is the same whenever these buttons come."""
    rows = [[_button(button) for button in row] for row in _rows(buttons)]
    return tuple(msgspec.json.encode({"inline_keyboard": rows}).decode().split(_NUMBER))


_NUMBER = "\ufdd0"
"""Stands for the screen's number until it is known: a sign that Unicode keeps out of all texts."""


def _button(button: Button) -> dict[str, str]:
    return {"text": label_of(button), "callback_data": _carried(_NUMBER, button)}


def _rows(buttons: Iterable[Button]) -> Iterator[list[Button]]:
    for digits, group in groupby(buttons, key=lambda button: button.label.isdecimal()):
        run = list(group)
        width = DIGITS_A_ROW if digits else 1
        yield from (run[at : at + width] for at in range(0, len(run), width))

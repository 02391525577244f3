"""The channels that the shared suite runs on, each with how a test reads what it shows and presses its buttons."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from bot.channels.base import Capabilities, Channel, Ignored, Incoming, Parsed
from bot.channels.console import Console
from bot.channels.markup import plain
from bot.channels.rendering import Form, Message, label_of, messages
from bot.channels.shown import Pressed, Shown, pack, unpack_shown, words_of
from bot.channels.telegram.channel import Telegram
from bot.channels.terminal import Terminal
from bot.channels.typed import event
from bot.engine.catalog import Catalog
from bot.engine.effects import Button, Redraw, Reply, Screen
from bot.engine.events import ChoicePressed
from tests.channels.telegram.arrivals import message, pressed, update
from tests.channels.telegram.entities import seen


class Invented:
    """A platform with three buttons a message and lists of ten rows, as some have: 1,024 characters, no markup."""

    name = "invented"
    title = "The App"
    capabilities = Capabilities(1024, buttons=3, label_length=20, id_bytes=100, list_rows=10, row_length=24)

    def parse(self, raw: bytes) -> Parsed:
        try:
            came = json.loads(raw)
            at = came["from"], came["id"]
            return Incoming(*at, ChoicePressed(*came["pressed"]) if "pressed" in came else event(came["text"]))
        except (ValueError, TypeError, KeyError, RecursionError):
            return Ignored("", "unknown")

    def render(self, said: Reply | Redraw, catalog: Catalog, message: str = "") -> tuple[bytes, ...]:
        return tuple(_call(one) for one in messages(said, catalog, self.capabilities, self.title))

    def edits(self, payload: bytes) -> str | None:
        return None

    def plainer(self, payload: bytes) -> bytes | None:
        return None

    async def send(self, address: str, payload: bytes) -> None:
        """Nothing is there to take it."""

    async def answer(self, incoming: Incoming, notice: str | None) -> None:
        """Nothing waits for it."""

    async def typing(self, address: str) -> None:
        """Nobody would see it."""


def _call(shown: Message) -> bytes:
    drawn = shown.screen if shown.form in (Form.BUTTONS, Form.LIST) else None
    buttons = [[label_of(button), drawn.number, button.id] for button in drawn.buttons] if drawn else []
    return json.dumps({"text": plain(shown.words), "buttons": buttons}).encode()


class Platform(NamedTuple):
    """A channel, and what a person there sees and does."""

    channel: Channel
    words: Callable[[bytes], str]
    """What is seen of one payload."""
    types: Callable[[str], bytes]
    """What arrives when something is typed."""
    presses: Callable[[bytes, Screen, Button], bytes]
    """What arrives when the button is pressed, or its number is typed where there are none."""


def _text(payload: bytes) -> str:
    call = json.loads(payload)
    return call["text"] if "text" in call else call["caption"]


def _update(text: str) -> bytes:
    return update(message=message(text=text))


def _came(**what: Any) -> bytes:
    return json.dumps({"from": "ann", "id": "1", **what}).encode()


def _number(screen: Screen, button: Button) -> str:
    return button.id if screen.ask == "scale" else str(screen.buttons.index(button) + 1)


def _tapped(payload: bytes, _: Screen, button: Button) -> bytes:
    """By the label, with the data that really hangs on it."""
    rows = json.loads(payload)["reply_markup"]["inline_keyboard"]
    data = {drawn["text"]: drawn["callback_data"] for row in rows for drawn in row}
    return update(callback_query=pressed(data[label_of(button)]))


def _chosen(payload: bytes, screen: Screen, button: Button) -> bytes:
    drawn = {label: [number, id] for label, number, id in json.loads(payload)["buttons"]}
    return _came(pressed=drawn[label_of(button)]) if drawn else _came(text=_number(screen, button))


def _seen_in_words(payload: bytes) -> str:
    shown = unpack_shown(payload)
    assert shown is not None
    return words_of(shown)


def _by_keys(payload: bytes, _: Screen, button: Button) -> bytes:
    """The row that stands for the button in the menu that was sent."""
    shown = unpack_shown(payload)
    assert shown is not None
    assert shown.menu is not None
    row = next(row for row in shown.menu.rows if row.button == button)
    return pack(Pressed(shown.menu.number, row.button.id, tick=row.button.kind == "tick"))


async def _show(shown: Shown) -> None:
    """Nobody is looking."""


CONSOLE = Platform(Console(), bytes.decode, str.encode, lambda _, screen, button: _number(screen, button).encode())
TELEGRAM = Platform(Telegram(), lambda payload: seen(_text(payload)), _update, _tapped)
TERMINAL = Platform(Terminal(_show), _seen_in_words, str.encode, _by_keys)
INVENTED = Platform(Invented(), _text, lambda text: _came(text=text), _chosen)
PLATFORMS = (CONSOLE, TERMINAL, TELEGRAM, INVENTED)

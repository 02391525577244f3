"""What the terminal's rich form shows, as it waits in the outbox: words, and the menu that comes with them."""

from typing import Literal

import msgspec
from msgspec import Struct

from bot.channels.markup import Spans, plain
from bot.channels.rows import Row, numbered_rows

MARK = b"\x1e"
"""Opens a message of the rich form (the record separator, as in RFC 7464); no text that is printed has it."""

Look = Literal["", "emergency", "crisis", "same_day"]
"""What a message must be seen to be, with colour and without."""


class Captions(Struct, frozen=True):
    """The words around a menu, in the language of the conversation."""

    hint: str
    any_time: str
    """Which commands always work."""
    choose_first: str
    begins_above: str
    """More was said than the window holds."""
    more_above: str
    more_below: str
    goodbye: str
    """When the chat is closed: how to go on."""
    goodbye_kept_nothing: str


class Menu(Struct, frozen=True):
    """The screen that can be answered now."""

    number: int
    ask: str
    captions: Captions
    rows: tuple[Row, ...] = ()
    progress: str = ""
    look: Look = ""
    title: str = ""
    redraw: bool = False
    """Only ticks have changed; the rows are in their short words."""
    typing_hint: str = ""
    """What can be typed, where the menu is shown as numbered lines."""


class Shown(Struct, frozen=True, omit_defaults=True):
    """One message; the last one of a turn brings the menu."""

    words: Spans = ()
    look: Look = ""
    title: str = ""
    """Says in words what the look says in colour."""
    menu: Menu | None = None


class Pressed(Struct, frozen=True):
    """A row of a menu that was chosen, or ticked."""

    screen: int
    choice: str
    tick: bool = False


_shown = msgspec.json.Decoder(Shown)
_pressed = msgspec.json.Decoder(Pressed)


def pack(what: Shown | Pressed) -> bytes:
    """A message or a press as bytes."""
    return MARK + msgspec.json.encode(what)


def unpack_shown(payload: bytes) -> Shown | None:
    """The message in a payload; None for one of the plain form."""
    return _shown.decode(payload[1:]) if payload.startswith(MARK) else None


def unpack_pressed(raw: bytes) -> Pressed | None:
    """The press in what came in; None for words that were typed."""
    try:
        return _pressed.decode(raw[1:]) if raw.startswith(MARK) else None
    except msgspec.DecodeError:
        return None


def words_of(shown: Shown) -> str:
    """The message in words alone, its menu as numbered lines."""
    menu = shown.menu
    rows = numbered_rows(menu.rows, "", menu.typing_hint) if menu else ()
    return "\n".join([*filter(None, (shown.title, plain(shown.words))), *rows])

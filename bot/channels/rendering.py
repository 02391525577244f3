"""How a turn becomes messages on any platform: what it cannot show as buttons becomes a list, else numbered text."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from bot.channels.bars import bars
from bot.channels.base import Capabilities
from bot.channels.markup import Spans, plain, spans
from bot.channels.rows import Lines, listed, numbered_rows, rows_of
from bot.channels.splitting import pieces
from bot.engine.catalog import CHANNEL, Catalog
from bot.engine.effects import Bubble, Button, Picture, Redraw, Reply, Screen

WORDLESS = "…"
"""Stands above buttons that come without words: platforms take no message that is empty."""

COMFORTABLE = 600
"""Characters of a message that are easy to read on a phone: a longer list goes on in another one, at a heading."""

REMEMBERED = 2048
"""Screens and texts whose shape is worked out once: all but those that were filled for one person."""

HINTS = {"many": "command.list_hint", "name": "command.write_hint", "contact": "command.write_hint"}


class Form(StrEnum):
    """How the buttons of a message are shown."""

    NOTHING = "nothing"
    BUTTONS = "buttons"
    LIST = "list"
    NUMBERS = "numbers"
    """As numbered lines of its text, to be typed."""


class Message(Struct, frozen=True):
    """One message to send; `edits` names the one that takes these buttons instead of a new message."""

    words: Spans
    form: Form = Form.NOTHING
    screen: Screen | None = None
    edits: str = ""
    picture: Picture | None = None
    """Its words are the caption, then."""
    personal: bool = True
    """They may be those of one person: nothing of them may be remembered."""


class _Text(NamedTuple):
    words: str
    picture: Picture | None = None


def form_of(screen: Screen | None, can: Capabilities) -> Form:
    """The best form that a platform has for all buttons of this screen: a part of them is never left out."""
    return _form(screen.buttons, can) if screen and screen.buttons else Form.NOTHING


@lru_cache(maxsize=REMEMBERED)
def _form(buttons: tuple[Button, ...], can: Capabilities) -> Form:
    ticks = any(button.kind == "tick" for button in buttons)
    carried = all(len(button.id.encode()) <= can.id_bytes for button in buttons)
    longest, count = max(len(label_of(button)) for button in buttons), len(buttons)
    if carried and count <= can.buttons and longest <= can.label_length and (can.ticks or not ticks):
        return Form.BUTTONS
    if carried and count <= can.list_rows and longest <= can.row_length and not ticks:
        return Form.LIST
    return Form.NUMBERS


def label_of(button: Button) -> str:
    """The label as a button shows it: a line to tick begins with its box."""
    return f"{'☑' if button.ticked else '☐'} {button.label}" if button.kind == "tick" else button.label


def messages(
    said: Reply | Redraw,
    catalog: Catalog,
    can: Capabilities,
    title: str,
    length: Callable[[Spans], int] = lambda words: len(plain(words)),
    message: str = "",
) -> tuple[Message, ...]:
    """The messages in order; the last one carries the screen. `title` is the platform's, `message` a Redraw's own."""
    form = form_of(said.screen, can)
    if isinstance(said, Redraw) and message and can.edits and form is Form.BUTTONS:
        return (Message((), form, said.screen, message),)
    if isinstance(said, Reply) and form is not Form.NUMBERS:
        cut = [one for bubble in said.bubbles for one in _of_bubble(bubble, said.screen, title, can, length)]
    else:
        texts = _texts(said, title, catalog) if isinstance(said, Reply) else _drawn(said, catalog)
        cut = [one for text in texts for one in _cut(text, can, length)]
    if not cut and form is Form.NOTHING:
        return ()
    *first, last = cut or [Message(spans(WORDLESS))]
    return (*first, replace(last, form=form, screen=said.screen))


def _cut(text: _Text, can: Capabilities, length: Callable[[Spans], int]) -> Iterator[Message]:
    """A text as one message or more; a picture that cannot be shown is a line of bars for each score."""
    words = spans(text.words)
    if text.picture and length(words) <= can.caption_length:
        yield Message(words, picture=text.picture)
        return
    drawn = spans("\n".join((text.words, *bars(text.picture)))) if text.picture else words
    yield from (Message(piece) for piece in pieces(drawn, can.text_length, length) if plain(piece).strip())


def _of_bubble(
    bubble: Bubble, screen: Screen | None, title: str, can: Capabilities, length: Callable[[Spans], int]
) -> tuple[Message, ...]:
    """The messages of one bubble above buttons; those that everybody gets are worked out once."""
    order = tuple([button.id for button in screen.buttons]) if screen and bubble.lines else ()
    return (_made if bubble.personal else _remembered)(bubble, order, title, can, length)


def _made(
    bubble: Bubble, order: tuple[str, ...], title: str, can: Capabilities, length: Callable[[Spans], int]
) -> tuple[Message, ...]:
    numbers = {id: number for number, id in enumerate(order, 1)}
    texts = (_Text(text, bubble.picture) for text in _text(bubble, numbers, title, below=False))
    return tuple(replace(one, personal=bubble.personal) for text in texts for one in _cut(text, can, length))


_remembered = lru_cache(maxsize=REMEMBERED)(_made)


def titled(text: str, title: str) -> str:
    """A text with the platform's name filled in."""
    return text.replace("{" + CHANNEL + "}", title)


def _texts(said: Reply, title: str, catalog: Catalog) -> list[_Text]:
    """One text a bubble, its long lines behind it but for those that stand with the numbers at the end."""
    numbers = {button.id: number for number, button in enumerate(said.screen.buttons, 1)} if said.screen else {}
    below = listed(said.bubbles, said.screen) if said.screen else None
    texts = [
        _Text(text, bubble.picture)
        for bubble in said.bubbles
        for text in _text(bubble, numbers, title, bubble is below)
    ] or [_Text("")]
    if said.screen:
        lines, after = (below.lines, below.after) if below else ((), "")
        more = numbered(said.screen, catalog, lines, after)
        texts[-1] = texts[-1]._replace(words="\n".join((texts[-1].words, *more)))
    return texts


def _drawn(said: Redraw, catalog: Catalog) -> list[_Text]:
    return [_Text("\n".join(numbered(said.screen, catalog)))]


def _text(bubble: Bubble, numbers: Mapping[str, int], title: str, below: bool) -> list[str]:
    """The text of a bubble with its long lines; a long list is several texts."""
    texts = [titled(bubble.text, title)]
    for number, block in enumerate(() if below else _blocks(bubble, numbers)):
        if number and len(texts[-1]) + len(block) >= COMFORTABLE:
            texts.append(block)
        else:
            texts[-1] += f"\n{block}"
    return texts


def _blocks(bubble: Bubble, numbers: Mapping[str, int]) -> Iterator[str]:
    """The lines in the groups that the headings make, and what follows them."""
    block: list[str] = []
    for choice, line in bubble.lines:
        if not choice and block:
            yield "\n".join(block)
            block = []
        number = numbers.get(choice)
        block.append(line if not choice else f"{number}. {line}" if number else f"• {line}")
    if block:
        yield "\n".join(block)
    if bubble.after:
        yield bubble.after


def numbered(screen: Screen, catalog: Catalog, lines: Lines = (), after: str = "") -> Iterator[str]:
    """The buttons as numbered lines, the long line of a choice in the place of its short label, and what to type."""
    return numbered_rows(rows_of(screen, lines), after, typing_hint(screen, catalog))


def typing_hint(screen: Screen, catalog: Catalog) -> str:
    """What can be typed as an answer to this screen."""
    return catalog.text(HINTS.get(screen.ask, "command.hint"))

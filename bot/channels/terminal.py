"""The terminal as a channel, in its rich form: messages with a look, and a menu to choose from with the keys."""

from collections.abc import Awaitable, Callable, Iterator
from itertools import pairwise
from uuid import uuid4

from msgspec.structs import replace

from bot.channels.base import Capabilities, Incoming
from bot.channels.console import ADDRESS, Console
from bot.channels.markup import Span
from bot.channels.rendering import messages, typing_hint
from bot.channels.rows import Lines, listed, rows_of
from bot.channels.shown import Captions, Look, Menu, Pressed, Shown, pack, unpack_pressed, unpack_shown
from bot.engine import safety
from bot.engine.catalog import Catalog
from bot.engine.effects import Bubble, Redraw, Reply, Screen
from bot.engine.events import ChoicePressed, SelectionToggled

LOOKS: dict[str, Look] = {
    safety.EMERGENCY: "emergency",
    safety.AFTER_EMERGENCY: "emergency",
    safety.END_EMERGENCY: "emergency",
    safety.MISTAKE_LIMIT: "emergency",
    safety.CRISIS: "crisis",
    safety.SAME_DAY: "same_day",
    "end.same_day": "same_day",
}
"""The states whose texts must stand out, whatever staff write in them."""

WRITTEN = ("name", "text", "contact")
"""Questions that are answered in one's own words."""

Show = Callable[[Shown], Awaitable[None]]


class Terminal(Console):
    """The same terminal: a conversation begun in one form goes on in the other."""

    capabilities = Capabilities(
        text_length=100_000,
        buttons=1000,
        label_length=1000,
        id_bytes=1000,
        ticks=True,
        edits=True,
        markup=True,
    )

    def __init__(self, show: Show, lang: str | None = None) -> None:
        super().__init__(lang=lang)
        self._show = show

    def parse(self, raw: bytes) -> Incoming:
        """A row that was chosen or ticked, or a line that was typed."""
        pressed = unpack_pressed(raw)
        return Incoming(ADDRESS, uuid4().hex, _event(pressed), self.lang) if pressed else super().parse(raw)

    def render(self, said: Reply | Redraw, catalog: Catalog, message: str = "") -> tuple[bytes, ...]:
        """One payload a bubble; the last one brings the menu."""
        del message  # a menu is known by its screen's number
        if isinstance(said, Redraw):
            return (pack(Shown(menu=replace(_menu(said.screen, catalog), redraw=True))),)
        return tuple(pack(shown) for shown in self._shown(said, catalog))

    def edits(self, payload: bytes) -> str | None:
        """Ticks that change again before anybody has seen them need not be shown."""
        shown = unpack_shown(payload)
        return str(shown.menu.number) if shown and shown.menu and shown.menu.redraw else None

    async def send(self, address: str, payload: bytes) -> None:
        """Show one message; one that the plain form left is shown as it stands."""
        await self._show(unpack_shown(payload) or Shown((Span(payload.decode().strip("\n")),)))

    def _shown(self, said: Reply, catalog: Catalog) -> list[Shown]:
        of_menu = listed(said.bubbles, said.screen) if said.screen else None
        shown = [one for bubble in said.bubbles for one in self._bubble(bubble, bubble is of_menu, catalog)]
        told = [_untitled(one) if before.look == one.look else one for before, one in pairwise([Shown(), *shown])]
        if said.screen is None:
            return told
        *first, last = told or [Shown()]
        return [*first, replace(last, menu=_menu(said.screen, catalog, of_menu.lines if of_menu else ()))]

    def _bubble(self, bubble: Bubble, of_menu: bool, catalog: Catalog) -> Iterator[Shown]:
        """One bubble; its long lines stand in the menu, where they are those of its rows."""
        if of_menu:
            text = "\n\n".join(filter(None, (bubble.text, bubble.after)))
            bubble = replace(bubble, text=text, lines=(), after="")
        look = look_of(bubble.key)
        for one in messages(Reply((bubble,)), catalog, self.capabilities, self.title):
            yield Shown(one.words, look, _title(look, catalog))


def look_of(key: str) -> Look:
    """How a text must be seen, by its key or by the name of its state."""
    names = key.partition("/")[0].split(".")
    return LOOKS.get(".".join(names[:2]), "")


def captions(catalog: Catalog, ask: str = "one") -> Captions:
    """The words around a menu."""
    hint = "list_hint" if ask == "many" else "write_hint" if ask in WRITTEN else "hint"
    texts = {name: name for name in Captions.__struct_fields__} | {"hint": hint}
    return Captions(**{name: catalog.text(f"command.terminal.{text}") for name, text in texts.items()})


def _menu(screen: Screen, catalog: Catalog, lines: Lines = ()) -> Menu:
    look = look_of(screen.state)
    return Menu(
        number=screen.number,
        ask=screen.ask,
        captions=captions(catalog, screen.ask),
        rows=rows_of(screen, lines),
        progress=screen.progress,
        look=look,
        title=_title(look, catalog),
        typing_hint=typing_hint(screen, catalog),
    )


def _title(look: Look, catalog: Catalog) -> str:
    return catalog.text(f"command.terminal.{look}") if look else ""


def _untitled(shown: Shown) -> Shown:
    return replace(shown, title="")


def _event(pressed: Pressed) -> SelectionToggled | ChoicePressed:
    happened = SelectionToggled if pressed.tick else ChoicePressed
    return happened(pressed.screen, pressed.choice)

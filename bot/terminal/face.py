"""A conversation in a real terminal: what is said is printed and stays, and the menu waits below it for an answer."""

from collections.abc import Awaitable, Callable, Iterable

from prompt_toolkit.application import in_terminal
from rich.console import Console, Group, RenderableType

from bot.channels.shown import Menu, Shown
from bot.terminal import look
from bot.terminal.keyboard import Keyboard
from bot.terminal.signs import Signs
from bot.terminal.view import Act

OPENING = b"/start"
DANGER = ("emergency", "crisis")

Take = Callable[[bytes], Awaitable[None]]
"""Take one thing that the person did, and deliver what it led to."""


class Face:
    """Shows what the channel sends, and asks what the person does."""

    def __init__(self, keyboard: Keyboard, out: Console, signs: Signs, kept: bool) -> None:
        self.keyboard = keyboard
        self._out = out
        self._signs = signs
        self._kept = kept

    @property
    def menu(self) -> Menu:
        """The menu that waits for an answer."""
        return self.keyboard.view.menu

    async def show(self, shown: Shown) -> None:
        """Show one message; an open menu moves down for it."""
        lines = look.message(shown, self.keyboard.columns, self._signs)
        if lines:
            async with in_terminal():
                self._print(lines)
        if shown.menu:
            self.keyboard.renew(shown.menu)

    async def talk(self, take: Take) -> None:
        """Talk until the person closes the chat."""
        with self.keyboard.ready():
            await take(OPENING)
            while act := await self._ask(take):
                self._answered(act)
                await take(act.raw)
            self._goodbye()

    async def _ask(self, take: Take) -> Act | None:
        if self.menu.look in DANGER:
            self.keyboard.forget_keys()
        return await self.keyboard.ask(take)

    def _answered(self, act: Act) -> None:
        columns = self.keyboard.columns
        if self.menu.ask == "many":
            self._print(look.answered_list(self.menu, columns, self._signs))
        self._print(look.answer(act.words, columns, self._signs))
        self.keyboard.said = 0

    def _goodbye(self) -> None:
        captions = self.menu.captions
        words = captions.goodbye if self._kept else captions.goodbye_kept_nothing
        self._print(look.caption(words, self.keyboard.columns))

    def _print(self, lines: Iterable[RenderableType]) -> None:
        self._out.width = self.keyboard.columns
        group = Group(*lines)
        self.keyboard.said += len(self._out.render_lines(group, pad=False)) if group.renderables else 0
        self._out.print(group, end="")

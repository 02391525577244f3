"""The menu at the end of the window: prompt_toolkit reads the keys and draws the lines that the layout gives."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.layout import BufferControl, Dimension, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style
from rich.cells import cell_len

from bot.channels.shown import Captions, Menu
from bot.terminal import layout
from bot.terminal.keys import bind
from bot.terminal.signs import Signs
from bot.terminal.styles import MENU
from bot.terminal.view import Act, View, renew, write

FIELD = 4
"""Lines of a long text that are seen while it is typed."""

ESCAPE = 0.2
"""Seconds until Escape is known to be no beginning of another key."""

Take = Callable[[bytes], Awaitable[None]]


class Keyboard:
    """Asks for one answer after the other."""

    def __init__(self, input: Input, output: Output, signs: Signs, captions: Captions) -> None:
        self.view = View(Menu(0, "nothing", captions))
        self.said = 0
        """Lines of the conversation that belong to this question."""
        self._input = input
        self._output = output
        self._signs = signs
        self._ticks: asyncio.Queue[Act] = asyncio.Queue()
        self._broken: Exception | None = None
        self._buffer = Buffer(multiline=True, on_text_changed=lambda buffer: self._typed(buffer.text))
        self._app = self._make_app()

    @property
    def columns(self) -> int:
        """The width of the window."""
        return self._output.get_size().columns

    def ready(self) -> AbstractContextManager[None]:
        """From here on the terminal shows no key by itself, not even between two menus."""
        return self._input.raw_mode()

    def renew(self, menu: Menu) -> None:
        """This menu is the one to answer."""
        self.change(renew(self.view, menu))

    async def ask(self, take: Take) -> Act | None:
        """What the person does with the menu; ticks are taken at once. None: the chat is closed."""
        taking = asyncio.create_task(self._take_ticks(take))
        self.change(View(self.view.menu))
        try:
            return await self._run()
        finally:
            await self._ticks.join()
            taking.cancel()
            if self._broken:
                raise self._broken

    def forget_keys(self) -> None:
        """What was typed before a message was seen is no answer to it."""
        self._input.read_keys()
        self._input.flush_keys()
        clear_typeahead(self._input)

    # What keys do

    def change(self, view: View) -> None:
        """Show the menu so."""
        self.view = view
        if self._buffer.text != view.typed:
            self._buffer.text = view.typed
        self._app.invalidate()

    def tick(self, act: Act) -> None:
        """Take this and stay in the menu."""
        self._ticks.put_nowait(act)

    def finish(self, act: Act | None) -> None:
        """Leave the menu."""
        self._app.exit(result=act)

    def _typed(self, text: str) -> None:
        self.view = write(self.view, text)

    async def _run(self) -> Act | None:
        try:
            return await self._app.run_async(set_exception_handler=False)
        except EOFError:  # the terminal is gone
            return None

    async def _take_ticks(self, take: Take) -> None:
        """One after the other, in their order."""
        while True:
            act = await self._ticks.get()
            try:
                await take(act.raw)
            except Exception as error:
                self._broken = error
                if not self._app.is_done:
                    self._app.exit()
            finally:
                self._ticks.task_done()

    # What is seen

    def _make_app(self) -> Application[Act | None]:
        app = Application[Act | None](
            layout=Layout(HSplit([self._lines(0), self._field(), self._lines(1)])),
            key_bindings=bind(self),
            style=Style.from_dict(MENU),
            input=self._input,
            output=self._output,
            erase_when_done=True,
        )
        app.timeoutlen = app.ttimeoutlen = ESCAPE
        return app

    def _lines(self, part: int) -> Window:
        return Window(FormattedTextControl(lambda: self._formatted(part)), dont_extend_height=True)

    def _field(self) -> Window:
        return Window(
            BufferControl(self._buffer),
            height=Dimension(min=1, max=FIELD),
            dont_extend_height=True,
            wrap_lines=True,
            get_line_prefix=lambda line, wrap: [("class:pointer", "  " if line or wrap else f"{self._signs.pointer} ")],
        )

    def _formatted(self, part: int) -> StyleAndTextTuples:
        lines = layout.lay_out(self.view, self._window(), self._signs)[part]
        text: StyleAndTextTuples = []
        for style, words in lines:
            text += [("", "\n"), (f"class:{style}" if style else "", words)]
        return text[1:]

    def _window(self) -> layout.Window:
        size = self._output.get_size()
        room = max(size.columns - 2, 1)
        typed = sum(cell_len(line) // room + 1 for line in self.view.typed.split("\n"))
        return layout.Window(size.columns, size.rows, self.said, min(typed, FIELD))

"""The person at this terminal: which form the chat takes, and the lines that are typed in its plain form."""

import sys
from asyncio import create_task, sleep
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from bot import settings as config
from bot.app.streams import tolerate_any_bytes
from bot.channels.console import Console
from bot.channels.terminal import Terminal, captions
from bot.engine.library import Library
from bot.store.base import StoreError

if TYPE_CHECKING:
    import asyncio

    from bot.terminal.face import Face

Take = Callable[[bytes], Awaitable[None]]
"""Take one thing that the person did, and show what it leads to."""

Look = Callable[[], Awaitable[None]]
"""Show what has come due meanwhile."""

SECONDS = 15.0
"""Between two looks: no timer is about seconds."""


async def nothing() -> None:
    """Where time stands still, nothing comes due."""


class Talking:
    """A chat in this terminal, in its rich form where it can show it and `plain` does not forbid it.

    Raises SettingsError for a language that the project does not have.
    """

    def __init__(self, library: Library, lang: str | None, plain: bool, kept: bool) -> None:
        tolerate_any_bytes()
        self._face = None if plain else _face(library, _language(library, lang), kept)
        self.channel = Terminal(self._face.show, lang) if self._face else Console(lang=_language(library, lang))

    def talk(self, loop: "asyncio.Runner", take: Take, look: Look = nothing) -> None:
        """Talk until the input ends; the rich form does not wait for a key to `look` what time has brought."""
        if self._face:
            loop.run(_beside(self._face.talk(take), look))
            return
        for line in chain(("/start",), _typed()):
            loop.run(_taken(take, line))


async def _beside(talk: Coroutine[None, None, None], look: Look) -> None:
    looking = create_task(_looking(look))
    try:
        await talk
    finally:
        looking.cancel()


async def _looking(look: Look) -> None:
    while True:
        await sleep(SECONDS)
        with suppress(StoreError):  # whoever types next is told
            await look()


async def _taken(take: Take, line: str) -> None:
    await take(line.encode(errors="replace"))


def _language(library: Library, lang: str | None) -> str | None:
    if lang is not None and lang not in library.languages:
        raise config.SettingsError(
            f"There is no language {lang!r} here. Choose one of: {', '.join(library.languages)}."
        )
    return lang


def _face(library: Library, lang: str | None, kept: bool) -> "Face | None":
    """The rich form, where somebody sits at a terminal that can show it."""
    from bot.terminal.open import fits, open_face

    return open_face(captions(library.catalog(lang or "")), kept) if fits() else None


def _typed() -> Iterator[str]:
    """Lines until the input ends; in a pipe each is shown again, so that the output reads like a chat."""
    if sys.stdin.isatty():
        yield from iter(_asked, None)
        return
    for line in sys.stdin:
        print(f"> {line.rstrip()}\n", flush=True)
        yield line


def _asked() -> str | None:
    try:
        line = input("> ")
    except EOFError:
        return None
    print()
    return line

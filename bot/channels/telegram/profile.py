"""What a person sees before the first message, in each language: the bot's description and its menu of commands."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.channels.errors import SendError
from bot.channels.rendering import titled
from bot.channels.telegram.channel import Caller
from bot.engine.catalog import Catalog

MENU = "profile.menu."
"""Before the name of a command: what the menu says of it, in the order in which the content has them."""

DESCRIPTION, SHORT_DESCRIPTION, COMMAND = 512, 120, 256
"""How long the texts may be."""

Call = tuple[str, dict[str, Any]]


async def introduce(call: Caller, catalogs: Sequence[Catalog], title: str, log: Callable[..., None]) -> None:
    """Set what is seen before the first message; what the server does not take is logged and left.

    A server that is out of reach, or asks for a rest, is not asked for more: the next start will.
    """
    for method, fields in introductions(catalogs, title):
        try:
            await call(method, fields)
        except SendError as error:
            log("profile_refused", method=method, lang=fields.get("language_code", ""), why=str(error))
            if error.retryable:
                return


def introductions(catalogs: Sequence[Catalog], title: str) -> Iterator[Call]:
    """The calls: the first language is also the one of everybody whose language is not spoken here."""
    for at, catalog in enumerate(catalogs):
        for method, fields in _calls(catalog, title):
            if at == 0:
                yield method, fields
            yield method, {**fields, "language_code": catalog.lang}


def _calls(catalog: Catalog, title: str) -> Iterator[Call]:
    menu = [key.removeprefix(MENU) for key in catalog.texts if key.startswith(MENU)]
    commands = [{"command": name, "description": _text(catalog, MENU + name, title, COMMAND)} for name in menu]
    yield "setMyCommands", {"commands": commands}
    yield "setMyDescription", {"description": _text(catalog, "profile.description", title, DESCRIPTION)}
    short = _text(catalog, "profile.short_description", title, SHORT_DESCRIPTION)
    yield "setMyShortDescription", {"short_description": short}


def _text(catalog: Catalog, key: str, title: str, length: int) -> str:
    return titled(catalog.text(key), title)[:length]

"""Makes calls of the Bot API, on python-telegram-bot and httpx."""

import warnings
from collections.abc import Mapping
from typing import Any

from telegram import Bot, InputFile
from telegram.error import TelegramError
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.channels.telegram.failures import check, failure

ROOT = "https://api.telegram.org"

CONNECT, READ, WRITE, POOL = 5.0, 20.0, 10.0, 5.0
"""Seconds to wait for a connection, an answer, room to send, a free connection."""

CONNECTIONS = 64
"""For the calls that may be under way, and as many answers to pressed buttons and signs of typing beside them."""

POLL = "getUpdates"
FILE = "picture.png"
"""What a file is called that goes up."""

GRACE = 10.0
"""Seconds that a poll may take longer than it was asked to."""

# The library would rather see its own method for each call; one way for all calls is what this program wants.
warnings.filterwarnings("ignore", r"Please use 'Bot\.\w+' instead of 'Bot\.do_api_request", PTBUserWarning)


class Request(HTTPXRequest):
    """The library's own, but what is no result is understood here, where its status and its body are still known."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Make one request. Raises Answered."""
        status, body = await super().do_request(*args, **kwargs)
        check(status, body)
        return status, body


class Client:
    """One bot at one Bot API server. Polls have a connection of their own: they never keep a reply waiting."""

    def __init__(self, token: str, root: str = ROOT) -> None:
        self._requests = (_request(1), _request(CONNECTIONS))
        polls, calls = self._requests
        self._bot = Bot(token, f"{root.rstrip('/')}/bot", request=calls, get_updates_request=polls)

    async def open(self) -> None:
        """Make ready for calls; nobody is called yet."""
        for request in self._requests:
            await request.initialize()

    async def close(self) -> None:
        """End all connections."""
        for request in self._requests:
            await request.shutdown()

    async def call(self, method: str, fields: Mapping[str, Any], patience: float | None = None) -> Any:
        """Make one call and give its result; `patience`: seconds to wait for the answer.

        Raises one of `bot.channels.errors`, or Conflict; their messages hold no token and no words of anybody.
        """
        try:
            return await self._bot.do_api_request(
                method, _form(fields), read_timeout=_patience(method, fields, patience)
            )
        except TelegramError as error:
            meaning = failure(error)
        if meaning is None:
            return True
        raise meaning  # outside `except`, so that it does not carry the error whose text holds the address


def _request(connections: int) -> Request:
    """Proxies of the environment are not used: they would see every conversation, and nobody chose them for that."""
    return Request(connections, READ, WRITE, CONNECT, POOL, httpx_kwargs={"trust_env": False})


def _form(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Bytes are a file, and go up as a part of their own."""
    return {name: InputFile(value, FILE) if isinstance(value, bytes) else value for name, value in fields.items()}


def _patience(method: str, fields: Mapping[str, Any], patience: float | None) -> float:
    if patience is not None:
        return patience
    return fields.get("timeout", 0) + GRACE if method == POLL else READ

"""Why a call was not taken: what the Bot API answers, and what breaks on the way, as the errors of every channel."""

from collections.abc import Mapping

import httpx
import msgspec
from msgspec import Raw, Struct
from telegram.error import TelegramError

from bot.channels.errors import (
    Blocked,
    Conflict,
    Disowned,
    InDoubt,
    Malformed,
    Refused,
    SendError,
    Throttled,
    Unreached,
)


class Answered(TelegramError):
    """An answer without a result, as it was understood; None: what was asked for is so already.

    It stands in for python-telegram-bot's own errors, which drop the status (429, 500 and 501 differ in nothing but a
    text) and keep the words of the answer (which can be a patient's).
    """

    def __init__(self, meaning: SendError | None) -> None:
        super().__init__("answered")
        self.meaning = meaning


NOT_MODIFIED = "message is not modified"
REASONS: Mapping[str, type[SendError]] = {
    "can't parse entities": Malformed,
    "can't find end": Malformed,
    "unsupported start tag": Malformed,
    "chat not found": Blocked,
    "user not found": Blocked,
    "peer_id_invalid": Blocked,
    "user is deactivated": Blocked,
    "bot was blocked": Blocked,
    "bot was kicked": Blocked,
    "message to edit not found": Refused,
    "message can't be edited": Refused,
    "message is too long": Refused,
    "message text is empty": Refused,
    "reply markup is too long": Refused,
    "button_data_invalid": Refused,
    "query is too old": Refused,
    "upgraded to a supergroup": Refused,
}
"""Words of the platform's own that come with a 400: the only ones that an error of ours repeats."""

STATUSES: Mapping[int, type[SendError]] = {
    401: Disowned,
    403: Blocked,
    404: Disowned,
    408: Unreached,
    409: Conflict,
    501: Refused,
}
"""For all others: from 500 on it is a fault of the platform's own, below it is one of this call."""

OTHERS: Mapping[int, type[SendError]] = {401: Disowned, 404: Disowned}
"""The same for an answer that no Bot API server gives: then something in between has spoken, and kept the call."""

BREAKS: Mapping[type[Exception], type[SendError]] = {
    httpx.ConnectError: Unreached,
    httpx.ConnectTimeout: Unreached,
    httpx.PoolTimeout: Unreached,
    httpx.ProxyError: Unreached,
    httpx.UnsupportedProtocol: Unreached,
    httpx.InvalidURL: Unreached,
    # A write that fails leaves the body incomplete, and no server acts on a part of one. One that times out may have
    # handed all of it to the system, which can still send it: that is a doubt.
    httpx.WriteError: Unreached,
}
"""What certainly was not taken; every other break leaves a doubt."""

REST = 1.0
"""Seconds to wait where a server does not say how long."""


class _Refusal(Struct):
    description: str
    parameters: dict[str, object] = {}


class _Result(Struct):
    result: Raw


def check(status: int, body: bytes) -> None:
    """Raise Answered for anything but a result."""
    if not 200 <= status < 300:
        raise Answered(_meaning(status, body))
    if not _is_result(body):
        raise Answered(InDoubt(f"status {status}, without a result"))


def failure(error: Exception) -> SendError | None:
    """What an exception of python-telegram-bot means; None: what was asked for is so already."""
    if isinstance(error, Answered):
        return error.meaning
    cause = error.__cause__ or error
    kind = next((kind for broken, kind in BREAKS.items() if isinstance(cause, broken)), InDoubt)
    return kind(type(cause).__name__)


def _meaning(status: int, body: bytes) -> SendError | None:
    refusal = _read(body)
    seconds = refusal.parameters.get("retry_after") if refusal else None
    if status == 429 or seconds is not None:
        return Throttled(max(seconds, REST) if isinstance(seconds, int | float) else REST)
    if refusal is None:
        return OTHERS.get(status, Unreached)(f"status {status}, not from a Bot API server")
    reason = _reason(refusal) if status == 400 else ""
    if reason == NOT_MODIFIED:
        return None
    kind = REASONS.get(reason) or STATUSES.get(status) or (Unreached if status >= 500 else Refused)
    return kind(f"status {status}: {reason}" if reason else f"status {status}")


def _reason(refusal: _Refusal) -> str:
    said = refusal.description.casefold()
    return next((words for words in (NOT_MODIFIED, *REASONS) if words in said), "")


def _read(body: bytes) -> _Refusal | None:
    try:
        return msgspec.json.decode(body, type=_Refusal)
    except (ValueError, RecursionError):
        return None


def _is_result(body: bytes) -> bool:
    try:
        msgspec.json.decode(body, type=_Result)
    except (ValueError, RecursionError):
        return False
    return True

"""What may stand in each field of the log; anything else is masked, whoever may have put it there."""

import re
from collections.abc import Callable, Mapping

from bot.logs.words import WORDS

MASK = "…"
MOST = 99_999
"""Larger numbers could be a phone number or the address of a chat."""

_TOKEN = re.compile(r"[^\s(),:;]+")
_NUMBER = re.compile(r"\d+")
_STATUS = re.compile(r"[0-9]{1,3}")
_CLASS = re.compile(r"[A-Za-z_.]{0,60}(?:Error|Exception|Timeout|Warning|Interrupt|Iteration|Exit)")
_OURS = {
    "Conflict", "InUse", "Overfull", "Overtaken", "SchemaAhead", "SchemaBehind", "SessionUnreadable", "StoreBusy",
    "StoreUnreadable", "Unkept", "none", "unnamed",
}  # fmt: skip
_PLACE = re.compile(r"(?:bot/[a-z_/]+\.py:\d{1,4}|outside)")
_VERSION = re.compile(r"(?=[0-9]*[a-f])[0-9a-f]{8,64}")
_METHOD = re.compile(r"(?:set|get|delete|send|edit|answer)[A-Za-z]{2,40}")
_LANG = re.compile(r"[a-z]{2}|")
_LIBRARIES = {
    "aiosmtplib", "alembic", "anyio", "asyncio", "concurrent", "httpcore", "httpx", "mail", "matplotlib", "PIL", "py",
    "sqlalchemy", "starlette", "telegram", "transitions", "urllib3", "uvicorn", "watchfiles",
}  # fmt: skip


def words(value: object) -> str:
    """The program's own words, class names of errors and one short number; each other word is masked."""
    text = str(value)[:200]
    one_number = len(_NUMBER.findall(text)) <= 1  # several in a row could be a phone's
    return _TOKEN.sub(lambda found: found[0] if _known(found[0], one_number) else MASK, text)


def _known(word: str, one_number: bool) -> bool:
    if _NUMBER.search(word):
        return one_number and _STATUS.fullmatch(word) is not None
    return word.casefold() in WORDS or _class(word) == word


def _class(value: object) -> str:
    """The name of an error's class."""
    name = str(value)
    return name if name in _OURS or _CLASS.fullmatch(name) else "unnamed"


def _number(value: object) -> float | str:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= MOST
    return value if fits and isinstance(value, int | float) else MASK


def _shaped(shape: re.Pattern[str]) -> Callable[[object], str]:
    return lambda value: str(value) if shape.fullmatch(str(value)) else MASK


def _library(value: object) -> str:
    name = str(value).partition(".")[0]
    return name if name in _LIBRARIES else "another"


FIELDS: Mapping[str, Callable[[object], object]] = {
    "channel": words,
    "error": _class,
    "events": _number,
    "lang": _shaped(_LANG),
    "library": _library,
    "method": _shaped(_METHOD),
    "mistakes": _number,
    "request": _number,
    "seconds": _number,
    "tries": _number,
    "version": _shaped(_VERSION),
    "where": _shaped(_PLACE),
    "why": words,
}
"""How each field is made fit to be written."""

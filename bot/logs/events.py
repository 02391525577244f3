"""What is written to the log: events from a closed list, each with the fields it may have, and nothing else."""

import asyncio
import json
import logging
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple, TextIO

import structlog

from bot.runner.log import Log


class Kind(NamedTuple):
    """How grave an event is, what it means, and the fields that may stand beside it."""

    level: str
    meaning: str
    fields: tuple[str, ...] = ()


EVENTS: Mapping[str, Kind] = {
    "started": Kind("info", "Heatwise is ready"),
    "stopping": Kind("info", "finishing what is under way"),
    "stopped": Kind("info", "everything is stored"),
    "dialogs_taken": Kind("info", "edited dialogs are in force", ("version",)),
    "dialogs_refused": Kind("error", "the edited dialogs have mistakes: the last good ones stay", ("mistakes",)),
    "profile_refused": Kind("warning", "a part of the bot's profile was not taken", ("method", "lang", "why")),
    "setup_failed": Kind("warning", "the platform could not be told how to work with the bot", ("why", "seconds")),
    "fetch_failed": Kind("warning", "no messages could be fetched; trying again", ("why", "seconds")),
    "fetch_conflict": Kind(
        "error",
        "somebody else fetches this bot's messages: stop the other program, or give it another token",
        ("seconds",),
    ),
    "delivery_unreadable": Kind("warning", "a delivery could not be read; it was set aside", ("channel", "why")),
    "delivery_refused": Kind("warning", "somebody without the secret knocked at the webhook", ("why",)),
    "store_failed": Kind("error", "the database could not be used; trying again", ("error",)),
    "send_throttled": Kind("info", "one chat must wait", ("channel", "seconds")),
    "send_failed": Kind("warning", "a message could not be sent; trying again", ("channel", "why", "seconds")),
    "send_in_doubt": Kind("warning", "a message may have been sent; it goes out once more", ("channel", "why")),
    "send_refused": Kind("error", "the platform refused a message", ("channel", "why")),
    "send_given_up": Kind("error", "a message was given up", ("channel", "why")),
    "send_broke": Kind("error", "a fault of the program cost one attempt to send", ("channel", "error")),
    "markup_refused": Kind("warning", "a message went out without its markup", ("channel", "why")),
    "chat_paused": Kind("info", "somebody has blocked the bot", ("channel",)),
    "bot_disowned": Kind("error", "the platform does not know the token; put it right", ("channel", "seconds")),
    "letter_sent": Kind("info", "a call request was sent to the clinic", ("request",)),
    "letter_waits": Kind("warning", "a call request could not be mailed; trying again", ("request", "why", "tries")),
    "letters_wait": Kind("error", "the database could not be used; call requests wait", ("why",)),
    "fault": Kind("error", "a fault of the program", ("error", "where")),
}
"""No field holds words, names, addresses or tokens of anybody: `why` and `error` are the program's own words."""

NOISY = ("httpx", "httpcore", "telegram", "uvicorn", "uvicorn.error", "uvicorn.access", "asyncio", "watchfiles", "mail")
"""Libraries that log addresses with tokens, or whole messages of patients."""


def hush_libraries() -> None:
    """Let no library write to the log by itself."""
    for name in NOISY:
        library = logging.getLogger(name)
        library.handlers = [logging.NullHandler()]
        library.propagate = False
        library.setLevel(logging.CRITICAL + 1)


FIRST = ("timestamp", "level", "event", "meaning")


def _ordered(fields: dict[str, Any], **_: Any) -> str:
    """As people look for it: when, how grave, what."""
    return json.dumps({name: fields[name] for name in FIRST} | fields)


def make_log(stream: TextIO | None = None) -> Log:
    """A log that people can read on a terminal, and programs as one JSON object a line."""
    out = stream or sys.stderr
    pretty = structlog.dev.ConsoleRenderer(colors=True, pad_event_to=0) if out.isatty() else None
    logger: Any = structlog.wrap_logger(
        structlog.PrintLogger(out),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            pretty or structlog.processors.JSONRenderer(_ordered),
        ],
        wrapper_class=structlog.BoundLogger,
    )

    def log(event: str, **fields: object) -> None:
        kind = EVENTS[event]
        allowed = {name: fields[name] for name in kind.fields if name in fields}
        getattr(logger, kind.level)(event, meaning=kind.meaning, **allowed)

    return log


def tell_faults(loop: asyncio.AbstractEventLoop, log: Log) -> None:
    """Log a fault that no task has caught by its class alone: its message can quote a patient."""

    def told(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        log("fault", error=type(context.get("exception")).__name__, where="loop")

    loop.set_exception_handler(told)

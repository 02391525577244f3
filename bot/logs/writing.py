"""Writes the log: for programs one JSON object a line, for people on a terminal a line in colours."""

import asyncio
import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, TextIO

import structlog

from bot.logs.events import EVENTS
from bot.logs.fields import FIELDS
from bot.runner.faults import place_of
from bot.runner.log import Log

FIRST = ("timestamp", "level", "event", "meaning")


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
        allowed = {name: FIELDS[name](fields[name]) for name in kind.fields if name in fields}
        with suppress(OSError):  # a log on a full disk, or whose reader has gone, must cost no conversation
            getattr(logger, kind.level)(event, meaning=kind.meaning, **allowed)

    return log


def _ordered(fields: dict[str, Any], **_: Any) -> str:
    """As people look for it: when, how grave, what."""
    return json.dumps({name: fields[name] for name in FIRST} | fields, ensure_ascii=False)


def tell_faults(loop: asyncio.AbstractEventLoop, log: Log) -> None:
    """Log a fault that no task has caught by its class and its place alone: its message can quote a patient."""

    def told(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        fault = context.get("exception")
        log("fault", error=type(fault).__name__, where=place_of(fault) if fault else "outside")

    loop.set_exception_handler(told)

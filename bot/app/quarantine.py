"""`heatwise db quarantine`: what staff see of the events that were set aside, and what they can do about them."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot import settings as config
from bot.database_report import print_quarantine
from bot.runner.poison import Overtaken, Unkept, read
from bot.store.quarantine import QuarantinedRow
from bot.store.sqlite import SqliteStore

T = TypeVar("T")

SHOWN = 8
"""Letters of an id that are shown: enough to tell thousands of events apart."""


class SetAside:
    """The events that were set aside in a database."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def print_table(self) -> None:
        """Print one row an event, the oldest first: id, time, channel, kind, error, what can be done."""
        rows = (
            (row.id[:SHOWN], told_at(row.at), row.channel, kind_of(row), row.error, can_be_done(row))
            for row in self._all()
        )
        print_quarantine(list(rows))

    def details(self, id: str, words: bool) -> Mapping[str, str]:
        """All that is kept of one, by name; what the patient said only with `words`. Raises SettingsError."""
        row = self._one(id)
        told = {
            "id": row.id,
            "when": told_at(row.at),
            "channel": row.channel,
            "event": kind_of(row),
            "error": row.error,
            "tried again": f"{row.again} times",
            "can be done": can_be_done(row),
        }
        return told | {"words": words_of(row) or "erased, or none were kept"} if words else told

    def retry(self, id: str) -> bool:
        """Have it tried again by `heatwise serve`. Whether it can be. Raises SettingsError for an unknown id."""
        row = self._one(id)
        return self._ask(lambda store: store.retry(row.id))

    def drop(self, id: str) -> None:
        """Erase what is kept of it. Raises SettingsError for an unknown id."""
        row = self._one(id)
        self._ask(lambda store: store.drop(row.id))

    def _all(self) -> list[QuarantinedRow]:
        return self._ask(lambda store: store.quarantined())

    def _one(self, id: str) -> QuarantinedRow:
        found = [row for row in self._all() if id and row.id.startswith(id.casefold())]
        if len(found) == 1:
            return found[0]
        many = "More than one event begins" if found else "No event that was set aside begins"
        raise config.SettingsError(f"{many} with {id!r}. See all of them with: heatwise db quarantine")

    def _ask(self, question: Callable[[SqliteStore], Awaitable[T]]) -> T:
        async def ask() -> T:
            store = SqliteStore(self._path)
            await store.open()
            try:
                return await question(store)
            finally:
                await store.close()

        return asyncio.run(ask())


def kind_of(row: QuarantinedRow) -> str:
    """What kind of event it was, without a word of it."""
    if row.timer:
        return f"timer {row.timer}"
    if not row.person:
        return "could not be read"
    with suppress(Unkept):
        return type(read(row.body).event).__name__
    return "no longer kept"


def can_be_done(row: QuarantinedRow) -> str:
    """What staff can do about it, in a few words."""
    if row.waits:
        return "waits to be tried again"
    if row.error == Overtaken.__name__:
        return "the patient has gone on: drop"
    return "retry, or drop" if row.can_be_tried else "drop"


def words_of(row: QuarantinedRow) -> str:
    """What the patient said, or which button it was; "" where nothing is kept of it."""
    with suppress(Unkept):
        event = read(row.body).event
        parts = (getattr(event, name, "") for name in ("name", "text", "caption", "choice", "words"))
        return " ".join(part for part in parts if part)
    return ""


def told_at(at: datetime) -> str:
    """A time as the log writes it."""
    return f"{at:%Y-%m-%d %H:%M} UTC"

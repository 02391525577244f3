"""How requests for a call look to staff: a table in the terminal, or all of it as JSON."""

import json as jsonlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.engine.catalog import Catalog
from bot.engine.library import Library
from bot.runner.letters import asked_on, clinics_catalog, good_time, language_of, one_line
from bot.store.base import CallbackRow

WIDE = 200
"""Columns where the table does not go to a terminal: nothing is cut there."""

NOBODY = "Nobody waits for a call."
NOTHING = "No request for a call is kept."
WHEN = "A patient who asks for one in the chat is listed here until somebody types: heatwise callbacks done ID"
NEXT = "After a call: heatwise callbacks done ID. To remember something: heatwise callbacks note ID TEXT"
NO_MAIL = "No letter goes out: HEATWISE_SMTP_URL names no mail server. The requests wait here."


@dataclass(frozen=True, slots=True)
class Office:
    """What the clinic's own list needs to know: its words, its clock, and whether its letters can go out."""

    catalog: Catalog
    zone: tzinfo
    mails: bool


def office(library: Library | None, mails: bool) -> Office:
    """What the project says of the clinic; with mistakes in it the calls are listed all the same, in plainer words."""
    if library is None:
        return Office(Catalog("", {}, {}, {}, {}, {}, {}), UTC, mails)
    return Office(clinics_catalog(library), library.source.zone, mails)


def print_callbacks(rows: Sequence[CallbackRow], office: Office, include_done: bool = False) -> None:
    """Print the requests, and what to do about them."""
    if not rows:
        print(NOTHING if include_done else NOBODY, WHEN, sep="\n")
        return
    table = Table(*_titles(include_done))
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in _cells(row, office, include_done)))
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
    console.print(table)
    if not office.mails and any(_waits(row) for row in rows):
        console.print(Text(NO_MAIL))
    console.print(Text(NEXT))


def print_json(rows: Sequence[CallbackRow]) -> None:
    """Print the requests for programs, with the answers that patients sent along."""
    sys.stdout.write(jsonlib.dumps({"callbacks": [_plain(row) for row in rows]}, indent=2) + "\n")


def _titles(include_done: bool) -> Iterator[str]:
    yield from ("ID", "Asked on", "Name", "Phone or email", "Good time", "Language", "Letter", "Note")
    if include_done:
        yield "Done on"


def _cells(row: CallbackRow, office: Office, include_done: bool) -> Iterator[str]:
    yield str(row.id)
    yield asked_on(row.at, office.zone)
    yield row.name
    yield row.contact
    yield good_time(row, office.catalog)
    yield language_of(row, office.catalog)
    yield _letter(row, office.zone)
    yield row.note
    if include_done:
        yield asked_on(row.done_at, office.zone) if row.done_at else ""


def _letter(row: CallbackRow, zone: tzinfo) -> str:
    if row.mailed_at:
        return f"sent {asked_on(row.mailed_at, zone)}"
    if not _waits(row):
        return "not needed"
    tries = "1 try" if row.mail_tries == 1 else f"{row.mail_tries} tries"
    return f"waits: {tries}, next {asked_on(row.mail_due, zone)}" if row.mail_tries else "waits"


def _waits(row: CallbackRow) -> bool:
    return row.mailed_at is None and row.done_at is None


def _plain(row: CallbackRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "asked_at": row.at.isoformat(),
        "name": row.name,
        "contact": row.contact,
        "time": row.time,
        "language": row.lang,
        "answers": row.answers,
        "letter": {"sent_at": _iso(row.mailed_at), "tries": row.mail_tries, "next_at": _next(row)},
        "note": row.note,
        "done_at": _iso(row.done_at),
    }


def _next(row: CallbackRow) -> str | None:
    return row.mail_due.isoformat() if _waits(row) else None


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None

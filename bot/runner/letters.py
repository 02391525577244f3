"""The e-mail that takes a request for a call to the clinic: pure, and nothing goes in but what SP17 allows."""

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from email.message import EmailMessage

from bot.engine import safety
from bot.engine.catalog import Catalog
from bot.engine.library import Library
from bot.store.base import CallbackRow
from bot.store.times import micros
from bot.understanding.mailbox import mailbox

GIVEN = ("name", "contact", "time", "language", "asked")
"""The lines of the letter, in order; one that has nothing to say is left out."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
"""What would begin a new line, turn the reading order around, or cannot be sent at all."""


def clinics_catalog(library: Library) -> Catalog:
    """The texts in the clinic's own language."""
    return library.catalog(library.catalogs[library.languages[0]].facts["clinic.language"])


def letter(row: CallbackRow, catalog: Catalog, zone: tzinfo, sender: str, now: datetime) -> EmailMessage:
    """The letter of a request, in the words of the clinic's catalog; without a sender the clinic writes to itself.

    Sent again it keeps its Message-ID, so that the clinic's mail program can tell that it is the same letter.
    """
    clinic, values = catalog.facts["clinic.email"], _values(row, catalog, zone)
    message = EmailMessage()
    message["Subject"] = one_line(catalog.text("letter.subject", values))
    message["From"] = sender or clinic
    message["To"] = clinic
    reply_to = mailbox(row.contact)
    if reply_to:
        message["Reply-To"] = reply_to
    message["Date"] = now.astimezone(zone)
    message["Message-ID"] = f"<callback-{row.id}.{micros(row.at)}@{clinic.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_body(catalog, values), cte="quoted-printable")
    return message


def asked_on(at: datetime, zone: tzinfo) -> str:
    """A moment as the clinic's clock shows it, in a form that every language reads alike."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M %Z}"


def good_time(row: CallbackRow, catalog: Catalog) -> str:
    """The time that the patient chose, in the words of its button; empty if none was chosen."""
    line = catalog.lines.get(f"{safety.CALLBACK_TIME}.choices.{row.time}")
    return line.label if line else one_line(row.time)


def language_of(row: CallbackRow, catalog: Catalog) -> str:
    """The name of the patient's language."""
    key = f"letter.languages.{row.lang}"
    return catalog.text(key) if key in catalog.texts else one_line(row.lang)


def one_line(text: str) -> str:
    """The text on one line, without signs that nobody sees."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def _values(row: CallbackRow, catalog: Catalog, zone: tzinfo) -> Mapping[str, str]:
    return {
        "letter.id": str(row.id),
        "letter.name": one_line(row.name),
        "letter.contact": one_line(row.contact),
        "letter.time": good_time(row, catalog),
        "letter.language": language_of(row, catalog),
        "letter.asked": asked_on(row.at, zone),
        "letter.answers": "\n".join(map(one_line, row.answers.splitlines())).strip("\n"),
    }


def _body(catalog: Catalog, values: Mapping[str, str]) -> str:
    given = [catalog.text(f"letter.{part}", values) for part in GIVEN if values[f"letter.{part}"]]
    parts = [catalog.text("letter.opening", values), "\n".join(given)]
    if values["letter.answers"]:
        parts.append(catalog.text("letter.answers", values))
    parts.append(catalog.text("letter.closing", values))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"

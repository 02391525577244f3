"""With `status: live` patients rely on what they read: nothing may be fictional, unreviewed or expired."""

import re
from datetime import date

from bot.authoring.files import File, Path
from bot.authoring.parts import Parts
from bot.authoring.problems import shown

FICTIONAL = re.compile(r"\b555[\s.-]?01\d\d\b")
"""Phone numbers that reach nobody."""

EXAMPLE = re.compile(r"\bexample\.(?:org|com|net|edu)\b|\.(?:example|invalid|test)(?=[/:\s]|$)", re.IGNORECASE)
"""Addresses that lead nowhere."""

NOBODY = ("none", "nobody", "no one", "tbd", "todo", "-", "?")
REVIEWER: Path = ("review", "reviewer")
UNTIL: Path = ("review", "until")
LIVE = "status: live needs"
MEND = "Put the real one here"


def check_live(parts: Parts) -> None:
    """Tell every value and text that must not reach a patient."""
    clinic = parts.clinic
    if clinic.demo or clinic.file.cuts:
        return
    for name, value in clinic.facts.items():
        _real(clinic.file, tuple(name.split(".")), value)
    if clinic.facts["review.reviewer"].strip().casefold() in NOBODY:
        clinic.file.tell(REVIEWER, "Nobody has reviewed the content", f"{LIVE} the name of a clinician", "Fill it in")
    _until(clinic.file, clinic.facts["review.until"], parts.today)
    for words in parts.words.values():
        for key, origin in words.origins.items():
            _real(origin.file, origin.path, words.written(key) if key in words.texts else "")


def _real(file: File, path: Path, value: str) -> None:
    number, link = FICTIONAL.search(value), EXAMPLE.search(value)
    if number:
        found = f"The number {shown(number[0])} is fictional: 555-01xx numbers reach nobody"
        file.tell_at(file.inside(path, number[0]), found, f"{LIVE} a number that reaches the clinic", MEND)
    if link:
        found = f"The address with {shown(link[0])} is an example: it leads nowhere"
        file.tell_at(file.inside(path, link[0]), found, f"{LIVE} an address that works", MEND)


def _until(file: File, until: str, today: date) -> None:
    try:
        last = date.fromisoformat(until.strip())
    except ValueError:
        fits = f"{LIVE} the last day on which the review holds: year-month-day, such as 2030-12-31"
        file.tell(UNTIL, f"{shown(until)} is no date", fits, "Write it so")
        return
    if last < today:
        fits = f"{LIVE} a review that still holds"
        file.tell(UNTIL, f"The review has expired on {last}", fits, "Have the content reviewed, and write the new date")

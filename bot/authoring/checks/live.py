"""With `status: live` patients rely on what they read: nothing may be fictional, unreviewed or expired."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from bot.authoring.files import File, Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown
from bot.engine import safety

FICTIONAL = re.compile(r"\b555[\s.-]?01\d\d\b")
"""Phone numbers that reach nobody."""

EXAMPLE = re.compile(r"\bexample\.(?:org|com|net|edu)\b|\.(?:example|invalid|test)(?=[/:\s]|$)", re.IGNORECASE)
"""Addresses that lead nowhere."""

NOBODY = ("none", "nobody", "no one", "tbd", "todo", "-", "?")
REVIEWER: Path = ("review", "reviewer")
UNTIL: Path = ("review", "until")
SHORTEST = 2
"""Digits of the shortest emergency numbers."""
SOON = timedelta(days=30)
"""Before the end of a review: the time in which the next one is to be arranged."""

LIVE = "status: live needs"
MEND = "Put the real one here"


def check_live(parts: Parts) -> None:
    """Tell every value and text that must not reach a patient."""
    clinic = parts.clinic
    if clinic.demo or clinic.file.cuts:
        return
    for name, value in clinic.facts.items():
        _real(clinic.file, tuple(name.split(".")), value)
    _dialled(clinic.file, clinic.facts)
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


def _dialled(file: File, facts: Mapping[str, str]) -> None:
    """The clinic's phone is a whole number; those for danger are short ones, which no list of numbers knows."""
    phone = facts[safety.CLINIC_PHONE]
    if not _phones(phone):
        found, fits = f"No phone number stands in {shown(phone)}", f"{LIVE} a number that can be dialled"
        file.tell(("clinic", "phone"), found, fits, f"{MEND}, outside the US with + and the country's code")
    for name in (safety.EMERGENCY_NUMBER, safety.CRISIS_NUMBER):
        if len(re.sub(r"\D", "", facts[name])) < SHORTEST:
            found, fits = f"No number stands in {shown(facts[name])}", f"{LIVE} a number that can be dialled"
            file.tell(tuple(name.split(".")), found, fits, MEND)


def _phones(text: str) -> bool:
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415  # 20 ms that a demo never needs

    return PhoneNumberMatcher(text, "US", leniency=Leniency.VALID).has_next()


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
    elif last - today <= SOON:
        found = f"The review ends on {last}, in {(last - today).days} days"
        fits = "After that day patients get only the emergency texts, help and the ends"
        file.tell(UNTIL, found, fits, "Have the content reviewed again in time", grade=Grade.INFO)

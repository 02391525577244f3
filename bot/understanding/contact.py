"""The phone number or e-mail address that a person typed, alone or in a short sentence."""

import re
from typing import TYPE_CHECKING

from bot.understanding.clauses import mended
from bot.understanding.dictation import as_written, in_digits

if TYPE_CHECKING:
    from phonenumbers import PhoneNumberMatch

TEXT_LIMIT = 300
"""Characters that are read: a contact and some words around it; the libraries' work grows with the text."""
_ADDRESS = re.compile(r"[^\s<>()\[\]\",;:@]+@[^\s<>()\[\]\",;:@]+")
_SHAPED = re.compile(r"[2-9][0-8]\d[2-9]\d{6}")
"""Area code, exchange, line, as the North American plan has them."""
_NOT_THIS = re.compile(
    r"(?<=[\w.])[\s,]+(?:and )?(?:not|instead of|rather than|en vez de|en lugar de)\s+\S*[@\d]\S*$", re.IGNORECASE
)
""" "Bob@example.com, not bobby@example.com"."""
_RETIRED = re.compile(
    r"\b(?:disconnected|out of service|no longer|do ?n[o'’]?t use|old (?:number|one)|ya no|desconectad[oa]|"
    r"no us[ae]n?)\b.*?\b(?:use|usen?|call|try|write|llam[ae]n?|escriban?|ahora es|now it'?s)\b([^a-z]*.*\d.*|.*@.*)$",
    re.IGNORECASE | re.DOTALL,
)
""" "602 555 0110 is disconnected, use 602 555 0164": what stands behind "use"."""
_AROUND = ".!?¡¿'’“”«»*_"


def contact(text: str, region: str = "US") -> str | None:
    """The phone number (E.164) or else the e-mail address (normal form) in `text`; None if there is none or a choice.

    An extension follows the number as a person would dial it: "+16025550100 ext. 5".
    Two numbers, or two addresses and no number, are a choice: the bot asks again rather than guess which one is meant.
    Of a number and an address the number is taken, because the clinic is asked to call.
    """
    text = _NOT_THIS.sub(" ", text[:TEXT_LIMIT])
    retired = _RETIRED.search(text)
    if retired and (instead := _the_one(retired[1], region)):
        return instead
    after, before = mended(text)
    if before and (corrected := _the_one(after, region)):
        return corrected
    return _the_one(text, region)


def _the_one(text: str, region: str) -> str | None:
    """The only contact of a text, as it is written, else as it was dictated."""
    found = _found(text, region)
    if not found:
        found = _found(as_written(text), region) or _found(in_digits(text), region)
    return found.pop() if len(found) == 1 else None


def _found(text: str, region: str) -> set[str]:
    return _phones(_ADDRESS.sub(" ", text), region.upper()) or _addresses(text)


def _phones(text: str, region: str) -> set[str]:
    # Imported here: each of the two libraries takes 20 ms, and most commands never read a contact.
    from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number  # noqa: PLC0415

    # VALID knows area codes and lengths. It takes the fictional 555-01xx numbers of demos and tests, too: exchanges
    # are not checked one by one. Local numbers without area code are refused: a clinic elsewhere cannot call them.
    matches = PhoneNumberMatcher(text, region, leniency=Leniency.VALID)
    matches = [*matches] or _unassigned(text, region)
    numbers = ((format_number(match.number, PhoneNumberFormat.E164), match.number.extension) for match in matches)
    return {f"{number} ext. {extension}" if extension else number for number, extension in numbers}


def _unassigned(text: str, region: str) -> list["PhoneNumberMatch"]:
    """Ten digits shaped like a North American number whose area code nobody has yet, as far as the library knows.

    The review shows the number before it is sent, and new area codes come faster than new versions of the library.
    """
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415

    possible = PhoneNumberMatcher(text, region, leniency=Leniency.POSSIBLE)
    return [
        match
        for match in possible
        if match.number.country_code == 1 and _SHAPED.fullmatch(str(match.number.national_number))
    ]


def _addresses(text: str) -> set[str]:
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    found: set[str] = set()
    for candidate in _ADDRESS.findall(text):
        try:
            found.add(validate_email(candidate.strip(_AROUND), check_deliverability=False).normalized)
        except EmailNotValidError:
            continue
    return found

"""Contacts as people say them aloud, written as they are meant: "jo at example dot org", "six oh two, double five…"."""

import re
from collections.abc import Callable
from typing import cast

_DOT = r"(?:dot|punto|pto)"
_AT = r"(?:at|arroba|arova)"
_SIGNS = (
    (re.compile(r"\s+(?:gui[oó]n bajo|under ?score|raya baja|subgui[oó]n)\s+", re.IGNORECASE), "_"),
    (re.compile(r"\s+(?:gui[oó]n(?: medio)?|dash|hyphen)\s+", re.IGNORECASE), "-"),
)
_SAID_ADDRESS = re.compile(
    rf"(?P<before>[\w.+-]+(?:\s+{_DOT}\s+[\w.+-]+)*)\s*[\[(<]?\s*(?:\s{_AT}\s|@)\s*[\])>]?\s*"
    rf"(?P<host>[\w-]+(?:\s*(?:\s{_DOT}\s|\.)\s*[\w-]+)+)",
    re.IGNORECASE,
)
_SPOKEN_DOT = re.compile(rf"\s+{_DOT}\s+", re.IGNORECASE)
_REPEATED = re.compile(r"\b(double|triple|doble)\s+(\d)\b", re.IGNORECASE)
_OH = re.compile(r"(?<=\d)\s*\b(?:oh|o|ou)\b(?=\s*\d)|(?<=\d\s)(?:oh|o)\b", re.IGNORECASE)
_GAP = re.compile(r"(?<=\d)[\s,.]+(?=\d)")
_RUN = re.compile(r"\d(?:[\s,.-]*\d){6,}")


def as_written(text: str) -> str:
    """The text with dictated addresses and numbers written in signs and digits."""
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return _SAID_ADDRESS.sub(_address, text)


def in_digits(text: str) -> str:
    """The text with spoken digits as digits, close together where they are many enough for a phone number."""
    import text_to_num  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]

    digits = cast("Callable[[str, str, float], str]", text_to_num.alpha2digit)
    whole = _BROKEN.sub(" ", text)
    said = digits(digits(_OH_WORD.sub(" zero ", whole), "en", 0), "es", 0)
    said = _REPEATED.sub(lambda match: match[2] * (3 if match[1].casefold() == "triple" else 2), _OH.sub("0", said))
    return _RUN.sub(lambda run: _GAP.sub("", run[0]), said)


_BROKEN = re.compile("[\ud800-\udfff]")
"""Half a character, from a broken channel."""
_OH_WORD = re.compile(r"(?<=\s)oh(?=\s)", re.IGNORECASE)


def _address(match: re.Match[str]) -> str:
    before = _SPOKEN_DOT.sub(".", match["before"])
    return f" {before}@{_SPOKEN_DOT.sub('.', match['host']).replace(' ', '')} "

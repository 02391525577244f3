"""Spans of time as people write them in a script: "3 hours", "1 day 2 hours"."""

import re
from datetime import timedelta

from bot.authoring.problems import shown

LONGEST = timedelta(days=3650)

_UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_SPAN = re.compile(rf"(\d+) +({'|'.join(_UNITS)})s?")


class NoSpan(ValueError):
    """The words are no span of time: what was found, what fits, and what to write."""

    def __init__(self, found: str, fits: str, mend: str) -> None:
        super().__init__(f"{found}. {fits}. {mend}.")
        self.found, self.fits, self.mend = found, fits, mend


def span_of(text: str) -> timedelta:
    """The span that the words mean. Raises NoSpan."""
    parts = _SPAN.findall(text)
    if not parts or _SPAN.sub("", text).strip():
        fits = "A number and its unit: seconds, minutes, hours or days"
        raise NoSpan(f"{shown(text)} is no span of time", fits, "Write it like this: 3 hours")
    total = sum(int(number[:12]) * _UNITS[unit] for number, unit in parts)
    if total > LONGEST.total_seconds():
        raise NoSpan(f"{shown(text)} is too long", "At most 3650 days", "Wait less")
    return timedelta(seconds=total)

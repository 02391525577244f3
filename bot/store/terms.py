"""How long things are kept."""

from datetime import datetime, timedelta

from msgspec import Struct

from bot.store.times import micros

TRANSCRIPT = timedelta(hours=24)
"""After the person was last heard."""
DONE_CALLBACK = timedelta(days=30)
"""After the call was marked as done."""
SEEN_ID = timedelta(days=7)
"""Longer than any platform repeats an event."""
TROUBLE = timedelta(days=30)
"""Quarantined events and replies given up: long enough for staff to see them."""


class Cutoffs(Struct, frozen=True):
    """What is older than these moments (microseconds since 1970) goes."""

    transcript: int
    done_callback: int
    seen_id: int
    trouble: int


def cutoffs(now: datetime) -> Cutoffs:
    """The cut-offs at `now` (UTC)."""
    return Cutoffs(
        transcript=micros(now - TRANSCRIPT),
        done_callback=micros(now - DONE_CALLBACK),
        seen_id=micros(now - SEEN_ID),
        trouble=micros(now - TROUBLE),
    )

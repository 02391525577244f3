"""Pain scores before and after: what has changed, and all of them in words and as a picture."""

from collections.abc import Iterator
from datetime import tzinfo

from bot.engine import safety
from bot.engine.catalog import Catalog
from bot.engine.effects import Picture
from bot.engine.session import Score, Session

PICTURE = "check_in.result.picture"
"""The text that comes with the picture; `TITLE` says in the picture what is measured."""

TITLE = "check_in.result.picture_title"

CHANGES = ("unknown", "better", "same", "worse")
STEP = 2
"""So many points of eleven are a change."""

MOST = 4
"""The latest scores that a picture shows: there is room for so many on a phone."""


def change(session: Session) -> str:
    """What became of the pain, one of CHANGES (clinical logic, section 7, C6 and C8)."""
    job, after = session.check_in, dict(session.answers).get(safety.PAIN, ())
    if job is None or job.before is None or not after:
        return "unknown"
    return compared(job.before.pain, int(after[0]))


def compared(before: int, after: int) -> str:
    """Worse: two points more. Better: two points less, or 70 % of it or less. Both are scores from 0 to 10."""
    if after >= before + STEP:
        return "worse"
    better = before >= 1 and (after <= before - STEP or 10 * after <= 7 * before)
    return "better" if better else "same"


def scores(session: Session) -> tuple[Score, ...]:
    """All scores that are still kept, the oldest first: the one before a check-in outlives the answers of its check."""
    before = session.check_in.before if session.check_in else None
    return session.scores if before is None or before in session.scores else (before, *session.scores)


def told(catalog: Catalog, zone: tzinfo, session: Session) -> Iterator[tuple[str, int]]:
    """The latest scores, each with its time as people at the clinic read it; with the day where there are several."""
    latest = [(score.at.astimezone(zone), score.pain) for score in scores(session)[-MOST:]]
    several_days = len({at.date() for at, _ in latest}) > 1
    for at, pain in latest:
        day = catalog.short_day(at.date()) + catalog.comma if several_days else ""
        yield day + catalog.timed(at), pain


def pictured(catalog: Catalog, zone: tzinfo, session: Session) -> Picture:
    """The latest scores as data for a picture."""
    return Picture(catalog.text(TITLE), tuple(told(catalog, zone, session)))

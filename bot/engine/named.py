"""The facts that need arithmetic or time: each is named here, and takes one of a few values."""

from collections.abc import Mapping
from datetime import datetime

from bot.engine import pain, safety
from bot.engine.conditions import Value
from bot.engine.session import Session

CHECK_IN_RESULT = "check_in_result"
"""The set of the rules that have fired in the last check-in."""

NAMED: Mapping[str, tuple[str, ...]] = {
    "tier": safety.TIERS,
    "screened": ("yes", "no"),
    "callback_limit": ("free", "reached"),
    "page": ("own", "other"),
    "check_in": ("open", "closed"),
    "pain_before": ("known", "skipped"),
    "pain_change": pain.CHANGES,
    "pain_scores": ("few", "several"),
    "tries": ("first", "second"),
}
"""`tier`: the most urgent so far in this check. `screened`: options may be shown. `callback_limit`: requests today.
`page`: what the screen shows, the state's own texts or another one that a button named under `show:`. `check_in`: one
may be offered. `pain_before`: the score when the check-in was agreed to, and `pain_change` what became of it.
`pain_scores`: several can be compared. `tries`: how many check-ins found no change, this one counted."""


def named_values(session: Session, screened: bool, may_check_in: bool, now: datetime) -> tuple[str, ...]:
    """The named facts as they are now (UTC), in the order of NAMED."""
    job = session.check_in
    return (
        session.tier,
        "yes" if screened else "no",
        "reached" if _calls(session, now) >= safety.CALLS else "free",
        "other" if session.page else "own",
        "open" if may_check_in else "closed",
        "known" if job and job.before else "skipped",
        pain.change(session),
        "several" if len(pain.scores(session)) > 1 else "few",
        "second" if session.unchanged else "first",
    )


def _calls(session: Session, now: datetime) -> int:
    return sum(now - at < safety.CALL_WINDOW for at in session.calls) if session.calls else 0


_ALONE: Mapping[str, Value] = {value: frozenset((value,)) for values in NAMED.values() for value in values}


def as_facts(session: Session, named: tuple[str, ...]) -> dict[str, Value]:
    """Named facts as conditions read them, with what the last check-in came to."""
    facts = dict(zip(NAMED, map(_ALONE.__getitem__, named), strict=True))
    facts[CHECK_IN_RESULT] = frozenset(session.check_in.outcome if session.check_in else ())
    return facts

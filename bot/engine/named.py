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


def named_facts(session: Session, screened: bool, may_check_in: bool, now: datetime) -> dict[str, Value]:
    """The named facts as they are now (UTC), and what the last check-in came to."""
    recent = [at for at in session.calls if now - at < safety.CALL_WINDOW]
    job = session.check_in
    values = {
        "tier": session.tier,
        "screened": "yes" if screened else "no",
        "callback_limit": "reached" if len(recent) >= safety.CALLS else "free",
        "page": "other" if session.page else "own",
        "check_in": "open" if may_check_in else "closed",
        "pain_before": "known" if job and job.before else "skipped",
        "pain_change": pain.change(session),
        "pain_scores": "several" if len(pain.scores(session)) > 1 else "few",
        "tries": "second" if session.unchanged else "first",
    }
    results = {CHECK_IN_RESULT: frozenset(job.outcome if job else ())}
    return {**{name: frozenset((value,)) for name, value in values.items()}, **results}

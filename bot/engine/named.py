"""The facts that need arithmetic or time: each is named here, and takes one of a few values."""

from collections.abc import Mapping
from datetime import datetime

from bot.engine import safety
from bot.engine.conditions import Value
from bot.engine.session import Session

NAMED: Mapping[str, tuple[str, ...]] = {
    "tier": safety.TIERS,
    "screened": ("yes", "no"),
    "callback_limit": ("free", "reached"),
    "page": ("own", "other"),
}
"""`tier`: the most urgent so far in this check. `screened`: options may be shown. `callback_limit`: requests today.
`page`: what the screen shows, the state's own texts or another one that a button named under `show:`."""


def named_facts(session: Session, screened: bool, now: datetime) -> dict[str, Value]:
    """The named facts as they are now (UTC)."""
    recent = [at for at in session.calls if now - at < safety.CALL_WINDOW]
    values = {
        "tier": session.tier,
        "screened": "yes" if screened else "no",
        "callback_limit": "reached" if len(recent) >= safety.CALLS else "free",
        "page": "other" if session.page else "own",
    }
    return {name: frozenset((value,)) for name, value in values.items()}

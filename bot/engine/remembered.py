"""Presses that were worked out before: whoever stands the same and presses the same gets the same turn."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from bot.engine import safety
from bot.engine.effects import AnyEffect, Redraw, Reply, SetTimer, Turn
from bot.engine.events import AnyEvent, ChoicePressed, SelectionToggled
from bot.engine.session import Session

TURNS = 8192
"""How many are remembered for one library."""

TIMED = ("lock", "mistakes", "calls", "notice", "check_in", "scores")
"""Fields that hold times. With one of them set, a turn depends on when it happens, and is worked out every time."""

_SAME = tuple(name for name in Session.__struct_fields__ if name not in (*TIMED, "last_at", "consent"))
Key = tuple[object, ...]


class Turns:
    """Turns by all that they depend on; nothing that a person has typed and no time is among it."""

    def __init__(self, consent_version: str) -> None:
        self._consent_version = consent_version
        self._known: dict[Key, tuple[dict[str, Any], tuple[AnyEffect, ...]]] = {}

    def forget(self) -> None:
        """Work out everything anew."""
        self._known.clear()

    def key(self, session: Session, event: AnyEvent, now: datetime) -> Key | None:
        """What a press depends on; None where it also depends on the time."""
        if type(event) not in (ChoicePressed, SelectionToggled) or any(getattr(session, name) for name in TIMED):
            return None
        if session.last_at is None or now - session.last_at >= safety.FORGET_AFTER:
            return None
        agreed = session.consent is not None and session.consent.version == self._consent_version
        return (event, agreed, replace(session, last_at=None, consent=None))

    def recall(self, key: Key, session: Session, now: datetime) -> Turn | None:
        """The turn, if it is known."""
        found = self._known.get(key)
        if found is None:
            return None
        changes, effects = found
        expiry = SetTimer(safety.EXPIRY, now + safety.FORGET_AFTER)
        return Turn(replace(session, last_at=now, **changes), (*effects, expiry))

    def keep(self, key: Key, session: Session, turn: Turn) -> None:
        """Remember a turn, unless it says something personal or does more than to say something."""
        *said, expiry = turn.effects
        told = [effect for effect in said if isinstance(effect, Reply | Redraw) and not _is_personal(effect)]
        timed = any(getattr(turn.session, name) for name in TIMED) or turn.session.consent is not session.consent
        drafts = any(name.startswith(safety.DRAFTS) for name, _ in turn.session.answers)
        if len(told) < len(said) or not isinstance(expiry, SetTimer) or timed or drafts:
            return
        if len(self._known) >= TURNS:
            self.forget()
        before, after = session, turn.session
        changes = {name: new for name in _SAME if (new := getattr(after, name)) != getattr(before, name)}
        self._known[key] = changes, tuple(said)


def _is_personal(effect: Reply | Redraw) -> bool:
    return isinstance(effect, Reply) and any(bubble.personal for bubble in effect.bubbles)

"""Ticking the lines of a list: what it changes is worked out once for all sessions that show the same list alike."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from msgspec.structs import replace

from bot.engine.events import AnyEvent, SelectionToggled
from bot.engine.session import Session

Take = Callable[[Session, AnyEvent], Session]

READ = ("place", "lang", "ticked", "page", "asked_back", "offer_call", "misses", "tier", "lock", "greeted", "consent")
"""All of a session that a tick can read, beside the lines that its screen shows."""
CHANGED = frozenset(("ticked", "page", "misses"))
"""What a tick changes; one that changes more is worked out for every session by itself."""


class Ticking:
    """Ticks lines one by one in the engine, and lists that begin alike only once so far."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._known: dict[Hashable, dict[str, Any]] = {}

    def before_last(self, session: Session, events: Sequence[AnyEvent], shown: Hashable) -> Session:
        """The session once all but the last event have happened; `shown` stands for the lines of its screen."""
        if len(events) == 1:
            return session
        where = (shown, *[getattr(session, name) for name in READ])
        known = self._known.get((where, _lines(events[:-1])))
        return self._one_by_one(session, events[:-1], where) if known is None else replace(session, **known)

    def _one_by_one(self, session: Session, ticks: Sequence[AnyEvent], where: Hashable) -> Session:
        """Each tick in the engine, if it was not worked out yet; what is known says how the first session changes."""
        after = session
        for number, event in enumerate(ticks, 1):
            key = where, _lines(ticks[:number])
            changes = self._known.get(key)
            if changes is None:
                after = self._take(after, event)
                changes = _changes(session, after)
                if changes.keys() <= CHANGED:
                    self._known[key] = changes
            else:
                after = replace(session, **changes)
        return after


def _lines(ticks: Sequence[AnyEvent]) -> tuple[str, ...]:
    return tuple([event.choice for event in ticks if isinstance(event, SelectionToggled)])


def _changes(before: Session, after: Session) -> dict[str, Any]:
    """By name, what differs afterwards."""
    return {name: new for name in Session.__struct_fields__ if (new := getattr(after, name)) != getattr(before, name)}

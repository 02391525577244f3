"""A conversation in the engine alone, without store or channel: it can be taken up again from any of its turns."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.coverage.turn import Turns
from bot.coverage.watched import WatchedLibrary
from bot.engine.effects import CancelTimer, Forget, SetTimer
from bot.engine.events import AnyEvent, TimerFired
from bot.engine.session import Session
from bot.engine.turn import advance
from bot.understanding.understand import understand

Timers = tuple[tuple[str, datetime], ...]
MOST_TIMERS = 20
"""More than any day of check-ins fires."""


class Here(NamedTuple):
    """Where a conversation stands: its session, what will fire, and the time."""

    library: WatchedLibrary
    session: Session
    timers: Timers
    now: datetime


def take(here: Here, happened: Iterable[AnyEvent], turns: Turns) -> Here:
    """The conversation after these events."""
    for event in happened:
        turn = advance(here.library, here.session, understand(here.library, here.session, event), here.now)
        turns.take(here.library, here.session, event, turn.session, turn.effects, here.now)
        timers = dict(here.timers)
        for effect in turn.effects:
            match effect:
                case SetTimer(name, due):
                    timers[name] = due
                case CancelTimer(name):
                    timers.pop(name, None)
                case Forget(timers=True):
                    timers.clear()
                case _:
                    pass
        here = here._replace(session=turn.session, timers=tuple(sorted(timers.items())))
    return here


def wait(here: Here, span: timedelta, turns: Turns) -> Here:
    """The conversation after this time, each timer fired at its own."""
    end = here.now + span
    for _ in range(MOST_TIMERS):
        due = sorted((at, name) for name, at in here.timers if at <= end)
        if not due:
            break
        at, name = due[0]
        left = tuple(pair for pair in here.timers if pair[0] != name)
        here = take(here._replace(now=max(at, here.now), timers=left), [TimerFired(name)], turns)
    return here._replace(now=end)

"""Whether every language leads to the same places, buttons and texts (SP19)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec.structs import replace

from bot.engine.effects import Redraw, Reply, Screen, Turn
from bot.engine.events import AnyEvent, TextReceived
from bot.engine.library import Library
from bot.engine.session import Session
from bot.engine.turn import work_out


def differing(library: Library, session: Session, events: Iterable[AnyEvent], now: datetime) -> str:
    """The language in which these events lead elsewhere than in the session's own; "" where none does.

    A typed label is left out: it is another one in every language.
    """
    events = tuple(events)
    if any(isinstance(event, TextReceived) for event in events):
        return ""
    want = _gist(_played(library, session, events, now))
    for lang in library.languages:
        if lang != session.lang and _gist(_played(library, replace(session, lang=lang), events, now)) != want:
            return lang
    return ""


def _played(library: Library, session: Session, events: Iterable[AnyEvent], now: datetime) -> Turn:
    turn = Turn(session)
    for event in events:
        turn = work_out(library, turn.session, event, now)
    return turn


def _gist(turn: Turn) -> tuple[object, ...]:
    """A turn without its words."""
    return (replace(turn.session, lang=""), *_of_effects(turn))


def _of_effects(turn: Turn) -> Iterator[object]:
    for effect in turn.effects:
        match effect:
            case Reply(bubbles, screen):
                yield (
                    tuple((bubble.key, tuple(id for id, _ in bubble.lines if id)) for bubble in bubbles),
                    _bare(screen),
                )
            case Redraw(screen):
                yield _bare(screen)
            case _:
                yield type(effect).__name__


def _bare(screen: Screen | None) -> object:
    if screen is None:
        return None
    return screen.number, screen.state, screen.ask, tuple((b.id, b.kind, b.ticked) for b in screen.buttons)

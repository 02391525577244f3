"""The shortest honest way to a state: real presses from where the conversation is, "none of these" before all else."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from bot.engine.effects import Button
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, TextReceived, TextUnderstood
from bot.engine.library import Library
from bot.engine.scene import Scene
from bot.engine.screen import buttons
from bot.engine.session import Answers, Session
from bot.engine.turn import advance

Move = AnyEvent
"""What the person does; the number of a press is left at 0, because each press is made on the screen of its time."""

FIRST = ("none", "no", "skip")
"""The buttons that are tried before all others."""

NAME, CONTACT = "Alex Example", "alex@example.org"
"""What is typed where the form asks for it."""

_Key = tuple[str, Answers]


@lru_cache(maxsize=256)
def way(library: Library, session: Session, target: str, now: datetime) -> tuple[Move, ...] | None:
    """The moves that lead there, none if the conversation stands there; None if no way of presses does.

    A session that has not begun begins with /start.
    """
    begun = session.screen > 0
    start = session if begun else advance(library, session, CommandGiven("start"), now).session
    opening: tuple[Move, ...] = () if begun else (CommandGiven("start"),)
    ahead: deque[tuple[Session, tuple[Move, ...]]] = deque([(start, opening)])
    known = {_key(library, start)}
    while ahead:
        here, moves = ahead.popleft()
        if here.place == target:
            return moves
        for move, there in _steps(library, here, now):
            if _key(library, there) not in known:
                known.add(_key(library, there))
                ahead.append((there, (*moves, move)))
    return None


def _key(library: Library, session: Session) -> _Key:
    """Pages that were looked at do not make another session: else there would be no end of them."""
    return session.place, tuple(pair for pair in session.answers if pair[0] in library.ground.main)


def _steps(library: Library, session: Session, now: datetime) -> Iterator[tuple[Move, Session]]:
    """Every move from here, the harmless ones first, and the session after it."""
    for move, event in _moves(library, session, now):
        yield move, advance(library, session, event, now).session


def _moves(library: Library, session: Session, now: datetime) -> Iterator[tuple[Move, AnyEvent]]:
    ask = library.states[session.place].ask
    if ask in ("name", "text"):
        yield TextReceived(NAME), TextReceived(NAME)
    if ask == "contact":
        yield TextReceived(CONTACT), TextUnderstood(CONTACT, CONTACT)
    shown = buttons(Scene(library, session, now).sight)
    for button in sorted(shown, key=_rank):
        yield ChoicePressed(0, button.id), ChoicePressed(session.screen, button.id)


def _rank(button: Button) -> int:
    return FIRST.index(button.id) if button.id in FIRST else len(FIRST)

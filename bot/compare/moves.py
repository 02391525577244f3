"""Where people in the middle of a chat are led by an update: the engine itself is asked, for people at every place."""

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec.structs import replace

from bot.compare.change import Move
from bot.compare.words import Words
from bot.engine import safety
from bot.engine.effects import Bubble, Button, Reply, Turn
from bot.engine.events import AttachmentReceived, ChoicePressed, CommandGiven, SelectionToggled
from bot.engine.library import Library
from bot.engine.session import Session
from bot.engine.turn import advance

NOW = datetime(2026, 1, 5, 17, tzinfo=UTC)
"""Some moment; the same for all, so that no time goes by."""

A_PLACE = 8
"""So many people are led to each place, by different answers."""

MOVED = "command.moved"
GONE = "this place is gone"


def moves(old: Library, new: Library) -> tuple[Move, ...]:
    """By place of the old version: where the new one leads the people who are there, if it is somewhere else."""
    if _alike(old) == _alike(new):
        return ()
    old, new = map(_reviewed, (old, new))
    words = Words(old, new)
    found: dict[tuple[str, str], list[str]] = {}
    people: dict[str, int] = {}
    for session in chatting(old):
        people[session.place] = people.get(session.place, 0) + 1
        turn = advance(new, session, AttachmentReceived(), NOW)
        if any(bubble.key == MOVED for bubble in _said(turn)):
            why = _why(session, new, words)
            found.setdefault((session.place, turn.session.place), []).append(why)
    for place in sorted(old.states.keys() - new.states.keys() - people.keys()):
        people[place] = 1
        found[place, safety.CHECK_START] = [GONE]
    return tuple(
        Move(here, there, len(whys) == people[here], "; ".join(dict.fromkeys(whys)))
        for (here, there), whys in found.items()
    )


def _reviewed(version: Library) -> Library:
    """The same, as if its review held: what an expired one closes is no matter of an edit."""
    source = version.source
    return Library(replace(source, reviewed_until=None)) if source.reviewed_until else version


def _alike(version: Library) -> tuple[object, ...]:
    """All that decides where somebody may be."""
    source = version.source
    return source.states, source.tables, version.prints, source.consent_version


def _why(session: Session, new: Library, words: Words) -> str:
    if session.place not in new.states:
        return GONE
    changed = new.changed(session.prints)
    asked = [name for name, _ in session.answers if name in changed]
    if asked:
        return f"{words.question(asked[0])} has changed, and is asked again"
    gone = [name for name, _ in session.answers if name not in new.states]
    return f"{gone[0]} is gone" if gone else "their answers lead elsewhere now"


def chatting(library: Library) -> Iterator[Session]:
    """People at every place that presses lead to, a few at each."""
    first = advance(library, None, CommandGiven("start"), NOW)
    here, ahead = {first.session.place: 1}, [first]
    while ahead:
        turn = ahead.pop(0)
        yield turn.session
        for following in _presses(library, turn):
            place = following.session.place
            if here.get(place, 0) < A_PLACE:
                here[place] = here.get(place, 0) + 1
                ahead.append(following)


def _presses(library: Library, turn: Turn) -> Iterator[Turn]:
    for button in sorted(_buttons(turn), key=lambda button: button.kind == "tick"):
        if button.kind == "tick":
            yield from _ticked(library, turn, button)
        else:
            yield advance(library, turn.session, ChoicePressed(_number(turn), button.id), NOW)


def _ticked(library: Library, turn: Turn, line: Button) -> Iterator[Turn]:
    ticked = advance(library, turn.session, SelectionToggled(_number(turn), line.id), NOW)
    done = [button.id for button in _buttons(turn) if button.kind == "done"][:1]
    yield from (advance(library, ticked.session, ChoicePressed(_number(turn), id), NOW) for id in done)


def _number(turn: Turn) -> int:
    return turn.session.screen


def _buttons(turn: Turn) -> tuple[Button, ...]:
    screens = [effect.screen for effect in turn.effects if isinstance(effect, Reply) and effect.screen]
    return screens[-1].buttons if screens else ()


def _said(turn: Turn) -> Iterator[Bubble]:
    for effect in turn.effects:
        if isinstance(effect, Reply):
            yield from effect.bubbles

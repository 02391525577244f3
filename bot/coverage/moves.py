"""What a patient can sensibly do at a screen: presses, lists with one line ticked or two, words, commands, waiting."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from bot.coverage.walker import Here
from bot.engine import safety
from bot.engine.effects import Button
from bot.engine.events import ChoicePressed, CommandGiven, SelectionToggled, TextReceived
from bot.engine.scene import Scene
from bot.engine.screen import buttons

NAME, CONTACT = "Alex Example", "alex@example.org"
COMMANDS = ("back", "stop", "human", "start")
FIRST = ("none", "no", "skip")
"""The buttons that are tried before all others."""

TYPED = (safety.CHECK_START, safety.RESULT)
"""Where words are tried: they are heard alike in every state, and take longer than presses."""

EXPIRED = timedelta(hours=25)


class Move(NamedTuple):
    """One thing that a patient does: `presses` are ids on the screen of that time, the last one closes a list."""

    presses: tuple[str, ...] = ()
    text: str = ""
    command: str = ""
    wait: timedelta | None = None


def moves(here: Here, words: tuple[str, ...], pairs: bool) -> Iterator[Move]:
    """Every move, the harmless ones first; `words` are typed, too, and with `pairs` lists take two lines."""
    session, library = here.session, here.library
    if session.screen <= 0 and not session.last_at:
        yield Move(command="start")
        return
    ask = library.states[session.place].ask
    if ask in ("name", "text", "contact"):
        yield Move(text=CONTACT if ask == "contact" else NAME)
    shown = sorted(buttons(Scene(library, session, here.now).sight), key=_rank)
    yield from _presses(shown, pairs)
    if session.place in TYPED:
        yield from (Move(text=text) for text in words)
    yield from (Move(command=name) for name in COMMANDS)
    due = dict(here.timers).get(safety.JOB)
    yield Move(wait=_whole_hours(due - here.now) if due and due > here.now else EXPIRED)


def _rank(button: Button) -> int:
    return FIRST.index(button.id) if button.id in FIRST else len(FIRST)


def _presses(shown: list[Button], pairs: bool) -> Iterator[Move]:
    lines = [button.id for button in shown if button.kind == "tick"]
    ticked = frozenset(button.id for button in shown if button.kind == "tick" and button.ticked)
    closing = [button.id for button in shown if button.kind == "done"]
    yield from (Move((button.id,)) for button in shown if button.kind not in ("tick", "done"))
    wanted = [frozenset[str](), *(frozenset((line,)) for line in lines)]
    wanted += [frozenset(pair) for pair in combinations(lines, 2)] if pairs else []
    for done in closing:
        yield from (Move((*[line for line in lines if line in (each ^ ticked)], done)) for each in wanted)


def _whole_hours(span: timedelta) -> timedelta:
    return timedelta(hours=max(1, -(-span // timedelta(hours=1))))


def events(move: Move, screen: int) -> Iterator[ChoicePressed | SelectionToggled | CommandGiven | TextReceived]:
    """The events of a move on the screen with this number."""
    *toggled, last = move.presses or ("",)
    yield from (SelectionToggled(screen, line) for line in toggled)
    if last:
        yield ChoicePressed(screen, last)
    if move.text:
        yield TextReceived(move.text)
    if move.command:
        yield CommandGiven(move.command)

"""How far a check is: the question's place on the path, and how many questions it can have at most."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.engine import safety
from bot.engine.dialog import States


class Ahead(NamedTuple):
    """How few and how many questions can follow from one on, that one counted."""

    least: int
    most: int


class Progress(NamedTuple):
    """Question number `question` of at least `least` and at most `most`; answers decide which."""

    question: int
    least: int
    most: int


def ahead(states: States) -> Mapping[str, Ahead]:
    """What can lie ahead of each question of the check, whatever is answered."""
    found: dict[str, Ahead] = {}
    _look(states, safety.CHECK_START, found, frozenset())
    return found


def _look(states: States, name: str, found: dict[str, Ahead], way: frozenset[str]) -> Ahead:
    """Down every way on; one that leads round in a circle is not counted again."""
    state = states[name]
    if not state.asks_something or name in way:
        return Ahead(0, 0)
    if name not in found:
        ways = [_look(states, rule.go, found, way | {name}) for rule in state.next] or [Ahead(0, 0)]
        found[name] = Ahead(1 + min(each.least for each in ways), 1 + max(each.most for each in ways))
    return found[name]


def progress(ahead: Mapping[str, Ahead], path: tuple[str, ...], place: str) -> Progress | None:
    """How far the check is at a place; None beside the check."""
    if place not in ahead or place not in path:
        return None
    before = path.index(place)
    return Progress(before + 1, before + ahead[place].least, before + ahead[place].most)

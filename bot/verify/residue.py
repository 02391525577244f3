"""What a test still depends on: its verdict where the answers settle it, else the part that answers to come decide."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from functools import lru_cache
from typing import NamedTuple

from bot.engine.conditions import All, Answered, AnyOf, AtLeast, Atom, Condition, Facts, Has, Not, Settled, Unanswered
from bot.engine.conditions import names as names_of

Residue = Hashable
"""True, False, or what is left of a test, in a form that two tests share exactly when they ask the same."""

Stands = Callable[[str], bool]
"""Whether a fact stands for itself: it is no answer, and is kept in the class of a session in another way."""


def residue(condition: Condition | None, facts: Facts, stands: Stands) -> Residue:
    """What is left of a test once these answers are known."""
    match condition:
        case None:
            return True
        case All(parts) | AnyOf(parts):
            return _joined(parts, facts, stands, decided_by=isinstance(condition, AnyOf))
        case Not(part) | Settled(part):
            return _around(condition, residue(part, facts, stands))
        case _ if stands(condition.name):
            return condition
        case Has(name, values):
            return _has(name, values, facts)
        case _:
            return _other(condition, facts)


def _around(condition: Not | Settled, inner: Residue) -> Residue:
    if isinstance(inner, bool):
        return inner is isinstance(condition, Settled)
    return (type(condition).__name__, inner)


def _has(name: str, values: Set[str], facts: Facts) -> Residue:
    have = facts.values.get(name)
    if have is None:
        return ("has", name, frozenset(values))
    if not values.isdisjoint(have):
        return True
    left = frozenset(atom for atom in _atoms(name, values) if atom in facts.open)
    return ("has", left) if left else False


def _atoms(name: str, values: Set[str]) -> list[Atom]:
    return [(name, value) for value in values]


def _other(condition: Answered | Unanswered | AtLeast, facts: Facts) -> Residue:
    have = facts.values.get(condition.name)
    match condition:
        case Unanswered():
            return have is None
        case Answered(name, something):
            if have is None or (not have and any(atom[0] == name for atom in facts.open)):
                return ("answered", name, something)
            return bool(have) is something
        case AtLeast(name, number, at_most):
            if not have:
                return ("number", name, number, at_most)
            given = int(next(iter(have)))
            return given <= number if at_most else given >= number


def _joined(parts: tuple[Condition, ...], facts: Facts, stands: Stands, *, decided_by: bool) -> Residue:
    left = {residue(part, facts, stands) for part in parts}
    if decided_by in left:
        return decided_by
    left.discard(not decided_by)
    return (decided_by, frozenset(left)) if left else not decided_by


class Seen(NamedTuple):
    """Facts, and what they are compared by: by name, the value and what of it nobody has asked about yet."""

    facts: Facts
    alike: Mapping[str, Hashable]


def seen(facts: Facts) -> Seen:
    """Facts to be compared in several tests."""
    opened = {name: (facts.values.get(name), values) for name, values in _by_name(facts.open).items()}
    return Seen(facts, {**{name: (value, None) for name, value in facts.values.items()}, **opened})


class Residues:
    """What is left of several tests, worked out once for all facts that are alike in the names of a test."""

    def __init__(self, tests: Iterable[Condition | None], stands: Stands) -> None:
        groups: dict[tuple[str, ...], list[Condition | None]] = {}
        places: list[tuple[tuple[str, ...], int]] = []
        for test in tests:
            group = groups.setdefault(asked := tuple(sorted(names_of(test))), [])
            places.append((asked, len(group)))
            group.append(test)
        numbers = {asked: number for number, asked in enumerate(groups)}
        self._places = [(numbers[asked], at) for asked, at in places]
        self._groups = [(asked, group, dict[Hashable, tuple[Residue, ...]]()) for asked, group in groups.items()]
        self._stands = stands

    def of(self, seen: Seen) -> tuple[Residue, ...]:
        """What is left of each test, in their order."""
        left: list[tuple[Residue, ...]] = []
        for asked, tests, known in self._groups:
            key = tuple([seen.alike.get(name) for name in asked])
            found = known.get(key)
            if found is None:
                found = known[key] = tuple([residue(test, seen.facts, self._stands) for test in tests])
            left.append(found)
        return tuple([left[group][at] for group, at in self._places])


@lru_cache(maxsize=4096)
def _by_name(atoms: frozenset[Atom]) -> Mapping[str, frozenset[str]]:
    """The values that are still open, by name; most answers leave the same ones open."""
    found: dict[str, list[str]] = {}
    for name, value in atoms:
        found.setdefault(name, []).append(value)
    return {name: frozenset(values) for name, values in found.items()}

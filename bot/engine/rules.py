"""Finds the rules of a table that hold, testing only those that the answers call for."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from bot.engine.conditions import All, Answered, AnyOf, Atom, Condition, Facts, Has, Settled, Test, atoms
from bot.engine.conditions import compile_condition as compiled


class Rule(Protocol):
    """Whatever has a condition."""

    @property
    def when(self) -> Condition | None:
        """The condition; none always holds."""
        ...


R = TypeVar("R", bound=Rule)
_ANY = "*"
"""Stands for whatever value a fact has, as in `atoms`."""


class Rules(Generic[R]):
    """The rules of a table, in its order.

    Every rule is one bit of a number, so that the rules which several answers call for are put together with `|`.
    """

    def __init__(self, rules: Iterable[R]) -> None:
        self._rules: list[tuple[Test | None, R]] = []
        self._always = 0
        self._by_atom: dict[str, dict[str, int]] = {}
        for number, rule in enumerate(rules):
            test = None if isinstance(rule.when, Has) else compiled(rule.when)  # to be called for is all that Has needs
            self._rules.append((test, rule))
            self._index(1 << number, needed(rule.when))
        self._names = tuple((name, called, called.pop(_ANY, 0)) for name, called in self._by_atom.items())

    def _index(self, bit: int, needs: frozenset[Atom] | None) -> None:
        if needs is None:
            self._always |= bit
        for name, value in needs or ():
            called = self._by_atom.setdefault(name, {})
            called[value] = called.get(value, 0) | bit

    def holding(self, facts: Facts) -> list[R]:
        """The rules that hold."""
        bits = self._called_for(facts)
        found: list[R] = []
        while bits:
            lowest = bits & -bits
            test, rule = self._rules[lowest.bit_length() - 1]
            if test is None or test(facts) is True:
                found.append(rule)
            bits ^= lowest
        return found

    def _called_for(self, facts: Facts) -> int:
        bits, values = self._always, facts.values
        for name, called, by_any in self._names:
            have = values.get(name)
            if have:
                bits |= by_any
                for value in have:
                    if value in called:
                        bits |= called[value]
        return bits


def needed(condition: Condition | None) -> frozenset[Atom] | None:
    """Atoms of which a condition needs at least one to hold; None if it can hold without any."""
    match condition:
        case Has() | Answered(something=True):
            return atoms(condition)
        case Settled(part):
            return needed(part)
        case All(parts):
            known = [found for part in parts if (found := needed(part)) is not None]
            return min(known, key=len, default=None)
        case AnyOf(parts):
            known = [found for part in parts if (found := needed(part)) is not None]
            return frozenset[Atom]().union(*known) if len(known) == len(parts) else None
        case _:
            return None

"""Watches the steps of a conversation: what the statements must remember is a few bits beside the session."""

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from bot.authoring.properties import Property, Statement
from bot.engine.conditions import Condition, Facts, names
from bot.engine.rules import Rules

TESTS = ("never", "whenever", "then", "before", "first", "after", "until")
AIM = "always_possible"
Holds = frozenset[str]
"""The tests of a statement that hold at a step, by their words."""

KNOWN = 30_000
"""How many steps that look alike are remembered: all of them would fill gigabytes."""


class Broken(NamedTuple):
    """A statement that a step has broken."""

    property: Property
    statement: Statement


class Pattern(NamedTuple):
    """How the statements see a step: steps with the same pattern are the same to them."""

    holds: tuple[tuple[int, Holds], ...]
    """By the number of the statement, the tests that hold."""
    new: bool
    """Whether a new check begins."""
    goals: tuple[int, ...]
    """Which of the `aims` it has come to."""


class _Test(NamedTuple):
    number: int
    word: str
    when: Condition | None


class Monitor:
    """All statements of a project that speak of paths; the memory is a number, with a bit for each statement."""

    def __init__(self, properties: Iterable[Property]) -> None:
        every = [Broken(each, statement) for each in properties for statement in each.holds]
        self.watched = [
            broken for broken in every if not (broken.statement.proved_by or broken.statement.always_possible)
        ]
        self.aims = [broken for broken in every if broken.statement.always_possible]
        """The statements that need all paths together."""
        self.compared = [broken for broken in every if broken.statement.proved_by == "same_in_all_languages"]
        """The statements that need two languages."""
        tests = [
            _Test(number, word, when)
            for number, broken in enumerate((*self.watched, *self.aims))
            for word in (*TESTS, AIM)
            if (when := getattr(broken.statement, word)) is not None
        ]
        self._tests = Rules(tests)
        self._names = tuple(sorted({"check"}.union(*(names(test.when) for test in tests if test.when))))
        self._known: dict[Hashable, Pattern] = {}
        self._patterns: dict[Pattern, Pattern] = {}
        self._judged: dict[tuple[int, Pattern], tuple[int, list[Broken]]] = {}
        self._steps = [next(_STEPS[word] for word in _STEPS if getattr(b.statement, word)) for b in self.watched]
        firsts = (n for n, b in enumerate(self.watched) if b.statement.before and b.statement.within == "check")
        self.forgotten = sum(1 << number for number in firsts)
        """What a new check begins to wait for again."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All that the statements test."""
        return tuple(test for tests in self.statements for test in tests)

    @property
    def statements(self) -> tuple[tuple[Condition, ...], ...]:
        """The tests of each statement."""
        words = [[getattr(each.statement, word) for word in TESTS] for each in self.watched]
        return tuple(tuple(test for test in tests if test is not None) for tests in words)

    @property
    def bits(self) -> tuple[int, ...]:
        """The bits of the statements that remember something."""
        return tuple(1 << n for n, b in enumerate(self.watched) if b.statement.before or b.statement.after)

    def step(self, memory: int, facts: Facts) -> tuple[int, list[Broken]]:
        """The memory after a step, and what the step has broken."""
        return self.judge(memory, self.pattern(facts))

    def judge(self, memory: int, pattern: Pattern) -> tuple[int, list[Broken]]:
        """The same, for a step that is seen like this; worked out once."""
        found = self._judged.get((memory, pattern))
        if found is None:
            found = self._judged[memory, pattern] = self._judge(memory, pattern)
        return found

    def _judge(self, memory: int, pattern: Pattern) -> tuple[int, list[Broken]]:
        if pattern.new:
            memory &= ~self.forgotten
        broken: list[Broken] = []
        for number, holds in pattern.holds:
            bit = 1 << number
            remembers, fine = self._steps[number](bool(memory & bit), holds)
            memory = memory | bit if remembers else memory & ~bit
            if not fine:
                broken.append(self.watched[number])
        return memory, broken

    def pattern(self, facts: Facts) -> Pattern:
        """How the statements see a step; worked out once for all steps that look alike."""
        key = (*map(facts.values.get, self._names), facts.open)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            made = self._made(facts)
            found = self._known[key] = self._patterns.setdefault(made, made)
        return found

    def _made(self, facts: Facts) -> Pattern:
        held: dict[int, set[str]] = {}
        for test in self._tests.holding(facts):
            held.setdefault(test.number, set()).add(test.word)
        statements = len(self.watched)
        return Pattern(
            tuple([(number, frozenset(words)) for number, words in held.items() if number < statements]),
            "new" in facts.values["check"],
            tuple([number - statements for number in held if number >= statements]),
        )


def _never(remembers: bool, holds: Holds) -> tuple[bool, bool]:
    return remembers, "never" not in holds


def _whenever(remembers: bool, holds: Holds) -> tuple[bool, bool]:
    return remembers, "whenever" not in holds or "then" in holds


def _first(remembers: bool, holds: Holds) -> tuple[bool, bool]:
    """`before` only once `first` has been."""
    remembers = remembers or "first" in holds
    return remembers, remembers or "before" not in holds


def _after(remembers: bool, holds: Holds) -> tuple[bool, bool]:
    """From `after` on no `never`, until `until`: the message of `until` itself is free again."""
    remembers = (remembers and "until" not in holds) or "after" in holds
    return remembers, not remembers or "never" not in holds


_STEPS: dict[str, Callable[[bool, Holds], tuple[bool, bool]]] = {
    "after": _after, "never": _never, "whenever": _whenever, "before": _first,
}  # fmt: skip
"""What kind a statement is, by the first of these words that it has."""

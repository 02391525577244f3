"""All answer combinations that two projects can be asked about, and conditions as sets of them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from bot.compare.diagrams import EVERYTHING, NOTHING, Diagrams
from bot.engine.conditions import All, Answered, AnyOf, AtLeast, Condition, Has, Not, Settled, Unanswered
from bot.engine.decisions import Input, Tables

TICK, ANSWER = 10, 1
"""What a tick costs in an example, and what another answer than the first costs: the smallest example is cheapest."""

Parts = Mapping[str, int]
"""By value: the combinations that come to it. Every combination stands in exactly one."""


class Space:
    """The questions: one for each value of a set (ticked or not), one for each other input.

    A combination answers every input of either project. A project passes over ticks that it does not know. Of an input
    with one answer only the answers that both know are compared: another one is a new question, not other advice.
    """

    def __init__(self, *projects: Tables) -> None:
        inputs = dict(chain.from_iterable(tables.inputs.items() for tables in projects))
        self.questions: list[tuple[str, tuple[str, ...]]] = []
        """The name of the input and the answers; of a tick ("", its value)."""
        for name in inputs:
            entries = [tables.inputs[name] for tables in projects if name in tables.inputs]
            self.questions += _questions(name, entries)
        self.diagrams = Diagrams([len(answers) for _, answers in self.questions])
        self.at = {(name, value): (i, answers.index(value)) for i, (name, answers) in enumerate(self.questions)
                   for value in answers if value}  # fmt: skip
        self.costs = [_costs(answers, inputs[name]) for name, answers in self.questions]
        self.compared = self.diagrams.all(self._known_to_all(name, projects) for name in inputs)
        """The combinations that mean something in every project."""

    def _known_to_all(self, name: str, projects: Sequence[Tables]) -> int:
        known = [tables.inputs[name] for tables in projects if name in tables.inputs]
        if any(entry.kind == "set_of" for entry in known):
            return EVERYTHING
        return self.has(name, [value for value in known[0].values if all(value in entry.values for entry in known)])

    def has(self, name: str, values: Iterable[str]) -> int:
        """The combinations in which an input has one of these values."""
        places = [self.at[name, value] for value in values if (name, value) in self.at]
        return self.diagrams.any(self.diagrams.answered(question, (answer,)) for question, answer in places)

    @cached_property
    def count(self) -> int:
        """How many combinations are compared."""
        return self.diagrams.count(self.compared)

    def smallest(self, combinations: int) -> dict[str, tuple[str, ...]]:
        """The combination with the fewest ticks: by input its values, without the inputs that do not matter."""
        found: dict[str, list[str]] = {}
        for question, answer in self.diagrams.cheapest(combinations, self.costs).items():
            name, answers = self.questions[question]
            found.setdefault(name, []).extend([answers[answer]] if answers[answer] else [])
        return {name: tuple(values) for name, values in found.items()}


class Meaning:
    """Conditions of one project as sets of combinations; `results` holds what its tables have come to so far."""

    def __init__(self, space: Space, inputs: Mapping[str, Input]) -> None:
        self.space = space
        self.inputs = inputs
        self.results: dict[str, Parts] = {}

    def of(self, when: Condition | None) -> int:
        """The combinations in which a condition holds; no condition always does."""
        diagrams = self.space.diagrams
        match when:
            case All(parts):
                return diagrams.all(map(self.of, parts))
            case AnyOf(parts):
                return diagrams.any(map(self.of, parts))
            case Not(part):
                return diagrams.other(self.of(part))
            case Settled(part):
                return self.of(part)
            case _:
                return self._single(when)

    def _single(self, when: Has | Answered | Unanswered | AtLeast | None) -> int:
        match when:
            case None:
                return EVERYTHING
            case Has(name, values):
                return self._has(name, values)
            case Answered(name, something):
                found = self._something(name)
                return found if something else self.space.diagrams.other(found)
            case Unanswered() | AtLeast():  # every input is answered, and none is a number
                return NOTHING

    def _has(self, name: str, values: Iterable[str]) -> int:
        if name in self.results:
            return self.space.diagrams.any(self.results[name].get(value, NOTHING) for value in values)
        return self.space.has(name, values)

    def _something(self, name: str) -> int:
        known = self.inputs.get(name)
        return self.space.has(name, known.values) if known and known.kind == "set_of" else EVERYTHING


def _questions(name: str, entries: Sequence[Input]) -> list[tuple[str, tuple[str, ...]]]:
    values = tuple(dict.fromkeys(value for entry in entries for value in entry.values))
    if any(entry.kind == "set_of" for entry in entries):
        return [(name, ("", value)) for value in values]
    return [(name, values)]


def _costs(answers: Sequence[str], entry: Input) -> tuple[int, ...]:
    other = ANSWER if entry.kind == "one_of" and len(answers) > 2 else TICK
    return (0, *(other for _ in answers[1:]))

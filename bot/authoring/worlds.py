"""What facts can be where a test stands, and which of these few worlds make it hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, combinations, product
from math import prod

from bot.authoring.parts import Parts
from bot.authoring.written import SCALE
from bot.engine.conditions import All, Condition, Facts, Test, Value, atoms, compile_condition, names
from bot.engine.decisions import LEVELS, Decider
from bot.engine.named import CHECK_IN_RESULT, NAMED

MOST = 4096
"""Worlds that are tried; a test with more is not judged."""

OTHER = "…"
"""Stands for the values of a set that a test does not name."""

ANY = "*"
Allowed = Mapping[str, frozenset[str | None]]
"""By fact: the values that it can have here; None: it may be unanswered. A fact that is not named can have any."""


class Worlds:
    """All that the facts of a project can be."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.tables = parts.tables
        self._tests: dict[int, Test] = {}

    def making(
        self, when: Condition, before: Sequence[Condition] = (), allowed: Allowed | None = None
    ) -> Iterator[Facts] | None:
        """The worlds in which the test holds and none of those before it does; None where they are too many to try."""
        every = All((when, *before))
        facts = {name: self.can_be(name, every, allowed or {}) for name in sorted(names(every))}
        if prod(map(len, facts.values())) > MOST:
            return None
        test, others = self._test(when), [self._test(each) for each in before]
        worlds = (_facts(zip(facts, values, strict=True)) for values in product(*facts.values()))
        return (world for world in worlds if test(world) is True and not any(other(world) is True for other in others))

    def never(self, when: Condition, before: Sequence[Condition] = (), allowed: Allowed | None = None) -> bool:
        """Whether no world makes the test hold where none of those before it does; False where that is not known."""
        made = self.making(when, before, allowed)
        return made is not None and next(made, None) is None

    def _test(self, when: Condition) -> Test:
        """Compiled once; the parts keep every condition alive, so that its id stays its own."""
        found = self._tests.get(id(when))
        if found is None:
            found = self._tests[id(when)] = compile_condition(when)
        return found

    def can_be(self, name: str, when: Condition, allowed: Allowed) -> list[Value | None]:
        """What a fact can be, as far as a test can tell; None: unanswered."""
        if name in allowed:
            return [None if value is None else frozenset((value,)) for value in allowed[name]]
        known = self.tables.inputs.get(name)
        if known and known.kind == "set_of":
            return [None, *_subsets(_named(name, when), known.values)]
        if name in self._lists:
            return [*_subsets(_named(name, when), self._lists[name])]
        state = self.parts.states.get(name)
        if state and state.ask == "many":
            return [None, *_subsets(_named(name, when), [choice.id for choice in state.choices])]
        values = self._values(name) or [None, OTHER, *_named(name, when)]  # what is told elsewhere can be anything
        return [None if value is None else frozenset((value,)) for value in values]

    def _values(self, name: str) -> Sequence[str | None]:
        known = self.tables.inputs.get(name)
        if known:
            return [None, *known.values]
        return self._results.get(name) or self._answers(name)

    @cached_property
    def _results(self) -> Mapping[str, Sequence[str]]:
        """What the tables can come to: a level that no rule gives cannot be."""
        tables = self.tables
        return {
            **NAMED,
            "pattern": [rule.result[0] for rule in tables.pattern],
            "dry_heat_result": [rule.result[0] for rule in tables.dry_heat],
            **{option: [level for level in LEVELS if level in levels] for option, levels in self.levels.items()},
        }

    @cached_property
    def levels(self) -> Mapping[str, set[str]]:
        """The levels that each option can have."""
        decider = Decider(self.tables)
        return {option: {LEVELS[0], *self._given(decider.family(option))} for option in self.tables.options}

    def _given(self, family: Sequence[str]) -> Iterator[str]:
        return (rule.levels[member] for rule in self.tables.levels for member in family if member in rule.levels)

    @cached_property
    def _lists(self) -> Mapping[str, list[str]]:
        at = {"shown": ("offer", "caution"), "ask_first": ("ask_first",), "not_for_you": ("not_for_you",)}
        lists = {name: [option for option in self.tables.ranked if self.levels.get(option, set()) & {*levels}]
                 for name, levels in at.items()}  # fmt: skip
        return {**lists, CHECK_IN_RESULT: [rule.id for rule in self.tables.check_in]}

    def _answers(self, name: str) -> Sequence[str | None]:
        """The answer of a state under its own name."""
        state = self.parts.states.get(name)
        if state is None:
            return []
        if state.ask == "scale":
            return [None, *SCALE]
        ids = [choice.id for choice in state.choices] or ["seen" if state.ask == "nothing" else OTHER]
        return [None, *ids]


def _facts(values: Iterable[tuple[str, Value | None]]) -> Facts:
    return Facts({name: value for name, value in values if value is not None})


def _named(name: str, when: Condition) -> list[str]:
    return sorted({value for fact, value in atoms(when) if fact == name and value != ANY})


def _subsets(named: Sequence[str], values: Sequence[str]) -> Iterator[Value]:
    """Every set of the values that a test names, and one of those that it does not."""
    known = [value for value in named if value in values] + [OTHER] * any(value not in named for value in values)
    every = chain.from_iterable(combinations(known, size) for size in range(len(known) + 1))
    return map(frozenset, every)

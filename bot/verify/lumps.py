"""The answers of a list, put together where nothing can tell them apart; how many each stands for is counted."""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from bot.engine.conditions import Facts, Value
from bot.engine.dialog import Choice, State
from bot.verify.outlook import Outlook
from bot.verify.residue import seen


class Lump(NamedTuple):
    """One answer in the place of many: the lines that are ticked, the button that closes the list, how many."""

    lines: tuple[str, ...]
    done: str
    answers: int


class Lumps:
    """The lumps of every list, for one outlook."""

    def __init__(self, outlook: Outlook) -> None:
        self.outlook = outlook
        self._inputs = outlook.library.source.tables.inputs
        self._known: dict[Hashable, tuple[Lump, ...]] = {}

    def of(self, state: State, shown: Sequence[Choice], apart: Sequence[int] | None = None) -> Sequence[Lump]:
        """The lumps of a list as it shows these lines.

        `apart`: the places in `Outlook.apart` that the answers are to be told apart for, each by itself; None for all
        of them together. What comes in beside the lumps of the first of them stands for 0 answers.
        """
        lines = tuple(choice.id for choice in shown)
        if apart is None:
            return self._lumps(state, shown, lines, None)
        found: dict[tuple[tuple[str, ...], str], Lump] = {}
        for at in apart:
            for lump in self._lumps(state, shown, lines, at):
                found.setdefault(lump[:2], lump._replace(answers=0) if at != apart[0] else lump)
        return tuple(found.values())

    def _lumps(self, state: State, shown: Sequence[Choice], lines: Hashable, at: int | None) -> tuple[Lump, ...]:
        key = (state.name, lines, at)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(self._make(state, shown, at))
        return found

    def _make(self, state: State, shown: Sequence[Choice], at: int | None) -> Iterable[Lump]:
        ticks = [choice for choice in shown if not choice.closes]
        closing = [choice for choice in shown if choice.closes]
        sets: dict[Hashable, tuple[tuple[Choice, ...], int]] = {None: ((), 1)}
        for number, choice in enumerate(ticks):
            rest = {id(later) for later in ticks[number + 1 :]}
            merged: dict[Hashable, tuple[tuple[Choice, ...], int]] = {}
            for lines, count in sets.values():
                for more in ((), (choice,)):
                    key = self._print(state, at, (*lines, *more), ticks, rest)
                    first, so_far = merged.get(key, ((*lines, *more), 0))
                    merged[key] = first, so_far + count
            sets = merged
        return self._closed(state, at, closing, [*sets.values()], ticks)

    def _closed(
        self,
        state: State,
        at: int | None,
        closing: Sequence[Choice],
        sets: Sequence[tuple[tuple[Choice, ...], int]],
        ticks: Sequence[Choice],
    ) -> Iterable[Lump]:
        """Each set with each way to close it; nothing ticked is closed by "none of these"."""
        found: dict[Hashable, Lump] = {}
        ways: Sequence[Choice | None] = closing or (None,)
        for lines, answers in sets:
            if not lines and state.none_of_these:
                yield Lump((), "none", 1)
            for way in ways if lines or state.may_be_empty else ():
                key = self._print(state, at, lines, ticks, set(), way)
                first = found.get(key, Lump(tuple(choice.id for choice in lines), way.id if way else "done", 0))
                found[key] = first._replace(answers=first.answers + answers)
        yield from found.values()

    def _print(
        self,
        state: State,
        at: int | None,
        lines: Sequence[Choice],
        ticks: Sequence[Choice],
        open_lines: set[int],
        way: Choice | None = None,
    ) -> Hashable:
        """What the lines mean, whatever else is answered; lines still to be decided are open."""
        values: dict[str, Value] = {state.name: frozenset(line.id for line in lines)}
        for choice in (*lines, *((way,) if way else ())):
            for name, value in choice.sets:
                values[name] = self._joined(name, values.get(name, frozenset()), value)
        asked = {name for choice in ticks for name, _ in choice.sets}
        for name in asked:
            if name in self._inputs and self._inputs[name].kind == "set_of":
                values.setdefault(name, frozenset())
        decided = {pair for choice in ticks if id(choice) not in open_lines for pair in choice.sets}
        undecided = {(state.name, choice.id) for choice in ticks if id(choice) in open_lines}
        facts = Facts(values, frozenset(self.outlook.library.ground.every - decided | undecided))
        next_texts = [says.when for says in state.opens_next if says.when]
        ranks = tuple(sorted((name, values[name]) for name in values if self._kind(name) == "highest_of"))
        look, known = self.outlook, seen(facts)
        told = (look.levels(known), look.meaning(known)) if at is None else look.apart(known)[at]
        return bool(lines), look.tier(known), look.guards(known), told, ranks, look.tests(facts, next_texts)

    def _kind(self, name: str) -> str:
        return self._inputs[name].kind if name in self._inputs else ""

    def _joined(self, name: str, have: Value, value: str) -> Value:
        kind = self._kind(name)
        if kind == "highest_of":
            return frozenset((max(have | {value}, key=self._inputs[name].values.index),))
        return have | {value} if kind == "set_of" else frozenset((value,))

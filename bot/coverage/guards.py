"""Every test under `when:` of a project, with the place where it is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.authoring.files import File, Path
from bot.authoring.parts import Parts
from bot.coverage.item import GUARDS, Item, Key
from bot.coverage.lenders import lender
from bot.coverage.never import never_taken
from bot.engine.conditions import Condition
from bot.engine.dialog import State

HOLDS = {True: "true", False: "false"}
BOTH = frozenset((True, False))


class Written(NamedTuple):
    """A test as the engine knows it, and where it is written."""

    when: Condition
    file: File
    path: Path
    outcomes: frozenset[bool] = BOTH
    """Those that answers can lead to."""


@dataclass(frozen=True, slots=True)
class Guards:
    """The items of all tests, two each; `names` finds a test by the identity of its condition.

    Borrowed buttons have conditions of their own that are written in one place: they share a name.
    """

    items: tuple[Item, ...]
    names: Mapping[int, str]
    conditions: Mapping[str, Condition]

    def key(self, when: Condition, held: bool) -> Key | None:
        """The item of this outcome; None for a condition that is not one of the project's."""
        name = self.names.get(id(when))
        return (GUARDS, name, HOLDS[held]) if name else None


def guards_of(parts: Parts) -> Guards:
    """All tests of dialogs and of decisions.yaml."""
    found = [*_of_dialogs(parts), *_of_tables(parts)]
    names = {id(each.when): _name(each) for each in found}
    once = {_name(each): each for each in found}
    conditions = {name: each.when for name, each in once.items()}
    return Guards(tuple(item for name, each in once.items() for item in _items(name, each)), names, conditions)


def _name(written: Written) -> str:
    below = written.path[1:] if written.path[0] == "states" else written.path
    return ".".join(map(str, (written.file.name.rpartition("/")[2].removesuffix(".yaml"), *below)))


def _items(name: str, written: Written) -> Iterator[Item]:
    line, _ = written.file.node.key_at(written.path)
    for held, words in ((True, "held"), (False, "failed")):
        mend = (
            "Come to it with answers that make it hold" if held else "Come to it with answers that do not make it hold"
        )
        key, counts = (GUARDS, name, HOLDS[held]), held in written.outcomes
        yield Item(key, written.file.name, line, f"the test at {name} never {words}", mend, counts)


def _of_dialogs(parts: Parts) -> Iterator[Written]:
    for state in parts.states.values():
        file, path = parts.where(state.name)
        for when, below in (*_own(state), *_of_choices(state)):
            if when is not None:
                yield Written(when, file, (*path, *below), _outcomes(parts, state, below))
        yield from _of_buttons(parts, state)


def _own(state: State) -> Iterator[tuple[Condition | None, Path]]:
    yield state.only_when, ("only_when",)
    for setting in ("next", "shows", "opens_next"):
        for number, each in enumerate(getattr(state, setting)):
            yield each.when, (setting, number, "when")


def _outcomes(parts: Parts, state: State, below: Path) -> frozenset[bool]:
    """A way that is never taken has a test that never holds; where only such ways follow, one always holds."""
    if below[0] != "next":
        return BOTH
    never, number = never_taken(parts, state), below[1]
    later = frozenset(range(int(number) + 1, len(state.next)))
    return frozenset(held for held in BOTH if (number not in never if held else not later <= never))


def _of_choices(state: State) -> Iterator[tuple[Condition | None, Path]]:
    for setting, choices in (
        ("choices", [choice for choice in state.choices if not choice.closes]),
        ("done", [choice for choice in state.choices if choice.closes]),
    ):
        for number, choice in enumerate(choices):
            yield choice.when, (setting, number, "when")


def _of_buttons(parts: Parts, state: State) -> Iterator[Written]:
    file, path = parts.where(lender(parts, state.name))
    for button in state.buttons:
        at = (*path, "buttons", button.id)
        tests: Iterable[tuple[Condition | None, Path]] = (
            (button.when, ("when",)),
            *((rule.when, ("next", number, "when")) for number, rule in enumerate(button.next)),
        )
        yield from (Written(when, file, (*at, *below)) for when, below in tests if when is not None)


def _of_tables(parts: Parts) -> Iterator[Written]:
    tables = parts.tables
    rules = {
        ("tier", "rules"): tables.tier,
        ("pattern", "rules"): tables.pattern,
        ("order", "rules"): tables.order,
        ("order", "to_the_front"): tables.to_the_front,
        ("levels", "rules"): tables.levels,
        ("dry_heat_result", "rules"): tables.dry_heat,
        ("check_in", "rules"): tables.check_in,
    }
    for path, listed in rules.items():
        for rule in listed:
            if rule.when is not None:
                last = path == ("order", "rules") and rule is listed[-1]  # where it is reached, it holds
                outcomes = frozenset((True,)) if last else BOTH
                yield Written(rule.when, parts.rules_file, (*path, rule.id, "when"), outcomes)

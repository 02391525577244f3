"""A rule that can never hold is a rule that somebody relies on in vain."""

from collections.abc import Iterator, Sequence

from bot.authoring.files import File, Path
from bot.authoring.on_the_way import on_the_way
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, one_of, shown
from bot.authoring.worlds import Allowed, Worlds
from bot.engine.conditions import Condition, Has
from bot.engine.decisions import OPEN_LEVELS
from bot.engine.dialog import State

Tests = Sequence[tuple[Path, Condition | None]]
"""Rules with the places of their tests; None: a rule without one."""

CALM = frozenset[str | None]({"self_care", "book_soon"})
"""The tiers with which options are shown at all."""


def check_never(parts: Parts) -> None:
    """Tell each test that no answers can make hold, and each rule that those above it leave nothing."""
    worlds = Worlds(parts)
    _tables(parts, worlds)
    ways = on_the_way(parts, worlds)
    for state in parts.states.values():
        _state(parts, worlds, state, ways.get(state.name, {}))


def _tables(parts: Parts, worlds: Worlds) -> None:
    tables, file = parts.tables, parts.rules_file
    together = {"tier": tables.tier, "levels": tables.levels}
    in_turn = {"pattern": tables.pattern, "order": tables.order, "dry_heat_result": tables.dry_heat}
    for table, rules in together.items():
        for rule in rules:
            _look(worlds, file, [((table, "rules", rule.id), rule.when)], {}, Grade.CRITICAL)
    for rule in tables.to_the_front:
        _look(worlds, file, [(("order", "to_the_front", rule.id), rule.when)], {}, Grade.WARNING)
    for table, rules in in_turn.items():
        grade = Grade.CRITICAL if table == "dry_heat_result" else Grade.WARNING
        _look(worlds, file, [((table, "rules", rule.id), rule.when) for rule in rules], {}, grade)


def _state(parts: Parts, worlds: Worlds, state: State, way: Allowed) -> None:
    file, start = parts.where(state.name)
    here = allowed(state)
    _look(worlds, file, [((*start, "next", i), rule.when) for i, rule in enumerate(state.next)], {**here, **way})
    for path, when in _alone(state):
        _look(worlds, file, [((*start, *path), when)], here)
    for button in state.buttons:
        if button.id in parts.dialogs.states[state.name].buttons:
            path = (*start, "buttons", button.id)
            _look(worlds, file, [(path, button.when)], here)
            _look(worlds, file, [((*path, "next", i), rule.when) for i, rule in enumerate(button.next)], here)


def _alone(state: State) -> Iterator[tuple[Path, Condition | None]]:
    """Tests that stand for themselves, whatever those before them say."""
    yield ("only_when",), state.only_when
    yield from ((("opens_next", i), says.when) for i, says in enumerate(state.opens_next))
    yield from ((("shows", i), says.when) for i, says in enumerate(state.shows))
    answers = [choice for choice in state.choices if not choice.closes]
    yield from ((("choices", i), choice.when) for i, choice in enumerate(answers))


def allowed(state: State) -> dict[str, frozenset[str | None]]:
    """Options, and their pages, are shown at some tiers and levels only."""
    if state.option:
        return {"tier": CALM, state.option: frozenset(OPEN_LEVELS)}
    return {"tier": CALM} if state.choices_from else {}


def _look(worlds: Worlds, file: File, tests: Tests, here: Allowed, grade: Grade = Grade.WARNING) -> None:
    earlier: list[tuple[Path, Condition]] = []
    for path, when in tests:
        if when is None:
            continue
        if worlds.never(when, [], here):
            _tell_impossible(worlds, file, (path, when), here, grade)
        elif earlier and worlds.never(when, [test for _, test in earlier], here):
            _tell_shadowed(worlds, file, (path, when), earlier, grade)
        earlier.append((path, when))


def _tell_impossible(worlds: Worlds, file: File, rule: tuple[Path, Condition], here: Allowed, grade: Grade) -> None:
    path, when = rule
    fits = "Answers that can be given together, on the way to it"
    if isinstance(when, Has):
        known = {next(iter(value)) for value in worlds.can_be(when.name, when, here) if value}
        fits = f"{shown(when.name)} can only be {one_of(sorted(known) or ['unanswered'])} here"
    found = f"{_named(path)} can never hold"
    file.tell(path, found, fits, "Test something else, or delete it", grade=grade, key=True)


def _tell_shadowed(worlds: Worlds, file: File, rule: tuple[Path, Condition], earlier: Sequence[tuple[Path, Condition]],
                   grade: Grade) -> None:  # fmt: skip
    path, when = rule
    line = next((file.node.key_at(at)[0] for at, test in earlier if worlds.never(when, [test])), None)
    above = f"The one on line {line} holds" if line else "One of those above it holds"
    found = f"{_named(path)} never counts: {above[0].lower()}{above[1:]} whenever it does"
    fits = "The first one that holds is taken"
    file.tell(path, found, fits, "Move it above that one, or delete it", grade=grade, key=True)


def _named(path: Path) -> str:
    return "This test" if isinstance(path[-1], int) else f"The test of {path[-1]}"

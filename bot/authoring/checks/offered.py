"""An option that no answers leave open is offered to nobody."""

from collections.abc import Iterator, Sequence
from itertools import product

from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, one_of
from bot.engine.conditions import Facts, Value, compile_condition, names
from bot.engine.decisions import OPEN_LEVELS, Decider, LevelRule


def check_offered(parts: Parts) -> None:
    """Tell each option that its rules close whatever is answered."""
    decider = Decider(parts.tables)
    for path, option in _options(parts):
        if option not in parts.tables.options:
            continue  # that it has no level is told elsewhere
        closing = _closing(parts, decider.family(option))
        closed = _always_closed(parts, closing)
        if closed:
            found = f"Nobody can ever be offered {option}: whatever is answered, {one_of(closed)} closes it"
            fits = "Some answers leave every option at offer or caution"
            mend = f"Narrow the when: of {closed[0]}, or take the option away"
            parts.rules_file.tell(path, found, fits, mend, grade=Grade.WARNING)


def _options(parts: Parts) -> Iterator[tuple[Path, str]]:
    yield from ((("options", "ranked", i), option) for i, option in enumerate(parts.tables.ranked))
    for group, options in parts.tables.inner.items():
        yield from ((("options", group, i), option) for i, option in enumerate(options))


def _closing(parts: Parts, family: Sequence[str]) -> list[LevelRule]:
    return [rule for rule in parts.tables.levels
            if any(rule.levels.get(member, "offer") not in OPEN_LEVELS for member in family)]  # fmt: skip


def _always_closed(parts: Parts, rules: Sequence[LevelRule]) -> list[str]:
    """The rules that close an option in the calmest world, where some rule does in every one; else none.

    A rule only ever makes advice stricter, so few answers close as little as can be: none, or one.
    """
    tests = {rule.id: compile_condition(rule.when) for rule in rules}
    first: list[str] = []
    for world in _calm(parts, frozenset[str]().union(*(names(rule.when) for rule in rules))):
        closing = [name for name, test in tests.items() if test(world) is True]
        if not closing:
            return []
        first = first or closing
    return first


def _calm(parts: Parts, facts: frozenset[str]) -> Iterator[Facts]:
    """Worlds in which all was answered and nearly nothing was reported."""
    inputs = {name: parts.tables.inputs[name] for name in sorted(facts) if name in parts.tables.inputs}
    ones: list[list[tuple[str, Value]]] = [
        [(name, frozenset((value,))) for value in entry.values]
        for name, entry in inputs.items()
        if entry.kind != "set_of"
    ]
    nothing: dict[str, Value] = {name: frozenset() for name, entry in inputs.items() if entry.kind == "set_of"}
    for one in product(*ones):
        yield Facts({**nothing, **dict(one)})
    for name in nothing:
        for value, one in product(inputs[name].values, product(*ones)):
            yield Facts({**nothing, **dict(one), name: frozenset((value,))})

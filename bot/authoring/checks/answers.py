"""A rule must not test an answer that was perhaps never given, unless it says what that means."""

from collections.abc import Iterator, Mapping

from bot.authoring.checks.options import asked_by
from bot.authoring.checks.reach import LED_BY_ENGINE, targets
from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import one_of, shown
from bot.engine import safety
from bot.engine.conditions import All, AnyOf, Atom, Condition, Has, Not, Settled, Unanswered, names
from bot.engine.dialog import State
from bot.engine.standing import main_questions

Asked = frozenset[Atom]
"""What has been asked for certain: (fact, value), and (fact, "*") where the fact is known to be answered."""


def check_answers(parts: Parts) -> None:
    """Tell each rule that can be reached without its answer."""
    told = _asked_by_nobody(parts)
    for name, asked in _certain(parts).items():
        state, before = parts.states[name], asked | told
        after = before | _gives(parts, state)
        for path, when, answered in _tests(state):
            missing = _open(parts, when, after if answered else before)
            if missing:
                _tell(parts, name, path, missing)
    for name in main_questions(parts.states):
        _no_results(parts, parts.states[name])


def _asked_by_nobody(parts: Parts) -> Asked:
    """Values that no question gives at all: that is told elsewhere."""
    every = {(fact, value) for fact, entry in parts.tables.inputs.items() for value in entry.values}
    return frozenset(every - asked_by(parts, parts.states))


def _tell(parts: Parts, state: str, path: Path, missing: set[str]) -> None:
    file, start = parts.where(state)
    found = f"Perhaps nobody has asked for {one_of(sorted(missing))} when this is tested"
    fits = "Ask it before, on every path; or say what then holds, with unanswered: false"
    file.tell((*start, *path), found, fits, "Add unanswered: false to the test", key=True)


def _no_results(parts: Parts, state: State) -> None:
    """The way of the check and its lines depend on answers only: the results are not known before its end."""
    file, start = parts.where(state.name)
    for path, when, _ in _tests(state):
        results = sorted(name for name in names(when) if not _askable(parts, name))
        if results and path[0] in ("next", "choices"):
            found = f"{shown(results[0])} is not known before the check is over"
            fits = "On the way to the result, tests of answers"
            file.tell((*start, *path), found, fits, "Test the answers that make it", key=True)


def _tests(state: State) -> Iterator[tuple[Path, Condition, bool]]:
    """The tests of a state, with their places, and whether the state's own answer is given by then."""
    found: list[tuple[Path, Condition | None, bool]] = [
        *((("next", i, "when"), rule.when, True) for i, rule in enumerate(state.next)),
        *((("opens_next", i, "when"), says.when, True) for i, says in enumerate(state.opens_next)),
        *((("shows", i, "when"), says.when, False) for i, says in enumerate(state.shows)),
        *((("choices", i, "when"), choice.when, False) for i, choice in enumerate(state.choices)),
        *((("buttons", button.id, "when"), button.when, False) for button in state.buttons),
        *((("buttons", b.id, "next", i, "when"), r.when, False) for b in state.buttons for i, r in enumerate(b.next)),
        (("only_when",), state.only_when, False),
    ]
    yield from ((path, when, answered) for path, when, answered in found if when is not None)


def _open(parts: Parts, when: Condition, asked: Asked) -> set[str]:
    """The answers that a test needs and that may not have been given."""
    match when:
        case Settled() | Unanswered():
            return set()
        case Not(part):
            return _open(parts, part, asked)
        case All(found) | AnyOf(found):
            return {name for part in found for name in _open(parts, part, asked)}
        case Has(name, values) if _is_set(parts, name):
            return {f"{name}: {value}" for value in values if (name, value) not in asked}
        case _:
            return {when.name} if _askable(parts, when.name) and (when.name, "*") not in asked else set()


def _askable(parts: Parts, name: str) -> bool:
    """Results of tables and named facts are always there; inputs and states' own answers are not."""
    return name in parts.tables.inputs or name in parts.states


def _is_set(parts: Parts, name: str) -> bool:
    """Of a set each value is asked for itself; other facts are known when their question is answered."""
    known = parts.tables.inputs.get(name)
    return known is not None and known.kind == "set_of"


def _gives(parts: Parts, state: State) -> Asked:
    """What is answered for certain once a state is behind: lines with a condition do not count."""
    if not state.asks_something and not state.remember:
        return frozenset()
    always = [pair for choice in state.choices if choice.when is None for pair in choice.sets]
    facts = {name for name, _ in (*always, *state.asks)}
    sure = {(name, "*") for name in facts if _set_by_all(parts, state, name)}
    return frozenset({*always, *state.asks, (state.name, "*"), *sure})


def _set_by_all(parts: Parts, state: State, name: str) -> bool:
    """A set or a scale is answered by any answer; one of several only when every choice gives it."""
    entry = parts.tables.inputs.get(name)
    if entry is None or entry.kind != "one_of":
        return True
    return all(any(fact == name for fact, _ in choice.sets) for choice in state.choices)


def _certain(parts: Parts) -> Mapping[str, Asked]:
    """For each state, what has been asked on every way to it."""
    result = _main(parts)
    fixed: dict[str, Asked] = {
        name: result[safety.RESULT] for name, state in parts.states.items() if state.option or state.choices_from
    }
    fixed.update(dict.fromkeys((n for n in LED_BY_ENGINE if n not in fixed), frozenset[Atom]()))
    return _spread(parts, fixed)


def _spread(parts: Parts, fixed: Mapping[str, Asked]) -> dict[str, Asked]:
    """Meet over all ways, until nothing changes; a guarded page keeps what its guard promises."""
    found: dict[str, Asked] = dict(fixed)
    ahead = list(found)
    while ahead:
        state = parts.states[ahead.pop()]
        passed = found[state.name] | _gives(parts, state)
        for target in set(targets(parts, state)):
            if target in fixed or target not in parts.states:
                continue
            met = found[target] & passed if target in found else passed
            if met != found.get(target):
                found[target] = met
                ahead.append(target)
    return found


def _main(parts: Parts) -> dict[str, Asked]:
    """The same along the check alone: the guard of every list and card is that its path is complete."""
    questions = set(main_questions(parts.states))
    found: dict[str, Asked] = {safety.CHECK_START: frozenset()}
    ahead = [safety.CHECK_START]
    while ahead:
        state = parts.states[ahead.pop()]
        passed = found[state.name] | _gives(parts, state)
        for target in {rule.go for rule in state.next}:
            met = found[target] & passed if target in found else passed
            if met != found.get(target):
                found[target] = met
                if target in questions:
                    ahead.append(target)
    return {safety.RESULT: frozenset(), **found}

"""Every state must be one that somebody can get to."""

from collections.abc import Iterable, Iterator

from bot.authoring.checks.groups import all_of, hanging_together
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade
from bot.engine import safety
from bot.engine.dialog import BACK, CAME_FROM, NOWHERE, State

LED_BY_ENGINE = (
    safety.START, safety.CHECK_START, safety.EMERGENCY, safety.AFTER_EMERGENCY, safety.CRISIS, safety.SAME_DAY,
    safety.MISTAKE_LIMIT, safety.STOPPED, safety.TIMEOUT, safety.CLOSED, safety.CALLBACK, safety.LIST,
    safety.NOTIFICATION,
)  # fmt: skip
"""Where the engine itself leads, from everywhere."""


def check_reach(parts: Parts) -> None:
    """Tell the states that no button, answer or command leads to; those that only lead to each other once."""
    reached = reachable(parts)
    lost = [name for name in parts.states if name not in reached]
    for group in hanging_together(lost, lambda name: targets(parts, parts.states[name])):
        led = {target for name in group for target in targets(parts, parts.states[name]) if target != name}
        first = next((name for name in group if name not in led), group[0])
        others = [name for name in group if name != first]
        found = f"Nobody can get to {first}" + (f", nor from there to {all_of(others)}" if others else "")
        file, path = parts.where(first)
        mend = f"Lead to {first} with go: from another state"
        mend += "" if first in safety.REQUIRED_STATES else ", or delete it"
        grade = Grade.CRITICAL if first in safety.SCREENS else Grade.WARNING
        file.miss(path, found, "Every state is led to from somewhere", mend, grade=grade)


def reachable(parts: Parts, start: Iterable[str] = LED_BY_ENGINE) -> set[str]:
    """The states that somebody can get to."""
    seen: set[str] = set()
    ahead: list[str] = list(start)
    while ahead:
        name = ahead.pop()
        if name not in seen and name in parts.states:
            seen.add(name)
            ahead += targets(parts, parts.states[name])
    return seen


def targets(parts: Parts, state: State) -> Iterator[str]:
    """The states that a state leads to, options' pages included."""
    yield from (rule.go for rule in state.next)
    yield from (rule.go for button in state.buttons for rule in button.next if rule.go != BACK)
    if state.back not in (None, CAME_FROM, NOWHERE):
        yield str(state.back)
    if state.questions:
        yield state.questions
    yield from option_pages(parts, state)


def option_pages(parts: Parts, state: State) -> list[str]:
    """The pages of the options that a state can have buttons for."""
    options = offered(parts, state)
    return [page.name for page in parts.states.values() if page.option in options]


def offered(parts: Parts, state: State) -> tuple[str, ...]:
    """The options that a state can have buttons for."""
    source = state.choices_from
    if source is None:
        return ()
    return parts.tables.ranked if source == "options" else parts.tables.inner.get(source, ())

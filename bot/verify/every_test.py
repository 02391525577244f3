"""Every test that a project makes of facts: in its dialogs and in its tables."""

from collections.abc import Iterator

from bot.engine.conditions import Condition
from bot.engine.dialog import State
from bot.engine.library import Library


def every_test(library: Library) -> Iterator[Condition]:
    """Of dialogs and tables, without repeats; whoever needs fewer has them in `bot.verify.outlook`."""
    tables = library.source.tables
    rules = (
        *tables.tier, *tables.pattern, *tables.order, *tables.to_the_front, *tables.levels, *tables.dry_heat,
        *tables.check_in,
    )  # fmt: skip
    found = (*(when for state in library.states.values() for when in of_state(state)), *(rule.when for rule in rules))
    yield from dict.fromkeys(when for when in found if when is not None)


def of_state(state: State) -> Iterator[Condition | None]:
    """The tests of a state: those of `deciding`, and those of its texts."""
    yield from deciding(state)
    yield from (says.when for says in (*state.shows, *state.opens_next))


def deciding(state: State) -> Iterator[Condition | None]:
    """The tests that decide where a state leads, and what is on its screen to press."""
    yield state.only_when
    for choice in state.choices:
        yield choice.when
    for rule in state.next:
        yield rule.when
    for button in state.buttons:
        yield button.when
        yield from (rule.when for rule in button.next)

"""A screen whose buttons all have tests may have none at all."""

from collections.abc import Sequence

from bot.authoring.checks.never import allowed
from bot.authoring.parts import Parts
from bot.authoring.worlds import Worlds
from bot.engine.conditions import All, Condition
from bot.engine.dialog import State

ALWAYS = All(())


def check_stuck(parts: Parts) -> None:
    """Tell each page without a button that always shows, where the tests of those it has can all fail together."""
    worlds = Worlds(parts)
    for state in parts.states.values():
        tests = _tests(state)
        if tests is not None and not worlds.never(ALWAYS, tests, allowed(state)):
            file, path = parts.where(state.name)
            what, name = ("answer", "choices") if state.asks_something else ("button", "buttons")
            found = f"{state.name} may show no {what} at all: each has a test, and all can fail together"
            fits = f"One {what} without a test, so that nobody is stuck"
            file.miss((*path, name), found, fits, "Take the when: of one away, or add one without")


def _tests(state: State) -> Sequence[Condition] | None:
    """The tests of all its buttons; None where one shows without any test, or for another reason."""
    if state.asks_something:
        shows = state.choices if state.ask == "one" and not state.optional else ()
    else:
        shows = () if state.choices_from else state.buttons
    tests = [each.when for each in shows if each.when is not None]
    return tests if tests and len(tests) == len(shows) else None

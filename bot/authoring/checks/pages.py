"""Every option has one page, and a level."""

from collections.abc import Iterable

from bot.authoring.parts import Parts
from bot.authoring.problems import shown
from bot.engine.decisions import DRY_HEAT
from bot.engine.dialog import State


def check_pages(parts: Parts) -> None:
    """Tell options without a page or a level, and pages that no button can lead to."""
    if not parts.whole:
        return
    options = [*parts.tables.ranked, *(option for inner in parts.tables.inner.values() for option in inner)]
    _levels(parts, options)
    pages: dict[str | None, State] = {}
    for state in parts.states.values():
        _questions(parts, state)
        _second(parts, pages.setdefault(state.option, state), state)
    for option in options:
        if option not in pages:
            found = f"The option {shown(option)} has no page"
            fits = f"A state with option: {option}, so that its button leads somewhere"
            parts.rules_file.tell(("options",), found, fits, "Add the state, or take the option away", key=True)
            parts.rules_file.cut(("options",))


def _levels(parts: Parts, options: Iterable[str]) -> None:
    for option in (*options, DRY_HEAT):
        if option not in parts.tables.options:
            found = f"{shown(option)} is missing in the list of options that have a level"
            fits = f"Every option, and {DRY_HEAT}"
            parts.rules_file.tell(("levels", "options"), found, fits, "Add it to the list", key=True)


def _questions(parts: Parts, state: State) -> None:
    file, path = parts.where(state.name)
    if state.questions and not state.option:
        found = f"questions: stands at {state.name}, which is no page of an option"
        file.tell((*path, "questions"), found, "questions: belongs beside option:", "Add option:", key=True)


def _second(parts: Parts, first: State, state: State) -> None:
    if state.option and first is not state:
        file, path = parts.where(state.name)
        found = f"{first.name} is the page of {state.option} already"
        fits = "One page for each option"
        file.tell((*path, "option"), found, fits, "Name another option, or delete one of the pages")
        file.cut((*path, "option"))

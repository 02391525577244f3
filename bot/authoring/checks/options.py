"""Every option needs a page, and every answer that could close its card must be asked before the card (SP24)."""

from collections.abc import Iterable

from bot.authoring.parts import Parts
from bot.authoring.problems import one_of, shown
from bot.engine import safety
from bot.engine.conditions import Atom
from bot.engine.decisions import DRY_HEAT, raising
from bot.engine.dialog import State


def check_options(parts: Parts) -> None:
    """Look at pages, lists of options, and the questions of each card."""
    options = [*parts.tables.ranked, *(option for inner in parts.tables.inner.values() for option in inner)]
    _levels(parts, options)
    for state in parts.states.values():
        _sources(parts, state)
        _names_an_option(parts, state, options)
    _nobody_asks(parts)
    pages = _pages(parts)
    for option in options:
        if option in pages:
            _questions(parts, pages[option])
        else:
            found = f"The option {shown(option)} has no page"
            fits = f"A state with option: {option}, so that its button leads somewhere"
            parts.rules_file.tell(("options",), found, fits, "Add the state, or take the option away", key=True)


def _levels(parts: Parts, options: Iterable[str]) -> None:
    for option in (*options, DRY_HEAT):
        if option not in parts.tables.options:
            found = f"{shown(option)} is missing in the list of options that have a level"
            fits = f"Every option, and {DRY_HEAT}"
            parts.rules_file.tell(("levels", "options"), found, fits, "Add it to the list", key=True)


def _sources(parts: Parts, state: State) -> None:
    known = ["options", *parts.tables.inner]
    if state.choices_from and state.choices_from not in known:
        file, path = parts.where(state.name)
        file.unknown((*path, "choices_from"), "group of options", state.choices_from, known)


def _names_an_option(parts: Parts, state: State, options: list[str]) -> None:
    file, path = parts.where(state.name)
    if state.option and state.option not in options:
        file.unknown((*path, "option"), "option", state.option, options)
    if state.questions and not state.option:
        found = f"questions: stands at {state.name}, which is no page of an option"
        file.tell((*path, "questions"), found, "questions: belongs beside option:", "Add option:", key=True)


def _pages(parts: Parts) -> dict[str, State]:
    """The page of each option; told where an option has two."""
    pages: dict[str, State] = {}
    for state in parts.states.values():
        if state.option in pages:
            file, path = parts.where(state.name)
            found = f"{pages[state.option].name} is the page of {state.option} already"
            file.tell((*path, "option"), found, "One page for each option", "Name another option, or delete one page")
        elif state.option:
            pages[state.option] = state
    return pages


def _questions(parts: Parts, page: State) -> None:
    """What can raise the level is asked on the way to the result, or by the card's own questions."""
    raises = raising(parts.tables, str(page.option)) & _asked(parts, parts.states)
    check, own = _asked(parts, main_path(parts)), _asked(parts, [page.questions] if page.questions else [])
    early = sorted({*(raises - check), *(raises & sometimes(parts))} - own)
    if early:
        file, path = parts.where(page.name)
        names = one_of(f"{fact}: {value}" for fact, value in early)
        found = f"The card of {page.option} could open before {names} is asked"
        fits = "Every answer that can close a card is asked before it, in the check or in its questions:"
        file.miss(path, found, fits, "Add it to a question of the check, or to the state under questions:")


def _nobody_asks(parts: Parts) -> None:
    """A value that no answer gives makes rules that never fire."""
    asked = _asked(parts, parts.states)
    for fact, entry in parts.tables.inputs.items():
        lowest = entry.values[:1] if entry.kind == "highest_of" else ()
        for i, value in enumerate(entry.values):
            if (fact, value) not in asked and value not in (*entry.only_heard, *lowest):
                found = f"No question asks for {fact}: {value}"
                fits = "Every value is set by an answer of some question"
                mend = "Add it to a question, or delete it here and in the rules"
                parts.rules_file.tell(("inputs", fact, entry.kind, i), found, fits, mend)


def main_path(parts: Parts) -> list[str]:
    """The questions between the first red-flag screen and the result, on whatever path."""
    seen: list[str] = []
    ahead = [safety.CHECK_START]
    while ahead:
        state = parts.states[ahead.pop()]
        if state.asks_something and state.name not in seen:
            seen.append(state.name)
            ahead += [rule.go for rule in state.next]
    return seen


def _asked(parts: Parts, names: Iterable[str]) -> set[Atom]:
    states = [parts.states[name] for name in names]
    return {pair for state in states for choice in state.choices for pair in (*choice.sets, *state.asks)}


def sometimes(parts: Parts) -> set[Atom]:
    """What the check asks only of some people, because the line has a condition."""
    choices = [choice for name in main_path(parts) for choice in parts.states[name].choices]
    always = {pair for choice in choices if choice.when is None for pair in choice.sets}
    return {pair for choice in choices for pair in choice.sets} - always

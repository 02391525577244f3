"""Every screen must be one that a person can leave, with names that mean one thing and settings that do something."""

from collections.abc import Iterator, Mapping

from bot.authoring import models as m
from bot.authoring.checks.reach import offered
from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import one_of, shown
from bot.authoring.states import LEADING
from bot.engine.dialog import ASKS, State
from bot.engine.screen import CALL, DONE, NONE, SKIP

PAGE = ("nothing",)
QUESTIONS = tuple(ask for ask in ASKS if ask not in PAGE)
LISTED = ("one", "many")
BELONGS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("choices_from", "option", "questions", "remember", "end"), PAGE),
    **dict.fromkeys(("none_of_these", "may_be_empty", "done"), ("many",)),
    **dict.fromkeys(("optional", "asks", "opens_next", "next"), QUESTIONS),
    "choices": LISTED,
    "answer": (*LISTED, "scale"),
    "ask_once": (*LISTED, "yes_no", "scale"),
    "sets": ("yes_no",),
}
"""With which kinds of question a setting does something."""


def check_screens(parts: Parts) -> None:
    """Look at each state alone."""
    for name, state in parts.states.items():
        _settings(parts, state, parts.dialogs.states[name])
        _ways_on(parts, state)
        _names(parts, state)
        for id, button in parts.dialogs.states[name].buttons.items():
            _button(parts, name, id, button)


def _settings(parts: Parts, state: State, written: m.StateModel) -> None:
    file, path = parts.where(state.name)
    if file.doubtful((*path, "ask")):
        return
    for setting in BELONGS:
        if setting in written.model_fields_set and state.ask not in BELONGS[setting]:
            what = "a page (it asks nothing)" if state.ask == "nothing" else f"ask: {state.ask}"
            found = f"{setting}: stands at {state.name}, which is {what}"
            fits = f"{setting}: belongs to {_kinds(BELONGS[setting])}"
            file.tell((*path, setting), found, fits, "Take it away, or change ask:", key=True)


def _kinds(asks: tuple[str, ...]) -> str:
    return "a page" if asks == PAGE else "a question" if asks == QUESTIONS else f"ask: {one_of(asks)}"


def _ways_on(parts: Parts, state: State) -> None:
    file, path = parts.where(state.name)
    if state.asks_something and not state.next:
        found = f"{state.name} asks something, and nothing follows"
        file.miss(path, found, "next: with the state that comes after it", "Add next:")
        file.cut((*path, "next"))
    if not state.asks_something and not state.buttons and not state.choices_from:
        fits = "A page needs at least one button"
        file.miss(path, f"Nobody can leave {state.name}", fits, "Add buttons: with a way on")
        file.cut((*path, "buttons"))
    if state.ask in LISTED and all(choice.closes for choice in state.choices):
        file.miss(path, f"{state.name} has no answers", "choices: with a list of answers", "Add choices:")


def _names(parts: Parts, state: State) -> None:
    """Each button of a screen has a name of its own; some names belong to buttons that the engine adds."""
    file, path = parts.where(state.name)
    seen = {NONE} if state.none_of_these else set[str]()
    taken = {DONE, SKIP}
    for at, id, own in _buttons(parts, state):
        if id in seen or (own and id in taken):
            found = f"The name {shown(id)} is taken"
            fits = (
                f"Each button of a screen has its own name; the engine itself uses {one_of((NONE, DONE, SKIP, CALL))}"
            )
            file.tell((*path, *at), found, fits, "Give it another name", key=True)
        seen.add(id)


def _buttons(parts: Parts, state: State) -> Iterator[tuple[Path, str, bool]]:
    """All buttons that the state can have, with their places, and whether staff chose the name."""
    answers = [choice for choice in state.choices if not choice.closes]
    closing = [choice for choice in state.choices if choice.closes]
    yield from ((("choices", i), choice.id, True) for i, choice in enumerate(answers))
    yield from ((("done", i), choice.id, choice.id != DONE) for i, choice in enumerate(closing))
    yield from ((("choices_from",), option, False) for option in offered(parts, state))
    yield from ((("buttons", button.id), button.id, True) for button in state.buttons)


def _button(parts: Parts, state: str, id: str, button: m.ButtonModel) -> None:
    """A button says something, or goes somewhere; the engine does not do both."""
    file, path = parts.where(state)
    at = (*path, "buttons", id)
    fits = "say: stays at this state; go: and next: lead to another one, and show: is said there"
    doing = next((doing for doing in button.do if doing in LEADING), None)
    if button.say and (button.go or button.next or button.do or button.show):
        found = f'The button "{id}" says a text, and does something else'
        file.tell(at, found, fits, "Make two buttons of it", key=True)
    elif button.go and button.next:
        file.tell(at, f'The button "{id}" has go: and next:', "One of the two", "Keep one", key=True)
    elif doing and (button.go or button.next or button.show):
        found = f'The button "{id}" has more than do: {doing}'
        file.tell(at, found, f"{doing} decides where to go", "Keep do: alone", key=True)

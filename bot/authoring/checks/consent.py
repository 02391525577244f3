"""Agreeing is a button of the screen that says to what, and of no other; a check starts with danger, and anew."""

from collections.abc import Iterator, Mapping

from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade
from bot.engine import safety
from bot.engine.dialog import State

PLACES: Mapping[str, str] = {
    "record_consent": safety.START,
    "agree_callback": safety.CALLBACK,
    "request_callback": safety.CALLBACK_REVIEW,
}
"""Effects, and the one state that has them."""


def check_consent(parts: Parts) -> None:
    """Tell each of these effects that stands elsewhere, and each that stands nowhere."""
    for doing, place in PLACES.items():
        if place not in parts.states:
            continue
        for state in parts.states.values():
            _elsewhere(parts, state, doing, place)
        if not any(doing in doings for _, doings in _doings(parts.states[place])):
            file, path = parts.where(place)
            found = f"Nothing at {place} has do: {doing}"
            file.miss(path, found, "Without it, no patient gets past this screen", f"Add do: {doing} to the way on")
    for state in parts.states.values():
        _danger_first(parts, state)
        if not state.asks_something:
            _anew(parts, state)


def _danger_first(parts: Parts, state: State) -> None:
    """Who starts a check comes to its first screen."""
    file, start = parts.where(state.name)
    for path, target in _starts(state):
        if target != safety.CHECK_START and target in parts.states:
            found = f"A check starts here, and leads to {target}"
            fits = f"do: start_check goes with go: {safety.CHECK_START}: danger is asked first"
            file.tell((*start, *path, "go"), found, fits, f"Write go: {safety.CHECK_START}")


def _anew(parts: Parts, state: State) -> None:
    """Whoever is sent to the first question from a page answers it for a new check."""
    file, start = parts.where(state.name)
    for path, doings, target in _ways(state):
        if target == safety.CHECK_START and "start_check" not in doings:
            found = "This leads to the first question, and the answers of the check before still stand"
            fits = f"go: {safety.CHECK_START} goes with do: start_check"
            file.tell((*start, *path, "go"), found, fits, "Add do: start_check", grade=Grade.WARNING)


def _starts(state: State) -> Iterator[tuple[Path, str]]:
    """The ways that start a check, and where each leads."""
    yield from ((path, target) for path, doings, target in _ways(state) if "start_check" in doings)


def _ways(state: State) -> Iterator[tuple[Path, tuple[str, ...], str]]:
    """Every way on and every button: what is done on it, and where it leads."""
    ways = [(("next", i), rule.do, rule) for i, rule in enumerate(state.next)]
    for button in state.buttons:
        at: Path = ("buttons", button.id)
        alone = len(button.next) == 1
        ways += [
            (at if alone else (*at, "next", i), (*button.do, *rule.do), rule) for i, rule in enumerate(button.next)
        ]
    yield from ((path, tuple(doings), rule.go) for path, doings, rule in ways)


def _elsewhere(parts: Parts, state: State, doing: str, place: str) -> None:
    file, start = parts.where(state.name)
    for path, doings in _doings(state):
        if doing in doings and state.name != place:
            found = f"do: {doing} stands at {state.name}"
            fits = f"Only at {place}, whose text says what the patient agrees to"
            file.tell((*start, *path, "do"), found, fits, f"Lead to {place} instead", key=True)


def _doings(state: State) -> Iterator[tuple[Path, tuple[str, ...]]]:
    yield from ((("next", i), rule.do) for i, rule in enumerate(state.next))
    for button in state.buttons:
        yield ("buttons", button.id), button.do
        yield from ((("buttons", button.id, "next", i), rule.do) for i, rule in enumerate(button.next))

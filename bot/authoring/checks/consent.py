"""A patient agrees to what the screen says: so agreeing is a button of that screen, and of no other (SP16, SP23)."""

from collections.abc import Iterator, Mapping

from bot.authoring.files import Path
from bot.authoring.parts import Parts
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

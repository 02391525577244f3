"""What a patient reads must fit where it is shown, with the longest values filled in."""

from collections.abc import Iterable, Iterator, Mapping

from bot.authoring.checks.reach import offered
from bot.authoring.longest import longest_values
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown
from bot.authoring.rooms import Room
from bot.authoring.words import LETTER, PROFILE, Origin, Words
from bot.engine.catalog import CHANNEL, Template, template
from bot.engine.dialog import State
from bot.engine.screen import NONE, SKIP

NOT_HERE = (f"{LETTER}.", f"{PROFILE}.")
"""Texts that no message shows."""

NUMBERED = "Otherwise all buttons of the screen become numbered lines, to be typed"


def check_fits(parts: Parts, rooms: Iterable[Room]) -> None:
    """Tell each text, label, name and screen that is more than an app takes."""
    for room in rooms:
        for words in parts.words.values():
            filled = {**longest_values(parts, words), CHANNEL: room.app}
            _texts(words, room, filled)
            _labels(parts, words, room, filled)
        for state in parts.states.values():
            _names(parts, state, room)


def _texts(words: Words, room: Room, filled: Mapping[str, str]) -> None:
    for key, text in words.texts.items():
        if key.startswith(NOT_HERE):
            continue
        length = room.size(text.fill(filled))
        if length > room.text:
            origin = words.origins[key]
            found = f"Filled in, this text can have {length} characters: a message of {room.app} takes {room.text}"
            mend = "Shorten it, or make two texts of it: in a list, each is a message"
            fits = "A longer text is cut in two somewhere"
            origin.file.tell(origin.path, found, fits, mend, grade=Grade.WARNING)


def _labels(parts: Parts, words: Words, room: Room, filled: Mapping[str, str]) -> None:
    for key, tick in dict(_keys(parts)).items():
        origin, label = _label(words, key)
        length = len(label.fill(filled)) + tick * room.tick
        if origin and length > room.label:
            found = f"This label has {length} characters: a button of {room.app} shows {room.label}"
            mend = "Shorten it; the long words of an answer can stand behind line:"
            origin.file.tell(origin.path, found, NUMBERED, mend, grade=Grade.WARNING)


def _label(words: Words, key: str) -> tuple[Origin | None, Template]:
    if key in words.lines:
        return words.line_origins.get(key), template(words.lines[key].label)
    return words.origins.get(key), words.texts.get(key, Template(("",)))


def _keys(parts: Parts) -> Iterator[tuple[str, bool]]:
    """The labels of all screens, and whether a box stands before them."""
    for state in parts.states.values():
        for choice in state.choices:
            yield f"{state.name}.choices.{choice.id}", state.ask == "many" and not choice.closes
        yield from ((f"{state.name}.choices.{id}", False) for id in (NONE, SKIP))
        yield from ((button.label, False) for button in state.buttons)
        yield from ((f"option.{option}", False) for option in offered(parts, state))


def _names(parts: Parts, state: State, room: Room) -> None:
    file, path = parts.where(state.name)
    ids = [*((("choices", i), choice.id) for i, choice in enumerate(state.choices)),
           *((("buttons", button.id), button.id) for button in state.buttons)]  # fmt: skip
    for at, id in ids:
        size = len(id.encode())
        if size > room.id_bytes:
            found = f"The name {shown(id, 60)} has {size} characters: a button of {room.app} carries {room.id_bytes}"
            file.tell((*path, *at), found, NUMBERED, "Give it a shorter name", grade=Grade.WARNING, key=True)
    count = len(ids) + state.none_of_these + state.optional + len(offered(parts, state))
    if count > room.buttons:
        found = f"{state.name} can have {count} buttons: a message of {room.app} takes {room.buttons}"
        file.tell(path, found, NUMBERED, "Make two screens of it", grade=Grade.WARNING, key=True)

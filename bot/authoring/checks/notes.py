"""What evidence does not support is attributed, and the same state says the caution that goes with it."""

from collections.abc import Collection, Mapping

from bot.authoring.parts import Parts
from bot.authoring.words import Origin, Words


def check_notes(parts: Parts) -> None:
    """Tell each attribution without a note, and each note that nobody reads."""
    for words in parts.words.values():
        texts = _by_state(words)
        for key, origin in words.origins.items():
            _note(origin, texts.get(_state(key), ()))


def _note(origin: Origin, beside: Collection[str]) -> None:
    if origin.attribution and not (origin.note or "").strip():
        fits = "note: with the caution that goes with it, in the words of the same state"
        origin.file.miss((*origin.path, "attribution"), "This attribution has no note", fits, "Add note:")
    elif origin.note and not any(_flat(origin.note) in text for text in beside):
        fits = "The words of the note stand in a text of the same state, letter for letter"
        found = "No text beside it says this note"
        origin.file.tell((*origin.path, "note"), found, fits, "Copy the sentence from the text")


def _by_state(words: Words) -> Mapping[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for key in words.texts:
        texts.setdefault(_state(key), []).append(_flat(words.written(key)))
    return texts


def _state(key: str) -> str:
    return ".".join(key.split("/", maxsplit=1)[0].split(".")[:2])


def _flat(text: str) -> str:
    return " ".join(text.split())

"""What each text of a language was translated from: its source has a print, and a file keeps the prints."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from bot.authoring.files import File
from bot.authoring.shapes import shape
from bot.authoring.words import Origin, Words
from bot.engine import safety

DIGITS = 8
"""Of a print, in hex: enough to tell a change, and short enough to be read."""

DANGER = (
    "red_flags.", f"{safety.HELP_LIST}", safety.END_EMERGENCY, "end.same_day", "heat_check.stop_",
    "alternatives.creams.never_with_heat",
)  # fmt: skip
"""What the keys begin with of texts that nobody may read in an old version: danger, and what to stop at once."""


class Unit(NamedTuple):
    """What is translated as one: a text with all its bubbles, or the words of one choice or button."""

    text: str
    origin: Origin
    print: str
    """Another one as soon as a word changes; where the lines break does not count."""


def unit(text: str, origin: Origin) -> Unit:
    """A text with its print."""
    return Unit(text, origin, sha256(" ".join(text.split()).encode()).hexdigest()[:DIGITS])


def read_translated(file: File | None) -> Mapping[str, str] | None:
    """The prints of the sources by the keys of the texts; None where nobody has kept them yet."""
    if file is None:
        return None
    return shape(dict[str, str], file) or {}


def units(words: Words) -> dict[str, Unit]:
    """All that is translated in a language, by its key."""
    return dict(_units(words))


def _units(words: Words) -> Iterator[tuple[str, Unit]]:
    inside = {bubble for bubbles in words.bubbles.values() for bubble in bubbles}
    for key, bubbles in words.bubbles.items():
        yield key, unit("\n".join(map(words.written, bubbles)), words.origins[bubbles[0]])
    for key in words.texts:
        if key not in inside:
            yield key, unit(words.written(key), words.origins[key])
    for key, line in words.lines.items():
        if key in words.line_origins:
            text = "\n".join(filter(None, (line.heading, line.label, line.line)))
            yield key, unit(text, words.line_origins[key])
    for key, cut in words.after.items():
        yield f"{key}.after", unit(cut.fill({}), words.origins[f"{key}.after"])


def parts_of(words: Words, key: str, whole: Unit) -> list[Unit]:
    """The bubbles of a text, each where it stands; what has none is one part."""
    bubbles = words.bubbles.get(key, ())
    return [Unit(words.written(name), words.origins[name], "") for name in bubbles] or [whole]


def source_of(words: Mapping[str, Words]) -> str | None:
    """The language that the others are translated from: the first one, which is English where there is English."""
    return next(iter(words), None)


def of_danger(key: str) -> bool:
    """Whether nobody may read this text in an old version."""
    return key.startswith(DANGER)

"""A text that nothing says is most often one that a slip has cut off."""

from collections import Counter
from collections.abc import Collection

from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown
from bot.authoring.words import Origin, Words
from bot.engine.decisions import LEVELS

SPARE = frozenset(f"level.{level}" for level in LEVELS)
FITS = "Every text is said somewhere"
MEND = "Delete it, or say it somewhere in dialogs/"


def check_left_over(parts: Parts, words: Words, needed: Collection[str]) -> None:
    """Tell each text and label of a language that nothing needs; an entry of which nothing is needed only once."""
    origins = {key: origin for key, origin in words.origins.items() if key in words.bubbles} | words.line_origins
    left_over = {key: origin for key, origin in origins.items() if key not in needed and key not in SPARE}
    every, spare = _count(origins), _count(left_over)
    for key, origin in left_over.items():
        if not _is_known(parts, key, key in words.lines):
            continue
        entry = _entry(origin)
        if every[entry] == spare[entry] > 1:
            found = f"Nothing says the entry {shown(str(origin.path[0]), 80)}"
            origin.file.miss(origin.path[:1], found, FITS, MEND, grade=Grade.WARNING)
        else:
            found = f"Nothing says {shown(key, 80)}"
            origin.file.miss(origin.path, found, FITS, MEND, grade=Grade.WARNING)
    _after(parts, words)


def _after(parts: Parts, words: Words) -> None:
    """`after:` follows the lines of a list, so it needs a state."""
    for key in words.after:
        origin = words.origins[f"{key}.after"]
        if key not in parts.states and parts.dialogs.whole:
            found = f"Nothing says the after: of {shown(key, 80)}"
            origin.file.miss(origin.path, found, "after: belongs to a state", MEND, grade=Grade.WARNING)


def _count(origins: dict[str, Origin]) -> Counter[tuple[str, Path]]:
    return Counter(map(_entry, origins.values()))


def _entry(origin: Origin) -> tuple[str, Path]:
    return origin.file.name, origin.path[:1]


def _is_known(parts: Parts, key: str, label: bool) -> bool:
    """Whether all is known that could say it: a label only its own dialog, a text any of them, and the rules."""
    dialog = parts.dialogs.by_name.get(key.partition(".")[0])
    return dialog.file.whole if label and dialog else parts.whole

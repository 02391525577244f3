"""Words that people write to come back later must not reach a patient."""

import re

from bot.authoring.files import File, Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown

UNFINISHED = re.compile(r"(?<!\w)(?:TODO|TBD|FIXME|XXX+|[Ll]orem ipsum|\?\?\?+)(?!\w)")
"""Capitals count: "todo" is a word of Spanish."""


def check_unfinished(parts: Parts) -> None:
    """Tell each text and label with such words, and each of the clinic's own words."""
    for words in parts.words.values():
        for key in words.texts:
            _look(words.origins[key].file, words.origins[key].path, words.written(key))
        for key, origin in words.line_origins.items():
            line = words.lines[key]
            _look(origin.file, origin.path, f"{line.heading} {line.label} {line.line}")
    for name, value in parts.clinic.facts.items():
        if not name.startswith("review."):  # with status: live, that there is no reviewer is told by itself
            _look(parts.clinic.file, tuple(name.split(".")), value)


def _look(file: File, path: Path, text: str) -> None:
    found = UNFINISHED.search(text)
    if found:
        at = file.inside(path, found[0])
        fits = "Words that a patient can read"
        file.tell_at(at, f"{shown(found[0])} stands here: something is unfinished", fits, "Finish it", Grade.WARNING)

"""Compares two projects in all that a patient can notice."""

from pathlib import Path
from typing import NamedTuple

from bot.authoring.parts import Parts
from bot.compare.beside import check_in_changes, input_changes
from bot.compare.change import Comparison, Grade
from bot.compare.moves import moves
from bot.compare.paths import path_changes
from bot.compare.questions import Questions
from bot.compare.rules import advice_changes, compare_advice
from bot.compare.settings import hearing_changes, number_changes, safety_changes
from bot.compare.wording import word_changes
from bot.engine.library import Library


class Version(NamedTuple):
    """A project that was read: its folder, its parts, and its library."""

    folder: Path
    parts: Parts
    library: Library


def compare(old: Version, new: Version) -> Comparison:
    """All changes, those first that a clinician must look at."""
    found = compare_advice(old.library, new.library)
    tables = (old.library.source.tables, new.library.source.tables)
    changes = [
        *advice_changes(found, old.library, new.library),
        *check_in_changes(*tables),
        *input_changes(*tables),
        *path_changes(old.library, new.library),
        *Questions(old.library, new.library).changes(),
        *hearing_changes(old.library.source.knowledge, new.library.source.knowledge),
        *safety_changes(old.folder, new.folder),
        *number_changes(old.parts, new.parts),
        *word_changes(old.parts, new.parts),
    ]
    order = list(Grade)
    changes.sort(key=lambda change: order.index(change.grade))
    space = found.space
    number = space.diagrams.count(found.combinations)
    return Comparison(space.count, number, tuple(changes), moves(old.library, new.library))

"""Loads a project folder: reads every file, compiles it, checks it, and builds the library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec.structs import replace

from bot.authoring import models as m
from bot.authoring.asking import with_asking
from bot.authoring.check_in_table import compile_check_in
from bot.authoring.checks import check
from bot.authoring.checks.fits import check_fits
from bot.authoring.clinic import read_clinic
from bot.authoring.facts import Facts, no_facts, read_facts
from bot.authoring.files import File
from bot.authoring.folder import ASKING, CLINIC, INVENTORY, NAMES, RULES, TOPICS, Folder
from bot.authoring.hearing import read_hearing
from bot.authoring.names import Names
from bot.authoring.parts import Parts
from bot.authoring.problems import Problems
from bot.authoring.properties import SAFETY, read_properties
from bot.authoring.rooms import Room
from bot.authoring.shapes import shape
from bot.authoring.slips import Slip, find_slips
from bot.authoring.states import compile_states
from bot.authoring.tables import NO_TABLES, compile_tables
from bot.authoring.texts import compile_texts, number_scales
from bot.authoring.translations import read_translated
from bot.authoring.words import Words
from bot.authoring.written import REQUIRED_DIALOGS, Dialogs, read_dialog
from bot.engine.decisions import Tables
from bot.engine.library import Library


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a project: its problems, and its library unless one of them is Critical."""

    problems: Problems
    library: Library | None
    parts: Parts


def load(project: Path, today: date | None = None, rooms: Sequence[Room] = ()) -> Loaded:
    """Read, compile and check the project in this folder; every problem of every file is told in one run.

    `today` decides whether a review has expired; what is too much for one of the `rooms` is told. Never raises for what
    staff wrote, nor for files that are missing or cannot be read.
    """
    today = today or datetime.now(UTC).date()
    loaded = _load(project, today, rooms)
    slips = find_slips(loaded.parts) if loaded.problems.critical else []
    return _load(project, today, rooms, slips) if slips else loaded


def _load(project: Path, today: date, rooms: Sequence[Room], slips: Iterable[Slip] = ()) -> Loaded:
    problems = Problems()
    folder = Folder(project, problems, slips)
    parts = _compile(folder, today)
    check(parts)
    check_fits(parts, rooms)
    library = None if problems.critical else Library(parts.source(folder.version()))
    return Loaded(problems, library, parts)


def _compile(folder: Folder, today: date) -> Parts:
    languages = folder.languages()
    clinic = read_clinic(folder.file(CLINIC), languages)
    dialogs = Dialogs(read_dialog(folder, name) for name in folder.dialogs(REQUIRED_DIALOGS))
    words = {
        lang: compile_texts(
            Words(lang, folder.texts(lang, dialogs.by_name), clinic.for_language(lang), clinic.file, clinic.zone)
        )
        for lang in languages
    }
    rules_file = folder.file(RULES)
    facts, tables = _rules(rules_file, dialogs)
    texts = frozenset[str]().union(*(each.bubbles for each in words.values()))
    names = Names(dialogs, texts, lambda key: not words or any(each.lost(key) for each in words.values()))
    states = compile_states(names, facts)
    for each in words.values():
        number_scales(each, states)
    translated = {lang: read_translated(folder.translated(lang)) for lang in languages}
    inventory, hearing = folder.file(INVENTORY), read_hearing(folder.heard(), *map(folder.optional, (TOPICS, NAMES)))
    hearing = with_asking(hearing, folder.optional(ASKING))
    safety = folder.optional(SAFETY)
    properties = read_properties(safety, facts, states, texts, folder.problems.critical)
    return Parts(
        clinic, rules_file, facts, tables, dialogs, states, words, inventory, today, translated, hearing, properties,
        safety,
    )  # fmt: skip


def _rules(file: File, dialogs: Dialogs) -> tuple[Facts, Tables]:
    model: m.DecisionsModel | None = shape(m.DecisionsModel, file)
    if model is None:
        return no_facts(dialogs.domains(), dialogs.hurt), NO_TABLES
    facts = read_facts(model, file, dialogs.domains(), dialogs.hurt)
    return facts, replace(compile_tables(model, facts, file), check_in=compile_check_in(model.check_in, facts, file))

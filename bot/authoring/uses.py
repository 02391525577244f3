"""Which names the files of a project use: states, entries of the words, and answers; read from what was written."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

from bot.authoring.checks.needs import ENGINE_TEXTS
from bot.authoring.files import File
from bot.authoring.parts import Parts
from bot.authoring.words import DECISIONS
from bot.engine import safety
from bot.engine.dialog import BACK, CAME_FROM, NOWHERE

WAYS = ("go", "back", "questions", "buttons_from", "start")
SAID = ("say", "show", "shows", "text")
TESTS = ("when", "only_when", "sets", "asks", "all", "any", "not")
CERTAIN = 2
"""What the program itself needs counts for as much as two uses."""


def uses_of_states(parts: Parts) -> Counter[str]:
    """How often each state is named, by its full name: in ways on, in the words, and by the engine."""
    uses = Counter[str]()
    for state in safety.REQUIRED_STATES:
        uses[state] += CERTAIN
    for dialog in parts.dialogs.by_name.values():
        for setting, word, _ in pairs(dialog.file.value):
            if setting in WAYS and isinstance(word, str) and word not in (BACK, CAME_FROM, NOWHERE):
                uses[word if "." in word else f"{dialog.name}.{word}"] += 1
        for words in parts.words.values():
            uses.update(f"{dialog.name}.{entry}" for entry in names_in(words.files[dialog.name]))
    return uses


def uses_of_entries(parts: Parts, states: Iterable[str]) -> Counter[str]:
    """How often each entry of the words is named, with its dialog: by states, in what is said, and in the inventory."""
    uses = Counter[str]()
    for key in (*states, *ENGINE_TEXTS):
        uses[_entry(key)] += CERTAIN
    for dialog in parts.dialogs.by_name.values():
        for setting, word, _ in pairs(dialog.file.value):
            if setting in SAID and isinstance(word, str):
                uses[_entry(word) if "." in word else f"{dialog.name}.{word}"] += 1
    where = (word for setting, word, _ in pairs(parts.inventory_file.value) if setting == "where")
    uses.update(_entry(word) for word in where if isinstance(word, str))
    return uses


def uses_of_answers(parts: Parts) -> list[tuple[str, str]]:
    """Each (input, value) that is tested, set by an answer, or has words."""
    found: list[tuple[str, str]] = []
    for file in (parts.rules_file, *(dialog.file for dialog in parts.dialogs.by_name.values())):
        found += ((name, word) for name, word, tested in pairs(file.value) if tested and isinstance(word, str))
    for words in parts.words.values():
        said = words.files[DECISIONS].value
        answers = cast("dict[str, Any]", said).get("answers") if isinstance(said, dict) else None
        if isinstance(answers, dict):
            for fact, group in cast("dict[str, Any]", answers).items():
                found += ((fact, value) for value in (cast("dict[str, Any]", group) if isinstance(group, dict) else ()))
    return found


def names_in(file: File) -> list[str]:
    """The names with which a file begins its lines."""
    return list(cast("dict[str, Any]", file.value)) if isinstance(file.value, dict) else []


def pairs(value: Any) -> list[tuple[str, Any, bool]]:
    """All names with their values, however deep, and whether in a test; each item of a list under the list's name."""
    found: list[tuple[str, Any, bool]] = []
    ahead: list[tuple[Any, bool]] = [(value, False)]
    while ahead:
        group, tested = ahead.pop()
        for name, inner in cast("dict[str, Any]", group).items() if isinstance(group, dict) else ():
            for each in cast("list[Any]", inner) if isinstance(inner, list) else [inner]:
                found.append((name, each, tested))
                ahead.append((each, tested or name in TESTS))
    return found


def _entry(key: str) -> str:
    return ".".join(key.split("/", maxsplit=1)[0].split(".")[:2])

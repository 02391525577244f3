"""The schemas of a whole project: which file each is for, and the line with which a file names its own."""

import json
from collections.abc import Iterator, Mapping
from os.path import relpath
from pathlib import PurePosixPath
from typing import Any, cast

from bot.authoring import models as m
from bot.authoring.folder import CONTENT, DIALOGS, HEARING
from bot.authoring.parts import Parts
from bot.authoring.schemas.draw import draw
from bot.authoring.schemas.entries import words_of_commands, words_of_dialog, words_of_rules
from bot.authoring.schemas.kinds import in_asking, in_clinic, in_dialog, in_inventory, in_rules, in_safety, in_words
from bot.authoring.schemas.leaves import Schema
from bot.authoring.words import COMMAND, DECISIONS, LETTER, PROFILE

FOLDER = "schemas"
MARK = "# yaml-language-server: $schema="
WIDTH = 110


def draw_all(parts: Parts) -> dict[str, Schema]:
    """The schema of every kind of file of dialogs/ and content/, by its place in the project."""
    return {f"{FOLDER}/{name}.json": schema for name, schema in _named(parts)}


def _named(parts: Parts) -> Iterator[tuple[str, Schema]]:
    words = in_words(parts)
    for dialog in parts.dialogs.by_name:
        yield f"{DIALOGS}/{dialog}", draw(m.DialogModel, in_dialog(parts, dialog))
        yield f"{CONTENT}/{dialog}", words_of_dialog(parts, dialog, words)
    yield f"{DIALOGS}/{DECISIONS}", draw(m.DecisionsModel, in_rules(parts))
    yield f"{DIALOGS}/safety", draw(m.SafetyModel, in_safety(parts))
    yield f"{CONTENT}/{DECISIONS}", words_of_rules(parts, words)
    yield f"{CONTENT}/{COMMAND}", words_of_commands(parts, words)
    yield f"{CONTENT}/{LETTER}", draw(m.LetterModel, words)
    yield f"{CONTENT}/{PROFILE}", draw(m.ProfileModel, words)
    yield f"{CONTENT}/clinic", draw(m.ClinicModel, in_clinic(parts))
    yield f"{CONTENT}/inventory", draw(m.InventoryFile, in_inventory(parts))
    yield HEARING, draw(m.HearingModel, words)
    yield f"{CONTENT}/topics", draw(m.TopicsFile, words)
    yield f"{CONTENT}/names", draw(m.NamesFile, words)
    yield f"{CONTENT}/asking", draw(m.AskingModel, in_asking(parts))


def schema_for(file: str) -> str:
    """The schema of a file of dialogs/ or content/: the words of all languages share theirs, all warning signs do."""
    path = PurePosixPath(file)
    name = HEARING if file.startswith(f"{HEARING}/") else f"{path.parts[0]}/{path.stem}"
    return f"{FOLDER}/{name}.json"


def first_line(file: str, schema: str) -> str:
    """The line by which an editor finds the schema of a file; both by their places in the project."""
    return f"{MARK}{relpath(schema, PurePosixPath(file).parent)}"


def written(schema: Schema) -> str:
    """The schema as it stands in its file: what fits on a line is on one, so that changes read well."""
    return _written(schema, 0) + "\n"


def _written(value: Any, depth: int) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + depth <= WIDTH or not isinstance(value, dict | list) or not value:
        return flat
    if isinstance(value, Mapping):
        group = cast("Mapping[str, Any]", value)
        rows = [f"{json.dumps(name)}: {_written(inner, depth + 1)}" for name, inner in group.items()]
        return _block("{", rows, "}", depth)
    items = [_written(inner, depth + 1) for inner in cast("list[Any]", value)]
    return _block("[", items if any("\n" in item for item in items) else _lines(items, WIDTH - depth), "]", depth)


def _lines(items: list[str], width: int) -> list[str]:
    """As many on a line as there is room for."""
    lines: list[str] = []
    for item in items:
        if lines and len(lines[-1]) + len(item) + 2 <= width:
            lines[-1] += f", {item}"
        else:
            lines.append(item)
    return lines


def _block(opening: str, rows: list[str], closing: str, depth: int) -> str:
    inside = f",\n{' ' * (depth + 1)}".join(rows)
    return f"{opening}\n{' ' * (depth + 1)}{inside}\n{' ' * depth}{closing}"

"""Changed words in a conversation file: where they stand, and the file with the new ones, all else as it was."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.conversations.rewording import Change
from bot.conversations.yaml_words import word
from bot.engine.catalog import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Edit:
    """A value in a file, by the places of its first character and of the one behind it, and what comes there."""

    file: str
    line: int
    start: int
    end: int
    written: str
    change: Change


class NoPlace(Exception):
    """The words do not stand in the file as one value that can be written anew; the message says where to look."""


def edit_of(change: Change, row: int | None) -> Edit:
    """Where a change belongs: at its step, or in this row (from 0) of the table that fills it. Raises NoPlace."""
    top = _composed(_text(Path(change.where.file)))
    for node in _scalars(_step(top, change), change.field):
        if node.value == change.old:
            return _edit(change, node)
        column = PLACEHOLDER.fullmatch(node.value)
        cell = _cell(top, row, column[1]) if column and row is not None else None
        for inner in _flat(cell) if cell else ():
            if inner.value == change.old:
                return _edit(change, inner)
    raise NoPlace(f"{change.where}: the words {word(change.old)} are put together here: change them by hand")


def apply(edits: Iterable[Edit]) -> dict[Path, str]:
    """The new contents of each file."""
    files: dict[Path, str] = {}
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        path = Path(edit.file)
        text = files.get(path) or _text(path)
        files[path] = text[: edit.start] + edit.written + text[edit.end :]
    return files


def write(path: Path, text: str) -> None:
    """Save a file with the line ends that it has."""
    path.write_bytes(text.encode())


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def _composed(text: str) -> Any:
    """The file's nodes with their places. The strict reader has taken the file, so that this is safe."""
    return yaml.compose(text, yaml.SafeLoader)


def _edit(change: Change, node: Any) -> Edit:
    if node.style in ("|", ">"):
        raise NoPlace(f"{change.where}: the words stand in a block of several lines: change them by hand")
    mark = node.start_mark
    written = _quoted(change.new, node.style)
    return Edit(change.where.file, mark.line + 1, mark.index, node.end_mark.index, written, change)


def _quoted(text: str, style: str | None) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False) if style else word(text)


# What stands where


def _step(top: Any, change: Change) -> Any:
    where = change.where
    steps = _named(top, "steps")
    for node in steps.value:
        if (node.start_mark.line + 1, node.start_mark.column + 1) == (where.line, where.column):
            return node.value[0][1]
    raise NoPlace(f"{where}: the step cannot be found again: change it by hand")


def _scalars(value: Any, field: str) -> Iterator[Any]:
    """The texts of a step under one of its names."""
    return _flat(_named(value, field) if field and isinstance(value, yaml.MappingNode) else value)


def _flat(node: Any) -> Iterator[Any]:
    nodes: Sequence[Any] = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return (each for each in nodes if isinstance(each, yaml.ScalarNode))


def _named(node: Any, name: str) -> Any:
    return next((value for key, value in node.value if key.value == name), None)


def _cell(top: Any, row: int | None, column: str) -> Any:
    table = _named(top, "each")
    return _named(table.value[row], column) if table else None

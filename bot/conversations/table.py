"""The table under `each:`: its rows, and what a script says with one of them filled in."""

import re
from collections.abc import Mapping, Sequence

from bot.authoring.nodes import Node, Plain
from bot.conversations.cell import Cell
from bot.conversations.yaml_words import flow
from bot.engine.catalog import PLACEHOLDER

Row = Mapping[str, Node]

_COLUMN = re.compile(r"[a-z0-9_.]+")
_EXAMPLE = "each: [{answer: Not sure}, {answer: None of these}]"


def rows(cell: Cell) -> list[Row]:
    """The rows of the table, each with the same columns; what does not fit is told and left out."""
    cells = list(cell.items()) if cell.is_list else []
    if not cells:
        cell.misfit("A list of rows would fit", _EXAMPLE)
    found = [row for inner in cells if (row := _row(inner))]
    good = [row for inner, row in zip(cells, found, strict=False) if _same_columns(inner, row, list(found[0]))]
    return good if len(good) == len(cells) else []


def _row(cell: Cell) -> Row:
    if not cell.is_group or not cell.node.value:
        cell.misfit("A group of columns with values would fit", "- {answer: Not sure, tier: emergency}")
        return {}
    for name, _ in cell.named():
        if not _COLUMN.fullmatch(name):
            mend = "Write it that way, here and in { }"
            cell.tell(f'"{name}" cannot be a column', "Small letters, digits and _", mend, key=name)
    return {name: inner.node for name, inner in cell.named()}


def _same_columns(cell: Cell, row: Row, columns: Sequence[str]) -> bool:
    for name in row:
        if name not in columns:
            cell.unknown("column in the first row", name, columns, key=name)
    missing = [name for name in columns if name not in row]
    if missing:
        fits = f"Every row has the columns of the first: {', '.join(columns)}"
        cell.tell(f"This row has no {' and no '.join(missing)}", fits, "Add what is missing")
    return not missing and len(row) == len(columns)


def words_of(row: Row) -> str:
    """A row as a failure names it; nothing where there is no table."""
    return flow({name: node.value for name, node in row.items()}) if row else ""


def filled(cell: Cell, row: Row) -> Cell:
    """The same with `{column}` filled in everywhere; a text that is nothing else takes the value whole."""
    return cell.of(_filled(cell, cell.node, row))


def _filled(cell: Cell, node: Node, row: Row) -> Node:
    if isinstance(node.value, str):
        return _text(cell, node, node.value, row)
    if isinstance(node.children, dict):
        named = {name: _filled(cell, child, row) for name, child in node.children.items()}
        values: Plain = {name: child.value for name, child in named.items()}
        return Node(values, node.line, node.column, named, node.key_marks)
    listed = [_filled(cell, child, row) for child in node.children or ()]
    return Node([child.value for child in listed], node.line, node.column, listed)


def _text(cell: Cell, node: Node, text: str, row: Row) -> Node:
    whole = PLACEHOLDER.fullmatch(text)
    if whole and whole[1] in row:
        return row[whole[1]]
    parts = PLACEHOLDER.split(text)
    for i in range(1, len(parts), 2):
        parts[i] = _inside(cell, node, parts[i], row)
    return Node("".join(parts), node.line, node.column)


def _inside(cell: Cell, node: Node, name: str, row: Row) -> str:
    """The value of a column inside other words; other placeholders stay as they are."""
    value = row[name].value if name in row else "{" + name + "}"
    if isinstance(value, str):
        return value
    cell.of(node).tell(f"The column {name} holds more than one text", "One text, inside other words", "Write one text")
    return ""

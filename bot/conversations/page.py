"""One conversation file while it is read: its fields, and its lines with a row of its table filled in."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from bot.authoring.nodes import Node
from bot.authoring.problems import Problems
from bot.conversations import table
from bot.conversations.cell import Cell, Known
from bot.engine.library import Library

OPENING = ("start_at", "include")
"""Fields that are steps before the first step, in the order in which they are written."""

REVIEW = "review_ends_after"
FIELDS = ("conversation", "lang", REVIEW, *OPENING, "each", "steps")
LANG = "en"


class Page:
    """A file that was read; what does not fit in its fields is told at once."""

    def __init__(self, path: Path, name: str, node: Node, library: Library, problems: Problems) -> None:
        self.path = path
        self.name = name
        self._problems = problems
        self._library = library
        self._lang = LANG if LANG in library.languages else library.languages[0]
        self.top = self._cell(node)
        self.fields = self.top.group(FIELDS, "conversation: what it shows, and under it steps: with a list")
        if "lang" in self.fields:
            self._lang = self.fields["lang"].one_of("language", library.languages) or self._lang

    @property
    def lang(self) -> str:
        """The language of the conversation."""
        return self._lang

    def title(self) -> str:
        """What the conversation shows."""
        field = self.required("conversation")
        return (field.text("conversation: Numb between the legs means emergency care") if field else None) or ""

    def review(self) -> timedelta | None:
        """When the review of the content ends in this conversation."""
        return self.fields[REVIEW].span("1 day") if REVIEW in self.fields else None

    def required(self, name: str) -> Cell | None:
        """A field that every file has."""
        if name not in self.fields and self.top.is_group:
            self.top.tell(f'The setting "{name}" is missing here', "", f"Add a line that begins with {name}:")
        return self.fields.get(name)

    def rows(self) -> list[table.Row]:
        """The rows of the table; where there is none, one row without columns."""
        return table.rows(self.fields["each"]) if "each" in self.fields else [{}]

    def openings(self, row: table.Row) -> Iterator[tuple[str, Cell]]:
        """The fields that are steps, with their values."""
        return ((name, self._filled(cell, row)) for name, cell in self.fields.items() if name in OPENING)

    def lines(self, row: table.Row) -> list[Cell]:
        """The lines under `steps:`."""
        listed = self.required("steps")
        if listed and (not listed.is_list or not listed.node.value):
            listed.misfit("A list of steps would fit", "- tap: None of these, one a line")
            return []
        return list(self._filled(listed, row).items()) if listed else []

    def _filled(self, cell: Cell, row: table.Row) -> Cell:
        return table.filled(self._cell(cell.node, tuple(row)), row)

    def _cell(self, node: Node, columns: tuple[str, ...] = ()) -> Cell:
        return Cell(self.name, node, self._problems, Known(self._library, self._lang, columns))

"""How a failure reads: where, what it was about, the chat so far, expected and got, and a line to paste."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.conversations.modes import FAULTS, Mode
from bot.conversations.steps import Where

Difference = tuple[str, str]
"""What was expected, and what was got."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Where a conversation went another way than its script."""

    conversation: str
    file: str
    where: Where
    """The step that failed; an included one stands in another file."""
    upto: int
    """The line of the last step that `mend` replaces."""
    differences: tuple[Difference, ...]
    mend: str
    """A step that fits, or nothing."""
    chat: str
    row: str = ""
    mode: Mode = Mode.PLAIN

    def __str__(self) -> str:
        return "\n".join([*self._head(), "", self.chat, "", *self._differences(), *self._mend()])

    def _head(self) -> Iterator[str]:
        yield f"{self.where}: {self.conversation}"
        if self.where.file != self.file:
            yield f"  included by {self.file}"
        if self.row:
            yield f"  with {self.row}"
        if self.mode is not Mode.PLAIN:
            yield f"  in mode {self.mode}: {FAULTS[self.mode]}"

    def _differences(self) -> Iterator[str]:
        for expected, got in self.differences:
            yield f"  expected  {expected}"
            yield f"  got       {got}"

    def _mend(self) -> Iterator[str]:
        if self.mend:
            lines = (
                f"line {self.where.line}" if self.upto == self.where.line else f"lines {self.where.line}-{self.upto}"
            )
            yield f"\n  to paste instead of {lines}:"
            yield textwrap.indent(self.mend, "  ")

    def plain(self) -> dict[str, Any]:
        """The same for programs."""
        return {
            "file": self.where.file,
            "line": self.where.line,
            "row": self.row,
            "mode": str(self.mode),
            "chat": self.chat,
            "differences": [{"expected": expected, "got": got} for expected, got in self.differences],
            "mend": self.mend,
        }

"""One fault: an edit of one file, what it does to a patient, and whether it can do harm."""

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parents[2]
"""The project and the program that the faults are planted in copies of."""


class Mutant(NamedTuple):
    """`old` stands in `file` at the character `at`, and is replaced by `new`."""

    kind: str
    what: str
    file: str
    at: int
    old: str
    new: str
    safety_relevant: bool

    @property
    def line(self) -> int:
        """Where it is planted, from 1 on."""
        return _text(self.file).count("\n", 0, self.at) + 1

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.file}:{self.line}"

    @property
    def id(self) -> str:
        """Its kind and place; the same edits have the same ids in every run."""
        return f"{self.kind}@{self.file}:{self.at}"

    @property
    def in_engine(self) -> bool:
        """Whether it is planted in the program, not in what staff write."""
        return self.file.startswith("bot/")

    def plant(self, folder: Path) -> None:
        """Plant it in a copy. Raises ValueError where the copy is not as the fault was made for."""
        path = folder / self.file
        text = path.read_text("utf-8")
        if not text.startswith(self.old, self.at):
            raise ValueError(f"{self.where} is no longer {self.old!r}")
        path.write_text(text[: self.at] + self.new + text[self.at + len(self.old) :], "utf-8")


def _text(file: str) -> str:
    return (HERE / file).read_text("utf-8")

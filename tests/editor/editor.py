"""An editor as staff use it: files are opened with a change in them, and looked at where the cursor stands."""

from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from bot.settings import find_project
from tests.editor.server import Server

CURSOR = "‸"
"""Where the cursor stands, or where a mark should begin, in a text that is typed; it is taken out before."""

CHANGED = 2
"""How the protocol calls a file that was written anew."""

SHIPPED = find_project()


class Mark(NamedTuple):
    """What is underlined: the line and column where it begins, from 1, and what is said of it."""

    line: int
    column: int
    says: str


class Typed(NamedTuple):
    """A file of the project in which something was typed, and the cursor."""

    path: Path
    text: str
    line: int
    column: int


class Editor:
    """Opens files of the shipped project, each under a name of its own beside the real one."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._numbers = count(1)

    def typed(self, file: str, old: str, new: str) -> Typed:
        """Open a file with one text replaced; the cursor stands at its mark."""
        text = (SHIPPED / file).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        before, _, after = text.replace(old, new).partition(CURSOR)
        typed = Typed(self._beside(file), before + after, before.count("\n"), len(before.rpartition("\n")[2]))
        self._server.open(typed.path, typed.text)
        return typed

    def marks(self, typed: Typed) -> list[Mark]:
        """What is underlined in a file, once the server has looked at it."""
        return self._marks(typed.path)

    def offered(self, typed: Typed) -> list[str]:
        """What completion lists at the cursor, without what only begins a list or a group."""
        found = self._server.at("completion", typed.path, typed.line, typed.column)
        return [item["label"] for item in found["items"] if not item["label"].startswith("- (array item)")]

    def told(self, typed: Typed) -> str:
        """What is said where the mouse rests at the cursor."""
        found = self._server.at("hover", typed.path, typed.line, typed.column)
        return found["contents"]["value"].replace("\\", "") if found else ""

    def marks_of_all(self, texts: Mapping[Path, str]) -> dict[Path, list[Mark]]:
        """What is underlined in each of many files, opened together: the server waits a moment before it looks."""
        for path, text in texts.items():
            self._server.open(path, text)
        return {path: self._marks(path) for path in texts}

    def marks_after(self, path: Path, changed: Iterable[Path]) -> list[Mark]:
        """What is underlined in an open file once others have changed on the disk, of which editors tell the server."""
        changes = [{"uri": other.as_uri(), "type": CHANGED} for other in changed]
        self._server.tell("workspace/didChangeWatchedFiles", {"changes": changes})
        return self._marks(path)

    def _marks(self, path: Path) -> list[Mark]:
        starts = [(mark["range"]["start"], mark["message"]) for mark in self._server.marked(path)]
        return [Mark(start["line"] + 1, start["character"] + 1, says) for start, says in starts]

    def _beside(self, file: str) -> Path:
        return (SHIPPED / file).with_name(f"typed_{next(self._numbers)}.yaml")

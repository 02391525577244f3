"""Finds conversation files and plays them one after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path
from time import perf_counter

from bot.authoring.problems import Problem, Problems
from bot.conversations.failure import Failure
from bot.conversations.modes import Mode
from bot.conversations.phones import TerminalPhone
from bot.conversations.play import MakePhone, play
from bot.conversations.script import read_script, read_title
from bot.conversations.stage import UNWATCHED, Watch
from bot.conversations.steps import Script
from bot.engine.library import Library

PRIVATE = "_"
"""Files and folders whose names begin so are there to be included, and are not played by themselves."""


class NothingToPlay(Exception):
    """There is no conversation where one was looked for; the message says where."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file, or of one row of its table: passed, failed, or not read because of its mistakes."""

    file: str
    name: str
    seconds: float
    row: str = ""
    failure: Failure | None = None
    mistakes: tuple[Problem, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether everything held."""
        return not self.failure and not self.mistakes

    def __str__(self) -> str:
        """Why it did not pass."""
        told = (_told(problem) for problem in self.mistakes)
        return str(self.failure) if self.failure else "\n".join([f"{self.file} cannot be read", *told])


def _told(problem: Problem) -> str:
    lines = [f"{problem.file}:{problem.line}:{problem.column}: {problem.found}."]
    lines += [f"  {problem.fits}."] if problem.fits else []
    return "\n".join([*lines, f"  → {problem.mend}"])


def find(paths: Iterable[Path]) -> list[Path]:
    """The conversation files in these files and folders. Raises NothingToPlay for a path that leads to none."""
    found = [file for path in paths for file in _files(path)]
    return list(dict.fromkeys(found))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        if path.exists():
            return [path]
        raise NothingToPlay(f"There is no file or folder {path}.")
    files = sorted(file for file in path.rglob("*.yaml") if not is_private(file.relative_to(path)))
    if not files:
        raise NothingToPlay(f"The folder {path} holds no conversation: a file that ends in .yaml.")
    return files


def is_private(path: Path) -> bool:
    """Whether this path, below the folder that is played, is only there to be included."""
    return any(part.startswith(PRIVATE) for part in path.parts)


def play_all(
    files: Iterable[Path], library: Library, mode: Mode = Mode.PLAIN, phone: MakePhone = TerminalPhone,
    watch: Watch = UNWATCHED,
) -> Iterator[Result]:  # fmt: skip
    """Play each file, and say what became of it (with a table, of each row) as soon as that is known."""
    return (result for file in files for result in play_file(file, library, mode, phone, watch))


def play_file(
    path: Path, library: Library, mode: Mode = Mode.PLAIN, phone: MakePhone = TerminalPhone,
    watch: Watch = UNWATCHED,
) -> Iterator[Result]:  # fmt: skip
    """Read and play one file: one result, or one a row of its table."""
    began = perf_counter()
    script = read_file(path, library)
    if isinstance(script, Result):
        yield script
        return
    for run in script.runs:
        failure = play(script, run, library, mode, phone, watch)
        yield Result(script.file, script.name, perf_counter() - began, run.row, failure)
        began = perf_counter()


def read_file(path: Path, library: Library) -> Script | Result:
    """The conversation in this file; where it has mistakes, the result that tells them."""
    began, file, problems = perf_counter(), named(path), Problems()
    script = read_script(path, file, library, problems)
    if script:
        return script
    name = read_title(path, file, library) or file
    return Result(file, name, perf_counter() - began, mistakes=tuple(problems))


def named(path: Path) -> str:
    """The path as messages show it: from here, where it lies below here."""
    here = relpath(path)
    return str(path) if here.startswith("..") else here

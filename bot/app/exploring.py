"""`heatwise explore`: plays what is there, looks for conversations that close the gaps, and writes them for review."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.authoring.project import Loaded
from bot.conversations.suite import named, play_all, play_file
from bot.coverage.explore import Explorer
from bot.coverage.item import Item
from bot.coverage.listing import list_items
from bot.coverage.script import name_of, script_of
from bot.coverage.totals import missing
from bot.coverage.watch import Coverage
from bot.engine.library import Library
from bot.settings import SettingsError

WHY = (
    "Not reached by any press, list, command or wait that was tried. Often it is a test that others never let fail,\n"
    "or it needs a changed answer, three lines of one list, or words: write these by hand, or leave them."
)


class _Progress:
    """One line that is written again and again, where somebody watches."""

    def __call__(self, gaps: int, looked: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{gaps} gaps left, {looked} places looked at … ")
            sys.stderr.flush()

    def end(self) -> None:
        """Make room for other lines."""
        if sys.stderr.isatty():
            sys.stderr.write("\r" + " " * 60 + "\r")


def explore(loaded: Loaded, project: Path, files: Sequence[Path], folder: Path) -> bool:
    """Write the conversations into this folder, play them, and say what is left; whether all of them pass."""
    assert loaded.library is not None
    _check_empty(folder)
    coverage = Coverage(list_items(loaded.parts, project))
    for number, result in enumerate(play_all(files, loaded.library, watch=coverage), 1):
        coverage.credit(result.file)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{number} conversations played … ")
    progress = _Progress()
    explorer = Explorer(coverage, loaded.library, progress)
    print(f"{len(explorer.gaps)} gaps to close.")
    written = list[Path]()
    for number, found in enumerate(explorer.conversations(), 1):
        progress.end()
        path = folder / name_of(found, number)
        path.parent.mkdir(parents=True, exist_ok=True)
        up = os.path.relpath(project, folder).replace(os.sep, "/") + "/"
        path.write_text(script_of(found, loaded.library, coverage.listing.items, up), "utf-8")
        print(f"wrote {named(path)}: {len(found.moves)} moves, closes {len(found.gains)}", flush=True)
        written.append(path)
    progress.end()
    good = _played(written, loaded.library)
    _tell_left([coverage.listing.items[key] for key in sorted(explorer.gaps)])
    _tell_topics(missing(coverage, coverage.listing.items.values()))
    return good


def _check_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SettingsError(
            f"{folder} is there already, and not empty. Give a folder that is new: heatwise explore DIR"
        )


def _played(written: Iterable[Path], library: Library) -> bool:
    results = [result for path in written for result in play_file(path, library)]
    for result in results:
        if not result.passed:
            print(f"FAILED  {result}\n")
    print(f"Played again: {sum(r.passed for r in results)} passed, {sum(not r.passed for r in results)} failed.")
    return all(result.passed for result in results)


def _tell_left(left: Sequence[Item]) -> None:
    for item in left:
        print(f"  {item.file}, line {item.line}: {item.what}")
    if left:
        print(WHY)


def _tell_topics(gaps: Iterable[Item]) -> None:
    topics = [item.id for item in gaps if item.kind == "topics"]
    if topics:
        print(f"Not looked for: questions in passing ({', '.join(topics)}). Ask them as a patient would.")

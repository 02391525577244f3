"""The shipped project, and copies of it in which something was edited; each is read once."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from bot.authoring.problems import Grade
from bot.authoring.project import Loaded, load
from bot.engine.library import Library
from bot.settings import find_project

Edit = tuple[str, str, str]
"""A file, the text that stands in it, and the one that takes its place."""


@cache
def loaded() -> Loaded:
    """The shipped project."""
    return load(find_project())


def shipped() -> Library:
    """Its library."""
    library = loaded().library
    assert library is not None
    return library


def copy(folder: Path, *edits: Edit) -> Path:
    """A copy of the project, edited."""
    for part in ("dialogs", "content"):
        shutil.copytree(find_project() / part, folder / part)
    for name, old, new in edits:
        path = folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{name} has {text.count(old)} times {old!r}"
        path.write_text(text.replace(old, new), "utf-8")
    return folder


def edited(*edits: Edit) -> Loaded:
    """The project with these edits, read."""
    with tempfile.TemporaryDirectory() as folder:
        found = load(copy(Path(folder) / "project", *edits))
    critical = [problem.found for problem in found.problems if problem.grade is Grade.CRITICAL]
    assert found.library is not None, critical
    return found

"""`heatwise schema`: writes what editors know of a project, and says which files do not name it yet."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from watchfiles import watch  # pyright: ignore[reportUnknownVariableType]

from bot import settings as config
from bot.authoring.parts import Parts
from bot.authoring.project import load
from bot.authoring.schemas.project import FOLDER, draw_all, first_line, schema_for, written
from bot.conversations.schema import PLACE, conversation_schema

CONVERSATIONS = "tests/conversations"
LOOK = 500
"""Milliseconds after which the watch says that nothing was saved."""


class Drawn(NamedTuple):
    """The schemas of a project, each as its file should read; and the files that do not name theirs."""

    project: Path
    texts: dict[str, str]
    without_line: dict[str, str]
    """Files, each with the line that should be its first."""

    @property
    def stale(self) -> list[str]:
        """Schemas that are missing, left over, or other than they should be."""
        there = {str(path.relative_to(self.project)) for path in (self.project / FOLDER).rglob("*.json")}
        return sorted(name for name in there | self.texts.keys() if self._found(name) != self.texts.get(name))

    def _found(self, name: str) -> str | None:
        path = self.project / name
        return path.read_text("utf-8", errors="replace") if path.is_file() else None


def report(drawn: Drawn, check: bool) -> bool:
    """Write the schemas, unless `check`, and print what was done and what is left to do; whether all is well."""
    changed = drawn.stale if check else write(drawn)
    print("\n".join([*(f"  {name}" for name in changed), *_summary(drawn, changed, check), *_lines_to_add(drawn)]))
    return not (check and changed)


def keep_fresh(project: Path) -> None:
    """Write the schemas again whenever a file of the project is saved, until interrupted."""
    report(draw(project), check=False)
    folders = [project / name for name in ("dialogs", "content", CONVERSATIONS) if (project / name).is_dir()]
    waiting = False
    for changes in watch(*folders, rust_timeout=LOOK, yield_on_timeout=True):
        if changes:
            _write_again(project)
        elif not waiting:  # only now is it sure that no save is missed
            waiting = True
            print("I write them again as soon as a file is saved. Stop with Ctrl-C.", flush=True)


def _write_again(project: Path) -> None:
    try:
        drawn = draw(project)
        changed = write(drawn)
    except config.SettingsError as error:
        print(error, flush=True)
    else:
        print("\n".join(_summary(drawn, changed, check=False)), flush=True)


def _summary(drawn: Drawn, changed: Sequence[str], check: bool) -> Iterator[str]:
    every = f"{len(drawn.texts)} schemas in {drawn.project / FOLDER}"
    if not changed:
        yield f"All {every} are up to date."
    elif check:
        yield f"{len(changed)} of {every} are stale. Next: heatwise schema writes them anew."
    else:
        yield f"Wrote {len(changed)} of {every}."


def _lines_to_add(drawn: Drawn) -> Iterator[str]:
    for name, line in drawn.without_line.items():
        yield f"\n{name} does not name its schema yet. Put this line first in it:\n  {line}"


def draw(project: Path) -> Drawn:
    """Draw the schemas of a project. Raises SettingsError for a project with a file that cannot be read."""
    parts = load(project).parts
    lost = [file.name for file in parts.files if not file.readable]
    if lost:
        raise config.SettingsError(
            f"The schemas stay as they are: {lost[0]} cannot be read, so its names are not known. What is wrong with "
            "it says: heatwise check"
        )
    schemas = {**draw_all(parts), PLACE: conversation_schema(parts)}
    texts = {name: written(schema) for name, schema in schemas.items()}
    return Drawn(project, texts, dict(_without_line(project, parts)))


def write(drawn: Drawn) -> list[str]:
    """Bring the schemas up to date; those that changed. Raises SettingsError where the folder cannot be written."""
    stale = drawn.stale
    try:
        for name in stale:
            _put(drawn.project / name, drawn.texts.get(name))
    except OSError as error:
        raise config.SettingsError(
            f"{drawn.project / FOLDER} cannot be written: {error.strerror}. Make the folder writable, or give a "
            "project of your own with --project."
        ) from error
    return stale


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _without_line(project: Path, parts: Parts) -> Iterator[tuple[str, str]]:
    for name, schema in _files(project, parts):
        line = first_line(name, schema)
        if line not in (project / name).read_text("utf-8", errors="replace").split("\n", 20):
            yield name, line


def _files(project: Path, parts: Parts) -> Iterator[tuple[str, str]]:
    """Every file, with its schema."""
    yield from ((file.name, schema_for(file.name)) for file in parts.files)
    yield from ((str(path.relative_to(project)), PLACE) for path in sorted((project / CONVERSATIONS).rglob("*.yaml")))

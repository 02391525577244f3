"""Reads a conversation file; every mistake in it is told, with its place and the mend, in one run."""

from collections.abc import Iterator
from os.path import normpath
from pathlib import Path

from bot.authoring import reader
from bot.authoring.nodes import Node
from bot.authoring.problems import Grade, Problem, Problems
from bot.conversations.cell import Cell
from bot.conversations.page import REVIEW, Page
from bot.conversations.steps import Bot, Expect, Run, Script, Step, Where
from bot.conversations.table import Row, words_of
from bot.conversations.verbs import ALONE, VERBS
from bot.engine.library import Library

INCLUDE = "include"
EVERY_VERB = (*VERBS, INCLUDE)


def read_script(path: Path, name: str, library: Library, problems: Problems) -> Script | None:
    """The conversation in this file, which messages call `name`; None, with problems that say why, if it has any."""
    own = Problems()
    script = _Reading(library, own).script(path, name)
    for problem in own:
        problems.add(problem)
    return None if len(own) else script


def read_title(path: Path, name: str, library: Library) -> str:
    """What the conversation in this file shows, as far as it can be read."""
    return _Reading(library, Problems()).title(path, name)


class _Reading:
    """One file, with all that it includes."""

    def __init__(self, library: Library, problems: Problems) -> None:
        self.library = library
        self.problems = problems
        self.open: list[Path] = []
        """The files that are being read, from the outermost in."""
        self.included: dict[Path, tuple[Step, ...]] = {}
        """What was read before: a table includes the same file once a row."""

    def script(self, path: Path, name: str) -> Script | None:
        page = self._page(path, name)
        if page is None:
            return None
        title = page.title()
        self.open.append(path.resolve())
        runs = tuple(Run(tuple(self._steps(page, row)), words_of(row)) for row in page.rows())
        if not len(self.problems):
            self._check_first(runs[0].steps[0])
        return Script(name, title, page.lang, runs, page.review())

    def title(self, path: Path, name: str) -> str:
        page = self._page(path, name)
        return page.title() if page else ""

    def _page(self, path: Path, name: str) -> Page | None:
        node = reader.read(path, name, self.problems)
        return Page(path, name, node, self.library, self.problems) if node else None

    def _check_first(self, step: Step) -> None:
        if isinstance(step, Bot | Expect):
            at, found = step.where, "The bot speaks first here"
            fits, mend = "The person begins", "Write a line above it: - user: /start"
            self.problems.add(Problem(Grade.CRITICAL, at.file, at.line, at.column, found, fits, mend))

    # Steps

    def _steps(self, page: Page, row: Row) -> Iterator[Step]:
        for verb, cell in page.openings(row):
            yield from self._take(page, verb, cell.where, cell)
        for cell in page.lines(row):
            yield from self._step(page, cell)

    def _step(self, page: Page, cell: Cell) -> Iterator[Step]:
        if cell.is_group and cell.node.value:
            yield from self._verb(page, cell)
        elif cell.node.value in ALONE:
            yield from self._take(page, str(cell.node.value), cell.where, cell.of(Node("", *_place(cell))))
        elif cell.node.value in EVERY_VERB:
            verb = str(cell.node.value)
            cell.tell(f"The verb {verb} needs more", "A colon, a space and what goes with it", f"Write - {verb}: …")
        elif isinstance(cell.node.value, str) and cell.node.value:
            cell.unknown("verb", cell.node.value, EVERY_VERB)
        else:
            cell.misfit("A verb and what goes with it would fit", "- tap: None of these")

    def _verb(self, page: Page, cell: Cell) -> Iterator[Step]:
        (verb, value), *more = cell.named()
        for second, _ in more:
            fits, mend = "One verb a line", f"Begin a line for it with a dash: - {second}: …"
            cell.tell(f"A second verb, {second}, stands in this step", fits, mend, key=second)
        if verb in EVERY_VERB:
            yield from self._take(page, verb, cell.where, value)
        else:
            cell.unknown("verb", verb, EVERY_VERB, key=verb)

    def _take(self, page: Page, verb: str, where: Where, cell: Cell) -> Iterator[Step]:
        if verb == INCLUDE:
            yield from self._include(page, cell)
            return
        step = VERBS[verb](where, cell)
        if step:
            yield step

    # Other files

    def _include(self, page: Page, cell: Cell) -> tuple[Step, ...]:
        text = cell.text("include: ../_shared/agreed.yaml")
        if not text:
            return ()
        path = page.path.parent / text
        found = path.resolve()
        if found in self.open:
            fits = "A file that does not lead back here"
            cell.tell(f'"{text}" includes itself, at once or through others', fits, "Delete one of the lines")
            return ()
        if not path.is_file():
            cell.unknown("file", text, _files_beside(text, path.parent))
            return ()
        if found not in self.included:
            self.open.append(found)
            self.included[found] = tuple(self._other(path, normpath(Path(page.name).parent / text), page, cell))
            self.open.remove(found)
        return self.included[found]

    def _other(self, path: Path, name: str, page: Page, cell: Cell) -> Iterator[Step]:
        other = self._page(path, name)
        if other is None:
            return
        if "each" in other.fields:
            mend = "Move the steps that both need into a file of their own, without a table"
            cell.tell(f"{name} has a table, each:", "A file without a table", mend)
        if other.lang != page.lang:
            fits = f"A file in {page.lang}, as this one"
            cell.tell(f"{name} is in the language {other.lang}", fits, "Include another file, or change lang:")
        if REVIEW in other.fields:
            cell.tell(f"{name} says {REVIEW}:", "A file without it", "Move that line into this file")
        yield from self._steps(other, {})


def _place(cell: Cell) -> tuple[int, int]:
    return cell.where.line, cell.where.column


def _files_beside(text: str, folder: Path) -> list[str]:
    return sorted(str(Path(text).parent / path.name) for path in folder.glob("*.yaml"))

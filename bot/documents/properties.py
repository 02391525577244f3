"""The safety properties of a project, with the hazard that each of them controls, read from dialogs/safety.yaml."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, convert

from bot.authoring.files import File
from bot.authoring.nodes import Node
from bot.authoring.problems import Problems
from bot.authoring.reader import read

SAFETY = "dialogs/safety.yaml"
PROPERTIES = "properties"
WORDS = ("says", "hazard", "harm", "cause", "control")
SCORES = ("severity", "likelihood", "likelihood_after")


class Property(Struct, frozen=True):
    """One property. Scores go from 1 (least) to 5 (worst); 0: nobody has set it. `formal`: as it is written."""

    id: str
    says: str
    hazard: str
    harm: str
    cause: str
    control: str
    severity: int
    likelihood: int
    likelihood_after: int
    formal: str


class Unreadable(Exception):
    """The file cannot be used; the problems say why."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(SAFETY)
        self.problems = problems


def read_properties(project: Path) -> tuple[Property, ...]:
    """The properties of a project, in their order; none where it has no such file.

    Raises Unreadable.
    """
    path = project / SAFETY
    return read_file(path) if path.is_file() else ()


def read_file(path: Path) -> tuple[Property, ...]:
    """The same, of a file. Raises Unreadable."""
    problems = Problems()
    node = read(path, SAFETY, problems)
    lines = path.read_text("utf-8", errors="replace").splitlines()
    found = tuple(_properties(node, File(SAFETY, node, problems), lines)) if node else ()
    if problems.critical:
        raise Unreadable(problems)
    return found


def _properties(root: Node, file: File, lines: list[str]) -> Iterator[Property]:
    entries = root.children.get(PROPERTIES) if isinstance(root.children, dict) else None
    if entries is None or not isinstance(entries.children, dict):
        file.tell((), f"There is no mapping {PROPERTIES}:", "A property under its id: SP1, SP2, …", "Write it")
        return
    for id, entry in entries.children.items():
        if isinstance(entry.children, dict):
            yield _property(id, entry, file, lines)
        else:
            file.tell(
                (PROPERTIES, id), f"{id} is no property", "says:, hazard:, harm: and so on below it", "Write them"
            )


def _property(id: str, entry: Node, file: File, lines: list[str]) -> Property:
    children = entry.children if isinstance(entry.children, dict) else {}
    words = {name: " ".join(str(children[name].value).split()) if name in children else "" for name in WORDS}
    scores = {name: _score(id, name, children, file) for name in SCORES}
    return convert({"id": id, **words, **scores, "formal": _formal(entry, lines)}, Property)


def _score(id: str, name: str, children: dict[str, Node], file: File) -> int:
    if name not in children:
        return 0
    found = str(children[name].value)
    if found in ("1", "2", "3", "4", "5"):
        return int(found)
    file.tell(
        (PROPERTIES, id, name), f"{found} is no score", "A number from 1 (least) to 5 (worst)", "Write one of them"
    )
    return 0


def _formal(entry: Node, lines: list[str]) -> str:
    """All but words and scores, line for line."""
    children = entry.children if isinstance(entry.children, dict) else {}
    marks = entry.key_marks or {}
    starts = sorted((marks[name][0], name) for name in children)
    kept: list[str] = []
    for number, (line, name) in enumerate(starts):
        if name not in (*WORDS, *SCORES):
            end = starts[number + 1][0] - 1 if number + 1 < len(starts) else _end(lines, line, marks[name][1])
            kept += lines[line - 1 : max(end, line)]
    return textwrap.dedent("\n".join(line for line in kept if line.strip())).strip()


def _end(lines: list[str], line: int, column: int) -> int:
    """The last line of the value whose name stands here: the next line that is not set in further ends it."""
    for number, text in enumerate(lines[line:], line):
        if text.strip() and len(text) - len(text.lstrip()) < column:
            return number
    return len(lines)

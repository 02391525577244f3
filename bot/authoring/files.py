"""One file of a project while it is compiled: its values, its places, and the problems that are found in it."""

from collections.abc import Sequence
from typing import Any

from bot.authoring.nodes import Node, Step
from bot.authoring.problems import Grade, Place, Problem, Problems, nearest, one_of, shown

Path = tuple[Step, ...]


class File:
    """A file that was read. Problems are told at a path of names and numbers inside it.

    Where something was cut out because nobody can use it, the file is marked: what seems to be missing there is not
    told, as it would only echo the first problem.
    """

    def __init__(self, name: str, node: Node, problems: Problems) -> None:
        self.name = name
        self.node = node
        self.problems = problems
        self.cuts: set[Path] = set()
        """Where something that the file says is not known."""
        self.torn = False
        """The reader refused something: any name could be missing anywhere."""
        self._own = False

    @classmethod
    def lost(cls, name: str, problems: Problems) -> "File":
        """A file that cannot be used at all; why has been told."""
        file = cls(name, Node({}, 1, 1, {}, {}), problems)
        file.cut(())
        return file

    def own(self) -> Node:
        """The node, to be changed: from now on no other file shares it."""
        if not self._own:
            self.node, self._own = self.node.copy(), True
        return self.node

    @property
    def value(self) -> Any:
        """The whole file as plain Python."""
        return self.node.value

    @property
    def whole(self) -> bool:
        """Whether all that the file says is known."""
        return not self.torn and not self.cuts

    @property
    def readable(self) -> bool:
        """Whether all its names are known, though some may be wrong."""
        return not self.torn and () not in self.cuts

    def cut(self, path: Sequence[Step]) -> None:
        """Mark the path: what stands there is not known."""
        self.cuts.add(tuple(path))

    def cut_at(self, path: Path) -> bool:
        """Whether what should stand at the path, or around it, was cut out."""
        return any(path[: len(cut)] == cut for cut in self.cuts)

    def cut_near(self, path: Path) -> bool:
        """The same, or something inside it."""
        return any(path[: len(cut)] == cut[: len(path)] for cut in self.cuts)

    def doubtful(self, path: Path) -> bool:
        """Whether something could be missing at the path, around it or inside it without being missing in truth."""
        return self.torn or self.cut_near(path)

    def tell(
        self, path: Sequence[Step], found: str, fits: str = "", mend: str = "", *, grade: Grade = Grade.CRITICAL,
        key: bool = False,
    ) -> None:  # fmt: skip
        """Tell a problem at the value (or, with `key`, at the name) that the path leads to."""
        self.tell_at(self.node.key_at(path) if key else self.node.at(path), found, fits, mend, grade)

    def tell_at(self, at: Place, found: str, fits: str, mend: str, grade: Grade = Grade.CRITICAL) -> None:
        """Tell a problem at a line and column."""
        line, column = at
        self.problems.add(Problem(grade, self.name, line, column, found, fits, mend))

    def inside(self, path: Sequence[Step], word: str, offset: int = 0) -> Place:
        """Where a word of the text at the path stands, or a sign at an offset in it: a text can be many lines long."""
        line, column = self.node.at(path)
        for number, text in enumerate(self.problems.lines(self.name)[line - 1 :], line):
            found = text.find(word, column - 1 if number == line else 0)
            if found >= 0:
                return number, found + 1 + offset
        return line, column

    def miss(self, path: Path, found: str, fits: str, mend: str, *, grade: Grade = Grade.CRITICAL) -> None:
        """Tell at a name that something is missing or left over, unless that can be an echo."""
        if not self.doubtful(path):
            self.tell(within(path, self.node), found, fits, mend, grade=grade, key=True)

    def misnamed(self, path: Path, here: str, missing: str) -> None:
        """Tell at a definition that it should bear another name."""
        found = f"Nothing uses the name {shown(here)}, and {shown(missing)} is missing"
        fits = "What is used bears the same name everywhere"
        self.tell(path, found, fits, f"Did you mean {shown(missing)}?", key=True)

    def unknown(
        self, path: Sequence[Step], what: str, word: str, known: Sequence[str], *, key: bool = False,
        meant: str | None = None,
    ) -> str | None:  # fmt: skip
        """Tell that a name is not one of those that are known here; give the one that was probably `meant`.

        `what` says what it should name: "state", or, with the name in the middle, "value {} of heat". Who goes on with
        the one that was meant finds the other mistakes, and no echo of this one.
        """
        near = meant or nearest(word, known)
        named = what.replace("{}", shown(word)) if "{}" in what else f"{what} {shown(word)}"
        found = f"There is no {named}" if word else "Nothing stands here"
        mend = f"Did you mean {shown(near)}?" if near else "Take one of these, or add it where it belongs"
        self.tell(path, found, f"Known here: {one_of(known)}" if known else "", mend, key=key)
        if near is None:
            self.cut(path)
        return near


def within(path: Path, node: Node) -> Path:
    """As much of the path as is there."""
    for length, step in enumerate(path):
        children = node.children
        if isinstance(children, dict) and step in children:
            node = children[str(step)]
        elif isinstance(children, list) and isinstance(step, int) and step < len(children):
            node = children[step]
        else:
            return path[:length]
    return path

"""One file of a project while it is compiled: its values, its places, and the problems that are found in it."""

from collections.abc import Sequence
from typing import Any

from bot.authoring.nodes import Node, Step
from bot.authoring.problems import Grade, Problem, Problems, nearest, one_of, shown

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

    @classmethod
    def lost(cls, name: str, problems: Problems) -> "File":
        """A file that cannot be used at all; why has been told."""
        file = cls(name, Node({}, 1, 1, {}), problems)
        file.cut(())
        return file

    @property
    def value(self) -> Any:
        """The whole file as plain Python."""
        return self.node.value

    @property
    def whole(self) -> bool:
        """Whether all that the file says is known."""
        return not self.torn and not self.cuts

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
        line, column = self.node.key_at(path) if key else self.node.at(path)
        self.problems.add(Problem(grade, self.name, line, column, found, fits, mend))

    def miss(self, path: Path, found: str, fits: str, mend: str, *, grade: Grade = Grade.CRITICAL) -> None:
        """Tell at a name that something is missing or left over, unless that can be an echo."""
        if not self.doubtful(path):
            self.tell(path, found, fits, mend, grade=grade, key=True)

    def unknown(
        self, path: Sequence[Step], what: str, word: str, known: Sequence[str], *, key: bool = False, of: str = "",
        meant: str | None = None,
    ) -> str | None:  # fmt: skip
        """Tell that a name is not one of those that are known here; give the one that was probably `meant`.

        Who goes on with that one finds the other mistakes, and no echo of this one.
        """
        near = meant or nearest(word, known)
        found = f"There is no {what} {shown(word)}{of}" if word else "Nothing stands here"
        mend = f"Did you mean {shown(near)}?" if near else "Take one of these, or add it where it belongs"
        self.tell(path, found, f"Known here: {one_of(known)}" if known else "", mend, key=key)
        if near is None:
            self.cut(path)
        return near


def within(path: Sequence[Step], node: Node) -> Path:
    """As much of the path as is there."""
    for length in range(len(path), 0, -1):
        if _stands(path[:length], node):
            return tuple(path[:length])
    return ()


def _stands(path: Sequence[Step], node: Node) -> bool:
    value: Any = node.value
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True

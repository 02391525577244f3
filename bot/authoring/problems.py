"""What is wrong in a file that staff wrote, in words for people who do not program."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

Place = tuple[int, int]
"""Line and column, both counted from 1."""


class Grade(StrEnum):
    """How bad a problem is for a patient.

    Critical: somebody could be harmed, or stuck; the project is not served. Warning: somebody could be puzzled, or not
    be told what was meant for them; `heatwise check` exits with 1. Info: to know.
    """

    CRITICAL = "Critical"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it stands, what was found, what would fit (or ""), and what to do.

    The sentences carry no full stop at their end; a list of problems reads better without.
    """

    grade: Grade
    file: str
    line: int
    column: int
    found: str
    fits: str
    mend: str

    def __str__(self) -> str:
        said = _sentences(part for part in (self.found, self.fits, self.mend) if part)
        return f"{self.file}:{self.line}:{self.column}: {self.grade}: {said}"

    # Written out, because the order of a dataclass would put the grade first and the words last. Only the place counts.
    def __lt__(self, other: "Problem") -> bool:
        return (self.file, self.line, self.column) < (other.file, other.line, other.column)


class Problems:
    """A collection of problems that tells each one once, in the order of their places."""

    __slots__ = ("_told", "sources")

    def __init__(self) -> None:
        self._told: dict[Problem, None] = {}  # a set that remembers the order, for problems at the same place
        self.sources: dict[str, Callable[[], Sequence[str]]] = {}
        """How to read the lines of a file again, to show the one with the problem."""

    def lines(self, file: str) -> Sequence[str]:
        """The lines of a file, as they were saved; none where that is not known."""
        source = self.sources.get(file)
        return source() if source else ()

    def add(self, problem: Problem) -> None:
        """Keep the problem, unless the very same one is kept already."""
        self._told[problem] = None

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._told))

    def __len__(self) -> int:
        return len(self._told)

    @property
    def critical(self) -> bool:
        """Whether there is a Critical one."""
        return any(problem.grade is Grade.CRITICAL for problem in self._told)

    @property
    def blocking(self) -> bool:
        """Whether there is one that must be mended, so that `heatwise check` exits with 1."""
        return any(problem.grade is not Grade.INFO for problem in self._told)


class Report:
    """The refusals of one file: it knows the file's name and how many there were."""

    __slots__ = ("_name", "_problems", "count")

    def __init__(self, name: str, problems: Problems) -> None:
        self._name = name
        self._problems = problems
        self.count = 0

    def refuse(self, at: Place, found: str, fits: str, mend: str) -> None:
        """Tell a Critical problem of this file."""
        self.count += 1
        self._problems.add(Problem(Grade.CRITICAL, self._name, *at, found, fits, mend))


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant, for "did you mean"; None if none is near."""
    known: dict[str, str] = {}
    for candidate in candidates:
        known.setdefault(candidate.casefold(), candidate)
    # 0.65 takes two letters exchanged in a word of three ("aks", "ask") and leaves "say" and "ask" apart.
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.65)
    return known[near[0]] if near else None


def one_of(candidates: Iterable[str], limit: int = 8) -> str:
    """The candidates as words: "a, b or c"; past the limit only how many more there are."""
    names = list(candidates)
    if len(names) > limit:
        names = [*names[:limit], f"{len(names) - limit} more"]
    *most, last = names or [""]
    return f"{', '.join(most)} or {last}" if most else last


def shown(text: str, limit: int = 40) -> str:
    """The text in quotes, on one line and not too long, to be named inside a sentence."""
    line = " ".join(text[: 4 * limit].split())
    return f'"{line[: limit - 1]}…"' if len(line) > limit else f'"{line}"'


def _sentences(parts: Iterable[str]) -> str:
    *most, last = parts
    return "".join(part + " " if part.endswith((".", "!", "?")) else part + ". " for part in most) + last

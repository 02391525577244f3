"""A change for patients as data: how it is graded, what it is, what shows it."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Grade(StrEnum):
    """How a change is to be looked at; the first ones first."""

    MILDER = "milder"
    """Danger is found later, or something is freer than it was: a clinician must look at it."""
    STRICTER = "stricter"
    DIFFERENT = "different"
    WORDING = "wording only"


class Effect(Struct, frozen=True):
    """One kind of other advice: what, from what to what, for how many combinations, and the smallest of them."""

    grade: Grade
    what: str
    old: str
    new: str
    combinations: int
    example: str
    """In the words of the content."""
    answers: dict[str, tuple[str, ...]]
    """The same as names of the project; an input that is left out does not matter."""


class Change(Struct, frozen=True):
    """One edit and what comes of it. `area`: advice, paths, questions, wording, numbers, hearing or safety."""

    grade: Grade
    area: str
    title: str
    lines: tuple[str, ...] = ()
    combinations: int = 0
    """How many answer combinations get other advice because of it."""
    effects: tuple[Effect, ...] = ()


class Move(Struct, frozen=True):
    """People in the middle of a chat whom the update leads elsewhere: from where, to where, whom, and why."""

    old: str
    new: str
    everyone: bool
    why: str


class Comparison(Struct, frozen=True):
    """All that two projects differ in, for patients."""

    combinations: int
    other_advice: int
    """How many of them get other advice."""
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]

    @property
    def changed(self) -> bool:
        """Whether more than wording has changed."""
        return any(change.grade is not Grade.WORDING for change in self.changes)


def worst(grades: Iterable[Grade]) -> Grade:
    """The grade that must be looked at first."""
    order = list(Grade)
    return min(grades, key=order.index, default=Grade.DIFFERENT)


def count(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"

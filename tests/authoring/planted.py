"""Plants a mistake in a copy of the shipped project, and compares what is told of it with what should be."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.authoring.problems import Grade, Problem
from bot.authoring.project import Loaded, load
from bot.settings import find_project

HERE = "‸"
"""Marks the place of the problem in the text that is planted; it is taken out before the text is written."""

HEAT, FLAGS, CARDS = "dialogs/heat_check.yaml", "dialogs/red_flags.yaml", "dialogs/alternatives.yaml"
HEALTH, QUICK, ENDS = "dialogs/precautions.yaml", "dialogs/quick_answers.yaml", "dialogs/end.yaml"
RULES, CLINIC, ROWS = "dialogs/decisions.yaml", "content/clinic.yaml", "content/inventory.yaml"
HEAT_WORDS, END_WORDS, RULE_WORDS = "content/en/heat_check.yaml", "content/en/end.yaml", "content/en/decisions.yaml"
COMMAND_WORDS, LETTER, PROFILE = "content/en/command.yaml", "content/en/letter.yaml", "content/en/profile.yaml"


@dataclass(frozen=True)
class Told:
    """What should be told: where (a text of the file with the mark in it), and words that the sentences hold."""

    file: str
    at: str
    found: str
    fits: str = ""
    mend: str = ""
    grade: Grade = Grade.CRITICAL


@dataclass(frozen=True)
class Mistake:
    """One text of one file replaced by another, and what should be told of it."""

    what: str
    file: str
    old: str
    new: str
    told: tuple[Told, ...]


def mistake(
    what: str, file: str, old: str, new: str, *told: str | Told, at: str = "", grade: Grade = Grade.CRITICAL
) -> Mistake:
    """A mistake told where the mark stands in the new text, or in `at`.

    `told`: words of what was found, what would fit and the mend; then what else must be mended for it.
    """
    found, fits, mend, *_ = [*(each for each in told if isinstance(each, str)), "", ""]
    also = [each for each in told if isinstance(each, Told)]
    return Mistake(what, file, old, new, (Told(file, at or new, found, fits, mend, grade), *also))


def mistake_told(what: str, file: str, old: str, new: str, *told: Told) -> Mistake:
    """A mistake that is told at other places than the one where it was made."""
    return Mistake(what, file, old, new, told)


def table(*mistakes: Mistake) -> pytest.MarkDecorator:
    """Run a test for each of these."""
    return pytest.mark.parametrize("planted", [pytest.param(each, id=each.what) for each in mistakes])


def copy_whole_project(folder: Path) -> Path:
    """A copy of the shipped project in all its languages."""
    for part in ("dialogs", "content"):
        shutil.copytree(find_project() / part, folder / part)
    return folder


def copy_project(folder: Path) -> Path:
    """A copy of the shipped project, in English alone: what the words lack is told once for every language."""
    copy_whole_project(folder)
    for other in (path for path in (folder / "content").iterdir() if path.is_dir()):
        if other.name not in ("en", "hearing"):
            shutil.rmtree(other)
    return folder


def with_another_language(folder: Path) -> Path:
    """A copy of the shipped project with its English words once more, as a language that nobody has translated yet."""
    project = copy_project(folder)
    shutil.copytree(project / "content/en", project / "content/fr")
    facts = (project / CLINIC).read_text("utf-8")
    (project / CLINIC).write_text(re.sub(r"^( +)en:", r"\1fr: Mots.\n\1en:", facts, flags=re.MULTILINE), "utf-8")
    for letter in project.glob("content/*/letter.yaml"):
        words = letter.read_text("utf-8")
        letter.write_text(words.replace("\nlanguages:\n", "\nlanguages:\n  fr: French\n"), "utf-8")
    return project


def replace(project: Path, file: str, old: str, new: str) -> None:
    """Change one text that stands in the file exactly once."""
    text = (project / file).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    (project / file).write_text(text.replace(old, new.replace(HERE, "")), "utf-8")


def problems_of(loaded: Loaded) -> list[Problem]:
    """What was told, without the note that the content is a demo."""
    return [problem for problem in loaded.problems if problem.grade is not Grade.INFO]


def place(project: Path, file: str, marked: str) -> tuple[int, int]:
    """Line and column of the mark."""
    before, _, after = marked.partition(HERE)
    text = (project / file).read_text("utf-8")
    assert text.count(before + after) == 1, f"{before + after!r} stands {text.count(before + after)} times in {file}"
    lines = text[: text.index(before + after) + len(before)].split("\n")
    return len(lines), len(lines[-1]) + 1


def check(project: Path, planted: Mistake) -> None:
    """Plant the mistake and hold what is told against what should be: nothing less, and nothing more."""
    replace(project, planted.file, planted.old, planted.new)
    told = problems_of(load(project))
    assert [_placed(problem) for problem in told] == sorted(_expected(project, each) for each in planted.told), told
    by_place = sorted(planted.told, key=lambda each: (each.file, *place(project, each.file, each.at)))
    for problem, each in zip(told, by_place, strict=True):
        assert (problem.grade, each.found in problem.found) == (each.grade, True), problem
        assert each.fits in problem.fits, problem
        assert each.mend in problem.mend, problem


def _placed(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column


def _expected(project: Path, told: Told) -> tuple[str, int, int]:
    return (told.file, *place(project, told.file, told.at))

"""Mistakes in what typed words can mean are told with their file and line."""

from pathlib import Path
from shutil import rmtree

import pytest

from bot.authoring.problems import Grade
from bot.authoring.project import load
from tests.authoring.planted import copy_project

HEARING, SHARED = "content/hearing/nerves.yaml", "content/hearing/words.yaml"
ASKING = "content/asking.yaml"


def found(tmp_path: Path, name: str, old: str, new: str) -> list[tuple[str, str]]:
    """What is told of this file once something in it is changed, as grade and text."""
    project = copy_project(tmp_path)
    text = (project / name).read_text("utf-8")
    assert old in text
    (project / name).write_text(text.replace(old, new, 1), "utf-8")
    return [(problem.grade.name, problem.found) for problem in load(project).problems if problem.file == name]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (HEARING, "flag: bowel\n", "flag: bowl\n", '"bowl"'),
        (HEARING, "CANNOT feel && BOWEL", "CANOT feel && BOWEL", 'There is no group "CANOT"'),
        (HEARING, "tier: emergency", "tier: same_day", '"bladder" is never less urgent than emergency'),
        (HEARING, "i soiled myself last night", "i like tea", 'Rule bowel_leak does not hear "i like tea"'),
        (HEARING, "my bowels are normal", "i lost control of my bowels", '"i lost control of my bowels" raises bowel'),
        (SHARED, "harmless: >-\n  ", "harmless: >-\n  can't, ", '"can\'t" is no plain word'),
        (HEARING, "  saddle:\n", "  breath:\n", '"breath" is already a rule of content/hearing/body.yaml'),
        (SHARED, "  CANNOT: >-\n    ", "  CANNOT: >-\n    ya no veo, ", 'Of "ya no veo" only "no veo" is heard'),
        (SHARED, "  CANNOT: >-\n    ", "  CANNOT: >-\n    in a line, ", 'Of "in a line" only "line" is heard'),
        (SHARED, "  CANNOT: >-\n    ", "  CANNOT: >-\n    is it, estoy, ", '"estoy" is never heard'),
        (ASKING, "SWAPS ~ THETWO", "SWAPPS ~ THETWO", 'There is no group "SWAPPS"'),
        (ASKING, "topic: contrast", "topic: contrasts", 'There is no topic "contrasts"'),
        (ASKING, "how many rounds of each", "i like tea", 'Rule swaps_the_two does not hear "i like tea"'),
        (ASKING, "how many times each day", "how many rounds of each", '"how many rounds of each" leads to contrast'),
        (ASKING, "en qué colonia están", "which rounds of each", '"which rounds of each" leads to contrast, by swaps'),
        (ASKING, "PET: >-\n    ", "PET: >-\n    my cow, ", 'Of "my cow" only "cow" is heard'),
        ("content/topics.yaml", 'always: "yes"\n', 'allways: "yes"\n', "allways"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, name: str, old: str, new: str, told: str):
    findings = found(tmp_path, name, old, new)
    assert [finding for finding in findings if told in finding[1]] != [], findings


NAMES = "content/names.yaml"


OR_OUT = "Give it the name that the dialog has, or take it out"


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("  moist:\n", "  moisst:\n", "  moisst:",
         ('heat_check.heat_kind has no choice "moisst"', "moist", 'Did you mean "moist"?')),
        ("heat_check.signs:\n", "heat_check.sings:\n", "heat_check.sings:",
         ('There is no state "heat_check.sings"', "heat_check.signs", 'Did you mean "heat_check.signs"?')),
        ("  dry:\n", "  zzzzzzzz:\n    en: volcano\n  dry:\n", "  zzzzzzzz:",
         ('heat_check.heat_kind has no choice "zzzzzzzz"', "dry", OR_OUT)),
        ("callback.time:\n", "callback.time:\n  cancel:\n    en: quit\n", "  cancel:",
         ('callback.time has no choice "cancel"', "morning", OR_OUT)),
    ],
)  # fmt: skip
def test_names_of_what_is_not_there_are_told(tmp_path: Path, old: str, new: str, line: str, told: tuple[str, str, str]):
    project = copy_project(tmp_path)
    text = (project / NAMES).read_text("utf-8").replace(old, new, 1)
    (project / NAMES).write_text(text, "utf-8")
    (problem,) = (problem for problem in load(project).problems if problem.file == NAMES)
    found, fits, mend = told
    assert (problem.found, problem.grade, problem.mend) == (found, Grade.INFO, mend)
    assert text.splitlines()[problem.line - 1] == line
    assert fits in problem.fits


def test_every_name_that_is_shipped_is_one_of_a_choice(tmp_path: Path):
    assert [problem.found for problem in load(copy_project(tmp_path)).problems if problem.file == NAMES] == []


def test_a_project_may_do_without(tmp_path: Path):
    copy_project(tmp_path)
    rmtree(tmp_path / "content" / "hearing")
    for name in ("topics", "names", "asking"):
        (tmp_path / "content" / f"{name}.yaml").unlink()
    assert not load(tmp_path).problems.blocking

"""What is too long for Telegram with the longest values filled in is a Warning, and what just fits is free."""

from pathlib import Path

import pytest

from bot.app.rooms import ROOMS
from bot.authoring.longest import longest_values
from bot.authoring.problems import Grade, Problem
from bot.authoring.project import load
from bot.engine.catalog import COMPUTED
from tests.authoring.planted import CLINIC, END_WORDS, HEAT, HEAT_WORDS, copy_project, place, problems_of, replace

NAME = "a_long_name_for_a_button_that_telegram_has_no_room_for"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def told(project: Path) -> list[Problem]:
    problems = problems_of(load(project, rooms=ROOMS))
    assert all(problem.grade is Grade.WARNING and problem.mend for problem in problems)
    return problems


@pytest.mark.parametrize(("length", "found"), [(64, 0), (65, 1)])
def test_a_label_may_have_as_many_characters_as_telegram_shows(project: Path, length: int, found: int):
    replace(project, HEAT_WORDS, "    deep_burn: ", f"    deep_burn: {'x' * length} # ")
    assert [problem.found for problem in told(project)] == [
        "This label has 65 characters: a button of Telegram shows 64"
    ] * found


def test_the_box_before_a_line_counts(project: Path):
    replace(project, "content/en/red_flags.yaml", "label: Night pain", f"label: {'x' * 63}")
    (problem,) = told(project)
    assert problem.found == "This label has 65 characters: a button of Telegram shows 64"
    assert (problem.line, problem.column) == place(
        project, "content/en/red_flags.yaml", "    night_pain:\n      ‸label: x"
    )


def test_a_label_counts_with_its_values(project: Path):
    replace(project, CLINIC, "name: Sonoran Pain & Spine", f"name: {'S' * 70}")
    replace(project, HEAT_WORDS, "    deep_burn: ", '    deep_burn: "Call {clinic.name}" # ')
    assert [problem.found for problem in told(project)] == [
        "This label has 75 characters: a button of Telegram shows 64"
    ]


@pytest.mark.parametrize(("length", "found"), [(3900, 0), (4200, 1)])
def test_a_text_counts_with_its_longest_values(project: Path, length: int, found: int):
    replace(project, END_WORDS, "    This chat is only for adults.", f"    {'x ' * (length // 2)}")
    assert ["Filled in, this text can have" in problem.found for problem in told(project)] == [True] * found


def test_a_name_that_a_button_cannot_carry(project: Path):
    replace(project, HEAT, "      - mild\n", f"      - mild\n      - {NAME}: {{sets: {{skin: mild}}}}\n")
    replace(project, HEAT_WORDS, "    blister: ", f"    {NAME}: Something else\n    blister: ")
    (problem,) = told(project)
    assert problem.found == f'The name "{NAME}" has 54 characters: a button of Telegram carries 52'
    assert (problem.file, problem.line, problem.column) == (HEAT, *place(project, HEAT, f"      - ‸{NAME}"))


def test_more_buttons_than_a_message_takes(project: Path):
    room = ROOMS[0]._replace(buttons=16)
    problems = problems_of(load(project, rooms=[room]))
    assert [problem.found.split(":")[0] for problem in problems] == ["red_flags.today can have 17 buttons"]


def test_every_placeholder_that_is_worked_out_has_its_longest_value(project: Path):
    parts = load(project).parts
    values = longest_values(parts, parts.words["en"])
    assert values.keys() >= COMPUTED
    assert {name for name in COMPUTED if values[name] == "99"} == {"check.question", "check.most"}

"""All mistakes are told in one run: none hides another, and none makes others up."""

from pathlib import Path

from bot.authoring.problems import Grade
from bot.authoring.project import load
from tests.authoring.planted import (
    CARDS,
    CLINIC,
    COMMAND_WORDS,
    END_WORDS,
    ENDS,
    FLAGS,
    HEALTH,
    HEAT,
    HEAT_WORDS,
    HERE,
    QUICK,
    ROWS,
    RULES,
    copy_project,
    place,
    problems_of,
    replace,
)

PLANTED = [
    (HEAT, "    choices: [dry, moist,", "    ‸choises: [dry, ‸most,"),
    (HEAT, "- go: signs", "- go: ‸sings"),
    (HEAT, "when: {signs: swelling}, go: skin", "when: {‸sgns: swelling}, go: skin"),
    (HEAT, "      - mild\n", "      - ‸Mild\n"),
    (FLAGS, "      - fever\n", "      - ‸fevr\n"),
    (FLAGS, "      worse: {go: emergency}", "      ‸worse: {}"),
    (HEALTH, "      - injury: {sets: {recent: injury}}", "      - ‸injury:\n        sets: {recent: injury}"),
    (CARDS, "    option: cold\n", "    option: ‸cald\n"),
    (QUICK, "menu:\n    only_when: {screened: yes}\n", "menu:\n    only_when: {screened: ‸yess}\n"),
    (ENDS, "  stopped:\n    end: true\n", "  stopped:\n    end: ‸yes\n"),
    (RULES, "deep_burn: {result: emergency,", "deep_burn: {result: ‸emergancy,"),
    (RULES, "implant: {when: {precautions: implant}, tens: not_for_you}",
     "implant: {‸wen: {precautions: ‸implnt}, tens: ‸not_for_yu}"),
    (CLINIC, "America/Phoenix", "‸Phoenix"),
    (CLINIC, "  reply_time: ", "  ‸replytime: "),
    (HEAT_WORDS, "    blister: ", "    ‸blisters: "),
    (HEAT_WORDS, "\nskin:\n  say: |-\n", "\nskin:\n  say: |-\n    At ‸{clinic.fone}:\n"),
    (END_WORDS, "\nminor:\n", "\n‸minors:\n"),
    (COMMAND_WORDS, "  stop: [stop,", "  ‸stpo: [stop,"),
    (ROWS, "S3:\n  says:", "S3:\n  ‸say:"),
]  # fmt: skip
"""In each new text, every mark is the place of one problem."""


def places(project: Path) -> list[tuple[str, int, int]]:
    """The place of every mark, one mark at a time."""
    found: list[tuple[str, int, int]] = []
    for file, _, new in PLANTED:
        pieces = new.split(HERE)
        for i in range(1, len(pieces)):
            marked = "".join(pieces[:i]) + HERE + "".join(pieces[i:])
            found.append((file, *place(project, file, marked)))
    return sorted(found)


def test_every_one_of_many_mistakes_is_told_at_its_place_and_nothing_else(tmp_path: Path):
    project = copy_project(tmp_path)
    for file, old, new in PLANTED:
        replace(project, file, old, new)
    told = problems_of(load(project))
    assert [(problem.file, problem.line, problem.column) for problem in told] == places(project)
    assert all(problem.grade is Grade.CRITICAL and problem.mend for problem in told)


def test_a_file_that_cannot_be_read_hides_no_mistake_in_others(tmp_path: Path):
    project = copy_project(tmp_path)
    (project / RULES).write_text("inputs: [\n")
    (project / CLINIC).unlink()
    (project / "content/en/callback.yaml").write_text("a: b: c\n")
    replace(project, HEAT, "- go: signs", "- go: sings")
    replace(project, HEAT_WORDS, "    blister: ", "    # blister: ")
    replace(
        project,
        ROWS,
        "heat_check.heat_kind.choices.dry, heat_check.heat",
        "heat_check.heat_kind.choices.dri, heat_check.heat",
    )
    told = [(problem.file, problem.found) for problem in problems_of(load(project))]
    assert told == [
        (CLINIC, "This file is missing"),
        ("content/en/callback.yaml", "A colon and a space stand inside a text without quotes"),
        (HEAT_WORDS, 'The label "heat_check.skin.choices.blister" is missing'),
        (ROWS, 'There is no text "heat_check.heat_kind.choices.dri"'),
        (RULES, "Something is missing here: a value, or a closing ] or }"),
        (HEAT, 'There is no state or dialog "sings"'),
    ]


def test_a_dialog_that_cannot_be_read_makes_no_others_wrong(tmp_path: Path):
    project = copy_project(tmp_path)
    (project / FLAGS).write_text("start: {{{\n")
    (problem,) = problems_of(load(project))
    assert (problem.file, problem.line) == (FLAGS, 2)


def test_a_state_that_cannot_be_read_makes_no_others_wrong(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, HEAT, "  why:\n    buttons:\n      back: {go: back}\n    back: result\n", "  why: go back\n")
    (problem,) = problems_of(load(project))
    assert problem.found == 'The text "go back" stands here'


def test_an_input_that_cannot_be_read_makes_no_others_wrong(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, RULES, "  nerves: {set_of: [numb_patch, shooting]}", "  nerves: numb_patch, shooting")
    (problem,) = problems_of(load(project))
    assert problem.found == 'The text "numb_patch, shooting" stands here'

"""What people get wrong most often is marked where it stands, and `heatwise check` or `heatwise test` tells it too."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from bot.authoring.problems import Grade, Problems
from bot.authoring.project import load
from bot.conversations.script import read_script
from bot.engine.library import Library
from tests.editor.editor import SHIPPED, Editor

HEAT, FLAGS, RULES = "dialogs/heat_check.yaml", "dialogs/red_flags.yaml", "dialogs/decisions.yaml"
WORDS, CLINIC = "content/en/heat_check.yaml", "content/clinic.yaml"
TALK = "tests/conversations/happy/dry_heat_makes_pain_worse.yaml"

NEW = "a new name is known after: heatwise schema"

TYPOS = [
    ("a state that is not there", HEAT, "go: red_flags.today}", "go: ‸red_flags.tody}", NEW),
    ("a setting that is none", HEAT, "heat_kind:\n    ask: one", "heat_kind:\n    ‸aks: one", "aks"),
    ("a kind of question that is none", HEAT, "signs:\n    ask: many", "signs:\n    ask: ‸mnay", "many"),
    ("a fact that is none", HEAT, "when: {heat: none}", "when: {‸haet: none}", NEW),
    ("a value that the fact has not", HEAT, "when: {heat: none}", "when: {heat: ‸nnoe}", '"none"'),
    ("an answer that the fact has not", FLAGS, "      - fever\n", "      - ‸feevr\n", '"fever"'),
    ("a text that is not there", FLAGS, "say: heat_check.stop_marks", "say: ‸heat_check.stop_mraks", NEW),
    ("something to do that is nothing", "dialogs/welcome.yaml", "do: change_language", "do: ‸chnage_language",
     "change_language"),
    ("a tier that is none", RULES, "deep_burn: {result: emergency,", "deep_burn: {result: ‸emergncy,", '"emergency"'),
    ("an option that is none", RULES, "creams: ask_first}", "‸craems: ask_first}", "craems"),
    ("the words of no choice", WORDS, "    unsure: Not sure\n\nsigns", "    ‸unsrue: Not sure\n\nsigns", NEW),
    ("the words of no state", WORDS, "\nsigns:", "\n‸sings:", NEW),
    ("a placeholder that nothing fills", "content/es/command.yaml", "human:\n  say: |-\n    Puede",
     "human:\n  say: ‸|-\n    {clinc.phone} Puede", "{clinic.phone}"),
    ("the clinic's status", CLINIC, "\nstatus: demo ", "\nstatus: ‸dmo ", '"demo"'),
    ("a time of day", CLINIC, 'start: "21:00"', 'start: ‸"25:00"', "08:00"),
    ("a row that is told nowhere", "content/inventory.yaml", "or sore\n  where: [heat_check.why]",
     "or sore\n  where: [‸heat_check.wyh]", NEW),
]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for part in ("dialogs", "content"):
        shutil.copytree(SHIPPED / part, tmp_path / part)
    return tmp_path


@pytest.mark.parametrize(("file", "old", "new", "says"), [row[1:] for row in TYPOS], ids=[row[0] for row in TYPOS])
def test_an_editor_marks_it_and_check_refuses_it(
    editor: Editor, project: Path, file: str, old: str, new: str, says: str
):
    typed = editor.typed(file, old, new)
    mark = editor.marks(typed)[0]
    assert (mark.line, mark.column) == (typed.line + 1, typed.column + 1), mark
    assert says in mark.says
    (project / file).write_text(typed.text, "utf-8")
    assert [problem for problem in load(project).problems if problem.file == file and problem.grade is not Grade.INFO]


TALKED = [
    ("a verb that is none", "- tap: Dry", "- ‸tpa: Dry", "There is no such verb"),
    ("a state that is not there", "state: red_flags.today}", "state: ‸red_flags.tody}", "There is no such state"),
    ("a setting that is none", "- bot: {state: red_flags.today}", "- bot: {‸stat: red_flags.today}", "stat"),
    ("a tier that is none", "tier: book_soon", "tier: ‸bok_soon", '"book_soon"'),
    ("no steps", "steps:\n", "‸stpes:\n", "stpes"),
]


@cache
def library() -> Library:
    library = load(SHIPPED).library
    assert library
    return library


@pytest.mark.parametrize(("old", "new", "says"), [row[1:] for row in TALKED], ids=[row[0] for row in TALKED])
def test_an_editor_marks_it_in_a_conversation_too(editor: Editor, tmp_path: Path, old: str, new: str, says: str):
    typed, problems = editor.typed(TALK, old, new), Problems()
    marked = [mark for mark in editor.marks(typed) if (mark.line, mark.column) == (typed.line + 1, typed.column + 1)]
    assert says in marked[0].says
    (tmp_path / "talk.yaml").write_text(typed.text, "utf-8")
    assert read_script(tmp_path / "talk.yaml", "talk.yaml", library(), problems) is None
    assert len(problems)

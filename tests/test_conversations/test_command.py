"""The command `heatwise test`: what it runs, what it prints, and how it exits."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import main_app
from tests.test_conversations.small import ROOT, write

PASSES = "conversation: Fine\nsteps:\n- user: /start\n"
FAILS = f"{PASSES}- expect: {{tier: emergency}}\n"


@pytest.fixture
def project(folder: Path) -> Path:
    for part in ("dialogs", "content"):
        shutil.copytree(ROOT / part, folder / "clinic" / part)
    return folder / "clinic"


def test(*words: str) -> Result:
    return CliRunner().invoke(main_app, ["test", *words])


test.__test__ = False  # pyright: ignore[reportFunctionMemberAccess]


def test_conversations_that_pass_exit_with_0():
    write(PASSES, "talks/fine.yaml")
    ended = test("talks")
    assert (ended.exit_code, ended.stdout) == (0, "passed  talks/fine.yaml\n1 passed, 0 failed\n")


def test_a_conversation_that_fails_exits_with_1():
    write(PASSES, "fine.yaml")
    write(FAILS, "wrong.yaml")
    ended = test("wrong.yaml", "fine.yaml")
    assert ended.exit_code == 1
    assert "FAILED  wrong.yaml:4: Fine\n" in ended.stdout
    assert ended.stdout.endswith("passed  fine.yaml\n1 passed, 1 failed\n")


def test_a_script_with_mistakes_exits_with_1():
    write("conversation: Odd\nsteps: x\n", "odd.yaml")
    ended = test("odd.yaml")
    assert (ended.exit_code, "odd.yaml cannot be read" in ended.stdout) == (1, True)


@pytest.mark.parametrize("mode", ["twice", "old_buttons", "restarts"])
def test_a_fault_can_be_chosen(mode: str):
    write(FAILS, "wrong.yaml")
    assert f"  in mode {mode}: " in test("wrong.yaml", "--mode", mode).stdout


def test_an_unknown_mode_is_misuse():
    assert test("--mode", "thrice").exit_code == 2


def test_results_as_json():
    write(PASSES, "fine.yaml")
    write(FAILS, "wrong.yaml")
    ended = test("--json", "fine.yaml", "wrong.yaml")
    assert ended.exit_code == 1
    assert json.loads(ended.stdout)["totals"] == {"passed": 1, "failed": 1}


def test_the_projects_own_conversations_run_by_default(project: Path):
    write(PASSES, "clinic/tests/conversations/fine.yaml")
    ended = test("--project", str(project))
    assert (ended.exit_code, ended.stdout.splitlines()[-1]) == (0, "1 passed, 0 failed")


def test_a_project_without_conversations_is_told_where_they_belong(project: Path):
    ended = test("--project", str(project))
    missing = project / "tests" / "conversations"
    told = f"There is no folder {missing} yet. Write conversations there, or name files to run.\n"
    assert (ended.exit_code, ended.stderr) == (2, told)


def test_a_path_that_leads_nowhere_is_misuse():
    ended = test("gone.yaml")
    assert (ended.exit_code, ended.stderr) == (2, "There is no file or folder gone.yaml.\n")


def test_a_project_with_mistakes_is_told_as_by_check(project: Path):
    write(PASSES, "fine.yaml")
    (project / "dialogs" / "welcome.yaml").write_text("start: [", "utf-8")
    ended = test("fine.yaml", "--project", str(project))
    assert (ended.exit_code, "dialogs/welcome.yaml" in ended.stdout) == (1, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--lang", "es"], "--lang goes with --record alone. Add --record, or take --lang away."),
        (["--yes"], "--yes goes with --accept alone. Add --accept, or take --yes away."),
        (["--accept", "--record", "a.yaml"], "--record and --accept do not go together. Take one of them away."),
        (["--accept", "--yes", "--dry-run"], "--yes and --dry-run do not go together. Take one of them away."),
        (["b.yaml", "--record", "a.yaml"], "--record and FILE_OR_DIR do not go together. Take one of them away."),
    ],
)
def test_options_that_would_be_passed_over_are_told(words: list[str], told: str):
    ended = test(*words)
    assert (ended.exit_code, ended.stderr) == (2, f"{told}\n")


def test_help_teaches():
    ended = test("--help")
    assert "- tap: The person with pain is 18+ and agrees" in ended.stdout
    assert ended.exit_code == 0

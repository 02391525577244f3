"""pytest runs each conversation as one test, and a failure is the report alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_conversations.small import ROOT, write

PASSES = "conversation: Fine\nsteps:\n- user: /start\n"


@pytest.fixture
def clinic(folder: Path) -> Path:
    """A project with its own conversations and the shipped collector."""
    for part in ("dialogs", "content"):
        shutil.copytree(ROOT / part, folder / part)
    (folder / "tests" / "conversations").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "conversations" / "conftest.py", folder / "tests" / "conversations")
    return folder / "tests" / "conversations"


def run(*words: str) -> list[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", *words]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return ended.stdout.splitlines()


def test_each_conversation_is_a_test_on_each_channel_with_the_name_of_its_path(clinic: Path):
    for name in ("fine.yaml", "signs/one.yaml", "_shared/part.yaml", "notes.txt"):
        write(PASSES, str(clinic / name))
    assert run("--collect-only")[:4] == [
        f"tests/conversations/{name}.yaml::{name} on {channel}"
        for name in ("fine", "signs/one")
        for channel in ("terminal", "telegram")
    ]


def test_each_row_of_a_table_is_a_test_with_its_values_in_its_name(clinic: Path):
    table = 'conversation: Two\neach: [{words: hi, tier: self_care}, {words: hello}]\nsteps: [user: "{words}"]\n'
    write(table.replace("hello}", "hello, tier: same_day}"), str(clinic / "greetings.yaml"))
    assert run("--collect-only")[:4] == [
        f"tests/conversations/greetings.yaml::greetings {row} on {channel}"
        for row in ("{words: hi, tier: self_care}", "{words: hello, tier: same_day}")
        for channel in ("terminal", "telegram")
    ]


def test_a_failure_is_told_as_heatwise_test_tells_it(clinic: Path):
    write(f"{PASSES}- restart\n- expect: {{tier: emergency}}\n", str(clinic / "signs/wrong.yaml"))
    told = run()
    assert "tests/conversations/signs/wrong.yaml:5: Fine" in told
    assert "  expected  tier: emergency" in told
    assert not any("Traceback" in line or "Error" in line for line in told)

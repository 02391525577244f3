"""The command line: what a person types and reads, each command as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from bot.settings import find_project

ENTERED = "Hi. I am an automated program"


def heatwise(*words: str, data: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HEATWISE_DATA_DIR": str(data), "COLUMNS": "100"}
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.run(
        command, input=typed, capture_output=True, text=True, env=environment, timeout=60, check=False
    )


def test_a_chat_opens_as_after_start_and_ends_with_its_input(tmp_path: Path) -> None:
    ended = heatwise("chat", data=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ENTERED in ended.stdout
    assert "not a person" in ended.stdout


def test_eleven_lines_lead_from_the_start_to_the_first_card(tmp_path: Path) -> None:
    ended = heatwise("chat", "--ephemeral", data=tmp_path, typed="1\n1\n1\n1\n1\n1 7\n16\n9\n8\n2\n")
    assert ended.returncode == 0
    assert "Stop dry heat for now" in ended.stdout
    assert "Heat has raised your pain. Use it cooler" in ended.stdout
    assert not list(tmp_path.iterdir())


def test_the_next_chat_goes_on_where_the_last_one_was(tmp_path: Path) -> None:
    heatwise("chat", data=tmp_path, typed="1\n1\n")
    again = heatwise("chat", data=tmp_path)
    assert "You are in the middle of a check" in again.stdout
    assert "Chest pain or pressure" in again.stdout
    assert ENTERED not in again.stdout


def test_bytes_that_are_no_text_do_not_end_the_chat(tmp_path: Path) -> None:
    environment = {**os.environ, "HEATWISE_DATA_DIR": str(tmp_path), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "bot", "chat", "--ephemeral"]
    ended = subprocess.run(command, input=b"\xff\xfe\x00\n1\n", capture_output=True, env=environment, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"Hard to pee" in ended.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("chat", "--lang", "xx"), "There is no language 'xx' here. Choose one of: en, es."),
        (("chat", "--project", "/nowhere"), "/nowhere"),
        (("check", "--project", "/nowhere"), "/nowhere"),
    ],
)
def test_misuse_is_told_in_a_sentence(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    ended = heatwise(*words, data=tmp_path)
    assert ended.returncode == 2
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout


def test_a_chat_on_a_project_with_mistakes_shows_them(tmp_path: Path) -> None:
    for part in ("dialogs", "content"):
        (tmp_path / part).mkdir()
    ended = heatwise("chat", "--project", str(tmp_path), data=tmp_path / "data")
    assert ended.returncode == 1
    assert "dialogs/decisions.yaml" in ended.stdout
    assert "This file is missing" in ended.stdout


def test_a_database_that_is_none_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "heatwise.db").write_bytes(b"this is no database, and long enough to be taken for one" * 20)
    ended = heatwise("chat", data=tmp_path)
    assert ended.returncode == 2
    assert "heatwise.db" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_database_is_made_ready(tmp_path: Path) -> None:
    ended = heatwise("db", "upgrade", data=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, f"{tmp_path / 'heatwise.db'} is ready.\n")


def test_the_shipped_project_has_no_mistakes(tmp_path: Path) -> None:
    ended = heatwise("check", "--json", data=tmp_path)
    assert ended.returncode == 0
    assert {finding["grade"] for finding in json.loads(ended.stdout)["findings"]} == {"Info"}


def test_a_folder_of_ones_own_serves_as_well(tmp_path: Path) -> None:
    for part in ("dialogs", "content"):
        (tmp_path / part).symlink_to(find_project() / part)
    assert heatwise("check", "--project", str(tmp_path), data=tmp_path / "data").returncode == 0


def test_the_version_is_told(tmp_path: Path) -> None:
    assert heatwise("--version", data=tmp_path).stdout == f"heatwise {__version__}\n"


@pytest.mark.parametrize("command", ["chat", "check", "decide", "test", "db", "callbacks", "schema", "new"])
def test_every_command_explains_itself(tmp_path: Path, command: str) -> None:
    ended = heatwise(command, "--help", data=tmp_path)
    assert ended.returncode == 0
    assert len(ended.stdout.splitlines()) > 5

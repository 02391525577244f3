"""The command `heatwise callbacks`: from the form in the chat to the call that was made."""

import json
from pathlib import Path

import pytest

from bot.callbacks_report import NO_MAIL, NOBODY
from tests.test_cli import heatwise

NONE = "None of these\n"
ASKS_FOR_A_CALL = f"1\n{3 * NONE}No heat\n{3 * NONE}Call me\nI agree\nRosa Diaz\n(602) 555-0142\nMorning\nSend\n"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which one patient has asked for a call."""
    data = tmp_path_factory.mktemp("asked")
    ended = heatwise("chat", "--plain", data=data, typed=ASKS_FOR_A_CALL)
    assert "The clinic plans to get back to you" in ended.stdout, ended.stdout
    return data


def listed(data: Path, *words: str) -> list[dict[str, object]]:
    return json.loads(heatwise("callbacks", "--json", *words, data=data).stdout)["callbacks"]


def test_nobody_waits_at_first(tmp_path: Path):
    ended = heatwise("callbacks", data=tmp_path)
    assert (ended.returncode, ended.stdout.splitlines()[0]) == (0, NOBODY)
    assert "heatwise callbacks done ID" in ended.stdout


def test_a_request_is_listed_noted_and_done(asked: Path):
    table = heatwise("callbacks", data=asked).stdout
    assert "Rosa Diaz" in table
    assert "+16025550142" in table
    assert "Morning" in table
    assert NO_MAIL in table
    [before] = listed(asked)
    noted = heatwise("callbacks", "note", str(before["id"]), "No answer", data=asked)
    assert (noted.returncode, noted.stdout) == (0, f"Noted at request {before['id']}.\n")
    assert listed(asked) == [{**before, "note": "No answer"}]
    done = heatwise("callbacks", "done", str(before["id"]), data=asked)
    assert (done.returncode, done.stdout) == (0, f"Request {before['id']} is done. It is erased in 30 days.\n")
    assert listed(asked) == []
    assert [row["note"] for row in listed(asked, "--all")] == ["No answer"]
    assert heatwise("callbacks", data=asked).stdout.splitlines()[0] == NOBODY


@pytest.mark.parametrize("words", [("done", "999"), ("note", "999", "text"), ("done", "0")])
def test_a_request_that_there_is_not_is_told(tmp_path: Path, words: tuple[str, ...]):
    ended = heatwise("callbacks", *words, data=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    said = f"There is no request {words[1]}. See all of them with: heatwise callbacks --all\n"
    assert ended.stderr == said


@pytest.mark.parametrize("words", [("done", "three"), ("done",), ("note", "3"), ("undo", "3")])
def test_misuse_is_told(tmp_path: Path, words: tuple[str, ...]):
    ended = heatwise("callbacks", *words, data=tmp_path)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr + ended.stdout


def test_a_project_with_mistakes_keeps_no_call_from_being_listed(tmp_path: Path):
    for part in ("dialogs", "content"):
        (tmp_path / part).mkdir()
    ended = heatwise("callbacks", "--project", str(tmp_path), data=tmp_path / "data")
    assert (ended.returncode, ended.stdout.splitlines()[0]) == (0, NOBODY)


@pytest.mark.parametrize("command", ["done", "note"])
def test_every_command_explains_itself(tmp_path: Path, command: str):
    ended = heatwise("callbacks", command, "--help", data=tmp_path)
    assert ended.returncode == 0
    assert len(ended.stdout.splitlines()) > 5

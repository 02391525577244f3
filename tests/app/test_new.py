"""`heatwise new` starts a folder on which every command works."""

import json
import tomllib
from pathlib import Path

import pytest

from bot.app.new import FIRST_CONVERSATIONS, PARTS, start
from bot.authoring.project import load
from bot.settings import find_project
from tests.app.commands import heatwise

ANSWERS = {
    "heat": "dry", "signs": [], "consistent": False, "nerves": [], "skin": "none", "recent": "none",
    "precautions": [], "emergency_flags": [], "same_day_flags": [],
}  # fmt: skip


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as it was started, which no test changes."""
    return start(tmp_path_factory.mktemp("new") / "our clinic")


def test_the_command_makes_the_folder_and_says_what_comes_next(tmp_path: Path):
    folder = tmp_path / "deep" / "our clinic"
    ended = heatwise("new", folder, data=tmp_path / "data")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert f"{folder} is ready" in ended.stdout
    assert f"heatwise check --project '{folder}'" in ended.stdout
    assert {path.name for path in folder.iterdir()} == {
        "dialogs", "content", "tests", "schemas", ".vscode", "README.md", ".gitignore"
    }  # fmt: skip
    assert not (tmp_path / "data").exists()


def test_an_empty_folder_that_is_there_will_do(tmp_path: Path):
    assert (start(tmp_path) / "content/clinic.yaml").is_file()


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear Sir")
    ended = heatwise("new", tmp_path, data=tmp_path / "data")
    assert ended.returncode == 2
    assert "is not empty: it holds letter.txt. Nothing was changed." in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder(tmp_path: Path):
    (tmp_path / "clinic").write_text("")
    ended = heatwise("new", tmp_path / "clinic", data=tmp_path / "data")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "is a file. Give the name of a new folder." in ended.stderr


def test_a_place_where_nobody_may_write_is_told_in_a_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("")
    ended = heatwise("new", tmp_path / "file" / "clinic", data=tmp_path / "data")
    assert ended.returncode == 2
    assert "cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_check_finds_no_mistake_in_it(clinic: Path, tmp_path: Path):
    ended = heatwise("check", "--json", "--project", clinic, data=tmp_path)
    assert ended.returncode == 0
    assert {finding["grade"] for finding in json.loads(ended.stdout)["findings"]} == {"Info"}


def test_test_plays_its_own_conversations(clinic: Path, tmp_path: Path):
    ended = heatwise("test", "--json", "--project", clinic, data=tmp_path)
    told = json.loads(ended.stdout)
    played = [path for path in (clinic / "tests/conversations").rglob("*.yaml") if path.parent.name != "_shared"]
    assert (ended.returncode, told["totals"]["failed"]) == (0, 0)
    assert {each["file"] for each in told["conversations"]} == {str(path) for path in played}


def test_chat_talks_with_its_words(clinic: Path, tmp_path: Path):
    ended = heatwise("chat", "--ephemeral", "--project", clinic, data=tmp_path, typed="1\n")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Hi. I am an automated program" in ended.stdout


def test_decide_answers_by_its_rules(clinic: Path, tmp_path: Path):
    ended = heatwise("decide", "--project", clinic, data=tmp_path, typed=json.dumps(ANSWERS))
    assert (ended.returncode, json.loads(ended.stdout)["tier"]) == (0, "self_care")


def test_its_schemas_are_up_to_date_and_every_file_names_its_own(clinic: Path, tmp_path: Path):
    ended = heatwise("schema", "--check", "--project", clinic, data=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (
        ended.stdout
        == f"All {len(list(clinic.glob('schemas/**/*.json')))} schemas in {clinic / 'schemas'} are up to date.\n"
    )


def test_serve_starts_on_it_as_far_as_the_token(clinic: Path, tmp_path: Path):
    ended = heatwise("serve", "--project", clinic, data=tmp_path, HEATWISE_TELEGRAM_TOKEN="")
    assert ended.returncode == 2
    assert "HEATWISE_TELEGRAM_TOKEN" in ended.stderr


def test_it_has_both_languages_and_is_a_demo(clinic: Path):
    library = load(clinic).library
    assert library is not None
    assert (library.languages, library.source.demo) == (("en", "es"), True)


def test_every_path_that_its_readme_names_is_there(clinic: Path):
    readme = (clinic / "README.md").read_text("utf-8")
    named = [word for word in readme.split("`")[1::2] if "/" in word and " " not in word]
    assert len(named) > 5
    assert [word for word in named if not (clinic / word).exists()] == []


def test_the_wheel_carries_all_that_is_copied():
    wheel = tomllib.loads((find_project() / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    inside = {path.removeprefix("tests/conversations/") for path in wheel["only-include"]}
    assert {*FIRST_CONVERSATIONS, "dialogs", "content"} <= inside
    editor = {str(path.relative_to(find_project())) for path in (find_project() / ".vscode").iterdir()}
    assert {path for path in inside if path.startswith(".vscode")} == editor
    assert set(wheel["sources"]) == {*PARTS, "tests/conversations"}

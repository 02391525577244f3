"""`heatwise diff` as staff type it: folders, revisions, exit codes, and words for what cannot be compared."""

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import main_app
from tests.compare.projects import copy

PHONE = ("content/clinic.yaml", "(602) 555-0100 ", "(602) 555-0101 ")


def typed(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main_app, ["diff", *words])
    return done.exit_code, " ".join(done.output.split())


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Staff", "-c", "user.email=staff@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the project in a folder of its own: committed, tagged, and then edited."""
    root = tmp_path_factory.mktemp("clinic")
    git(root, "init", "-q", "-b", "main")
    (root / "notes.txt").write_text("ours")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Before there was a chat")
    git(root, "tag", "before")
    copy(root / "chat")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "As it was")
    git(root, "tag", "first")
    path = root / "chat" / PHONE[0]
    path.write_text(path.read_text("utf-8").replace(PHONE[1], PHONE[2]), "utf-8")
    return root / "chat"


def test_one_revision_is_compared_with_the_project_on_disk(repository: Path):
    done = CliRunner().invoke(main_app, ["diff", "first", "--json", "--project", str(repository)])
    told = json.loads(done.output)
    assert (done.exit_code, told["changed"], told["other_advice"], told["moved"]) == (1, True, 0, [])
    assert [(each["grade"], each["area"], each["lines"]) for each in told["changes"]] == [
        ("different", "numbers", ["clinic.phone: (602) 555-0101; before: (602) 555-0100"])
    ]


def test_two_revisions_that_say_the_same_exit_with_0(repository: Path):
    code, told = typed("first", "HEAD", "--project", str(repository))
    assert (code, told) == (0, 'From "first" to "HEAD" Nothing changed for patients.')


def test_a_revision_that_does_not_exist_is_told_with_what_would_fit(repository: Path):
    code, told = typed("frist", "--project", str(repository))
    assert code == 2
    assert told.startswith("There is no folder and no git revision 'frist'. Did you mean 'first'? A folder, a commit, ")


def test_a_revision_without_the_project_is_told(repository: Path):
    code, told = typed("before", "--project", str(repository))
    assert code == 2
    assert told.startswith("The revision before has no dialogs/ and content/ in ")


def test_a_folder_without_a_project_is_told(repository: Path, tmp_path: Path):
    code, told = typed(str(tmp_path), "--project", str(repository))
    assert code == 2
    assert f"{tmp_path} is a folder without dialogs/ and without content/." in told


def test_outside_of_a_repository_only_folders_fit(tmp_path: Path):
    project = copy(tmp_path / "alone")
    code, told = typed("HEAD", "--project", str(project))
    assert code == 2
    assert told.endswith("is in no git repository, so only folders fit: give one with dialogs/ and content/ in it.")


def test_a_version_with_mistakes_is_not_compared(repository: Path, tmp_path: Path):
    broken = copy(tmp_path / "broken", ("dialogs/heat_check.yaml", "      - go: signs\n", "      - go: sings\n"))
    code, told = typed(str(broken), "--project", str(repository))
    assert code == 2
    assert (
        "has 1 critical mistake, so what it does for patients is not known. The first: dialogs/heat_check.yaml" in told
    )

"""The documents say what is true: their samples are what the commands print, their links lead somewhere."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import find_project
from docs.picture import PICTURES, draw

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DIALOG_LANGUAGE = (ROOT / "docs" / "dialog-language.md").read_text("utf-8")

EXPECTS_THE_WRONG_THING = """\
conversation: Numbness between the legs sends the patient to emergency care
steps:
  - user: /start
  - tap: The person with pain is 18+ and agrees
  - tap: Not sure
  - bot: {state: red_flags.body}
"""


def sample(marker: str) -> list[str]:
    """The indented block after a comment of the README."""
    _, _, rest = README.partition(f"<!-- {marker}")
    block = re.split(r"\n(?=[^ \n])", rest.partition("-->")[2].lstrip("\n"))[0]
    return [line.removeprefix("    ") for line in block.rstrip().splitlines()]


def printed(*words: str, folder: Path) -> list[str]:
    command = [sys.executable, "-m", "bot", *words]
    environment = {**os.environ, "COLUMNS": "100", "HEATWISE_DATA_DIR": str(folder / "data")}
    ended = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)
    return [line.rstrip() for line in ended.stdout.splitlines()]


def test_the_sample_of_check_is_what_check_prints(tmp_path: Path) -> None:
    for part in ("dialogs", "content"):
        shutil.copytree(find_project() / part, tmp_path / part)
    dialog = tmp_path / "dialogs" / "heat_check.yaml"
    dialog.write_text(dialog.read_text("utf-8").replace("go: red_flags.today}", "go: red_flags.tody}"), "utf-8")
    shown = printed("check", "--project", str(tmp_path), folder=tmp_path)
    expected = sample("heatwise check")
    first = shown.index(expected[0])
    assert shown[first : first + len(expected)] == expected


def test_the_sample_of_a_failing_conversation_is_what_test_prints(tmp_path: Path) -> None:
    (tmp_path / "saddle.yaml").write_text(EXPECTS_THE_WRONG_THING, "utf-8")
    shown = printed("test", "saddle.yaml", folder=tmp_path)
    expected = sample("heatwise test")
    first = shown.index(expected[0])
    assert shown[first : first + len(expected)] == expected


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_show_the_chat_as_it_is(name: str) -> None:
    """`make pictures` draws them anew."""
    assert (ROOT / "docs" / name).read_text("utf-8") == draw(name)
    assert f"](docs/{name})" in README


def test_every_file_that_the_documents_link_to_is_there() -> None:
    """In a fresh clone too: a file that is kept out of the repository is no goal of a link."""
    kept_out = {ROOT / line for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()}
    for document in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")):
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", document.read_text("utf-8")):
            goal = (document.parent / link).resolve()
            assert goal.exists(), f"{document.name}: {link}"
            assert goal not in kept_out, f"{document.name}: {link}"


def test_the_sample_of_decide_is_what_decide_answers() -> None:
    given, answer = map(json.loads, re.findall(r"^    (\{\"(?:.+\n)+)", DIALOG_LANGUAGE, re.MULTILINE))
    command = [sys.executable, "-m", "bot", "decide"]
    ended = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    assert json.loads(ended.stdout) == answer

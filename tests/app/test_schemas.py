"""`heatwise schema` writes what editors know of a project, and says what is left to do."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from bot.app.new import start
from bot.app.schemas import draw, report, write
from tests.app.commands import heatwise


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return start(tmp_path_factory.mktemp("schemas") / "clinic")


@pytest.fixture
def clinic(started: Path, tmp_path: Path) -> Path:
    """A clinic's folder of which a test may change something."""
    return shutil.copytree(started, tmp_path / "clinic")


@contextmanager
def killed_after(process: subprocess.Popen[str], seconds: float) -> Iterator[None]:
    """Whatever happens, the process ends, and so does the test."""
    late = Timer(seconds, process.kill)
    late.start()
    try:
        yield
    finally:
        late.cancel()
        process.kill()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_a_new_state_is_known_after_it(clinic: Path):
    change(clinic / "dialogs/reading.yaml", "states:\n", "states:\n  more:\n    buttons:\n      back: {go: back}\n")
    assert '"reading.more"' not in (clinic / "schemas/dialogs/welcome.json").read_text("utf-8")
    assert "schemas/content/reading.json" in write(draw(clinic))
    assert '"reading.more"' in (clinic / "schemas/dialogs/welcome.json").read_text("utf-8")
    assert draw(clinic).stale == []


def test_check_says_which_are_stale_and_writes_nothing(clinic: Path):
    schema = clinic / "schemas/content/reading.json"
    schema.write_text("{}")
    ended = heatwise("schema", "--check", "--project", clinic, data=clinic / "data")
    assert ended.returncode == 1
    assert ended.stdout.startswith("  schemas/content/reading.json\n1 of 37 schemas in ")
    assert ended.stdout.endswith(" are stale. Next: heatwise schema writes them anew.\n")
    assert schema.read_text() == "{}"


def test_schemas_that_are_missing_or_left_over_are_put_right(clinic: Path):
    (clinic / "schemas/conversation.json").unlink()
    (clinic / "schemas/dialogs/gone.json").write_text("{}")
    assert write(draw(clinic)) == ["schemas/conversation.json", "schemas/dialogs/gone.json"]
    assert (clinic / "schemas/conversation.json").is_file()
    assert not (clinic / "schemas/dialogs/gone.json").exists()


def test_a_file_that_does_not_name_its_schema_is_told_with_the_line(clinic: Path):
    (clinic / "tests/conversations/first.yaml").write_text("conversation: First\nsteps:\n  - user: /start\n")
    ended = heatwise("schema", "--project", clinic, data=clinic / "data")
    assert ended.returncode == 0
    assert ended.stdout.endswith(
        "\ntests/conversations/first.yaml does not name its schema yet. Put this line first in it:\n"
        "  # yaml-language-server: $schema=../../schemas/conversation.json\n"
    )


def test_with_a_file_that_cannot_be_read_the_schemas_stay_as_they_are(clinic: Path):
    before = {path: path.read_text("utf-8") for path in clinic.glob("schemas/**/*.json")}
    change(clinic / "dialogs/reading.yaml", "states:\n", "states: [\n")
    ended = heatwise("schema", "--project", clinic, data=clinic / "data")
    assert ended.returncode == 2
    assert "The schemas stay as they are: dialogs/reading.yaml cannot be read" in ended.stderr
    assert {path: path.read_text("utf-8") for path in clinic.glob("schemas/**/*.json")} == before


def test_names_that_are_wrong_keep_no_schema_from_being_written(clinic: Path):
    change(clinic / "dialogs/heat_check.yaml", "go: red_flags.today}", "go: red_flags.tody}")
    assert report(draw(clinic), check=True)


def test_watching_it_writes_them_again_when_a_file_is_saved(clinic: Path):
    command = [sys.executable, "-m", "bot", "schema", "--watch", "--project", str(clinic)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process, killed_after(process, seconds=60):
        assert process.stdout
        said = iter(process.stdout.readline, "")
        assert next(line for line in said if line.startswith("I write them again"))
        change(clinic / "dialogs/reading.yaml", "states:\n", "states: [\n")
        assert "dialogs/reading.yaml cannot be read" in next(said)
        change(
            clinic / "dialogs/reading.yaml", "states: [\n", "states:\n  more:\n    buttons:\n      back: {go: back}\n"
        )
        assert next(said).startswith("Wrote ")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
    assert '"reading.more"' in (clinic / "schemas/dialogs/welcome.json").read_text("utf-8")

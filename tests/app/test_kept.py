"""What is kept for the next start is the library itself, and only while nothing has changed."""

from pathlib import Path

import pytest

from bot.app import kept
from bot.engine.library import Library
from bot.understanding.making import MAKER
from tests.app.commands import heatwise
from tests.authoring.planted import copy_project
from tests.engine.talk import Talk, shipped


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copied = copy_project(tmp_path / "project")
    kept.keep(copied, tmp_path, shipped())
    return copied


def recalled(project: Path) -> Library | None:
    return kept.recall(project, project.parent)


def test_what_was_kept_talks_as_before(project: Path):
    library = recalled(project)
    assert library is not None
    assert Talk(library).check().turn == Talk().check().turn


@pytest.mark.parametrize("change", ["edited", "new", "gone"])
def test_a_changed_project_is_read_again(project: Path, change: str):
    file = project / "content/en/welcome.yaml"
    match change:
        case "edited":
            file.write_text(file.read_text("utf-8") + "# a note\n", "utf-8")
        case "new":
            file.with_name("more.yaml").write_text("a: b\n", "utf-8")
        case _:
            file.unlink()
    assert recalled(project) is None


def test_another_program_reads_again(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept.sys, "version", "4.0")
    assert recalled(project) is None


@pytest.mark.parametrize("damage", [b"", b"\x00", b"not a pickle at all"])
def test_what_is_damaged_is_read_again(project: Path, damage: bytes):
    file = project.parent / kept.FILE
    file.write_bytes(file.read_bytes()[: kept.PRINT] + damage)
    assert recalled(project) is None


def test_without_room_nothing_is_kept(tmp_path: Path):
    kept.keep(tmp_path, tmp_path / "missing", shipped())
    assert kept.recall(tmp_path, tmp_path / "missing") is None


def test_the_second_time_nothing_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(MAKER, "make", None)
    project, loads = copy_project(tmp_path / "project"), list[Path]()

    def load(path: Path) -> Library:
        loads.append(path)
        return shipped()

    first, second = (kept.library(project, tmp_path, load) for _ in range(2))
    assert loads == [project]
    assert first.version == second.version


def test_commands_that_only_read_do_without_a_data_folder(tmp_path: Path):
    (tmp_path / "file").write_text("")
    ended = heatwise("decide", data=tmp_path / "file" / "data")
    assert (ended.returncode, ended.stderr) == (0, "")

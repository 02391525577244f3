"""`heatwise docs` writes the folder, says what it wrote, and tells in a sentence what it cannot do."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.app import docs
from bot.cli import main_app


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main_app, ["docs", *map(str, words)])


def test_it_writes_the_folder_and_names_every_file(tmp_path: Path):
    ended = run(tmp_path / "out")
    named = [line.strip() for line in ended.stdout.splitlines() if line.startswith("  ")]
    there = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*"))
    assert (ended.exit_code, [name for name in there if name not in named]) == (0, [])
    assert f"Open {tmp_path / 'out' / 'index.html'} in a browser." in ended.stdout
    assert "No clinician has reviewed this content." in ended.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("{tmp}/file",), "cannot be written"),
        (("{tmp}/out", "--proof", "{tmp}/none.json"), "none.json cannot be read"),
        (("{tmp}/out", "--tests", "{tmp}/file"), "file is not a file such as"),
        (("{tmp}/out", "--project", "{tmp}/nowhere"), "nowhere"),
    ],
)
def test_what_does_not_work_is_told_in_a_sentence(tmp_path: Path, words: tuple[str, ...], told: str):
    (tmp_path / "file").write_text("x", "utf-8")
    ended = run(*(word.replace("{tmp}", str(tmp_path)) for word in words))
    assert (ended.exit_code, told in ended.stderr, "Traceback" in ended.output) == (2, True, False)


def test_a_library_that_is_missing_is_named_with_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(docs, "NEEDED", ("a_library_that_is_not_there",))
    ended = run(tmp_path / "out")
    assert (ended.exit_code, "pip install 'heatwise[documents]'" in ended.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []

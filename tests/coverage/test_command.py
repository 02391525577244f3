"""`heatwise test --coverage`: what it prints, the page it writes, and how it exits."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import main_app
from tests.test_conversations.small import write

TALK = "conversation: Fine\nsteps:\n- user: /start\n- tap: under_18\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(TALK, "fine.yaml")


def run(*words: str) -> Result:
    return CliRunner().invoke(main_app, ["test", "--coverage", "fine.yaml", *words])


def test_a_gap_is_told_with_its_line_and_what_would_close_it():
    ended = run()
    assert ended.exit_code == 0
    assert "1 passed, 0 failed\n" in ended.stdout
    told = (
        "at welcome.start, the button no_thanks never led to end.declined\n    → At welcome.start: - tap: no_thanks\n"
    )
    assert told in ended.stdout
    assert "3 % (2/66)  states shown" in ended.stdout


def test_a_floor_that_is_missed_exits_with_1():
    ended = run("--at-least", "90")
    assert (ended.exit_code, "states: 3 % (2/66), and at least 90 % were asked for" in ended.stdout) == (1, True)


def test_the_figures_as_json_and_as_a_page():
    ended = run("--json", "--html", "out/page.html")
    told = json.loads(ended.stdout)
    assert (told["totals"]["passed"], told["coverage"]["totals"]["states"]["reached"]) == (1, 2)
    minor = next(
        i for f in told["coverage"]["files"] for i in f["items"] if i["kind"] == "states" and i["id"] == "end.minor"
    )
    assert (minor["reached"], minor["by"], minor["line"]) == (True, "fine.yaml", 18)
    page = Path("out/page.html").read_text("utf-8")
    HTMLParser().feed(page)
    assert 'name="viewport"' in page
    assert "://" not in page.partition("<h1>")[0]
    assert '<li class="full" title="fine.yaml"><span>✓ 18</span>   minor:</li>' in page


@pytest.mark.parametrize("words", [["--html", "a.html"], ["--at-least", "1"]])
def test_options_of_the_coverage_go_with_it(words: list[str]):
    ended = CliRunner().invoke(main_app, ["test", *words])
    assert (ended.exit_code, "goes with --coverage alone" in ended.stderr) == (2, True)

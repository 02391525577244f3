"""`heatwise check`: what it prints of planted mistakes, as text and as JSON, and how it exits."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import main_app
from bot.report import AGAIN, NEXT
from tests.authoring.planted import CLINIC, HEAT, HEAT_WORDS, copy_project, place, replace


def check(*words: str) -> Result:
    return CliRunner().invoke(main_app, ["check", *words])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The shipped project with three mistakes: a state, a placeholder, a text that nothing says."""
    project = copy_project(tmp_path)
    replace(project, HEAT, "      - go: signs", "      - go: sings")
    replace(
        project,
        HEAT_WORDS,
        "\nskin:\n  say: |-\n",
        "\nspare: Never said.\n\nskin:\n  say: |-\n    Call {clinic.fone}!\n",
    )
    return project


def number(project: Path, file: str, marked: str) -> str:
    return str(place(project, file, marked)[0])


def test_every_mistake_is_printed_with_its_line_and_its_mend(project: Path):
    state, text = number(project, HEAT, "- go: ‸sings"), number(project, HEAT_WORDS, "Call ‸{clinic.fone}!")
    spare, status = number(project, HEAT_WORDS, "‸spare:"), number(project, CLINIC, "‸status: demo")
    done = check("--project", str(project))
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        CLINIC,
        f"  Info, line {status}: The content is a demo: every conversation opens with a line that says so.",
    ]
    start = lines.index(HEAT_WORDS)
    assert lines[start:] == [
        HEAT_WORDS,
        f'  Warning, line {spare}: Nothing says "heat_check.spare".',
        f"    {spare} | spare: Never said.",
        f"    {' ' * len(spare)} | ^",
        "    → Delete it, or say it somewhere in dialogs/.",
        "    Every text is said somewhere.",
        f'  Critical, line {text}: Nothing fills the placeholder "{{clinic.fone}}" here.',
        f"    {text} |     Call {{clinic.fone}}!",
        f"    {' ' * len(text)} |          ^",
        '    → Did you mean "{clinic.phone}"?',
        "    A value of content/clinic.yaml, such as {clinic.phone}.",
        "",
        HEAT,
        f'  Critical, line {state}: There is no state or dialog "sings".',
        f"    {state} |       - go: sings",
        f"    {' ' * len(state)} |             ^",
        '    → Did you mean "signs"?',
        next(line for line in lines if line.startswith("    Known here: heat_kind, signs, skin, result, why, ")),
        "",
        "2 critical, 1 warning, 1 note.",
        AGAIN,
    ]


def test_as_json_the_same_findings_have_their_places(project: Path):
    done = check("--project", str(project), "--json")
    assert done.exit_code == 1
    findings = json.loads(done.stdout)["findings"]
    assert [list(finding) for finding in findings] == [["grade", "file", "line", "column", "found", "fits", "mend"]] * 4
    assert [(finding["grade"], finding["file"], finding["line"], finding["column"]) for finding in findings] == [
        ("Info", CLINIC, *place(project, CLINIC, "status: ‸demo")),
        ("Warning", HEAT_WORDS, *place(project, HEAT_WORDS, "‸spare:")),
        ("Critical", HEAT_WORDS, *place(project, HEAT_WORDS, "Call ‸{clinic.fone}!")),
        ("Critical", HEAT, *place(project, HEAT, "- go: ‸sings")),
    ]
    assert findings[3]["mend"] == 'Did you mean "signs"?'


def test_the_shipped_project_is_clean_and_exits_with_0():
    done = check()
    assert (done.exit_code, done.stdout.splitlines()[-2:]) == (0, ["No mistakes, 1 note.", NEXT])
    assert "\x1b" not in done.stdout
    (finding,) = json.loads(check("--json").stdout)["findings"]
    assert (finding["grade"], finding["file"]) == ("Info", CLINIC)


def test_a_warning_alone_exits_with_1(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, HEAT_WORDS, "\nskin:\n", "\nspare: Never said.\n\nskin:\n")
    assert check("--project", str(project)).exit_code == 1


@pytest.mark.parametrize("words", [("--project", "/nowhere/at/all"), ("--colour",)])
def test_misuse_exits_with_2_and_says_so_in_a_sentence(words: tuple[str, ...]):
    done = check(*words)
    assert done.exit_code == 2
    assert done.stderr
    assert "Traceback" not in done.output

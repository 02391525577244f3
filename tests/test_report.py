"""How problems are shown: the line with a caret, the mend under it, and what to do next; or as JSON."""

import io
import json
import re
import sys
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from bot.authoring.problems import Grade, Problem, Problems
from bot.report import AGAIN, NEXT, print_problems

LINES = {
    "dialogs/a.yaml": ["start: a", "states:", "  a: {next: [{go: sings}]}"],
    "content/b.yaml": ["a: " + "x" * 200 + " {fone} " + "y" * 200, "\tb: 日本 {oops}", "", "c: \x1b[31m{red}"],
}


def problem(line: int, column: int, file: str = "dialogs/a.yaml", **other: object) -> Problem:
    said = {"grade": Grade.CRITICAL, "found": "This is odd", "fits": "Less odd", "mend": "Mend it", **other}
    return Problem(file=file, line=line, column=column, **said)  # pyright: ignore[reportArgumentType]


def problems(*given: Problem) -> Problems:
    collected = Problems()
    for name, lines in LINES.items():
        collected.sources[name] = lambda lines=lines: lines
    for each in given:
        collected.add(each)
    return collected


Shown = Callable[..., list[str]]


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    def show(*given: Problem, json: bool = False) -> list[str]:
        print_problems(problems(*given), json)
        return capsys.readouterr().out.splitlines()

    return show


def test_a_command_to_be_typed_stands_alone_so_that_it_can_be_copied(shown: Shown):
    stale = problem(3, 3, found="Old", fits="", mend="Compare them, then type: heatwise translated es a.b")
    assert shown(stale)[4:6] == ["    → Compare them, then type:", "      heatwise translated es a.b"]


def test_a_problem_stands_under_its_file_with_its_line_a_caret_and_the_mend(shown: Shown):
    sings = problem(3, 18, found='There is no state "sings"', fits="Known here: a", mend='Did you mean "signs"?')
    assert shown(sings) == [
        "dialogs/a.yaml",
        '  Critical, line 3: There is no state "sings".',
        "    3 |   a: {next: [{go: sings}]}",
        "      |                  ^",
        '    → Did you mean "signs"?',
        "    Known here: a.",
        "",
        "1 critical, 0 warnings, 0 notes.",
        AGAIN,
    ]


def test_problems_are_grouped_by_file_in_the_order_of_their_lines(shown: Shown):
    lines = shown(problem(2, 1), problem(1, 1), problem(1, 1, "content/b.yaml"), problem(7, 1, "content/missing.yaml"))
    heads = [line for line in lines if line.startswith("  Critical") or "/" in line]
    assert heads == [
        "content/b.yaml",
        "  Critical, line 1: This is odd.",
        "content/missing.yaml",
        "  Critical, line 7: This is odd.",
        "dialogs/a.yaml",
        "  Critical, line 1: This is odd.",
        "  Critical, line 2: This is odd.",
    ]


def test_what_is_not_said_leaves_no_line(shown: Shown):
    assert shown(problem(1, 1, "content/missing.yaml", fits="", mend=""))[:3] == [
        "content/missing.yaml",
        "  Critical, line 1: This is odd.",
        "",
    ]


@pytest.mark.parametrize(("line", "column"), [(3, 1), (9, 1)])
def test_an_empty_line_and_one_that_is_not_there_are_not_shown(shown: Shown, line: int, column: int):
    assert "|" not in "".join(shown(problem(line, column, "content/b.yaml")))


@pytest.mark.parametrize("column", [1, 50, 205, 300, 410, 999])
def test_of_a_long_line_the_part_around_the_place_is_shown(shown: Shown, column: int):
    line, caret = shown(problem(1, column, "content/b.yaml"))[2:4]
    assert len(line) <= 110
    assert "…" in line
    place = min(column - 1, len(LINES["content/b.yaml"][0]))
    assert line[caret.index("^")] if place < len(LINES["content/b.yaml"][0]) else True
    if column == 205:
        assert line[caret.index("^") :].startswith("{fone}")


def test_the_caret_stands_right_under_wide_letters_and_tabs(shown: Shown):
    text = LINES["content/b.yaml"][1]
    line, caret = shown(problem(2, text.index("{") + 1, "content/b.yaml"))[2:4]
    assert caret.index("^") == cell_len(line[: line.index("{")])
    assert "\t" not in line


def test_signs_that_would_steer_the_terminal_are_not_printed(shown: Shown):
    lines = shown(problem(4, 9, "content/b.yaml", found="Odd: \x1b[2J"))
    assert "\x1b" not in "".join(lines)
    assert lines[2:4] == ["    4 | c:  [31m{red}", "      |         ^"]


@pytest.mark.parametrize(
    ("grades", "last"),
    [
        ([], ["No mistakes.", NEXT]),
        ([Grade.INFO], ["No mistakes, 1 note.", NEXT]),
        ([Grade.INFO, Grade.INFO], ["No mistakes, 2 notes.", NEXT]),
        ([Grade.WARNING], ["0 critical, 1 warning, 0 notes.", AGAIN]),
        ([Grade.CRITICAL, Grade.WARNING, Grade.WARNING], ["1 critical, 2 warnings, 0 notes.", AGAIN]),
    ],
)
def test_the_end_counts_and_says_what_to_do_next(shown: Shown, grades: list[Grade], last: list[str]):
    assert shown(*(problem(1, i, grade=grade) for i, grade in enumerate(grades, 1)))[-2:] == last


def test_json_has_the_findings_in_order_and_nothing_else(shown: Shown):
    given = [problem(3, 18, found="ñ"), problem(1, 1, "content/b.yaml", grade=Grade.INFO, fits="", mend="")]
    note = {"grade": "Info", "file": "content/b.yaml", "line": 1, "column": 1}
    odd = {"grade": "Critical", "file": "dialogs/a.yaml", "line": 3, "column": 18}
    assert json.loads("\n".join(shown(*given, json=True))) == {
        "findings": [
            {**note, "found": "This is odd", "fits": "", "mend": ""},
            {**odd, "found": "ñ", "fits": "Less odd", "mend": "Mend it"},
        ]
    }


def test_json_without_findings_is_an_empty_list(shown: Shown):
    assert json.loads("\n".join(shown(json=True))) == {"findings": []}


# Terminals


STYLE = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_in_a_terminal_nothing_is_wider_than_it(monkeypatch: pytest.MonkeyPatch, width: int):
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", Terminal())
    print_problems(problems(problem(1, 205, "content/b.yaml", found="This is very odd " * 9), problem(3, 18)))
    lines = STYLE.sub("", sys.stdout.getvalue()).splitlines()  # pyright: ignore[reportAttributeAccessIssue]
    assert max(len(line) for line in lines) <= width
    assert any("^" in line for line in lines)


def test_in_a_terminal_there_are_colours_and_elsewhere_none(monkeypatch: pytest.MonkeyPatch, shown: Shown):
    assert "\x1b" not in "".join(shown(problem(3, 18)))
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", Terminal())
    print_problems(problems(problem(3, 18)))
    assert "\x1b[" in sys.stdout.getvalue()  # pyright: ignore[reportAttributeAccessIssue]


def test_a_stream_that_knows_no_other_letters_gets_question_marks(monkeypatch: pytest.MonkeyPatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    print_problems(problems(problem(2, 9, "content/b.yaml")))
    assert "? Mend it" in raw.getvalue().decode("ascii")

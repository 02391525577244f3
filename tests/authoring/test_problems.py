"""Problems are told once, in the order of the file, with the right place, as sentences that staff understand."""

import pytest
import yaml

from bot.authoring import reader
from bot.authoring.nodes import Node
from bot.authoring.problems import Grade, Problem, Problems, Report, nearest, one_of, shown
from tests.authoring.test_reader import PARSERS, read_all, the_problem


@pytest.fixture(params=PARSERS)
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_LOADER", request.param)


def problem(line: int = 1, column: int = 1, grade: Grade = Grade.CRITICAL, file: str = "a.yaml") -> Problem:
    return Problem(grade, file, line, column, "This is odd", "Less odd", "Mend it")


def collected(*given: Problem) -> Problems:
    problems = Problems()
    for each in given:
        problems.add(each)
    return problems


def test_a_problem_reads_as_place_grade_and_sentences():
    assert str(problem(3, 7)) == "a.yaml:3:7: Critical: This is odd. Less odd. Mend it"


def test_an_empty_sentence_leaves_no_gap():
    assert (
        str(Problem(Grade.INFO, "a.yaml", 1, 1, "This is odd", "", "Mend it"))
        == "a.yaml:1:1: Info: This is odd. Mend it"
    )


def test_a_sentence_that_has_its_stop_gets_no_second_one():
    asked = Problem(Grade.WARNING, "a.yaml", 1, 1, 'What is "sya"?', "Did you mean say?", "Mend it")
    assert str(asked) == 'a.yaml:1:1: Warning: What is "sya"? Did you mean say? Mend it'


def test_problems_come_in_the_order_of_file_line_and_column():
    late, early, same_line, other_file = problem(10, 1), problem(2, 9), problem(2, 3), problem(1, 1, file="b.yaml")
    assert list(collected(other_file, late, early, same_line)) == [same_line, early, late, other_file]


def test_problems_at_one_place_come_in_the_order_they_were_found():
    first, second = problem(grade=Grade.WARNING), problem(grade=Grade.CRITICAL)
    assert list(collected(first, second)) == [first, second]


def test_the_same_problem_is_told_once():
    assert len(collected(problem(), problem())) == 1


@pytest.mark.parametrize(
    ("grades", "critical", "blocking"),
    [
        ([], False, False),
        ([Grade.INFO], False, False),
        ([Grade.INFO, Grade.WARNING], False, True),
        ([Grade.CRITICAL], True, True),
    ],
)
def test_critical_and_warning_block_and_info_does_not(grades: list[Grade], critical: bool, blocking: bool):
    problems = collected(*(problem(grade=grade) for grade in grades))
    assert (problems.critical, problems.blocking) == (critical, blocking)


def test_a_report_adds_the_name_of_its_file_and_counts():
    problems = Problems()
    report = Report("dialogs/a.yaml", problems)
    report.refuse((4, 2), "This is odd", "", "Mend it")
    assert report.count == 1
    assert [str(each) for each in problems] == ["dialogs/a.yaml:4:2: Critical: This is odd. Mend it"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("choises", "choices"),
        ("aks", "ask"),
        ("ASK", "ask"),
        ("heat kind", "Heat_Kind"),
        ("say", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_nearest_forgives_a_slip_and_case_and_guesses_no_further(word: str, meant: str | None):
    assert nearest(word, ["ask", "choices", "next", "Heat_Kind"]) == meant


def test_nearest_of_nothing_is_none():
    assert nearest("ask", []) is None


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("", ""),
        ("a", "a"),
        ("ab", "a or b"),
        ("abc", "a, b or c"),
        ("abcd", "a, b, c or 1 more"),
        ("abcdef", "a, b, c or 3 more"),
    ],
)
def test_one_of_says_what_would_fit_and_how_many_more_there_are(names: str, said: str):
    assert one_of(names, limit=3) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("heat", '"heat"'),
        ("two\n  lines", '"two lines"'),
        ("abcdefghij", '"abcdefghij"'),
        ("abcdefghijk", '"abcdefghi…"'),
    ],
)
def test_a_text_is_shown_on_one_line_and_cut_short(text: str, said: str):
    assert shown(text, limit=10) == said


# The place of a problem


def the_node(text: str) -> Node:
    node, _ = read_all(text)
    assert node is not None
    return node


NESTED = the_node(
    """\
start: nerves
states:
  nerves:
    choices:
      - none
      - some: {sets: listed}
    next:
      - go: body
"""
)


@pytest.mark.parametrize(
    ("path", "at", "key_at"),
    [
        ([], (1, 1), (1, 1)),
        (["start"], (1, 8), (1, 1)),
        (["states"], (3, 3), (2, 1)),
        (["states", "nerves", "choices"], (5, 7), (4, 5)),
        (["states", "nerves", "choices", 0], (5, 9), (5, 9)),
        (["states", "nerves", "choices", 1, "some", "sets"], (6, 22), (6, 16)),
        (["states", "nerves", "choices", 7], (5, 7), (5, 7)),
        (["states", "nerves", "choices", -1], (5, 7), (5, 7)),
        (["states", "nerves", "choices", "some"], (5, 7), (5, 7)),
        (["start", "deeper"], (1, 8), (1, 8)),
        (["nowhere"], (1, 1), (1, 1)),
    ],
)
def test_a_node_knows_the_place_of_each_value_and_each_key(
    path: list[str | int], at: tuple[int, int], key_at: tuple[int, int]
):
    assert (NESTED.at(path), NESTED.key_at(path)) == (at, key_at)


@pytest.mark.parametrize(
    ("path", "at", "key_at"),
    [
        (["states", "next", 0, "go"], (8, 13), (8, 9)),  # through the one state
        (["states", "nerves", "choices", 1, "sets"], (6, 22), (6, 16)),  # through the one choice
        (["states", "nerves", "choices", 1, "colour"], (6, 9), (6, 9)),  # not there either: not gone into
    ],
)
def test_a_step_that_is_missing_is_looked_for_inside_an_only_value(
    path: list[str | int], at: tuple[int, int], key_at: tuple[int, int]
):
    assert (NESTED.at(path), NESTED.key_at(path)) == (at, key_at)


def test_an_empty_value_stands_behind_its_colon():
    assert the_node("a:\nb: c\n").at(["a"]) == (1, 3)


def test_the_children_mirror_the_value():
    children = the_node("a: b\nc: [d]\n").children
    assert isinstance(children, dict)
    assert {name: child.value for name, child in children.items()} == {"a": "b", "c": ["d"]}
    assert children["a"].children is None
    assert children["a"].key_marks is None


def test_key_marks_say_where_each_key_stands():
    assert NESTED.key_marks == {"start": (1, 1), "states": (2, 1)}


# The words for a mistake in the YAML itself


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("say: Please note: no heat\n", (1, 17), "A colon and a space stand inside a text"),
        ("say: {name}: hello\n", (1, 12), "A colon and a space stand inside a text"),
        ("a: [b, c: d: e]\n", (1, 12), "A colon and a space stand inside a text"),
        ("a: b\n  c: d\n", (2, 4), "This line does not go together with the line above"),
        ("a:b\nc: d\n", (2, 2), "This line does not go together with the line above"),
        ("a: b\nno colon\nc: d\n", (2, 1), "A colon and a space are missing"),
        ("- a\n-b\n", (2, 1), "A colon and a space are missing"),
        ('a: "open\nb: c\n', (1, 4), "A quote opens here and is never closed"),
        ("a: 'open\n---\nb: c\n", (1, 4), "A quote opens here and is never closed"),
        ("a: 'It's hot'\n", (1, 8), "The text in quotes ends before this place"),
        ('a: "open\nb: "c"\n', (2, 5), "The text in quotes ends before this place"),
        ("say: {name}, hello\n", (1, 12), "The line goes on after the bracket"),
        ("a: [b, c\nd: e\n", (1, 4), "A bracket [ or { opens here"),
        ("a: {b: c\n", (1, 4), "A bracket [ or { opens here"),
        ("a: [", (1, 5), "Something is missing here"),
        ("a: @b\n", (1, 4), 'A text without quotes cannot begin with "@"'),
        ("a: `b`\n", (1, 4), 'A text without quotes cannot begin with "`"'),
        ("a: ]\n", (1, 4), 'A text without quotes cannot begin with "]"'),
        ("a: ? b\n", (1, 4), 'A text without quotes cannot begin with "?"'),
        ("a: *bold* text\n", (1, 4), 'A text without quotes cannot begin with "*"'),
        ("a: & b\n", (1, 4), 'A text without quotes cannot begin with "*" or "&"'),
        ("a: !b!c d\n", (1, 4), 'A text without quotes cannot begin with "!"'),
        ("a: |b\n", (1, 5), "Something stands after | or >"),
        ("a: - b\n", (1, 4), "A list cannot begin here"),
        ("a: '\n  b'\n c: d\n", (3, 2), "This line is indented like none"),
        ("a:\n  b: c\n d: e\n", (3, 2), "This line is indented like none"),
        ("- a\nb: c\n", (2, 1), "This line is indented like none"),
        ("%YAML 3.0\n---\na: b\n", (1, 1), "A line cannot begin with %"),
        ("- \t- a\n", (1, 3), "A tab stands here"),
        ('a: "\\u12"\n', (1, 9), "A backslash stands in a text in double quotes"),
    ],
)
def test_a_mistake_in_the_yaml_is_one_problem_in_plain_words(text: str, at: tuple[int, int], found: str):
    problem = the_problem(text)
    assert problem.found.startswith(found)
    assert problem.mend
    if "u12" not in text:  # the parsers differ: at the backslash's number, or behind it
        assert (problem.line, problem.column) == at
    assert read_all(text)[0] is None


def test_a_colon_in_a_text_is_mended_with_quotes_or_a_block():
    problem = the_problem("say: Please note: no heat\n")
    assert "in quotes" in problem.mend
    assert "|-" in problem.mend


@pytest.mark.usefixtures("either_parser")
def test_a_letter_number_beyond_all_letters_is_a_problem_too():
    assert the_problem('a: "\\UFFFFFFFF"\n').found.startswith("A backslash")


def test_a_mistake_without_a_name_is_told_as_well(monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> None:
        raise yaml.YAMLError("something new")

    monkeypatch.setattr(yaml, "parse", broken)
    problem = the_problem("a: b\n")
    assert (problem.line, problem.column, problem.found) == (1, 1, "This cannot be read, or what stands just above")

"""A space that only looks like one is named with its place: nobody can see it."""

import pytest

from bot.authoring.problems import Problem, Problems
from bot.authoring.reader import read_text


def read(text: str) -> tuple[object, list[Problem]]:
    problems = Problems()
    node = read_text(text.encode(), "dialogs/a.yaml", problems)
    return node and node.value, list(problems)


@pytest.mark.parametrize(
    ("text", "at", "value", "found"),
    [
        ("a:\n\xa0\xa0b: c\n", (2, 1), {"a": {"b": "c"}}, "no-break space (U+00A0), stands before this line"),
        ("a:\n  b: c\n\xa0 d: e\n", (3, 1), {"a": {"b": "c", "d": "e"}}, "no-break space (U+00A0), stands before"),
        ("a:\n  b: c\n \u202fd: e\n", (3, 2), {"a": {"b": "c", "d": "e"}}, "narrow no-break space (U+202F)"),
        ("a:\n  b: c\n\u3000 d: e\n", (3, 1), {"a": {"b": "c", "d": "e"}}, "ideographic space (U+3000)"),
        ("a:\n  b:\xa01\n  c: 2\n", (2, 5), None, "no-break space (U+00A0), stands behind a colon or a dash"),
        ("a:\xa0[1, 2\nb: 3\n", (1, 3), None, "no-break space (U+00A0), stands behind a colon or a dash"),
    ],
)
def test_an_invisible_space_is_told_where_it_stands(text: str, at: tuple[int, int], value: object, found: str):
    read_value, [problem] = read(text)
    assert (problem.line, problem.column) == at
    assert found in problem.found
    assert "type a space in its place" in problem.mend
    assert read_value == value


@pytest.mark.parametrize(
    "text", ["a: 5\xa0cm\n", "a: |-\n  Note:\xa0cold\n  -\xa0and so on\n", "# \xa0\n  \na: 5\xa0cm\n"]
)
def test_inside_a_text_it_is_part_of_the_text(text: str):
    assert read(text)[1] == []

"""The reader takes words as words, refuses what surprises people with its place and its mend, and never falls over."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.authoring import reader
from bot.authoring.nodes import DEPTH, Node
from bot.authoring.problems import Problem, Problems
from bot.authoring.reader import LIMIT, read, read_text

PARSERS = [pytest.param(yaml.CSafeLoader, id="C"), pytest.param(yaml.SafeLoader, id="Python")]


@pytest.fixture(params=PARSERS)
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has no C parser gets the same from the one in Python."""
    monkeypatch.setattr(reader, "_LOADER", request.param)


def read_all(text: str | bytes) -> tuple[Node | None, list[Problem]]:
    problems = Problems()
    node = read_text(text if isinstance(text, bytes) else text.encode(), "dialogs/a.yaml", problems)
    return node, list(problems)


def value_of(text: str | bytes) -> object:
    node, problems = read_all(text)
    assert [str(problem) for problem in problems] == []
    assert node is not None
    return node.value


def places(text: str | bytes) -> list[tuple[int, int]]:
    return [(problem.line, problem.column) for problem in read_all(text)[1]]


def the_problem(text: str | bytes) -> Problem:
    _, problems = read_all(text)
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]


# What is read


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on: on\nyes: yes\nno: no\n", {"on": "on", "yes": "yes", "no": "no"}),
        ("hours: 12:30\n", {"hours": "12:30"}),
        (
            "{a: 1, b: 0x1F, c: 1e3, d: 2024-01-01, e: null, f: .inf}",
            {"a": "1", "b": "0x1F", "c": "1e3", "d": "2024-01-01", "e": "null", "f": ".inf"},
        ),
        ("a: ~\nb:\nc: ''\nd: '~'\n", {"a": "", "b": "", "c": "", "d": "~"}),
        ("- a\n- [b, {c: d}]\n- {}\n- []\n", ["a", ["b", {"c": "d"}], {}, []]),
        ("say: |-\n  Hola,\n  ¿qué tal?\n", {"say": "Hola,\n¿qué tal?"}),
        ("say: >\n  one\n  line\n", {"say": "one line\n"}),
        ('say: "tab\\tand \\u00f1"\n', {"say": "tab\tand ñ"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("'<<': a text like any other\n", {"<<": "a text like any other"}),
        ("--- # the one document\na: b\n...\n", {"a": "b"}),
        ("just words", "just words"),
    ],
)
def test_all_plain_values_are_the_words_as_written(text: str, value: object):
    assert value_of(text) == value


def test_a_tab_between_words_is_part_of_the_text():
    assert value_of("say: a\ttab\n") == {"say": "a\ttab"}


def test_a_byte_order_mark_before_the_text_is_not_part_of_it():
    assert value_of(b"\xef\xbb\xbfa: b\n") == {"a": "b"}
    assert places(b"\xef\xbb\xbfa: *b\n") == [(1, 4)]


def test_columns_count_letters_not_bytes():
    assert places("¿señal 😀: *b\n") == [(1, 11)]


# What is refused, and reading goes on


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "at", "value", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1)], {"a": "1", "b": "2"}, "the first is on line 1, column 1"),
        ("a: {b: 1, b: {c: 1}}\n", [(1, 11)], {"a": {"b": "1"}}, 'The name "b"'),
        ("no: 1\n'no': 2\n", [(2, 1)], {"no": "1"}, 'The name "no"'),
        ("a: &there b\n", [(1, 4)], {"a": "b"}, '"&there"'),
        ("a: &there\n  b: c\n", [(1, 4)], {"a": {"b": "c"}}, '"&there"'),
        ("&there a: b\n", [(1, 1)], {"a": "b"}, '"&there"'),
        ("a: *there\n", [(1, 4)], {"a": ""}, '"*there"'),
        ("- *there\n- b\n", [(1, 3)], ["", "b"], '"*there"'),
        ("*there : b\nc: d\n", [(1, 1)], {"c": "d"}, '"*there"'),
        ("a: !!python/object:os.system b\n", [(1, 4)], {"a": "b"}, '"!!python/object:os.system"'),
        ("a: !foo [b]\n", [(1, 4)], {"a": ["b"]}, '"!foo"'),
        ("a: !!str 1\n", [(1, 4)], {"a": "1"}, '"!!str"'),
        ("a: ! b\n", [(1, 4)], {"a": "b"}, '"!"'),
        ("a: !<tag:example.org,2024:x> b\n", [(1, 4)], {"a": "b"}, '"!<tag:example.org,2024:x>"'),
        ("? [a, b]\n: {c: d}\ne: f\n", [(1, 3)], {"e": "f"}, "A list stands here in the place of a name"),
        ("? {a: b}\n: c\n", [(1, 3)], {}, "A group of names in { } stands here"),
        ("say: {{name}}\n", [(1, 7)], {"say": {}}, "A group of names in { } stands here"),
        ("a:\n  <<: {b: c}\n  d: e\n", [(2, 3)], {"a": {"d": "e"}}, 'The name "<<"'),
        ("a: b\n---\nc: d\n---\ne: f\n", [(2, 1)], {"a": "b"}, "A second document"),
        ("%YAML 1.1\n---\na: b\n", [(1, 1)], {"a": "b"}, "A line that begins with %"),
        ("# first\n%TAG ! tag:x,2024:\n---\na: b\n", [(2, 1)], {"a": "b"}, "A line that begins with %"),
        ("a:\n\tb: c\n \td: e\n", [(2, 1), (3, 2)], None, "begins with a tab"),
        ("a:\n\tb: c\n\td: e\n", [(2, 1), (3, 1)], {"a": {"b": "c", "d": "e"}}, "begins with a tab"),
        ("a: b\x00c\x07\nd: \x1b\n", [(1, 5), (2, 4)], {"a": "b\ufffdc\ufffd", "d": "\ufffd"}, "U+0000"),
        ("a: one\u2028two\nb: \ufeff\n", [(1, 7), (2, 4)], {"a": "one\ufffdtwo", "b": "\ufffd"}, "U+2028"),
    ],
)
def test_what_is_refused_is_told_with_its_place_and_the_rest_is_read(
    text: str, at: list[tuple[int, int]], value: object, found: str
):
    node, problems = read_all(text)
    assert [(problem.line, problem.column) for problem in problems] == at
    assert found in problems[0].found
    assert all(problem.mend and problem.file == "dialogs/a.yaml" for problem in problems)
    assert (node and node.value) == value


def test_every_problem_of_a_file_is_told_in_one_run():
    text = "a: &x 1\nb: *x\na: !t 2\nc:\n  <<: *x\n  d: {e: 1, e: 2}\n---\n? [f]\n: &y !u {}\n"
    assert places(text) == [(1, 4), (2, 4), (3, 1), (3, 4), (5, 3), (5, 7), (6, 13), (7, 1), (8, 3), (9, 3), (9, 3)]


def test_problems_before_a_mistake_in_the_yaml_are_told_too():
    assert places("a: *x\nb: 'open\n") == [(1, 4), (2, 4)]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n", "''\n", "\ufeff"])
def test_an_empty_file_is_told(text: str):
    problem = the_problem(text)
    assert (problem.line, problem.column, problem.found) == (1, 1, "The file is empty")
    assert read_all(text)[0] is None


def test_an_alias_alone_is_told_as_an_alias_not_as_an_empty_file():
    assert '"*a"' in the_problem("*a").found


def test_a_bomb_of_aliases_expands_to_nothing():
    rows = [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdef", "bcdefg", strict=True)
    ]
    node, problems = read_all("a: &a [boom, boom]\n" + "\n".join(rows))
    assert node is not None
    assert node.value == {"a": ["boom", "boom"], **{name: [""] * 9 for name in "bcdefg"}}
    assert len(problems) == 7 + 6 * 9


# What ends the reading


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
@pytest.mark.parametrize("levels", [1_000, 30_000])
def test_brackets_without_end_are_one_problem(opening: str, levels: int):
    node, problems = read_all(opening * levels)
    assert node is None
    assert [problem.found.partition(" stand")[0] for problem in problems] == ["More than 40 lists and groups"]


def test_the_depth_is_refused_where_it_passes_the_limit():
    assert value_of("[" * DEPTH + "]" * DEPTH)
    assert places("[" * 41 + "]" * 41) == [(1, 41)]
    assert places("a:\n  - " + "[" * 41 + "]" * 41) == [(2, 5 + 38)]


def test_a_file_over_the_limit_is_one_problem_and_not_parsed():
    assert value_of(b"a: " + b"b" * (LIMIT - 3))
    problem = the_problem(b"*a " * LIMIT)
    assert (problem.line, problem.column, problem.found) == (1, 1, "The file is larger than 256 KiB")
    assert read_all(b"a" * (LIMIT + 1))[0] is None


def test_a_letter_in_another_encoding_is_told_with_its_byte_and_the_rest_is_read():
    node, problems = read_all("a: b\r\nseñal: *x\r\n".encode("latin-1"))
    assert [(problem.line, problem.column) for problem in problems] == [(2, 3), (2, 8)]
    assert "byte 8 of it, 0xf1," in problems[0].found
    assert "UTF-8" in problems[0].mend
    assert node is not None
    assert node.value == {"a": "b", "se\ufffdal": ""}


def test_a_wrong_byte_behind_a_byte_order_mark_has_the_column_that_editors_show():
    assert places(b"\xef\xbb\xbfa: \xff\n") == [(1, 4)]


def test_another_encoding_throughout_is_one_problem():
    problem = the_problem("a: b\nc: d\n".encode("utf-16"))
    assert (problem.line, problem.column) == (1, 1)
    assert "byte 0 of it, 0xff," in problem.found


def test_an_echo_of_refused_characters_is_not_told_as_a_second_mistake():
    assert places("a: b\n\x00\nc: d\n") == [(2, 1)]


# Files


def read_file(path: Path) -> tuple[Node | None, list[Problem]]:
    problems = Problems()
    return read(path, "dialogs/a.yaml", problems), list(problems)


def test_a_file_is_read(tmp_path: Path):
    (tmp_path / "a.yaml").write_bytes(b"a: b\n")
    node, problems = read_file(tmp_path / "a.yaml")
    assert problems == []
    assert node is not None
    assert node.value == {"a": "b"}


def test_a_large_file_is_told(tmp_path: Path):
    (tmp_path / "a.yaml").write_bytes(b"a" * (LIMIT * 2))
    node, problems = read_file(tmp_path / "a.yaml")
    assert node is None
    assert [problem.found for problem in problems] == ["The file is larger than 256 KiB"]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path):
    node, problems = read_file(tmp_path)
    assert node is None
    assert [problem.found for problem in problems] == ["This is a folder or a device where a file should be"]


@pytest.mark.parametrize("name", ["missing.yaml", "a\0b.yaml"])
def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, name: str):
    node, problems = read_file(tmp_path / name)
    assert node is None
    assert [problem.found.partition(" (")[0] for problem in problems] == ["The file cannot be opened"]
    assert "None" not in problems[0].found


# Nothing makes it fall over

# Random letters seldom make YAML; these do.
_YAML_SIGNS = "[]{},:?-&*!|>%@`\"'#~ \n\t\r\\añ😀\0\x85\u2028\ufeff"
_YAML_WORDS = (": ", "- ", "\n  ", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "!!str ", "!<", "&x ", "*x ", "|-\n")
_YAML_NUMBERS = ("\\u12", "\\ud800", "\\UFFFFFFFF")
SIGNS = st.sampled_from([*_YAML_SIGNS, *_YAML_WORDS, *_YAML_NUMBERS])


def never_raises(data: bytes) -> None:
    problems = Problems()
    node = read_text(data, "a.yaml", problems)
    assert node is not None or problems.critical
    lines = data.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= problem.line <= len(lines) for problem in problems)
    assert all(1 <= problem.column <= len(lines[problem.line - 1]) + 1 for problem in problems)
    assert all(str(problem) and "\n" not in str(problem) for problem in problems)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
def test_no_bytes_make_the_reader_raise(data: bytes):
    never_raises(data)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
@example("[")
def test_no_text_makes_the_reader_raise(text: str):
    never_raises(text.encode(errors="replace"))


@pytest.mark.parametrize("parser", PARSERS)
def test_no_mixture_of_signs_makes_the_reader_raise(parser: object):
    @settings(max_examples=300, deadline=None)
    @given(st.lists(SIGNS, max_size=30))
    def holds(signs: list[str]) -> None:
        never_raises("".join(signs).encode())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_LOADER", parser)
        holds()


TEXTS = st.text("ab é'\"\\:#{[\n")
VALUES = st.recursive(TEXTS.filter(bool), lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=20)


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_what_another_program_wrote_in_quotes_is_read_back(value: object):
    assert value_of(yaml.safe_dump(value, default_style='"', allow_unicode=True).replace("!!map ", "")) == value

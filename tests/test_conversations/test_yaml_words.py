"""Lines that a failure offers can be pasted: the strict reader takes them as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.authoring.problems import Problems
from bot.authoring.reader import read_text
from bot.conversations.yaml_words import flow, line, word


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("None of these", "None of these"),
        ("Done (all)", "Done (all)"),
        ("red_flags.nerves", "red_flags.nerves"),
        ("Yes, one", '"Yes, one"'),
        ("Done: now", '"Done: now"'),
        ("18+", '"18+"'),
        ("911", '"911"'),
        ("", '""'),
        ('Say "hi"', '"Say \\"hi\\""'),
        ("{clinic.phone}", '"{clinic.phone}"'),
        ("¿Qué?", '"¿Qué?"'),
        ("Español", "Español"),
        ("Ends with space ", '"Ends with space "'),
    ],
)
def test_a_text_gets_quotes_where_it_may_need_them(text: str, written: str):
    assert word(text) == written


def test_values_stand_on_one_line():
    assert (
        flow({"state": "a.b", "n": 1, "list": ["x", "y, z"], "none": []})
        == '{state: a.b, n: 1, list: [x, "y, z"], none: []}'
    )


def test_a_long_group_is_written_one_name_a_line():
    value = {"state": "red_flags.nerves", "buttons": ["None of these"] * 8}
    assert line("bot", value).splitlines() == [
        "- bot:",
        "    state: red_flags.nerves",
        f"    buttons: [{', '.join(['None of these'] * 8)}]",
    ]
    assert line("bot", {"state": "a.b"}) == "- bot: {state: a.b}"
    assert line("tap", "x" * 200) == f"- tap: {'x' * 200}"


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), max_size=20)


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_what_is_written_is_read_back(texts: list[str]):
    texts = [text.replace("\ufeff", "") for text in texts]
    problems = Problems()
    node = read_text(line("bot", {"says": texts}).encode(), "a.yaml", problems)
    assert [str(problem) for problem in problems] == []
    assert node is not None
    assert node.value == [{"bot": {"says": texts}}]

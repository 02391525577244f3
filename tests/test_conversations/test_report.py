"""`heatwise test` tells a line a conversation, failures in full, and the count; or JSON."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from bot.conversations.report import report, report_json
from bot.conversations.suite import Result, play_all
from tests.test_conversations.small import library, write

PASSES = "conversation: Fine\nsteps:\n- user: /start\n"


def results(*texts: str) -> Iterator[Result]:
    files = [write(text, f"{number}.yaml") for number, text in enumerate(texts, 1)]
    return play_all(files, library())


def test_each_conversation_is_told_as_soon_as_it_was_played():
    out = StringIO()
    told: list[str] = []

    def watched() -> Iterator[Result]:
        for result in results(PASSES, PASSES):
            told.append(out.getvalue())
            yield result

    assert report(watched(), out) is True
    assert told == ["", "passed  1.yaml\n"]
    assert out.getvalue() == "passed  1.yaml\npassed  2.yaml\n2 passed, 0 failed\n"


def test_each_row_of_a_table_is_told_with_its_values():
    out = StringIO()
    report(results('conversation: Two\neach: [{words: /start}, {words: hi}]\nsteps: [user: "{words}"]\n'), out)
    lines = ['passed  1.yaml  {words: "/start"}', "passed  1.yaml  {words: hi}", "2 passed, 0 failed"]
    assert out.getvalue().splitlines() == lines


def test_failures_are_told_in_full():
    out = StringIO()
    assert (
        report(results(f"{PASSES}- restart\n- bot: {{says: x}}\n", "conversation: Odd\nsteps: x\n", PASSES), out)
        is False
    )
    assert (
        out.getvalue()
        == """
FAILED  1.yaml:5: Fine

  you › /start
  bot › Hi. I am no person. Terminal is not private. (+3)
  ----- restart -----
  bot › (says nothing)

  expected  the bot to say something
  got       silence

  to paste instead of line 5:
  - expect: {place: welcome.start}


FAILED  2.yaml cannot be read
2.yaml:2:8: The text "x" stands here.
  A list of steps would fit.
  → Write it like this: - tap: None of these, one a line

passed  3.yaml
1 passed, 2 failed
"""
    )


def test_the_same_for_programs():
    out = StringIO()
    assert report_json(results(PASSES, f"{PASSES}- tap: x\n", "conversation: Odd\nsteps: x\n"), out) is False
    told = json.loads(out.getvalue())
    assert told["totals"] == {"passed": 1, "failed": 2}
    seconds = [one.pop("seconds") for one in told["conversations"]]
    assert all(isinstance(each, float) for each in seconds)
    passed, failed, odd = told["conversations"]
    assert passed == {"file": "1.yaml", "name": "Fine", "row": "", "passed": True, "failure": None}
    assert (failed["file"], failed["passed"], failed["failure"]["line"]) == ("2.yaml", False, 4)
    assert failed["failure"]["differences"][0]["expected"] == "a button x"
    assert failed["failure"]["text"].startswith("2.yaml:4: Fine\n")
    assert odd["failure"]["mistakes"] == [
        {
            "grade": "Critical",
            "file": "3.yaml",
            "line": 2,
            "column": 8,
            "found": 'The text "x" stands here',
            "fits": "A list of steps would fit",
            "mend": "Write it like this: - tap: None of these, one a line",
        }
    ]
    assert (odd["failure"]["file"], odd["failure"]["line"]) == ("3.yaml", 2)
    assert odd["failure"].keys() == failed["failure"].keys()
    assert odd["failure"]["differences"] == [
        {"expected": "A list of steps would fit", "got": 'The text "x" stands here'}
    ]


def test_a_file_that_cannot_be_read_has_a_name():
    texts = ["conversation: Odd\nsteps: x\n", "steps: [\n", ""]
    out = StringIO()
    Path("2.yaml").write_text(texts[1], "utf-8")
    report_json(play_all([write(texts[0], "1.yaml"), Path("2.yaml")], library()), out)
    assert [each["name"] for each in json.loads(out.getvalue())["conversations"]] == ["Odd", "2.yaml"]


def test_all_passed_for_programs():
    out = StringIO()
    assert report_json(results(PASSES), out) is True
    assert json.loads(out.getvalue())["totals"] == {"passed": 1, "failed": 0}

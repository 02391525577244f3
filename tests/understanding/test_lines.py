"""Messages as JSON lines: a meaning for each, and bad lines told by their number."""

import json
from io import BytesIO
from typing import Any

import pytest

from bot.understanding.lines import understand_lines
from tests.understanding.understood import understanding


def told(*lines: bytes, explain: bool = False) -> tuple[bool, list[str]]:
    sink = BytesIO()
    good = understand_lines(understanding(), list(lines), sink, explain)
    return good, sink.getvalue().decode().splitlines()


def plain(line: str) -> dict[str, Any]:
    return json.loads(line)


def test_each_message_has_its_meaning():
    good, lines = told(b'{"id": "a", "text": "I want to die", "lang": "en"}', b"", b'{"id": 2, "text": "hi"}')
    first, second = map(plain, lines)
    assert good
    assert (first["id"], first["outcome"], first["flags"], first["tier"]) == ("a", "alarm", ["self_harm"], "crisis")
    assert (second["id"], second["outcome"], second["topic"], second["why"]) == (2, "none", "greeting", [])


def test_every_reason_bears_the_lexicon():
    _, lines = told(b'{"text": "no chest pain"}')
    assert {why["lexicon"] for why in plain(lines[0])["why"]} == {understanding().lexicon.hash}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"x", "It is no JSON"),
        (b"[1]", "It is no group of names and values"),
        (b'{"id": 1}', 'It has no "text"'),
        (b'{"text": "hi", "state": 3}', '"state" is no text'),
        (b"\xff", "It is no JSON"),
        (b" " + b"9" * 70_000, "It is longer than 64 KiB"),
        (b"[" * 60_000, "It is no JSON"),
    ],
)
def test_a_bad_line_is_told_by_its_number(line: bytes, found: str):
    good, lines = told(b'{"text": "hi"}', line)
    assert (good, plain(lines[1])["error"][: len("line 2: ") + len(found)]) == (False, f"line 2: {found}")


def test_people_can_read_why():
    _, lines = told(b'{"text": "no chest pain"}', explain=True)
    assert "  heard    'chest pain' by floor.chest: cancelled, because of 'no' (negated)" in lines

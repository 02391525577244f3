"""The log is one JSON object a line, or words for people; its events and their fields are from a closed list."""

import asyncio
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from bot.logs.events import EVENTS
from bot.logs.fields import FIELDS
from bot.logs.writing import make_log, tell_faults

CODE = Path(__file__).parents[2] / "bot"


def lines(stream: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_line_with_its_meaning_and_its_fields():
    stream = StringIO()
    make_log(stream)("send_failed", channel="telegram", why="no connection", seconds=0.5)
    (line,) = lines(stream)
    assert next(iter(line)) == "timestamp"
    line.pop("timestamp")
    assert line == {
        "event": "send_failed",
        "level": "warning",
        "meaning": EVENTS["send_failed"].meaning,
        "channel": "telegram",
        "why": "no connection",
        "seconds": 0.5,
    }


def test_a_field_that_is_not_on_the_list_is_left_out():
    stream = StringIO()
    make_log(stream)("chat_paused", channel="telegram", name="Ann", text="my leg is numb")
    assert "Ann" not in stream.getvalue()
    assert "numb" not in stream.getvalue()


def test_an_event_that_is_not_on_the_list_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        make_log(StringIO())("patient_said", text="x")


def test_every_event_that_the_code_tells_is_on_the_list_and_every_one_on_the_list_is_told():
    told = {name for path in CODE.rglob("*.py") for name in re.findall(r"log\(\s*\"(\w+)\"", path.read_text("utf-8"))}
    assert told == set(EVENTS)


async def test_a_fault_that_nobody_caught_is_told_by_its_class_alone():
    stream = StringIO()
    tell_faults(asyncio.get_running_loop(), make_log(stream))
    asyncio.get_running_loop().call_exception_handler({"exception": ValueError("my leg is numb"), "message": "x"})
    (line,) = lines(stream)
    assert (line["event"], line["error"], line["where"]) == ("fault", "ValueError", "outside")
    assert "numb" not in stream.getvalue()


class Terminal(StringIO):
    """A stream that says that people look at it."""

    def isatty(self) -> bool:
        return True


def test_people_at_a_terminal_read_words_and_no_json():
    stream = Terminal()
    make_log(stream)("send_failed", channel="telegram", why="my leg is numb", seconds=0.5)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())
    assert "send_failed" in shown
    assert EVENTS["send_failed"].meaning in shown
    assert "channel=telegram" in shown
    assert "{" not in shown
    assert "numb" not in shown


def test_every_field_of_every_event_has_a_rule_for_what_may_stand_in_it():
    assert {name for kind in EVENTS.values() for name in kind.fields} == set(FIELDS)


class FullDisk(StringIO):
    """Refuses every write, as a full disk does under a log that is a file."""

    def write(self, s: str, /) -> int:
        raise OSError(28, "No space left on device")


def test_a_log_that_cannot_be_written_costs_nothing_but_its_line():
    disk = FullDisk()
    make_log(disk)("started")
    assert disk.getvalue() == ""

"""The log holds events from a closed list with the fields they may have, and nothing that a library would add."""

import asyncio
import json
import logging
import re
from io import StringIO
from pathlib import Path

import pytest

from bot.logs import EVENTS, NOISY, hush_libraries, make_log, tell_faults

CODE = Path(__file__).parent.parent / "bot"


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


def test_libraries_write_nothing_by_themselves(capsys: pytest.CaptureFixture[str]):
    hush_libraries()
    for name in NOISY:
        logging.getLogger(name).critical("POST https://api.telegram.org/bot123:TOKEN/sendMessage")
        logging.getLogger(f"{name}.child").critical("my leg is numb")
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "")


async def test_a_fault_that_nobody_caught_is_told_by_its_class_alone():
    stream = StringIO()
    tell_faults(asyncio.get_running_loop(), make_log(stream))
    asyncio.get_running_loop().call_exception_handler({"exception": ValueError("my leg is numb"), "message": "x"})
    (line,) = lines(stream)
    assert (line["event"], line["error"]) == ("fault", "ValueError")
    assert "numb" not in stream.getvalue()

"""Nothing but the program's own words can stand in a field: no body, name, phone, chat or token, from wherever."""

import json
import re
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.errors import Throttled
from bot.channels.telegram.failures import NOT_MODIFIED, REASONS
from bot.logs.events import EVENTS
from bot.logs.fields import FIELDS, MASK, words
from bot.logs.words import WORDS
from bot.logs.writing import make_log
from bot.runner import mail

CANARIES = (
    "Ann Canary",
    "I can't feel my legs",
    "no puedo orinar",
    "(602) 555-0142",
    "6025550142",
    "602-555-0142",
    "+16025550142 ext. 5",
    "ann@example.org",
    "123456:ABC-DEF",
    "https://api.telegram.org/bot123456:ABC-DEF/sendMessage",
    "70123456",
    "smtp://bot:hunter2@mail.clinic.org",
)

FRAGMENTS = ("Ann", "Canary", "feel", "legs", "puedo", "orinar", "602", "0142", "example", "ABC", "70123456", "hunter2")


def told(event: str, **fields: object) -> str:
    """The fields of a line, without what the log itself says."""
    stream = StringIO()
    make_log(stream)(event, **fields)
    line = json.loads(stream.getvalue())
    return json.dumps({name: line[name] for name in EVENTS[event].fields if name in line}, ensure_ascii=False)


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("canary", CANARIES)
def test_a_canary_in_any_field_of_any_event_is_masked(event: str, canary: str):
    fields = dict.fromkeys(EVENTS[event].fields, canary)
    line = told(event, **fields, name=canary, text=canary, body=canary)
    assert [fragment for fragment in FRAGMENTS if fragment in line] == []


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("canary", [ValueError("my leg is numb"), 6025550142, -70123456, 70123456.0, b"numb", ["numb"]])
def test_so_are_exceptions_numbers_of_chats_and_bytes(event: str, canary: object):
    line = told(event, **dict.fromkeys(EVENTS[event].fields, canary))
    assert re.findall(r"numb|leg|\d{6,}", line) == []


@given(st.text(max_size=60) | st.from_regex(r"[0-9 ()+-]{1,20}"))
@example("602 555 0142")
def test_every_word_that_stands_in_a_line_is_one_of_the_programs_own(text: str):
    shown = re.findall(r"[^\s(),:;]+", words(text))
    known = {*WORDS, MASK}
    assert [w for w in shown if not (w.casefold() in known or w.isdecimal() or FIELDS["error"](w) == w)] == []
    assert len(re.findall(r"\d+", " ".join(shown))) <= 1


OWN = [
    *(f"status 400: {reason}" for reason in (NOT_MODIFIED, *REASONS)),
    *(f"{said} (550)" for _, said in mail._WORDS),
    str(Throttled(3.0)),
    "status 502, not from a Bot API server",
    "status 200, without a result",
    "updates without ids",
    "ConnectTimeout",
    "RemoteProtocolError",
    "wrong secret",
    "too long",
    "unknown",
    "refused",
    "json",
    "id",
    "shape",
]


@pytest.mark.parametrize("why", OWN)
def test_what_the_program_says_itself_is_not_masked(why: str):
    assert words(why) == why


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("error", "ZeroDivisionError", "ZeroDivisionError"),
        ("error", "Overtaken", "Overtaken"),
        ("error", "Ann", "unnamed"),
        ("where", "bot/runner/intake.py:120", "bot/runner/intake.py:120"),
        ("where", "/srv/x.py:1", MASK),
        ("version", "9f2c0a11", "9f2c0a11"),
        ("version", "6025550142", MASK),
        ("seconds", 0.5, 0.5),
        ("seconds", True, MASK),
        ("library", "telegram.ext", "telegram"),
        ("method", "setMyName", "setMyName"),
        ("lang", "es", "es"),
        ("lang", "ann", MASK),
    ],
)
def test_each_field_takes_what_belongs_in_it(field: str, value: object, shown: object):
    assert FIELDS[field](value) == shown

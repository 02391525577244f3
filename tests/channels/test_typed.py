"""Typed words: a command or text, heard as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.typed import clean, event
from bot.engine.events import AnyEvent, CommandGiven, TextReceived
from bot.engine.phrases import hear

ANY_CHARACTER = st.characters(exclude_categories=())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1\n", TextReceived("1")),
        ("  None of these \n", TextReceived("None of these")),
        ("", TextReceived("")),
        ("/stop\n", CommandGiven("stop")),
        ("/STOP now", CommandGiven("stop", "now")),
        ("/start@heatwise_bot", CommandGiven("start")),
        ("/start@heatwise_bot es", CommandGiven("start", "es")),
        ("/stop\nplease stop", CommandGiven("stop", "please stop")),
        ("/ 5", TextReceived("/ 5")),
        ("/", TextReceived("/")),
        ("//stop", TextReceived("//stop")),
        ("/5", TextReceived("/5")),
        ("say /stop", TextReceived("say /stop")),
        ("a\x00b\ud800c", TextReceived("a b c")),
        ("two\nlines", TextReceived("two\nlines")),
    ],
)
def test_words_are_a_command_or_text(line: str, expected: AnyEvent) -> None:
    assert event(line) == expected


def test_a_new_line_still_parts_what_is_denied_from_what_is_told() -> None:
    told = event("No fever\nmy chest hurts")
    assert isinstance(told, TextReceived)
    assert hear(told.text).flags == {"chest"}


def test_an_invisible_character_within_a_word_hides_no_danger() -> None:
    told = event("my che\u00adst hur\u200bts")
    assert isinstance(told, TextReceived)
    assert hear(told.text).flags == {"chest"}


@given(st.text(ANY_CHARACTER))
def test_whatever_is_typed_can_be_stored(text: str) -> None:
    assert "\x00" not in clean(text).encode().decode()
    assert isinstance(event(text), CommandGiven | TextReceived)

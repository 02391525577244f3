"""A difference between what was said and what the phone shows is a failure; a press sends the real data."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.channels.base import Ignored
from bot.channels.telegram.channel import Telegram
from bot.conversations.modes import Mode
from bot.conversations.suite import find, play_all, play_file
from bot.conversations.telegram_phone import TelegramPhone
from bot.engine.catalog import Catalog
from bot.engine.effects import Redraw, Reply
from tests.test_conversations.small import ROOT, library, shipped, write

TALK = """
steps:
  - user: /start
  - tap: Agree
  - start_at: heat_check.signs
  - tick: [Swelling]
  - tap_old: {of: red_flags.nerves, choice: None}
  - select: {lines: [Stiffness], done: each_time}
  - bot: {says_key: heat_check.stop_dry}
  - bot: {state: red_flags.today}
"""

Changed = Mapping[str, Any]


def differences(text: str = TALK) -> tuple[tuple[str, str], ...]:
    failure = next(play_file(write(text), library(), phone=TelegramPhone)).failure
    return failure.differences if failure else ()


def test_a_conversation_that_holds_in_the_terminal_holds_on_telegram():
    assert differences() == ()


@pytest.mark.parametrize("mode", [Mode.TWICE, Mode.RESTARTS, Mode.OLD_BUTTONS])
def test_some_conversations_hold_on_telegram_under_faults(mode: Mode):
    folders = [ROOT / "tests" / "conversations" / name for name in ("signs", "emergency", "old_buttons")]
    results = play_all(find(folders), shipped(), mode, TelegramPhone)
    assert [str(result) for result in results if not result.passed] == []


def without(call: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {name: value for name, value in call.items() if name not in keys}


def shortened(call: dict[str, Any]) -> dict[str, Any]:
    rows = call.get("reply_markup", {}).get("inline_keyboard", [])
    return {**call, "reply_markup": {"inline_keyboard": rows[:-1]}} if rows else call


def relabelled(call: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(call, ensure_ascii=False).replace("☑", "☐"))


SPOILED = [
    (lambda call: {**call, "text": call["text"][:-3]} if "text" in call else call, "on the phone ["),
    (lambda call: without(call, "reply_markup"), "the buttons ["),
    (shortened, "the buttons ["),
    (relabelled, "an edit that changes something"),
    (lambda call: {**call, "message_id": 999} if "message_id" in call else call, "an edit of a message on the phone"),
    (lambda call: json.loads(json.dumps(call).replace('"p', '"t')), "a button agree of screen 1 on the phone"),
]


@pytest.mark.parametrize(("spoil", "told"), SPOILED)
def test_a_call_that_shows_something_else_is_found(monkeypatch: pytest.MonkeyPatch, spoil: Any, told: str):
    render = Telegram.render

    def spoiled(self: Telegram, said: Reply | Redraw, catalog: Catalog, message: str = "") -> tuple[bytes, ...]:
        return tuple(json.dumps(spoil(json.loads(call))).encode() for call in render(self, said, catalog, message))

    monkeypatch.setattr(Telegram, "render", spoiled)
    assert differences()[0][0].startswith(told)


def test_an_update_that_is_read_as_something_else_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Telegram, "parse", lambda self, raw: Ignored("1", "message"))
    expected, got = differences()[0]
    assert "CommandGiven" in expected
    assert "Ignored" in got

"""The checker itself: what the Bot API would refuse is found."""

from typing import Any

import pytest

from tests.channels.telegram.entities import Unparsable, seen
from tests.channels.telegram.facts import decoded, faults


def keyboard(*rows: list[dict[str, str]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(text: str = "Yes", data: str = "p1:yes") -> dict[str, str]:
    return {"text": text, "callback_data": data}


def sent(**fields: Any) -> tuple[str, dict[str, Any]]:
    return "sendMessage", {"chat_id": 7, "text": "Hi", **fields}


GOOD = [
    sent(),
    sent(parse_mode="HTML", text='<b>Hi</b> <a href="https://a.b">x</a> &lt;', reply_markup=keyboard([button()])),
    sent(text="x" * 4096),
    ("editMessageReplyMarkup", {"chat_id": 7, "message_id": 1, "reply_markup": keyboard([button()])}),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 200}),
    ("getUpdates", {"offset": 5, "timeout": 30, "allowed_updates": ["message"]}),
    ("setMyCommands", {"commands": [{"command": "help", "description": "Help"}], "language_code": "es"}),
    ("getMe", {}),
]

BAD = [
    ("sendMassage", {}, "no method sendMassage"),
    (*sent(chat_id=True), "sendMessage.chat_id: bool, not Integer"),
    (*sent(chat_id=None), "sendMessage.chat_id: NoneType, not Integer"),
    ("sendMessage", {"text": "Hi"}, "sendMessage: chat_id is missing"),
    (*sent(colour="red"), "sendMessage: colour is unknown"),
    (*sent(text=" "), "text: nothing to see"),
    (*sent(text="x" * 4097), "text: 4097 characters"),
    (*sent(text="😀" * 2049), "text: 4098 characters"),
    (*sent(text="<b>x", parse_mode="HTML"), "can't parse entities: can't find end tag corresponding to start tag b"),
    (*sent(parse_mode="Markdown"), "parse_mode: Markdown"),
    (*sent(reply_markup=keyboard([])), "inline_keyboard: the rows are empty, too long or too many"),
    (*sent(reply_markup=keyboard([button()] * 9)), "inline_keyboard: the rows are empty, too long or too many"),
    (*sent(reply_markup=keyboard(*[[button()]] * 101)), "inline_keyboard: the rows are empty, too long or too many"),
    (*sent(reply_markup=keyboard([button(" ")])), "button without a label or with other than one action"),
    (*sent(reply_markup=keyboard([button(data="é" * 33)])), "callback_data: 66 bytes"),
    ("editMessageReplyMarkup", {"chat_id": 7}, "editMessageReplyMarkup: message_id is missing"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "text: 201 characters"),
    ("setMyCommands", {"commands": [{"command": "help", "description": ""}]}, "description: 0 characters"),
    ("setMyCommands", {"commands": [{"command": "Help me", "description": "x"}]}, "no command: Help me"),
    ("setMyCommands", {"commands": "help"}, "setMyCommands.commands: no list"),
]


@pytest.mark.parametrize(("method", "fields"), GOOD)
def test_a_good_call_has_no_fault(method: str, fields: dict[str, Any]) -> None:
    assert list(faults(method, fields)) == []


@pytest.mark.parametrize(("method", "fields", "expected"), BAD)
def test_a_fault_is_found(method: str, fields: dict[str, Any], expected: str) -> None:
    assert any(expected in fault for fault in faults(method, fields)), list(faults(method, fields))


def test_a_form_is_decoded_by_the_types_of_its_fields() -> None:
    form = {"chat_id": "7", "text": "[1]", "reply_markup": '{"inline_keyboard":[]}', "colour": "1"}
    expected = {"chat_id": 7, "text": "[1]", "reply_markup": {"inline_keyboard": []}, "colour": "1"}
    assert decoded("sendMessage", form) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a &lt;b&gt; &amp;amp; &copy; & >", "a <b> &amp; &copy; & >"),
        ("<b>a <i>b</i></b>", "a b"),
        ('<a href="https://a.b/?x=&quot;">c</a>', "c"),
    ],
)
def test_markup_is_read(text: str, words: str) -> None:
    assert seen(text) == words


@pytest.mark.parametrize(
    "text",
    ["<", "a < b", "<b>", "</b>", "<b></i>", "<b><i></b></i>", "<B>x</B>", "<b class='x'>y</b>", "<script>", "<br/>"],
)
def test_markup_that_telegram_refuses_is_refused(text: str) -> None:
    with pytest.raises(Unparsable):
        seen(text)

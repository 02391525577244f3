"""What is said as calls of the Bot API, each held against the API's own facts."""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Incoming
from bot.channels.markup import plain
from bot.channels.telegram import calls, updates
from bot.channels.telegram.buttons import ID_BYTES, carried, event, keyboard
from bot.channels.telegram.channel import Telegram
from bot.engine.effects import Bubble, Button, Picture, Redraw, Reply, Screen
from bot.engine.events import AddressedInPublic, ChoicePressed, SelectionToggled
from tests.channels.telegram.arrivals import ANN, message, pressed, update
from tests.channels.telegram.entities import seen
from tests.channels.telegram.facts import check
from tests.engine.everywhere import everything_said
from tests.engine.talk import shipped

TELEGRAM = Telegram()
CATALOG = shipped().catalog("en")
LISTED = Screen(
    12, "red_flags.today", "many",
    (Button("fever", "Fever", "tick", ticked=True), Button("lump", "Lump", "tick"), Button("done", "Done", "done")),
)  # fmt: skip


def rendered(said: Reply | Redraw, message: str = "") -> list[dict[str, Any]]:
    return [json.loads(payload) for payload in TELEGRAM.render(said, CATALOG, message)]


def one(text: str, *buttons: Button, ask: str = "one") -> Reply:
    return Reply((Bubble("k", text),), Screen(3, "a.b", ask, buttons) if buttons else None)


def test_a_bubble_is_a_message_and_the_last_carries_the_buttons() -> None:
    said = Reply((Bubble("k", "I am **not** a person & <b>."), Bubble("l", "On {channel.name}?")), LISTED)
    assert rendered(said) == [
        {"method": "sendMessage", "text": "I am <b>not</b> a person &amp; &lt;b&gt;.", "parse_mode": "HTML"},
        {
            "method": "sendMessage",
            "text": "On Telegram?",
            "parse_mode": "HTML",
            "reply_markup": {
                "inline_keyboard": [
                    [{"text": "☑ Fever", "callback_data": "t12:fever"}],
                    [{"text": "☐ Lump", "callback_data": "t12:lump"}],
                    [{"text": "Done", "callback_data": "p12:done"}],
                ]
            },
        },
    ]


SCORES = Picture("Pain & more", (("9:00 AM", 7), ("11:00 AM", 3)))
PICTURED = Reply((Bubble("k", "Pain & **more**:\n• 9:00 AM: 7", picture=SCORES),))


def test_a_picture_waits_as_its_scores_and_is_drawn_when_it_is_sent() -> None:
    [payload] = TELEGRAM.render(PICTURED, CATALOG)
    assert len(payload) < 300
    method, fields = calls.drawn(calls.read(payload)[1])
    check(method, {"chat_id": 7, **fields})
    assert (method, fields["caption"]) == ("sendPhoto", "Pain &amp; <b>more</b>:\n• 9:00 AM: 7")
    assert fields["photo"].startswith(b"\x89PNG")


def test_a_caption_can_go_out_without_its_markup() -> None:
    [payload] = TELEGRAM.render(PICTURED, CATALOG)
    again = calls.plainer(payload)
    assert again is not None
    method, fields = calls.drawn(calls.read(again)[1])
    check(method, {"chat_id": 7, **fields})
    assert (method, fields["caption"]) == ("sendPhoto", "Pain & more:\n• 9:00 AM: 7")
    assert calls.plainer(again) is None


@pytest.mark.parametrize("fault", [ImportError("matplotlib"), RuntimeError("fonts"), MemoryError()])
def test_a_picture_that_cannot_be_drawn_is_told_in_words(fault: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise fault

    monkeypatch.setattr(calls, "draw", broken)
    method, fields = calls.drawn(calls.read(TELEGRAM.render(PICTURED, CATALOG)[0])[1])
    check(method, {"chat_id": 7, **fields})
    assert method == "sendMessage"
    assert fields["text"].endswith("9:00 AM   ███████░░░  7\n11:00 AM  ███░░░░░░░  3")


def test_a_tick_changes_the_buttons_of_its_message_and_nothing_else() -> None:
    [call] = rendered(Redraw(LISTED), message="11")
    assert call == {
        "method": "editMessageReplyMarkup",
        "message_id": 11,
        "reply_markup": json.loads(bytes(keyboard(LISTED))),
    }


def test_a_tick_on_a_message_out_of_reach_shows_the_list_again() -> None:
    [call] = rendered(Redraw(LISTED))
    assert (call["method"], call["reply_markup"]) == ("sendMessage", json.loads(bytes(keyboard(LISTED))))


def test_the_digits_of_a_scale_stand_four_a_row() -> None:
    digits = [Button(str(at), str(at)) for at in range(11)]
    [call] = rendered(one("How bad?", *digits, Button("unsure", "Not sure"), ask="scale"))
    rows = [[button["text"] for button in row] for row in call["reply_markup"]["inline_keyboard"]]
    assert rows == [["0", "1", "2", "3"], ["4", "5", "6", "7"], ["8", "9", "10"], ["Not sure"]]


@pytest.mark.parametrize(
    "buttons",
    [
        [Button(f"c{at}", f"Label {at}") for at in range(101)],
        [Button("x" * (ID_BYTES + 1), "Label")],
        [Button("c", "x" * 65)],
    ],
)
def test_what_buttons_cannot_carry_becomes_numbered_text(buttons: list[Button]) -> None:
    sent = rendered(one("Which?", *buttons))
    assert [call for call in sent if "reply_markup" in call] == []
    assert f" 1  {buttons[0].label}" in seen(sent[0]["text"])


def test_a_text_of_4097_characters_is_two_messages() -> None:
    text = "This is a sentence. " * 204 + "This is the end.x"
    first, second = (seen(call["text"]) for call in rendered(one(text[:4096] + ".")))
    assert len(text) == 4097
    assert first.endswith("sentence.")
    assert f"{first} {second}" == text[:4096] + "."


# The edits, the plain form, the answer to a button


def test_only_an_edit_names_the_message_that_it_edits() -> None:
    [edit] = TELEGRAM.render(Redraw(LISTED), CATALOG, "11")
    [sent] = TELEGRAM.render(one("Hi"), CATALOG)
    assert (TELEGRAM.edits(edit), TELEGRAM.edits(sent)) == ("11", None)


def test_the_plain_form_has_the_same_words_and_buttons_and_no_markup() -> None:
    [payload] = TELEGRAM.render(Reply((Bubble("k", "**a** & <b> [c](https://d.e/?f=1&g=2)"),), LISTED), CATALOG)
    plainer = TELEGRAM.plainer(payload)
    assert plainer is not None
    assert json.loads(plainer) == {
        "method": "sendMessage",
        "text": "a & <b> c (https://d.e/?f=1&g=2)",
        "reply_markup": json.loads(bytes(keyboard(LISTED))),
    }
    assert TELEGRAM.plainer(plainer) is None


def test_a_call_without_markup_has_no_plainer_form() -> None:
    [edit] = TELEGRAM.render(Redraw(LISTED), CATALOG, "11")
    assert TELEGRAM.plainer(edit) is None


PRESSED = Incoming("7", "1", ChoicePressed(1, "a"), query="9007")


@pytest.mark.parametrize(
    ("notice", "fields"),
    [
        (None, {"callback_query_id": "9007"}),
        ("", {"callback_query_id": "9007"}),
        ("That button is old.", {"callback_query_id": "9007", "text": "That button is old."}),
        ("Old. " * 41, {"callback_query_id": "9007", "text": "Old. " * 39 + "Old."}),
        ("x" * 300, {"callback_query_id": "9007", "text": "x" * 200}),
        ("😀" * 150, {"callback_query_id": "9007", "text": "😀" * 100}),
    ],
)
def test_a_press_is_answered_with_a_short_notice(notice: str | None, fields: dict[str, str]) -> None:
    method, answer = calls.answer(PRESSED, notice)
    assert (method, answer) == ("answerCallbackQuery", fields)
    check(method, answer)


async def test_calls_are_made_to_the_chat_that_the_address_names() -> None:
    made: list[tuple[str, dict[str, Any]]] = []

    async def call(method: str, fields: Any, patience: float | None = None) -> Any:
        made.append((method, dict(fields)))

    channel = Telegram(call)
    [payload] = channel.render(one("Hi"), CATALOG)
    await channel.send("-100", payload)
    await channel.typing("7")
    await channel.answer(PRESSED)
    assert made == [
        ("sendMessage", {"chat_id": -100, "text": "Hi", "parse_mode": "HTML"}),
        ("sendChatAction", {"chat_id": 7, "action": "typing"}),
        ("answerCallbackQuery", {"callback_query_id": "9007"}),
    ]
    for method, fields in made:
        check(method, fields)


async def test_without_a_connection_niceties_are_left_out() -> None:
    await TELEGRAM.typing("7")
    await TELEGRAM.answer(PRESSED)


# Buttons come back as what they were

IDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).filter(
    lambda id: len(id.encode()) <= ID_BYTES
)


@given(st.integers(1, 9_999_999_999), IDS, st.sampled_from(("tick", "choice", "done", "move")))
def test_a_button_comes_back_as_what_it_was(number: int, id: str, kind: str) -> None:
    data = carried(Screen(number, "a.b", "one"), Button(id, "Label", kind))
    expected = SelectionToggled(number, id) if kind == "tick" else ChoicePressed(number, id)
    assert len(data.encode()) <= 64
    assert event(data) == expected
    assert updates.parse(update(callback_query=pressed(data))) == Incoming(
        str(ANN), "1000", expected, "en", message="11", query="9007"
    )


def test_a_press_in_a_group_tells_no_choice() -> None:
    raw = update(callback_query=pressed(message=message(11, chat={"id": -5, "type": "group"})))
    parsed = updates.parse(raw)
    assert isinstance(parsed, Incoming)
    assert parsed.event == AddressedInPublic()


# Every call is one that the Bot API takes


@cache
def check_call(payload: bytes) -> None:
    for form in (payload, TELEGRAM.plainer(payload)):
        if form:
            method, fields = calls.read(form)
            if fields.pop("picture", None):
                fields["photo"] = b"drawn when it is sent"
            check(method, {"chat_id": ANN, **fields})


def check_calls(said: Reply | Redraw, lang: str = "en") -> None:
    for edited in ("", "11") if isinstance(said, Redraw) else ("",):
        for payload in TELEGRAM.render(said, shipped().catalog(lang), edited):
            check_call(payload)


def test_everything_that_the_shipped_project_says_is_a_call_that_telegram_takes() -> None:
    for said, lang in everything_said():
        check_calls(said, lang)


def test_every_screen_of_the_shipped_project_has_its_buttons() -> None:
    for said, _ in everything_said():
        if isinstance(said, Reply) and said.screen and said.screen.buttons:
            *_, last = rendered(said)
            assert [row[0]["text"] for row in last["reply_markup"]["inline_keyboard"]], said.screen.state


ANY_TEXT = st.text(max_size=300) | st.sampled_from(
    ["<b>", "&amp;lt;", "x" * 10_000, "😀" * 5000, "مرحبا بالعالم " * 400, "<&>" * 2000, "**b**" * 1000, "a. " * 3000]
)
LABELS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=80)
BUTTONS = st.builds(
    Button, st.text(min_size=1, max_size=70), LABELS, st.sampled_from(("choice", "tick", "done")), st.booleans()
)
SCREENS = st.builds(
    Screen, st.integers(1, 10**9), st.just("a.b"), st.sampled_from(("one", "many", "scale")),
    st.lists(BUTTONS, max_size=5).map(tuple) | st.lists(BUTTONS, min_size=98, max_size=103).map(tuple),
)  # fmt: skip
LINES = st.lists(st.tuples(st.text(max_size=3), ANY_TEXT), max_size=3).map(tuple)
BUBBLES = st.lists(st.builds(Bubble, st.just("k"), ANY_TEXT, LINES, ANY_TEXT), max_size=3).map(tuple)


@settings(deadline=None)
@given(st.builds(Reply, BUBBLES, st.none() | SCREENS) | st.builds(Redraw, SCREENS))
def test_whatever_is_said_is_a_call_that_telegram_takes(said: Reply | Redraw) -> None:
    check_calls(said)


@given(ANY_TEXT.filter(str.strip))
def test_the_plain_form_shows_the_words_of_the_marked_one(text: str) -> None:
    said = Reply((Bubble("k", text),))
    payloads = TELEGRAM.render(said, CATALOG)
    told = [json.loads(TELEGRAM.plainer(payload) or b"")["text"] for payload in payloads]
    assert "".join("".join(told).split()) == "".join(plain(text).split())

"""Every kind of update has its answer, and what has none is forgotten."""

from typing import Any

import pytest
from telegram.constants import MessageAttachmentType, MessageType, UpdateType

from bot.channels.base import Ignored, Incoming, Unreadable
from bot.channels.telegram.updates import SERVICE, WANTED, parse
from bot.engine.events import (
    AddressedInPublic,
    AnyEvent,
    AttachmentReceived,
    ChoicePressed,
    CommandGiven,
    MessageEdited,
    PersonLeft,
    SelectionToggled,
    TextReceived,
)
from tests.channels.telegram.arrivals import ANN, BOT, GROUP, changed, message, pressed, private, public, update, user

FILE = {"file_id": "x", "file_unique_id": "y"}
SENT: dict[str, Any] = {
    "photo": [FILE], "video": FILE, "audio": FILE, "document": FILE, "animation": FILE, "sticker": FILE, "voice": FILE,
    "video_note": FILE, "story": {"id": 1}, "dice": {"value": 3}, "game": {"title": "x"}, "poll": {"id": "1"},
    "venue": {"title": "x"}, "location": {"latitude": 1.5, "longitude": 2.5}, "invoice": {"title": "x"},
    "paid_media": {"star_count": 1}, "checklist": {"title": "x"}, "live_photo": FILE, "giveaway": {"chats": []},
    "something_new": {"of": "next year"},
}  # fmt: skip


def of(kind: str) -> dict[str, Any]:
    return {kind: SENT[kind]}


NOT_CONTENT = {
    "text", "contact", "effect_id", "sender_boost_count", "sender_business_bot", "business_connection_id",
    "reply_to_story", "suggested_post_info",
}  # fmt: skip
"""What the library counts as types of messages, and what is said in words or only accompanies them."""


def heard(**kinds: Any) -> AnyEvent:
    incoming = parse(update(**kinds))
    assert isinstance(incoming, Incoming), incoming
    return incoming.event


# In private: messages


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "my back hurts"}, TextReceived("my back hurts")),
        ({"text": "2"}, TextReceived("2")),
        ({"text": ""}, TextReceived("")),
        ({"text": "two\nlines"}, TextReceived("two\nlines")),
        ({"text": "nul \x00 and 😀"}, TextReceived("nul   and 😀")),
        ({"text": "/help"}, CommandGiven("help")),
        ({"text": "/Help@heatwise_bot please"}, CommandGiven("help", "please")),
        ({"text": "/start"}, CommandGiven("start")),
        ({"text": "/start chest_pain"}, CommandGiven("start")),
        ({"text": "/start my chest hurts"}, CommandGiven("start", "my chest hurts")),
        ({"contact": {"phone_number": "+16025550100", "first_name": "Ann"}}, TextReceived("+16025550100")),
        ({"contact": {"phone_number": "16025550100", "first_name": "Ann"}}, TextReceived("+16025550100")),
        ({"contact": {"phone_number": "(602) 555-0100", "first_name": "Ann"}}, TextReceived("(602) 555-0100")),
        ({"contact": {"phone_number": "6025550100", "first_name": "Ann"}}, TextReceived("6025550100")),
        ({"photo": [FILE], "caption": " I can't pee "}, AttachmentReceived("I can't pee")),
        ({"text": "x", "reply_to_message": {"text": "y"}, "forward_origin": {}}, TextReceived("x")),
    ],
)
def test_a_private_message_is_heard(content: dict[str, Any], expected: AnyEvent) -> None:
    assert heard(message=message(**content)) == expected


@pytest.mark.parametrize("kind", SENT)
def test_whatever_a_person_sends_that_is_no_text_is_an_attachment(kind: str) -> None:
    assert heard(message=message(**of(kind))) == AttachmentReceived("")
    assert heard(message=message(**of(kind), caption="look")) == AttachmentReceived("look")


@pytest.mark.parametrize("kind", sorted(SERVICE))
@pytest.mark.parametrize("chat", [private(), public()])
def test_what_telegram_itself_tells_asks_for_no_answer(kind: str, chat: dict[str, Any]) -> None:
    assert parse(update(message=message(5, chat, None, **{kind: {"x": 1}}))) == Ignored("1000", "service")


def test_every_type_of_message_that_the_library_knows_has_its_place() -> None:
    known = {kind.value for kind in MessageType}
    assert known - SERVICE - set(SENT) == NOT_CONTENT
    assert {kind.value for kind in MessageAttachmentType} - SERVICE - set(SENT) == {"contact"}


def test_an_incoming_message_tells_where_and_who() -> None:
    raw = update(77, message=message(sender=user(lang="es-MX")))
    assert parse(raw) == Incoming(str(ANN), "77", TextReceived("hello"), "es")


@pytest.mark.parametrize(
    ("code", "lang"),
    [("en", "en"), ("es-MX", "es"), ("PT_br", "pt"), ("zh-hans", "zh"), ("gsw", "gsw"), ("", None), ("x", None),
     ("english", None), (None, None), ("e1", None)],
)  # fmt: skip
def test_the_language_is_that_of_the_profile(code: str | None, lang: str | None) -> None:
    incoming = parse(update(message=message(sender=user(lang=code))))
    assert isinstance(incoming, Incoming)
    assert incoming.lang == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("/start es", "es"),
        ("/start ES", "es"),
        ("/start es-MX", "es"),
        ("/start@heatwise_bot es", "es"),
        ("/start fr", "en"),
        ("/start ig", "en"),
        ("/start es now", "en"),
        ("/start red_flags-emergency", "en"),
        ("/help es", "en"),
        ("start es", "en"),
        ("/start", "en"),
    ],
)
def test_a_link_leads_to_a_language_and_nowhere_else(text: str, lang: str) -> None:
    incoming = parse(update(message=message(text=text)), languages=("en", "es"))
    assert isinstance(incoming, Incoming)
    assert (incoming.lang, incoming.event) in [(lang, CommandGiven("start")), (lang, heard(message=message(text=text)))]


def test_a_message_without_a_sender_is_heard() -> None:
    anonymous = message()
    del anonymous["from"]
    assert parse(update(message=anonymous)) == Incoming(str(ANN), "1000", TextReceived("hello"), None)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "I can't pee"}, MessageEdited("I can't pee")),
        ({"photo": [FILE], "caption": "my back"}, MessageEdited("my back")),
        ({"text": "/stop"}, MessageEdited("/stop")),
    ],
)
def test_an_edit_is_heard(content: dict[str, Any], expected: AnyEvent) -> None:
    assert heard(edited_message=message(edit_date=5, **content)) == expected


@pytest.mark.parametrize(
    "edited",
    [
        message(location={"latitude": 1, "longitude": 2}, edit_date=5),
        message(photo=[FILE], edit_date=5),
        message(text=" \n"),
        message(chat=public()),
        message(sender=user(is_bot=True)),
    ],
)
def test_an_edit_without_words_or_elsewhere_asks_for_no_answer(edited: dict[str, Any]) -> None:
    assert parse(update(edited_message=edited)) == Ignored("1000", "edited_message")


# Buttons

INACCESSIBLE = {"message_id": 11, "chat": private(), "date": 0}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("p3:agree", ChoicePressed(3, "agree")),
        ("t12:fever", SelectionToggled(12, "fever")),
        ("p1:a:b", ChoicePressed(1, "a:b")),
        ("p1:niño", ChoicePressed(1, "niño")),
        (None, ChoicePressed(0, "")),
        ("", ChoicePressed(0, "")),
        ("agree", ChoicePressed(0, "")),
        ("p:agree", ChoicePressed(0, "")),
        ("p-1:agree", ChoicePressed(0, "")),
        ("p3:", ChoicePressed(0, "")),
        ("x3:agree", ChoicePressed(0, "")),
        ("p99999999999999999999:agree", ChoicePressed(0, "")),
        ("p٣:agree", ChoicePressed(0, "")),
    ],
)
def test_a_button_means_what_it_carries(data: str | None, expected: AnyEvent) -> None:
    raw = update(callback_query=pressed(data))
    assert parse(raw) == Incoming(str(ANN), "1000", expected, "en", message="11", query="9007")


@pytest.mark.parametrize("fields", [{"message": INACCESSIBLE}, {"inline_message_id": "abc"}])
def test_a_button_whose_message_is_out_of_reach_edits_nothing(fields: dict[str, Any]) -> None:
    raw = update(callback_query=pressed(**fields))
    assert parse(raw) == Incoming(str(ANN), "1000", ChoicePressed(3, "agree"), "en", message="", query="9007")


def test_a_button_in_a_group_is_a_word_in_public_and_still_answered() -> None:
    raw = update(callback_query=pressed(message=message(11, chat=public())))
    assert parse(raw) == Incoming(str(GROUP), "1000", AddressedInPublic(), "en", message="11", query="9007")


# Groups and channels


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel", "something_new"])
@pytest.mark.parametrize(
    "content", [{"text": "/start"}, {"text": "I can't pee"}, {"photo": [FILE]}, {"poll": {"id": "1"}}]
)
def test_a_message_in_public_is_heard_without_its_words(kind: str, content: dict[str, Any]) -> None:
    raw = update(message=message(chat=public(kind), **content))
    assert parse(raw) == Incoming(str(GROUP), "1000", AddressedInPublic(), "en")


def test_a_post_in_a_channel_is_a_word_in_public() -> None:
    post = message(chat=public("channel"), text="news")
    del post["from"]
    assert parse(update(channel_post=post)) == Incoming(str(GROUP), "1000", AddressedInPublic(), None)


def test_what_bots_write_is_not_answered() -> None:
    bot = user(BOT, is_bot=True)
    assert parse(update(message=message(sender=bot))) == Ignored("1000", "bot")
    assert parse(update(message=message(sender=bot, chat=public()))) == Ignored("1000", "bot")
    assert parse(update(callback_query=pressed(sender=bot))) == Ignored("1000", "bot")


@pytest.mark.parametrize(
    ("new", "old", "chat", "expected"),
    [
        ("kicked", "member", private(), PersonLeft()),
        ("member", "kicked", private(), None),
        ("member", "left", private(), None),
        ("member", "left", public(), AddressedInPublic()),
        ("administrator", "left", public("channel"), AddressedInPublic()),
        ("member", "kicked", public("group"), AddressedInPublic()),
        ("administrator", "member", public(), None),
        ("member", "administrator", public(), None),
        ("left", "member", public(), PersonLeft()),
        ("kicked", "administrator", public("channel"), PersonLeft()),
        ("restricted", "member", public(), PersonLeft()),
    ],
)
def test_the_bots_own_place_in_a_chat(new: str, old: str, chat: dict[str, Any], expected: AnyEvent | None) -> None:
    parsed = parse(update(my_chat_member=changed(new, old, chat)))
    address = str(chat["id"])
    assert parsed == (Incoming(address, "1000", expected, "en") if expected else Ignored("1000", "my_chat_member"))


def test_a_restricted_bot_that_is_still_there_has_not_left() -> None:
    parsed = parse(update(my_chat_member=changed("restricted", "member", public(), is_member=True)))
    assert parsed == Ignored("1000", "my_chat_member")


# All the rest


@pytest.mark.parametrize("kind", sorted({kind.value for kind in UpdateType} - set(WANTED)))
def test_other_kinds_of_update_are_forgotten(kind: str) -> None:
    assert parse(update(1000, **{kind: {"id": "1", "chat": private(), "from": user()}})) == Ignored("1000", kind)


def test_kinds_that_do_not_exist_yet_are_forgotten() -> None:
    assert parse(update(hologram={"of": "a patient"})) == Ignored("1000", "hologram")
    assert parse(b'{"update_id": 1000, "I can\'t pee": {}}') == Ignored("1000", "unknown")
    assert parse(update()) == Ignored("1000", "unknown")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", Unreadable("", "json")),
        (b"\xff\xfe", Unreadable("", "json")),
        (b"[]", Unreadable("", "json")),
        (b'"text"', Unreadable("", "json")),
        (b'{"update_id": 5', Unreadable("", "json")),
        (b'{"message": {}}', Unreadable("", "id")),
        (b'{"update_id": "5"}', Unreadable("", "id")),
        (b'{"update_id": -5}', Unreadable("", "id")),
        (b'{"update_id": 99999999999999999999}', Unreadable("", "id")),
        (b'{"update_id": ' + b"9" * 5000 + b"}", Unreadable("", "id")),
        (b'{"update_id": 1.5}', Unreadable("", "id")),
        (b'{"update_id": true}', Unreadable("", "id")),
        (b'{"update_id": null}', Unreadable("", "id")),
        (b'{"update_id": 5, "message": []}', Unreadable("5", "shape")),
        (b'{"update_id": 5, "message": null}', Unreadable("5", "shape")),
        (b'{"update_id": 5, "message": {}}', Unreadable("5", "shape")),
        (b'{"update_id": 5, "message": {"message_id": 1, "chat": {"id": 1}}}', Unreadable("5", "shape")),
        (update(5, message=message(text=1)), Unreadable("5", "shape")),
        (update(5, message=message(text="x")).replace(b'"x"', b'"\xff"'), Unreadable("5", "shape")),
        (update(5, message=message(chat=private(10**4000))), Unreadable("5", "shape")),
        (b'{"update_id": 5, "callback_query": {"id": "1"}}', Unreadable("5", "shape")),
        (b'{"update_id": 5, "x": ' + b"[" * 100_000, Unreadable("", "json")),
        (b'{"update_id": 5, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", Unreadable("", "json")),
    ],
)  # fmt: skip
def test_what_is_broken_is_set_aside_with_its_id_and_one_word(raw: bytes, expected: Unreadable) -> None:
    assert parse(raw) == expected

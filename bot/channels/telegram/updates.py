"""What Telegram's updates mean: small structs that read what is needed, and a table of the kinds of update."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Annotated, Any, TypeVar

from msgspec import Meta, Raw, Struct, field
from msgspec.json import Decoder

from bot.channels.base import Ignored, Incoming, Parsed, Unreadable
from bot.channels.telegram import buttons
from bot.channels.typed import clean, event
from bot.engine.events import (
    AddressedInPublic,
    AnyEvent,
    AttachmentReceived,
    CommandGiven,
    MessageEdited,
    PersonLeft,
    TextReceived,
)

T = TypeVar("T")
Whole = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
PRIVATE = "private"


class Chat(Struct):
    """Where something happened."""

    id: Whole
    type: str


class User(Struct):
    """Who did it."""

    id: Whole
    is_bot: bool = False
    language_code: str | None = None


class Contact(Struct):
    """A card of the address book."""

    phone_number: str


class Message(Struct):
    """A message, or what Telegram still says about one that is out of reach: then its date is 0."""

    message_id: Whole
    chat: Chat
    date: Whole = 0
    sender: User | None = field(name="from", default=None)
    text: str | None = None
    caption: str | None = None
    contact: Contact | None = None


class Press(Struct):
    """A pressed button."""

    id: str
    sender: User = field(name="from")
    message: Message | None = None
    data: str | None = None


class Member(Struct):
    """What the bot is in a chat."""

    status: str
    is_member: bool = False

    @property
    def present(self) -> bool:
        """Whether it is there."""
        return self.status in ("creator", "administrator", "member") or self.is_member


class Change(Struct):
    """The bot was let in, blocked or put out."""

    chat: Chat
    sender: User = field(name="from")
    new_chat_member: Member
    old_chat_member: Member | None = None


SERVICE = frozenset({
    "boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed", "chat_owner_left",
    "chat_shared", "checklist_tasks_added", "checklist_tasks_done", "community_chat_added", "community_chat_removed",
    "connected_website", "delete_chat_photo", "direct_message_price_changed", "forum_topic_closed",
    "forum_topic_created", "forum_topic_edited", "forum_topic_reopened", "general_forum_topic_hidden",
    "general_forum_topic_unhidden", "gift", "gift_upgrade_sent", "giveaway_completed", "giveaway_created",
    "giveaway_winners", "group_chat_created", "left_chat_member", "managed_bot_created",
    "message_auto_delete_timer_changed", "migrate_from_chat_id", "migrate_to_chat_id", "new_chat_member",
    "new_chat_members", "new_chat_photo", "new_chat_title", "paid_message_price_changed", "passport_data",
    "pinned_message", "poll_option_added", "poll_option_deleted", "proximity_alert_triggered", "refunded_payment",
    "successful_payment", "suggested_post_approval_failed", "suggested_post_approved", "suggested_post_declined",
    "suggested_post_paid", "suggested_post_refunded", "supergroup_chat_created", "unique_gift", "user_shared",
    "users_shared", "video_chat_ended", "video_chat_participants_invited", "video_chat_scheduled",
    "video_chat_started", "web_app_data", "write_access_allowed",
})  # fmt: skip
"""What Telegram itself tells in a chat. Any other message without words is something that the person sent."""

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]\w*)?", re.ASCII | re.IGNORECASE)
_FROM_LINK = re.compile(r"/start(?:@\w+)? ([\w-]{1,64})", re.ASCII | re.IGNORECASE)
_KIND = re.compile(r"[a-z_]{1,40}")
_WHOLE_NUMBER = re.compile(r"[0-9]{11,15}")


class Update(Struct):
    """One update: its id, the kind, and what stands under that."""

    id: str
    kind: str
    body: Raw
    languages: Collection[str]

    @property
    def fields(self) -> frozenset[str]:
        """The names of the fields under it."""
        return frozenset(_read(_OBJECT, self.body) or ())

    def ignored(self, kind: str = "") -> Ignored:
        """It asks for no answer."""
        return Ignored(self.id, kind or self.kind)


_OBJECT = Decoder(dict[str, Raw])
Id = Annotated[int, Meta(ge=0, le=2**63 - 1)]


class Pressed(Struct):
    """A whole update that is a pressed button."""

    update_id: Id
    callback_query: Press


_ID, _PRESSED = Decoder(Id), Decoder(Pressed)
_NOTHING = Raw(b"")


def parse(raw: bytes, languages: Collection[str] = ()) -> Parsed:
    """What one update means. `languages` are those that a link to the bot can ask for."""
    pressed = _read(_PRESSED, raw)
    if pressed:  # by far the most frequent update, read in one go
        body = pressed.callback_query
        return _pressed(Update(str(pressed.update_id), "callback_query", _NOTHING, languages), body)
    update = _read(_OBJECT, raw)
    if update is None:
        return Unreadable("", "json")
    id = _read(_ID, update.get("update_id", _NOTHING))
    if id is None:
        return Unreadable("", "id")
    kind = next((kind for kind in update if kind in _KINDS), "")
    if not kind:
        return Ignored(str(id), _named(update))
    shape, mean = _KINDS[kind]
    found = _read(shape, update[kind])
    if found is None:
        return Unreadable(str(id), "shape")
    return mean(Update(str(id), kind, update[kind], languages), found)


def _read(shape: Decoder[T], raw: bytes | Raw) -> T | None:
    """The value, or None where it has another shape."""
    try:
        return shape.decode(raw)
    except (ValueError, RecursionError):
        return None


def _named(update: Mapping[str, Raw]) -> str:
    """The kind of an update that no answer is for; a name that no kind can have is not handed on."""
    kind = next((kind for kind in update if kind != "update_id"), "")
    return kind if _KIND.fullmatch(kind) else "unknown"


# Messages


def _message(update: Update, message: Message) -> Parsed:
    if message.sender and message.sender.is_bot:
        return update.ignored("bot")
    if update.fields & SERVICE:
        return update.ignored("service")
    lang = _asked_by_link(message.text, update.languages) or _language(message.sender)
    private = message.chat.type == PRIVATE
    return Incoming(str(message.chat.id), update.id, _said(message) if private else AddressedInPublic(), lang)


def _said(message: Message) -> AnyEvent:
    if message.text is not None:
        return CommandGiven("start") if _payload(message.text) else event(message.text)
    if message.contact:
        return TextReceived(_phone(message.contact.phone_number))
    return AttachmentReceived(clean(message.caption or "").strip())


def _phone(number: str) -> str:
    """A card has its international number with or without the plus."""
    number = clean(number).strip()
    return f"+{number}" if _WHOLE_NUMBER.fullmatch(number) else number


def _edited(update: Update, message: Message) -> Parsed:
    """Words that changed. A keyboard or a live location changes without words, and often."""
    words = clean(message.text or message.caption or "").strip()
    bot = message.sender is not None and message.sender.is_bot
    if not words or bot or message.chat.type != PRIVATE:
        return update.ignored()
    return Incoming(str(message.chat.id), update.id, MessageEdited(words), _language(message.sender))


def _language(user: User | None) -> str | None:
    """The language of a profile: "es-MX" is Spanish."""
    found = _LANGUAGE.fullmatch(user.language_code or "") if user else None
    return found[1].lower() if found else None


def _payload(text: str) -> str:
    """A link such as t.me/bot?start=es arrives as "/start es": words of whoever made it, not of who followed it."""
    found = _FROM_LINK.fullmatch(text)
    return found[1] if found else ""


def _asked_by_link(text: str | None, languages: Collection[str]) -> str | None:
    """A link leads to a language and nowhere else."""
    found = _LANGUAGE.fullmatch(_payload(text or ""))
    return found[1].lower() if found and found[1].lower() in languages else None


# Buttons, and the bot's own place in a chat


def _pressed(update: Update, press: Press) -> Parsed:
    """A button without its message belongs to a private chat, whose id is the person's."""
    if press.sender.is_bot:
        return update.ignored("bot")
    chat = press.message.chat if press.message else Chat(press.sender.id, PRIVATE)
    return Incoming(
        str(chat.id),
        update.id,
        buttons.event(press.data) if chat.type == PRIVATE else AddressedInPublic(),
        _language(press.sender),
        message=str(press.message.message_id) if press.message and press.message.date else "",
        query=press.id,
    )


def _changed(update: Update, change: Change) -> Parsed:
    was, now = change.old_chat_member, change.new_chat_member
    address, lang = str(change.chat.id), _language(change.sender)
    if not now.present:
        return Incoming(address, update.id, PersonLeft(), lang)
    if change.chat.type == PRIVATE or (was and was.present):
        return update.ignored()
    return Incoming(address, update.id, AddressedInPublic(), lang)


_KINDS: Mapping[str, tuple[Decoder[Any], Callable[[Update, Any], Parsed]]] = {
    "message": (Decoder(Message), _message),
    "channel_post": (Decoder(Message), _message),
    "edited_message": (Decoder(Message), _edited),
    "callback_query": (Decoder(Press), _pressed),
    "my_chat_member": (Decoder(Change), _changed),
}
"""The kinds of update that can mean something; all others are acknowledged and forgotten."""

WANTED = tuple(_KINDS)
"""What to ask Telegram for."""

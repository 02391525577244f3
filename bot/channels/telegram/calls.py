"""What is said as calls of the Bot API: one payload is one call, its method and its fields without the chat."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from bot.channels.bars import bars
from bot.channels.base import Capabilities, Incoming
from bot.channels.drawing import draw
from bot.channels.markup import Spans, as_html, of_html, plain, spans
from bot.channels.rendering import REMEMBERED, Form, Message, messages
from bot.channels.splitting import pieces
from bot.channels.telegram.buttons import ID_BYTES, keyboard
from bot.engine.catalog import Catalog
from bot.engine.effects import Picture, Redraw, Reply

Fields = Mapping[str, Any]

CAPABILITIES = Capabilities(
    text_length=4096,
    buttons=100,
    label_length=64,
    id_bytes=ID_BYTES,
    ticks=True,
    edits=True,
    caption_length=1024,
    markup=True,
    typing=True,
)

NOTICE_LENGTH = 200
"""Of the words that appear over the chat when a button is pressed."""

SEND, EDIT, PHOTO = "sendMessage", "editMessageReplyMarkup", "sendPhoto"


def render(said: Reply | Redraw, catalog: Catalog, title: str, message: str = "") -> tuple[bytes, ...]:
    """The calls in order; the last one carries the buttons."""
    shown = messages(said, catalog, CAPABILITIES, title, _length, message)
    return tuple(msgspec.json.encode(_call(one)) for one in shown)


def size(text: str) -> int:
    """How much of a message a text takes."""
    return _length(spans(text))


def _length(words: Spans) -> int:
    """Tags and escapes count too: no server counts more strictly."""
    return _units(as_html(words))


def _units(text: str) -> int:
    """Rare characters, emoji among them, count twice."""
    return len(text.encode("utf-16-le")) // 2


def _call(shown: Message) -> Fields:
    markup = {"reply_markup": keyboard(shown.screen)} if shown.screen and shown.form is Form.BUTTONS else {}
    if shown.edits:
        return {"method": EDIT, "message_id": int(shown.edits), **markup}
    if shown.picture:
        words = {"caption": as_html(shown.words), "parse_mode": "HTML"}
        return {"method": PHOTO, "picture": msgspec.to_builtins(shown.picture), **words, **markup}
    words = as_html(shown.words) if shown.personal else _html(shown.words)
    return {"method": SEND, "text": words, "parse_mode": "HTML", **markup}


_html = lru_cache(maxsize=REMEMBERED)(as_html)


def read(payload: bytes) -> tuple[str, dict[str, Any]]:
    """The method and the fields of a payload."""
    fields = msgspec.json.decode(payload, type=dict[str, Any])
    return fields.pop("method"), fields


def edits(payload: bytes) -> str | None:
    """The message that this call edits."""
    method, fields = read(payload)
    return str(fields["message_id"]) if method == EDIT else None


def plainer(payload: bytes) -> bytes | None:
    """The same call in plain words; None where it has no markup."""
    method, fields = read(payload)
    if fields.pop("parse_mode", None) is None:
        return None
    words = "caption" if method == PHOTO else "text"
    return msgspec.json.encode({"method": method, **fields, words: plain(of_html(fields[words]))})


def drawn(fields: Fields) -> tuple[str, dict[str, Any]]:
    """The call that sends a picture, drawn from its scores; where that is not possible, its words with bars."""
    picture = msgspec.convert(fields["picture"], Picture)
    kept = {name: value for name, value in fields.items() if name != "picture"}
    caption = str(kept["caption"])
    try:
        words = plain(of_html(caption)) if kept.get("parse_mode") else caption
        return PHOTO, {**kept, "photo": draw(picture, words)}
    except Exception:  # no matplotlib, or a fault in it or of ours: nobody waits for a picture in vain
        del kept["caption"]
        return SEND, {**kept, "text": "\n".join((caption, *bars(picture)))}


def answer(incoming: Incoming, notice: str | None = None) -> tuple[str, Fields]:
    """The call that ends a button's waiting, with a few words where there is something to say."""
    words = next(pieces(spans(notice or ""), NOTICE_LENGTH, lambda words: _units(plain(words))))
    told = {"text": plain(words)} if words else {}
    return "answerCallbackQuery", {"callback_query_id": incoming.query, **told}


def typing(address: str) -> tuple[str, Fields]:
    """The call that shows that more is coming."""
    return "sendChatAction", {"chat_id": int(address), "action": "typing"}

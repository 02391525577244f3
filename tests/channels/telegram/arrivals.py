"""Updates as Telegram sends them: builders for the tests, with the fields that a real one has."""

import json
from typing import Any

ANN = 4_242_424_242
GROUP = -1_001_234_567_890
BOT = 7

Json = dict[str, Any]


def user(id: int = ANN, lang: str | None = "en", **fields: Any) -> Json:
    spoken = {"language_code": lang} if lang else {}
    return {"id": id, "is_bot": False, "first_name": "Ann", **spoken, **fields}


def private(id: int = ANN) -> Json:
    return {"id": id, "type": "private", "first_name": "Ann"}


def public(kind: str = "supergroup") -> Json:
    return {"id": GROUP, "type": kind, "title": "Backs"}


def message(_id: int = 5, /, chat: Json | None = None, sender: Json | None = None, **content: Any) -> Json:
    """A message; without content it has a text."""
    content = content or {"text": "hello"}
    return {"message_id": _id, "date": 1_772_000_000, "from": sender or user(), "chat": chat or private(), **content}


def pressed(data: str | None = "p3:agree", sender: Json | None = None, **fields: Any) -> Json:
    carried = {} if data is None else {"data": data}
    query = {"id": "9007", "from": sender or user(), "chat_instance": "1", **carried}
    return query | (fields or {"message": message(11, sender=user(BOT, is_bot=True), text="Which one?")})


def changed(new: str, old: str, chat: Json | None = None, **fields: Any) -> Json:
    def member(status: str) -> Json:
        return {"user": user(BOT, is_bot=True), "status": status, **fields}

    chat = chat or private()
    return {"chat": chat, "from": user(), "date": 1, "old_chat_member": member(old), "new_chat_member": member(new)}


def update(_id: int = 1000, /, **kinds: Any) -> bytes:
    return json.dumps({"update_id": _id, **kinds}).encode()

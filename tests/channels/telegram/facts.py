"""What the Bot API says of the methods that the channel calls (tests/data/bot_api.json), and a check against it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.channels.telegram.entities import Unparsable, seen

FACTS = json.loads((Path(__file__).parents[2] / "data" / "bot_api.json").read_text("utf-8"))
METHODS: Mapping[str, Any] = FACTS["methods"]
TYPES: Mapping[str, Any] = FACTS["types"]
SCALARS = {"String": str, "Integer": int, "Boolean": bool, "InputFile": bytes}
TOGETHER = {"editMessageReplyMarkup": ("chat_id", "message_id")}
"""Fields that are optional one by one, but not here: there are no inline messages."""

WORDS = {"sendMessage": ("text",), "sendPhoto": ("caption",)}
"""What a person reads of a message."""

BUTTONS, BUTTONS_A_ROW = 100, 8
COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def check(method: str, fields: Mapping[str, Any]) -> None:
    """Assert that a call is one that the Bot API takes."""
    assert list(faults(method, fields)) == [], (method, fields)


def decoded(method: str, form: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a form, in which everything but a string is JSON."""
    types = {name: entry["types"] for name, entry in METHODS.get(method, {"fields": {}})["fields"].items()}
    return {name: _decoded(value, types.get(name, ["String"])) for name, value in form.items()}


def _decoded(value: Any, types: list[str]) -> Any:
    if not isinstance(value, str) or types == ["String"]:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def faults(method: str, fields: Mapping[str, Any]) -> Iterator[str]:
    """All that is wrong with a call."""
    if method not in METHODS:
        yield f"no method {method}"
        return
    known = METHODS[method]["fields"]
    yield from _of_object(known, fields, method)
    yield from (f"{method}: {name} is missing" for name in TOGETHER.get(method, ()) if name not in fields)
    for words in WORDS.get(method, ()):
        if words in fields:
            yield from _of_text(fields, words, known[words]["length"])
    if "reply_markup" in fields:
        yield from _of_keyboard(fields["reply_markup"])
    yield from (
        f"no command: {c['command']}" for c in fields.get("commands", ()) if not COMMAND.fullmatch(c["command"])
    )


def _of_object(known: Mapping[str, Any], found: object, where: str) -> Iterator[str]:
    if not isinstance(found, Mapping):
        yield f"{where}: no object"
        return
    for name in known.keys() | found.keys():
        if name not in found:
            if known[name]["required"]:
                yield f"{where}: {name} is missing"
        elif name not in known:
            yield f"{where}: {name} is unknown"
        else:
            yield from _of_value(known[name], found[name], f"{where}.{name}")


def _of_value(known: Mapping[str, Any], value: Any, where: str) -> Iterator[str]:
    tried = [list(_of_type(kind, value, where)) for kind in known["types"]]
    yield from (tried[0] if all(tried) else _of_length(known.get("length", {}), value, where))


def _of_length(length: Mapping[str, Any], value: Any, where: str) -> Iterator[str]:
    if not length or length.get("after_entities"):
        return
    if not length["min"] <= _long(value, length["unit"]) <= length["max"]:
        yield f"{where}: {_long(value, length['unit'])} {length['unit']}"


def _of_type(kind: str, value: Any, where: str) -> Iterator[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            yield f"{where}: no list"
            return
        for at, one in enumerate(value):
            yield from _of_type(kind.removeprefix("Array of "), one, f"{where}[{at}]")
    elif kind in TYPES:
        yield from _of_object(TYPES[kind], value, where)
    elif kind not in SCALARS or type(value) is not SCALARS[kind]:
        yield f"{where}: {type(value).__name__}, not {kind}"


def _long(value: str, unit: str) -> int:
    """Characters are counted as the strictest servers do."""
    return len(value.encode()) if unit == "bytes" else len(value.encode("utf-16-le")) // 2


def _of_text(fields: Mapping[str, Any], name: str, length: Mapping[str, Any]) -> Iterator[str]:
    text = fields[name]
    mode = fields.get("parse_mode")
    if mode not in (None, "HTML"):
        yield f"parse_mode: {mode}"
    try:
        words = seen(text) if mode else text
    except Unparsable as error:
        yield f"can't parse entities: {error}"
        return
    if not words.strip():
        yield f"{name}: nothing to see"
    for counted in (words, text):  # some servers count the tags as well
        if not length["min"] <= _long(counted, "characters") <= length["max"]:
            yield f"{name}: {_long(counted, 'characters')} characters"


def _of_keyboard(keyboard: Any) -> Iterator[str]:
    rows = keyboard["inline_keyboard"] if isinstance(keyboard, dict) and "inline_keyboard" in keyboard else None
    if rows is None:
        yield "reply_markup: no inline keyboard"
        return
    if any(not 1 <= len(row) <= BUTTONS_A_ROW for row in rows) or sum(map(len, rows)) > BUTTONS:
        yield "inline_keyboard: the rows are empty, too long or too many"
    for button in (button for row in rows for button in row):
        if not str(button.get("text", "")).strip() or len(button) != 2:
            yield f"button without a label or with other than one action: {sorted(button)}"

"""Real updates made wrong: torn bytes, missing and foreign fields, values of other kinds, all from one seed."""

import json
import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

CANARY = "xyzzy canary"
"""Stands in every one of them; the log must never show it."""

WHO = {"id": 7_000_001, "is_bot": False, "first_name": CANARY, "language_code": "es-MX"}
WHERE = {"id": 7_000_001, "type": "private", "first_name": CANARY}
MESSAGE = {"message_id": 5, "date": 1, "chat": WHERE, "from": WHO, "text": CANARY}
REAL: tuple[dict[str, Any], ...] = (
    {"message": MESSAGE},
    {"message": {**MESSAGE, "text": f"/start {CANARY}"}},
    {"message": {**MESSAGE, "text": None, "caption": CANARY, "photo": [{"file_id": CANARY}]}},
    {"message": {**MESSAGE, "contact": {"phone_number": "16025550142", "first_name": CANARY}}},
    {"edited_message": {**MESSAGE, "edit_date": 2}},
    {"callback_query": {"id": "9", "from": WHO, "chat_instance": "1", "data": "p1:agree", "message": MESSAGE}},
    {"my_chat_member": {"chat": WHERE, "from": WHO, "date": 1, "new_chat_member": {"status": "kicked", "user": WHO}}},
    {"channel_post": {**MESSAGE, "chat": {**WHERE, "type": "channel"}}},
    {"poll": {"id": "1", "question": CANARY}},
)
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 2**63, -(2**63), 10**40, 1.5, 1e308, "", "\x00", "\ud800", "\u202e", CANARY * 400, "null", [],
    [[]], {}, {"id": {}}, [CANARY], {CANARY: CANARY},
)  # fmt: skip
FOREIGN = ("text", "from", "chat", "message", "callback_query", CANARY)


def mutants(seed: int) -> Iterator[bytes]:
    """One after the other, without end."""
    chance, number = random.Random(seed), 10_000_000
    while True:
        number += 1
        update = json.loads(json.dumps({"update_id": number, **chance.choice(REAL)}))
        update = _rebuilt(update, chance) if chance.random() < 0.75 else update
        raw = json.dumps(update).encode()
        yield chance.choice(TEARS)(raw, chance) if chance.random() < 0.35 else raw


def _rebuilt(update: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    for _ in range(chance.randint(1, 3)):
        place = chance.choice(list(_objects(update)))
        key = chance.choice(list(place) or [""])
        change = chance.random()
        if change < 0.3:
            place.pop(key, None)
        elif change < 0.8:
            place[key] = deepcopy(chance.choice(VALUES))
        else:
            place[chance.choice(("text", "from", "chat", "message", "callback_query", CANARY))] = deepcopy(
                place.get(key)
            )
    return update


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in list(value.values()):
            yield from _objects(each)


def _cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def _flip(raw: bytes, chance: random.Random) -> bytes:
    torn = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        torn[chance.randrange(len(torn))] = chance.randrange(256)
    return bytes(torn)


def _twice(raw: bytes, chance: random.Random) -> bytes:
    return raw + raw[: chance.randrange(len(raw))]


def _deep(raw: bytes, chance: random.Random) -> bytes:
    depth = chance.randint(100, 5000)
    return b'{"update_id": 1, "message": ' + b"[" * depth + b"]" * depth + b"}"


def _noise(raw: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.randint(0, 200))


TEARS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _flip, _twice, _deep, _noise)

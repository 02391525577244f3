"""Ten thousand broken updates: whatever arrives is read, forgotten or set aside, and nothing ever raises."""

import json
import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from bot.channels.base import Ignored, Incoming, Unreadable
from bot.channels.telegram.updates import WANTED, parse
from bot.engine.turn import _HANDLERS, advance
from tests.channels.telegram.arrivals import changed, message, pressed, public, update
from tests.engine.talk import NOW, shipped

SEEDS = [
    update(message=message(text="my back hurts")),
    update(message=message(text="/start es")),
    update(message=message(photo=[{"file_id": "x", "width": 5}], caption="look")),
    update(message=message(contact={"phone_number": "+16025550100", "first_name": "Ann"})),
    update(message=message(chat=public(), text="hi")),
    update(edited_message=message(text="my chest hurts", edit_date=1)),
    update(channel_post=message(chat=public("channel"), text="news")),
    update(callback_query=pressed("t12:fever")),
    update(callback_query=pressed(inline_message_id="x")),
    update(my_chat_member=changed("kicked", "member")),
    update(message_reaction={"chat": public(), "new_reaction": []}),
]
ODD: list[Any] = [
    None, True, False, 0, -1, 1.5, 2**63, 2**64, 10**40, "", "x", "\x00", "\ud800", "😀" * 50, "x" * 100_000,
    [], [[]], {}, {"id": {}}, "1", "-1", "NaN", [None] * 1000,
]  # fmt: skip
BYTES = [
    b"\xff",
    b"\x00",
    b"{",
    b"}",
    b'"',
    b"\\",
    b"\\ud83d",
    b"[" * 2000,
    b"\xed\xa0\x80",
    b"1e999",
    b",",
    b"\xef\xbb\xbf",
]

Chance = random.Random


def _deep(depth: int) -> Any:
    nested: Any = 1
    for _ in range(depth):
        nested = {"reply_to_message": nested}
    return nested


def _nodes(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a document: the list or object, and the key."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(items):
        yield value, key
        yield from _nodes(inner)


def _drop(document: Any, chance: Chance) -> None:
    parent, key = chance.choice(list(_nodes(document)))
    del parent[key]


def _replace(document: Any, chance: Chance) -> None:
    parent, key = chance.choice(list(_nodes(document)))
    parent[key] = deepcopy(chance.choice([*ODD, _deep(chance.randrange(300))]))


def _add(document: Any, chance: Chance) -> None:
    objects = [document, *(parent[key] for parent, key in _nodes(document) if isinstance(parent[key], dict))]
    name = chance.choice([*WANTED, "text", "caption", "contact", "from", "chat", "date", "pinned_message", "x" * 1000])
    chance.choice(objects)[name] = deepcopy(chance.choice(ODD))


def _swap(document: Any, chance: Chance) -> None:
    (one, key), (other, twin) = chance.choices(list(_nodes(document)), k=2)
    one[key] = deepcopy(other[twin])


MUTATIONS: list[Callable[[Any, Chance], None]] = [_drop, _replace, _replace, _add, _swap]


def _mutated(chance: Chance) -> bytes:
    document = json.loads(chance.choice(SEEDS))
    for _ in range(chance.randrange(1, 4)):
        if list(_nodes(document)):
            chance.choice(MUTATIONS)(document, chance)
    raw = json.dumps(document, ensure_ascii=chance.random() < 0.5).encode(errors="surrogatepass")
    return _broken(raw, chance) if chance.random() < 0.3 else raw


def _broken(raw: bytes, chance: Chance) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return chance.choice([raw[:at], raw[at:], raw[:at] + chance.choice(BYTES) + raw[at:], raw + raw])


@pytest.mark.parametrize("seed", range(20))
def test_nothing_that_arrives_raises(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(500):
        raw = _mutated(chance)
        parsed = parse(raw, ("en", "es"))
        if isinstance(parsed, Incoming):
            _check(parsed)
        else:
            assert isinstance(parsed, Ignored | Unreadable), raw


def _check(incoming: Incoming) -> None:
    """What is handed on can be addressed, stored and worked on."""
    assert incoming.id == str(int(incoming.id))
    assert incoming.address == str(int(incoming.address))
    assert incoming.message == str(int(incoming.message or 0) or "")
    for words in (incoming.lang or "", repr(incoming.event), incoming.query):
        words.encode()
    if type(incoming.event) in _HANDLERS:
        advance(shipped(), None, incoming.event, NOW)


def test_the_mutations_reach_every_outcome() -> None:
    chance = random.Random(0)
    found = {type(parse(_mutated(chance))) for _ in range(500)}
    assert found == {Incoming, Ignored, Unreadable}

"""What compares chats after faults finds what is wrong with them."""

from datetime import UTC, datetime

import msgspec
import pytest

from bench.faults.chat import Delivery
from bench.faults.copies import Copies, compared
from bench.faults.history import Stored, explained, fault_of, next_ones
from bench.faults.model import model
from bot.engine.session import Session
from bot.store.base import Line

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
WORDS = ("/start", "bananas", "/help")


def brought(*words: str) -> list[Delivery]:
    """One after the other, each acknowledged before the next."""
    found: list[Delivery] = []
    for number, text in enumerate(words):
        message = {"message_id": 1, "chat": {"id": 5, "type": "private"}, "from": {"id": 5}, "text": text}
        delivery = Delivery(msgspec.json.encode({"update_id": number, "message": message}))
        delivery.began, delivery.ended = number, number + 0.5
        found.append(delivery)
    return found


async def stored(history: list[Delivery], order: tuple[int, ...]) -> Stored:
    """What the engine makes of them in this order."""
    session: Session | None = None
    lines: list[Line] = []
    for number in order:
        written = await model().turn(session, history[number].raw, NOW)
        session = written.session or session
        lines += [Line(NOW, who, text) for who, text in written.transcript]
    return Stored(session, lines)


async def test_what_came_in_order_is_explained():
    history = brought(*WORDS)
    assert await explained(history, await stored(history, (0, 1, 2)))


@pytest.mark.parametrize(
    ("order", "fault"), [((0, 1), "lost"), ((0, 1, 1, 2), "doubled"), ((0, 2, 1), "out of order")], ids=str
)
async def test_what_is_lost_doubled_or_out_of_order_is_not(order: tuple[int, ...], fault: str):
    history = brought(*WORDS)
    found = await stored(history, order)
    assert await explained(history, found) is None
    assert fault_of(history, found) == fault


async def test_two_at_once_may_be_taken_in_either_order():
    history = brought(*WORDS)
    history[2].began = 1.2
    assert await explained(history, await stored(history, (0, 2, 1)))
    assert sorted(next_ones(history, (1, 2))) == [1, 2]


@pytest.mark.parametrize(
    ("got", "found"),
    [
        ("abc", Copies(0, 0, 0)),
        ("aabc", Copies(0, 1, 0)),
        ("aaabc", Copies(0, 1, 1)),
        ("ac", Copies(1, 0, 0)),
        ("acb", Copies(1, 0, 1)),
        ("abcd", Copies(0, 0, 1)),
        ("", Copies(3, 0, 0)),
    ],
)
def test_copies_are_told_from_what_is_missing_and_what_is_strange(got: str, found: Copies):
    assert compared("abc", got) == found


def test_what_can_be_explained_by_what_is_missing_is_not_called_strange():
    assert compared("aabaa", "aaaab") == Copies(2, 2, 0)

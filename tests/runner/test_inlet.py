"""Deliveries in: acknowledged once durable, in batches, and a pressed button is answered at once."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.authoring.project import load
from bot.engine.session import Session
from bot.runner.delivery import Delivery
from bot.runner.inlet import ROOM, Inlet, Overfull
from bot.runner.intake import Arrival, Intake
from bot.runner.pace import AT_ONCE
from bot.runner.people import person_of
from bot.runner.watch import Watch
from bot.settings import find_project
from bot.store.base import StoreError, Taken
from bot.store.memory import MemoryStore
from tests.runner.counts import Counts
from tests.runner.line import Line

KEY = b"k" * 32
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LIBRARY = load(find_project()).library
assert LIBRARY is not None


class House:
    """An inlet with all behind it."""

    def __init__(self, room: int = ROOM) -> None:
        assert LIBRARY is not None
        self.line = Line()
        self.store = MemoryStore()
        self.told: list[tuple[str, dict[str, object]]] = []
        self.counts = Counts()
        self.watch = Watch(self.log, self.counts)
        self.intake = Intake(LIBRARY, self.store, {"line": self.line}, KEY, self.watch)
        self.delivery = Delivery(self.store, self.line, AT_ONCE)
        self.inlet = Inlet(self.intake, [self.delivery.wake], lambda: NOW, self.watch, room)

    def log(self, event: str, **fields: object) -> None:
        self.told.append((event, fields))

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        task = asyncio.create_task(self.inlet.run(stop))
        yield
        stop.set()
        await asyncio.wait_for(task, 5)

    async def take(self, *lines: str) -> None:
        await self.inlet.take(self.line, [line.encode() for line in lines])

    async def session(self, address: str) -> Session | None:
        return await self.store.session(person_of(KEY, "line", address))


@pytest.fixture
def house() -> House:
    return House()


async def test_what_was_taken_is_durable(house: House):
    async with house.open():
        await house.take("1|ann|/start", "2|ann|1", "3|bob|/start")
        ann, bob = await house.session("ann"), await house.session("bob")
    assert ann is not None
    assert ann.place == "red_flags.nerves"
    assert bob is not None
    assert bob.place == "welcome.start"


async def test_deliveries_that_come_together_share_one_transaction(house: House, monkeypatch: pytest.MonkeyPatch):
    batches: list[int] = []
    take = house.intake.take

    async def counted(arrivals: Sequence[Arrival]) -> list[Taken]:
        batches.append(len(arrivals))
        return await take(arrivals)

    monkeypatch.setattr(house.intake, "take", counted)
    async with house.open():
        await asyncio.gather(*(house.take(f"{i}|p{i}|/start") for i in range(20)))
    assert sum(batches) == 20
    assert len(batches) < 5


async def test_what_cannot_be_read_is_set_aside_and_what_asks_nothing_is_dropped(house: House):
    async with house.open():
        await house.take("nonsense", "2|ann|♥")
    assert [row.error for row in await house.store.quarantined()] == ["shape"]
    assert house.told == [("delivery_unreadable", {"channel": "line", "why": "shape"})]
    assert await house.session("ann") is None


async def test_a_store_that_fails_tells_everybody_who_waits_and_nothing_is_taken(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    async def fails(_: object) -> list[Taken]:
        raise StoreError("the disk is full")

    monkeypatch.setattr(house.intake, "take", fails)
    async with house.open():
        results = await asyncio.gather(house.take("1|ann|/start"), house.take("2|bob|/start"), return_exceptions=True)
    assert [type(result) for result in results] == [StoreError, StoreError]
    assert await house.session("ann") is None


async def test_a_pressed_button_is_answered_once_it_is_taken_also_when_it_comes_twice(house: House):
    async with house.open():
        await house.take("1|ann|press it")
        await house.take("1|ann|press it")
    assert house.line.answered == [("query 1", None), ("query 1", None)]


async def test_what_is_inside_when_it_is_time_to_stop_is_finished(house: House):
    stop = asyncio.Event()
    waiting = asyncio.create_task(house.take("1|ann|/start"))
    await asyncio.sleep(0)
    stop.set()
    await asyncio.wait_for(house.inlet.run(stop), 5)
    await waiting
    assert await house.session("ann") is not None


async def test_a_client_that_has_gone_does_not_break_the_batch(house: House):
    gone = asyncio.create_task(house.take("1|ann|/start"))
    await asyncio.sleep(0)
    gone.cancel()
    async with house.open():
        await house.take("2|bob|/start")
    assert await house.session("ann") is not None


async def test_more_than_there_is_room_for_is_refused_and_taken_when_it_comes_again(house: House):
    small = House(room=2)
    taken = [asyncio.create_task(small.take(f"{number}|p{number}|/start")) for number in range(2)]
    await asyncio.sleep(0)
    assert small.inlet.events == 2
    for _ in range(3):
        with pytest.raises(Overfull):
            await small.take("3|cem|/start")
    assert small.told == [("inbox_full", {"events": 2})]
    async with small.open():
        await asyncio.gather(*taken)
        assert (small.inlet.events, small.inlet.oldest) == (0, 0.0)
        await small.take("3|cem|/start")
    assert await small.session("cem") is not None
    assert small.counts.turns == {"taken": 3, "refused": 3}


async def test_a_fetch_of_more_than_the_whole_room_is_taken_when_nothing_else_is_inside():
    small = House(room=2)
    async with small.open():
        await small.take(*(f"{number}|p{number}|/start" for number in range(5)))
    assert small.counts.turns == {"taken": 5}


async def test_what_cannot_be_read_waits_for_its_batch_and_is_not_acknowledged_before(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    async def fails(_: object) -> None:
        raise StoreError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(house.store, "quarantine", fails)
        async with house.open():
            with pytest.raises(StoreError, match="the disk is full"):
                await house.take("nonsense")
    assert await house.store.quarantined() == []
    assert house.counts.turns == {}


async def test_deliveries_are_counted_by_what_became_of_them(house: House):
    async with house.open():
        await house.take("1|ann|/start", "nonsense", "2|bob|/start")
        await house.take("1|ann|/start")
    assert house.counts.turns == {"taken": 2, "unreadable": 1, "repeated": 1}
    assert house.counts.batches == [3, 1]
    assert len(house.counts.seconds) == 2


async def test_the_oldest_delivery_is_told_while_it_waits(house: House):
    waiting = asyncio.create_task(house.take("1|ann|/start"))
    await asyncio.sleep(0.01)
    assert house.inlet.oldest > 0.005
    async with house.open():
        await waiting
    assert house.inlet.oldest == 0.0

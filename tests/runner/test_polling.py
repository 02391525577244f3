"""Fetching: confirmed only when durable, and every trouble is waited out."""

import asyncio

import pytest

from bot.channels.base import Fetched
from bot.channels.errors import Conflict, Disowned, SendError, Throttled, Unreached
from bot.runner.pace import Limits
from bot.runner.polling import Poller
from bot.store.base import StoreError, Taken
from tests.runner.line import Line
from tests.runner.test_inlet import House

QUICK = Limits(backoff_first=0.01, backoff_most=0.02)


class Source(Line):
    """Holds deliveries until they are confirmed, as a platform does."""

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[int, bytes] = {}
        self.marks: list[int] = []
        self.troubles: list[SendError] = []
        self.empty = asyncio.Event()

    async def fetch(self, mark: int) -> Fetched:
        self.marks.append(mark)
        if self.troubles:
            raise self.troubles.pop(0)
        self.held = {number: raw for number, raw in self.held.items() if number >= mark}
        if not self.held:
            self.empty.set()
            await asyncio.sleep(3600)
        return Fetched(tuple(self.held.values()), max(self.held) + 1)


@pytest.fixture
def source() -> Source:
    return Source()


async def polled(house: House, source: Source) -> None:
    """Fetch until everything is confirmed."""
    stop = asyncio.Event()
    async with house.open():
        task = asyncio.create_task(Poller(source, house.inlet, house.watch, QUICK).run(stop))
        await asyncio.wait_for(source.empty.wait(), 5)
        stop.set()
        await asyncio.wait_for(task, 5)


async def test_messages_are_confirmed_by_the_next_fetch(source: Source):
    house = House()
    source.held = {5: b"5|ann|/start", 6: b"6|ann|1"}
    await polled(house, source)
    assert source.marks == [0, 7]
    session = await house.session("ann")
    assert session is not None
    assert session.place == "red_flags.nerves"


async def test_what_could_not_be_stored_is_not_confirmed_and_fetched_again(
    source: Source, monkeypatch: pytest.MonkeyPatch
):
    house = House()
    take, failures = house.intake.take, [StoreError("busy")] * 2

    async def flaky(arrivals: list[object]) -> list[Taken]:
        if failures:
            raise failures.pop()
        return await take(arrivals)  # type: ignore[arg-type]

    monkeypatch.setattr(house.intake, "take", flaky)
    source.held = {5: b"5|ann|/start"}
    await polled(house, source)
    assert source.marks == [0, 0, 0, 6]
    assert await house.session("ann") is not None


TROUBLES = [
    (Conflict("409"), "fetch_conflict"),
    (Unreached("no connection"), "fetch_failed"),
    (Disowned("token"), "fetch_failed"),
    (Throttled(0.02), "fetch_failed"),
]


@pytest.mark.parametrize(("error", "told"), TROUBLES)
async def test_every_trouble_is_told_and_waited_out(source: Source, error: SendError, told: str):
    house = House()
    source.troubles = [error, error]
    source.held = {5: b"5|ann|/start"}
    await polled(house, source)
    assert [event for event, _ in house.told] == [told, told]
    assert await house.session("ann") is not None


async def test_a_fetch_that_waits_is_given_up_when_it_is_time_to_stop(source: Source):
    await asyncio.wait_for(polled(House(), source), 2)
    assert source.marks == [0]


async def test_fetching_waits_while_there_is_no_room_and_nothing_is_confirmed_meanwhile(source: Source):
    house = House(room=1)
    source.held = {5: b"5|ann|/start"}
    stuck = asyncio.create_task(house.take("1|bob|/start"))  # nobody works on it yet
    stop = asyncio.Event()
    polling = asyncio.create_task(Poller(source, house.inlet, house.watch, QUICK).run(stop))
    while len(source.marks) < 3:  # noqa: ASYNC110 - what is waited for is a list that grows
        await asyncio.sleep(0.005)
    assert set(source.marks) == {0}
    async with house.open():
        await stuck
        await asyncio.wait_for(source.empty.wait(), 5)
        stop.set()
        await asyncio.wait_for(polling, 5)
    assert source.marks[-1] == 6
    assert await house.session("ann") is not None

"""The webhook on a real server: who knocks is checked first, and "got it" is said only for what is durable."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from bot.store.base import StoreError, Taken
from bot.web.server import listen, run_web
from bot.web.webhook import BODY_LIMIT, SECRET_HEADER, webhook
from tests.runner.test_inlet import House

SECRET = "s3cret_of-the_bot"
KNOWN = {SECRET_HEADER: SECRET}


@asynccontextmanager
async def served(house: House) -> AsyncIterator[httpx.AsyncClient]:
    on, stop = listen("127.0.0.1", 0), asyncio.Event()
    routes = [webhook("/hook", SECRET, house.line, house.inlet, house.log)]
    serving = asyncio.create_task(run_web(routes, on, stop))
    async with house.open(), httpx.AsyncClient(base_url=f"http://127.0.0.1:{on.getsockname()[1]}") as client:
        yield client
        stop.set()
        await asyncio.wait_for(serving, 10)


async def test_a_delivery_with_the_secret_is_taken():
    house = House()
    async with served(house) as client:
        answer = await client.post("/hook", content=b"1|ann|/start", headers=KNOWN)
    assert answer.status_code == 200
    assert await house.session("ann") is not None


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET + "x"}, {SECRET_HEADER: "s3cret"}])
async def test_without_the_secret_nothing_is_read(headers: dict[str, str]):
    house = House()
    async with served(house) as client:
        answer = await client.post("/hook", content=b"1|ann|/start", headers=headers)
    assert answer.status_code == 403
    assert await house.session("ann") is None
    assert house.told == [("delivery_refused", {"why": "wrong secret"})]


async def test_a_body_longer_than_any_delivery_is_refused_before_it_is_read():
    house = House()
    async with served(house) as client:
        announced = await client.post("/hook", content=b"x" * (BODY_LIMIT + 1), headers=KNOWN)

        async def drip() -> AsyncIterator[bytes]:
            for _ in range(20):
                yield b"x" * (BODY_LIMIT // 10)

        dripped = await client.post("/hook", content=drip(), headers=KNOWN)
    assert (announced.status_code, dripped.status_code) == (413, 413)


async def test_what_cannot_be_stored_is_not_acknowledged(monkeypatch: pytest.MonkeyPatch):
    house = House()

    async def fails(_: object) -> list[Taken]:
        raise StoreError("the disk is full")

    monkeypatch.setattr(house.intake, "take", fails)
    async with served(house) as client:
        answer = await client.post("/hook", content=b"1|ann|/start", headers=KNOWN)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")


async def test_too_much_at_once_is_not_acknowledged_not_read_and_taken_when_it_comes_again():
    house = House(room=1)
    stuck = asyncio.create_task(house.take("1|ann|/start"))  # nobody works on it yet
    on, stop = listen("127.0.0.1", 0), asyncio.Event()
    routes = [webhook("/hook", SECRET, house.line, house.inlet, house.log)]
    serving = asyncio.create_task(run_web(routes, on, stop))
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{on.getsockname()[1]}") as client:
        answers = [await client.post("/hook", content=b"2|bob|/start", headers=KNOWN) for _ in range(3)]
        assert {(answer.status_code, answer.headers["retry-after"]) for answer in answers} == {(503, "2")}
        async with house.open():
            await stuck
            assert (await client.post("/hook", content=b"2|bob|/start", headers=KNOWN)).status_code == 200
    stop.set()
    await asyncio.wait_for(serving, 10)
    assert await house.session("bob") is not None


async def test_a_fault_of_ours_is_told_without_its_words_and_not_acknowledged(monkeypatch: pytest.MonkeyPatch):
    house = House()

    def breaks(raw: bytes) -> None:
        raise KeyError("my leg is numb")

    monkeypatch.setattr(house.line, "parse", breaks)
    async with served(house) as client:
        answer = await client.post("/hook", content=b"1|ann|/start", headers=KNOWN)
    assert answer.status_code == 500
    [(event, fields)] = house.told
    assert (event, fields["error"]) == ("fault", "KeyError")
    assert str(fields["where"]).startswith("bot/runner/inlet.py:")


async def test_what_cannot_be_read_is_acknowledged_or_it_would_come_for_ever():
    house = House()
    async with served(house) as client:
        assert (await client.post("/hook", content=b"\xff\xfe", headers=KNOWN)).status_code == 200


@pytest.mark.parametrize(("method", "path", "code"), [("GET", "/hook", 405), ("POST", "/", 404), ("GET", "/x", 404)])
async def test_there_is_nothing_else_to_be_found(method: str, path: str, code: int):
    async with served(House()) as client:
        answer = await client.request(method, path, headers=KNOWN)
    assert answer.status_code == code
    assert "server" not in answer.headers


def test_a_webhook_without_a_secret_is_refused():
    house = House()
    with pytest.raises(ValueError, match="from anybody"):
        webhook("/hook", "", house.line, house.inlet, house.log)

"""The three routes for those who run the service, on a real server."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx

from bot.web.operations import operations
from bot.web.server import listen, run_web


@asynccontextmanager
async def served(parts: Mapping[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    async def look() -> Mapping[str, str]:
        return parts

    async def expose() -> bytes:
        return b"heatwise_turns_total 7\n"

    on, stop = listen("127.0.0.1", 0), asyncio.Event()
    serving = asyncio.create_task(run_web(operations(look, expose), on, stop))
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{on.getsockname()[1]}") as client:
        yield client
    stop.set()
    await asyncio.wait_for(serving, 10)


async def test_a_service_that_lacks_nothing_is_ready():
    async with served({"database": "", "telegram fetches": ""}) as client:
        answer = await client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "parts": {"database": "ok", "telegram fetches": "ok"}}


async def test_one_that_lacks_something_says_what_and_is_not_ready_but_alive():
    async with served({"database": "the disk is full", "inbox": ""}) as client:
        ready, alive = await client.get("/readyz"), await client.get("/livez")
    assert (ready.status_code, alive.status_code) == (503, 200)
    assert ready.json() == {"ready": False, "parts": {"database": "the disk is full", "inbox": "ok"}}


async def test_figures_come_as_prometheus_reads_them():
    async with served({}) as client:
        answer = await client.get("/metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert answer.text == "heatwise_turns_total 7\n"


async def test_there_is_nothing_else_to_be_found_and_nothing_to_be_changed():
    async with served({}) as client:
        answers = [await client.get("/"), await client.get("/telegram"), await client.post("/readyz")]
    assert [answer.status_code for answer in answers] == [404, 404, 405]

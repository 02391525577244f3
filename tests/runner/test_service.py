"""The service stops its sources first, lets the sinks finish, and does not hide a failure."""

import asyncio

import pytest

from bot.runner import service as service_module
from bot.runner.log import silent
from bot.runner.service import Job, Service


def job(name: str, said: list[str], ends_after: float = 0) -> Job:
    async def run(stop: asyncio.Event) -> None:
        await stop.wait()
        await asyncio.sleep(ends_after)
        said.append(name)

    return run


async def stopped(service: Service) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(0.01, stop.set)
    await asyncio.wait_for(service.run(stop), 5)


async def test_sources_end_before_sinks_are_told_to():
    said: list[str] = []
    await stopped(Service([job("source", said, 0.05)], [job("sink", said)], silent))
    assert said == ["source", "sink"]


async def test_what_does_not_end_in_time_is_cut_off(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(service_module, "GRACE", 0.05)
    said: list[str] = []
    await stopped(Service([job("slow", said, 60)], [job("sink", said)], silent))
    assert said == ["sink"]


async def test_a_job_that_is_done_does_not_stop_the_others():
    said: list[str] = []

    async def done(stop: asyncio.Event) -> None:
        said.append("done")

    await stopped(Service([done, job("source", said)], [], silent))
    assert said == ["done", "source"]


async def test_a_job_that_fails_stops_the_others_and_is_told():
    said: list[str] = []

    async def fails(stop: asyncio.Event) -> None:
        raise OSError("no socket")

    with pytest.raises(OSError, match="no socket"):
        await asyncio.wait_for(Service([fails], [job("sink", said)], silent).run(asyncio.Event()), 5)
    assert said == ["sink"]

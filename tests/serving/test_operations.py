"""Those who run it: health and figures, a service manager, the database looked after meanwhile, a stop in time."""

import asyncio
import signal
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from typer.testing import CliRunner

from bot.cli import main_app
from bot.engine.effects import SetTimer
from bot.engine.session import Session
from bot.store.base import Entry, Written
from bot.store.sqlite import SqliteStore
from bot.web.server import listen
from tests.app.commands import heatwise
from tests.serving.emulator import Emulator, Fault, Patient, emulator
from tests.serving.process import Process
from tests.serving.served import Served
from tests.serving.test_trouble import until

LONG_AGO = datetime(2026, 3, 1, 12, tzinfo=UTC)
PARTS = ("service", "database", "schema", "inbox", "telegram is set up", "telegram is reached", "telegram sends")


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with emulator() as running:
        yield running


async def ready(health: str) -> dict[str, Any]:
    """Wait until it is ready; what it says then."""
    async with asyncio.timeout(10), httpx.AsyncClient() as client:
        while True:
            answer = await client.get(f"{health}/readyz")
            if answer.status_code == 200:
                return answer.json()
            await asyncio.sleep(0.05)


async def figures(health: str) -> dict[str, float]:
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{health}/metrics")
    samples = [sample for family in text_string_to_metric_families(answer.text) for sample in family.samples]
    return {f"{sample.name} {sample.labels.get('outcome', '')}".strip(): sample.value for sample in samples}


async def run(*words: object, data: Path, **environment: str) -> tuple[int, str]:
    """A command beside the service; its exit code and all that it says."""
    ended = await asyncio.to_thread(heatwise, *words, data=data, **environment)
    assert "Traceback" not in ended.stderr
    return ended.returncode, ended.stdout + ended.stderr


async def look_after(data: Path, pid: int) -> None:
    """Everything that may be done to the database while the process serves from it, and everything that may not."""
    copied, second = await asyncio.gather(
        run("db", "backup", "--keep", "1", data=data), run("serve", data=data, HEATWISE_TELEGRAM_TOKEN="7:token")
    )
    assert copied[0] == 0
    assert copied[1].endswith("holds everything, and is sound.\n")
    refused = f"heatwise serve runs on {data / 'heatwise.db'} (process {pid}). Stop it first.\n"
    assert second == (2, refused)
    for words in (["db", "upgrade"], ["db", "restore", str(data / "heatwise.db")]):
        ended = CliRunner().invoke(main_app, words, env={"HEATWISE_DATA_DIR": str(data)})
        assert (ended.exit_code, ended.output) == (2, refused)


async def test_the_process_tells_how_it_does_is_looked_after_and_stops_in_time_while_a_call_hangs(
    telegram: Emulator, tmp_path: Path
):
    data, ann = tmp_path / "data", Patient(telegram)
    telegram.faults.append(Fault("sendMessage", "hang"))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.setblocking(False)
        told = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "30000000"}
        process = await Process(telegram, data, **told).start()
        await ready(process.health)
        await ann.write("/start")
        await telegram.until(lambda: any(call.method == "sendMessage" for call in telegram.calls))
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"{process.health}/livez")).json() == {"alive": True}
        found = await figures(process.health)
        await look_after(data, process.process.pid)
        began = monotonic()
        assert await process.end(signal.SIGTERM) == 0
        assert monotonic() - began <= 10
        signs = list(iter(lambda: _received(manager), ""))
    assert (signs[0], signs[-1]) == ("READY=1", "STOPPING=1")
    assert (found["heatwise_turns_total taken"], found["heatwise_turn_seconds_count"]) == (1, 1)
    assert (found["heatwise_cache_sessions"], found["heatwise_database_up"]) == (1, 1)
    assert found["heatwise_outbox_calls"] == 4
    again = Served(telegram, data)
    async with again.running():
        await ann.sees_board("18+")
    texts = telegram.texts(ann.chat)
    assert len(texts) == len(set(texts)) + 1


def _received(manager: socket.socket) -> str:
    try:
        return manager.recv(100).decode()
    except BlockingIOError:
        return ""


async def test_a_database_that_is_held_makes_it_unready_and_costs_no_message(telegram: Emulator, tmp_path: Path):
    ops = listen("127.0.0.1", 0)
    health = f"http://127.0.0.1:{ops.getsockname()[1]}"
    served, ann = Served(telegram, tmp_path, ops=ops), Patient(telegram)
    async with served.running():
        await until(lambda: "started" in served.events)
        await ready(health)
        with closing(sqlite3.connect(served.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await ann.write("/start")
            async with httpx.AsyncClient() as client:
                answer = await client.get(f"{health}/readyz")
            assert answer.status_code == 503
            assert answer.json()["parts"]["database"] == "it has taken no write for 2 seconds"
            assert telegram.sent(ann.chat) == []
        await ann.sees_board("18+")
        assert (await ready(health))["parts"] == dict.fromkeys((*PARTS, "telegram fetches"), "ok")
    texts = telegram.texts(ann.chat)
    assert len(texts) == len(set(texts)) == 4


async def test_a_platform_that_fails_is_named_by_what_fails(telegram: Emulator, tmp_path: Path):
    ops = listen("127.0.0.1", 0)
    served, ann = Served(telegram, tmp_path, ops=ops), Patient(telegram)
    telegram.faults.extend([Fault("sendMessage", 500)] * 40)
    async with served.running():
        await ann.write("/start")
        await until(lambda: "send_failed" in served.events)
        async with httpx.AsyncClient() as client:
            answer = await client.get(f"http://127.0.0.1:{ops.getsockname()[1]}/readyz")
        assert answer.json()["parts"]["telegram sends"] == "the last call did not get through; trying again"
        telegram.faults.clear()
        await ann.sees_board("18+")


async def test_timers_of_chats_in_the_terminal_fire_here_too(telegram: Emulator, tmp_path: Path):
    served = Served(telegram, tmp_path)
    asked = Written(session=Session("red_flags.nerves", "en", screen=2), effects=(SetTimer("expiry", LONG_AGO),))
    async with served.store() as store:
        await store.take([Entry("1", "ann", "console", "here", LONG_AGO)], lambda entry, session: asked)
    async with served.running():
        await until(lambda: "started" in served.events)
        async with served.store() as store:
            await until_fired(store)
            assert await store.quarantined() == []
    assert "event_set_aside" not in served.events


async def until_fired(store: SqliteStore) -> None:
    async with asyncio.timeout(20):
        while True:
            if not await store.due_timers(datetime.now(UTC)):
                return
            await asyncio.sleep(0.05)

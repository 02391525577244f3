"""The postman as part of a running program: told of letters, stopped, and killed."""

import asyncio
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.runner import postman
from bot.runner.postman import LONGEST
from bot.store.base import CallbackRow, StoreBusy
from bot.store.sqlite import SqliteStore
from tests.runner.office import HOUR, MINUTE, Office, Run, settle, take_down


async def test_a_request_that_is_told_of_is_sent_at_once(office: Office):
    async with Run(office):
        await settle()
        await office.ask()
        office.postman.wake()
        await office.log.until("letter_sent")
    assert len(office.box.letters) == 1


async def test_a_letter_goes_out_when_its_time_has_come(office: Office):
    office.box.refuse["RCPT"] = "451 later"
    await office.ask()
    async with Run(office):
        await office.log.until("letter_waits")
        office.box.refuse.clear()
        office.clock.now += MINUTE
        office.postman.wake()
        await office.log.until("letter_waits", "letter_sent")


async def test_without_being_told_it_looks_again_by_itself(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(postman, "LOOK", timedelta(milliseconds=1))
    async with Run(office):
        await settle()
        await office.ask()
        await office.log.until("letter_sent")


async def test_a_start_tries_at_once_what_waits_from_an_earlier_run(office: Office):
    await office.ask()
    office.box.refuse["RCPT"] = "550 unknown"
    await office.after(timedelta(0))
    assert await office.waiting() == [(1, LONGEST)]
    office.box.refuse.clear()
    office.hire()
    async with Run(office):
        await office.log.until("letter_waits", "letter_sent")


async def test_a_store_that_is_busy_is_asked_again(office: Office, monkeypatch: pytest.MonkeyPatch):
    async def busy(now: datetime) -> list[CallbackRow]:
        raise StoreBusy("somebody writes")

    await office.ask()
    with monkeypatch.context() as patch:
        patch.setattr(office.store, "letters_due", busy)
        async with Run(office):
            await office.log.until("letters_wait")
            patch.undo()
            office.postman.wake()
            await office.log.until("letters_wait", "letter_sent")
    assert office.log.lines[0] == ("letters_wait", {"why": "StoreBusy"})


async def test_it_stops_between_letters_without_waiting(office: Office):
    async with Run(office):
        await settle()
    assert office.log.lines == []


async def test_a_letter_under_way_is_finished_before_it_stops(office: Office):
    await office.ask()
    async with Run(office) as run:
        office.box.before_data = run.stop.set
        await run.stop.wait()
    assert len(office.box.letters) == 1
    assert await office.waiting() == []


async def test_a_server_that_hangs_does_not_keep_it_from_stopping(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(postman, "GRACE", 0.05)
    await office.ask()
    offered, office.box.hang = asyncio.Event(), asyncio.Event()
    office.box.before_data = offered.set
    async with Run(office):
        await offered.wait()
    office.box.hang.set()
    assert await office.waiting() == [(0, timedelta(0))]


async def test_a_fault_that_nobody_expected_is_not_swallowed(office: Office, monkeypatch: pytest.MonkeyPatch):
    async def broken() -> datetime | None:
        raise AssertionError("broken")

    monkeypatch.setattr(office.store, "next_letter", broken)
    with pytest.raises(AssertionError, match="broken"):
        await office.postman.run(asyncio.Event())


# Across a crash


KILLED_BETWEEN = """
import asyncio, os, pathlib, signal, sys
from bot.authoring.project import load
from bot.runner.clock import system_clock
from bot.runner.mail import Mail
from bot.runner.postman import Postman
from bot.runner.smtp import Smtp, Tls
from bot.settings import find_project
from bot.store.sqlite import SqliteStore

async def main():
    store, library = SqliteStore(pathlib.Path(sys.argv[1])), load(find_project()).library
    async def killed(*_):
        os.kill(os.getpid(), signal.SIGKILL)
    store.mark_mailed = killed
    await store.open()
    mail = Mail(Smtp("127.0.0.1", int(sys.argv[2]), Tls.IF_OFFERED))
    await Postman(store, lambda: library, mail, system_clock, print).send_due()

asyncio.run(main())
"""


async def test_a_kill_between_sending_and_marking_repeats_the_letter_under_the_same_id(office: Office, tmp_path: Path):
    path = tmp_path / "heatwise.db"
    store = SqliteStore(path)
    await store.open()
    await take_down(store, "Canary")
    await store.close()
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", KILLED_BETWEEN, str(path), str(office.box.port))
    assert await killed.wait() == -signal.SIGKILL
    assert len(office.box.letters) == 1
    await store.open()
    again = Office(office.box, store)
    await again.after(timedelta(0))
    await again.after(HOUR)
    first, second = office.box.letters
    assert first["Message-ID"] == second["Message-ID"]
    assert first.get_content() == second.get_content()
    await store.close()


async def test_how_long_a_letter_waits_outlives_a_restart(tmp_path: Path, office: Office):
    store = SqliteStore(tmp_path / "heatwise.db")
    await store.open()
    await take_down(store, "Canary")
    office.box.refuse["RCPT"] = "550 unknown"
    await Office(office.box, store).after(timedelta(0))
    await store.close()
    await store.open()
    later = Office(office.box, store)
    assert await later.waiting() == [(1, HOUR)]
    await later.after(MINUTE)
    assert await later.waiting() == [(1, HOUR - MINUTE)]
    await store.close()

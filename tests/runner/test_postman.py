"""Letters to the clinic are sent, tried again, and never lost: against a real mail server that goes down and up."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bot.engine.effects import RequestCallback
from bot.runner import postman
from bot.runner.letters import letter
from bot.runner.mail import Mail
from bot.runner.postman import LONGEST, Postman, wait_after
from bot.runner.smtp import Smtp, Tls
from bot.store.base import CallbackRow, Entry, Store, StoreBusy, Written
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore
from tests.engine.talk import altered, shipped
from tests.runner.postbox import Postbox
from tests.runner.rows import NOW

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CANARIES = ("Canary", "canary@example.com", "canaryanswer")


class Clock:
    """Moves only when it is told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Log:
    """Keeps what is logged."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, Any]]] = []
        self.grown = asyncio.Event()

    def __call__(self, event: str, **facts: object) -> None:
        self.lines.append((event, facts))
        self.grown.set()

    async def until(self, *events: str) -> None:
        """Wait until just these were logged."""
        async with asyncio.timeout(10):
            while self.events != list(events):
                self.grown.clear()
                await self.grown.wait()

    @property
    def events(self) -> list[str]:
        return [event for event, _ in self.lines]


class Office:
    """A store, a mail server and the postman between them."""

    def __init__(self, box: Postbox, store: Store | None = None) -> None:
        self.box = box
        self.store = store or MemoryStore()
        self.clock = Clock()
        self.log = Log()
        self.library = shipped()
        self.postman = self.hire()

    def hire(self) -> Postman:
        """A new one, as after a start of the program."""
        mail = Mail(Smtp("127.0.0.1", self.box.port, Tls.IF_OFFERED, sender="bot@clinic.org"))
        self.postman = Postman(self.store, lambda: self.library, mail, self.clock, self.log)
        return self.postman

    async def ask(self, *names: str) -> list[int]:
        """Requests for a call; the numbers of all that are open."""
        for name in names or ("Canary",):
            await take_down(self.store, name)
        return [row.id for row in await self.store.callbacks()]

    async def after(self, time: timedelta) -> None:
        """Let time pass, and let the postman go round."""
        self.clock.now += time
        await self.postman.send_due()

    async def waiting(self) -> list[tuple[int, timedelta]]:
        """How often each letter that waits has failed, and in what time it is tried again."""
        rows = [row for row in await self.store.callbacks() if row.mailed_at is None]
        return [(row.mail_tries, row.mail_due - self.clock.now) for row in rows]


async def take_down(store: Store, name: str) -> None:
    asked = RequestCallback(name, CANARIES[1], "morning", "es", "1", NOW, CANARIES[2])
    entry = Entry(name, name, "telegram", "7", NOW)
    await store.take([entry], lambda entry, session: Written(effects=(asked,)))


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    box = await Postbox().up()
    yield Office(box)
    await box.down()


async def settle() -> None:
    """Let the postman begin, and come to where there is nothing to do."""
    for _ in range(5):
        await asyncio.sleep(0)


# What is due


async def test_each_letter_is_sent_once_the_oldest_first(office: Office):
    ids = await office.ask("Ana", "Ben", "Cem")
    await office.after(MINUTE)
    await office.after(HOUR)
    assert [subject(letter) for letter in office.box.letters] == [f"number {id}" for id in ids]
    assert [row.mailed_at for row in await office.store.callbacks()] == [NOW + MINUTE] * 3
    assert office.log.lines == [("letter_sent", {"request": id}) for id in ids]


def subject(letter: Any) -> str:
    return letter["Subject"].removeprefix("Request for a call, ")


async def test_a_request_that_is_done_needs_no_letter(office: Office):
    [id] = await office.ask()
    await office.store.mark_callback_done(id, NOW)
    await office.after(MINUTE)
    assert (office.box.letters, office.log.lines) == ([], [])


async def test_a_letter_is_written_with_the_texts_in_force_when_it_is_sent(office: Office):
    await office.ask()
    facts = {**office.library.catalogs["en"].facts, "clinic.email": "new@example.org"}
    office.library = altered(shipped(), catalogs={"en": replace(office.library.catalogs["en"], facts=facts)})
    await office.after(MINUTE)
    assert [letter["To"] for letter in office.box.letters] == ["new@example.org"]


# What fails


async def test_a_server_that_was_down_gets_every_letter_once_when_it_is_up(office: Office):
    await office.box.down()
    await office.ask("Ana", "Ben")
    await office.after(timedelta(0))
    assert await office.waiting() == [(1, MINUTE), (1, MINUTE)]
    await office.after(MINUTE)
    assert await office.waiting() == [(2, 2 * MINUTE), (2, 2 * MINUTE)]
    await office.box.up()
    await office.after(MINUTE)
    assert office.box.letters == []
    await office.after(MINUTE)
    await office.after(HOUR)
    assert [subject(letter) for letter in office.box.letters] == ["number 1", "number 2"]
    assert await office.waiting() == []
    assert office.log.events == ["letter_waits"] * 4 + ["letter_sent"] * 2


@pytest.mark.parametrize(
    ("failures", "for_good", "wait"),
    [(0, False, 1), (1, False, 2), (2, False, 4), (5, False, 32), (6, False, 60), (10**6, False, 60), (0, True, 60)],
)
def test_the_wait_doubles_up_to_an_hour_and_a_refusal_for_good_waits_an_hour(failures: int, for_good: bool, wait: int):
    assert wait_after(failures, for_good) == wait * MINUTE


@pytest.mark.parametrize(
    ("command", "reply", "wait"),
    [
        ("RCPT", "451 greylisted", MINUTE),
        ("RCPT", "550 canary@example.com is unknown", HOUR),
        ("DATA", "451 later", MINUTE),
        ("DATA", "550 Canary is refused", HOUR),
        ("MAIL", "553 no", HOUR),
    ],
)
async def test_a_letter_that_is_refused_waits_and_is_tried_again(
    office: Office, command: str, reply: str, wait: timedelta
):
    office.box.refuse[command] = reply
    await office.ask()
    await office.after(timedelta(0))
    assert await office.waiting() == [(1, wait)]
    office.box.refuse.clear()
    await office.after(wait - timedelta(microseconds=1))
    assert office.box.letters == []
    await office.after(timedelta(microseconds=1))
    assert len(office.box.letters) == 1


async def test_a_letter_that_alone_is_refused_keeps_no_other_back(office: Office):
    await office.ask("Ana", "Ben")
    office.box.refuse["DATA"] = "550 odd"
    office.box.before_data = lambda: office.box.refuse.pop("DATA", None) if office.box.seen else None
    await office.after(timedelta(0))
    assert [subject(letter) for letter in office.box.letters] == ["number 2"]
    assert await office.waiting() == [(1, HOUR)]


async def test_what_keeps_all_letters_back_is_found_out_only_once(office: Office, monkeypatch: pytest.MonkeyPatch):
    tried: list[int] = []
    send = Mail.send

    async def counted(mail: Mail, message: Any) -> None:
        tried.append(1)
        await send(mail, message)

    monkeypatch.setattr(Mail, "send", counted)
    office.box.refuse["RCPT"] = "450 not now"
    await office.ask("Ana", "Ben", "Cem")
    await office.after(timedelta(0))
    assert (len(tried), await office.waiting()) == (1, [(1, MINUTE)] * 3)


async def test_a_fault_of_ours_in_one_letter_keeps_no_other_back(office: Office, monkeypatch: pytest.MonkeyPatch):
    def faulty(row: CallbackRow, *rest: Any) -> Any:
        if row.name == "Ana":
            raise KeyError("Ana")
        return letter(row, *rest)

    monkeypatch.setattr(postman, "letter", faulty)
    await office.ask("Ana", "Ben")
    await office.after(timedelta(0))
    assert [subject(letter) for letter in office.box.letters] == ["number 2"]
    assert office.log.lines[0] == ("letter_waits", {"request": 1, "why": "KeyError", "tries": 1})


async def test_no_log_line_names_anybody(office: Office):
    await office.ask()
    for command, reply in [("RCPT", "550 Canary"), ("MAIL", "451 canary@example.com"), ("DATA", "550 canaryanswer")]:
        office.box.refuse = {command: reply}
        await office.after(HOUR)
    office.box.refuse = {}
    await office.after(HOUR)
    assert office.log.events == ["letter_waits"] * 3 + ["letter_sent"]
    assert not [canary for canary in (*CANARIES, "@") if canary in str(office.log.lines)]


# Running


class Run:
    """The postman at work, stopped at the end."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.stop = asyncio.Event()

    async def __aenter__(self) -> "Run":
        self.task = asyncio.create_task(self.office.postman.run(self.stop))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stop.set()
        async with asyncio.timeout(10):
            await self.task


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

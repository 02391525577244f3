"""A poisonous event is set aside, the person is told, and staff can have it tried again while nothing has moved."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import Incoming
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, SelectionToggled, TextReceived, TimerFired
from bot.engine.turn import advance
from bot.runner import intake as intake_module
from bot.runner.intake import TRIES, Arrival, Intake
from bot.runner.people import person_of
from bot.runner.poison import Unkept, kept, read
from bot.runner.watch import Watch
from bot.store.base import StoreError, Taken
from bot.store.migrate import upgrade
from bot.store.quarantine import QuarantinedRow
from bot.store.sqlite import SqliteStore
from tests.runner.counts import Counts
from tests.runner.line import Line
from tests.runner.test_inlet import KEY, LIBRARY

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
ANN = person_of(KEY, "line", "ann")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fresh") / "heatwise.db"
    upgrade(path)
    return path


class Ward:
    """An intake on a real database that breaks on the word "poison" until it is cured."""

    def __init__(self, path: Path) -> None:
        assert LIBRARY is not None
        self.path = path
        self.store = SqliteStore(path)
        self.told: list[tuple[str, dict[str, object]]] = []
        self.counts = Counts()
        watch = Watch(lambda event, **fields: self.told.append((event, fields)), self.counts)
        self.intake = Intake(LIBRARY, self.store, {"line": Line()}, KEY, watch)
        self.tried = 0

    def advance(self, library: object, session: object, event: AnyEvent, now: datetime) -> object:
        if getattr(event, "text", "") == "poison" or isinstance(event, TimerFired):
            self.tried += 1
            raise ZeroDivisionError("with the patient's words in it")
        return advance(library, session, event, now)  # type: ignore[arg-type]

    async def take(self, *events: AnyEvent, at: datetime = NOW, name: str = "ann") -> list[Taken]:
        arrivals = [
            Arrival("line", Incoming(name, f"{name} {at} {number}", event), at) for number, event in enumerate(events)
        ]
        return await self.intake.take(arrivals)

    async def place(self, name: str = "ann") -> str:
        session = await self.store.session(person_of(KEY, "line", name))
        return session.place if session else ""

    async def row(self) -> QuarantinedRow:
        [row] = await self.store.quarantined()
        return row

    async def says(self) -> list[str]:
        return [row.payload.decode() for row in await self.store.unsent("line")]


@pytest.fixture
async def ward(tmp_path: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Ward]:
    ward = Ward(Path(shutil.copy(fresh, tmp_path / "heatwise.db")))
    monkeypatch.setattr(intake_module, "advance", ward.advance)
    await ward.store.open()
    yield ward
    await ward.store.close()


EVENTS = [TextReceived("¿Qué?"), CommandGiven("start", "es"), ChoicePressed(3, "none"), SelectionToggled(2, "a")]


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_kept_of_an_event_comes_back(event: AnyEvent):
    incoming = Incoming("ann", "1", event, "es", "message 7", "query 9")
    assert read(kept(incoming)) == incoming


@pytest.mark.parametrize("body", [b"", b"\x02abc", b"\x01", b"\x01\xff\xff"])
def test_what_another_version_has_kept_cannot_be_read_and_is_no_crash(body: bytes):
    with pytest.raises(Unkept):
        read(body)


async def test_it_is_tried_three_times_told_and_counted_and_the_next_message_works(ward: Ward):
    await ward.take(CommandGiven("start"), TextReceived("poison"), TextReceived("1"))
    assert ward.tried == 1 + TRIES
    assert await ward.place() == "red_flags.nerves"
    row = await ward.row()
    assert (row.person, row.error, row.channel, row.address) == (ANN, "ZeroDivisionError", "line", "ann")
    assert read(row.body).event == TextReceived("poison")
    assert ward.told == [("event_set_aside", {"channel": "line", "error": "ZeroDivisionError"})]
    assert ward.counts.turns == {"taken": 2, "poisoned": 1}


async def test_once_the_program_is_mended_it_can_be_tried_again(ward: Ward, monkeypatch: pytest.MonkeyPatch):
    await ward.take(CommandGiven("start"), TextReceived("1"), TextReceived("poison"))
    screen = (await ward.row()).screen
    monkeypatch.setattr(intake_module, "advance", advance)
    assert await ward.intake.try_again(LATER) == []
    assert await ward.store.retry((await ward.row()).id)
    [taken] = await ward.intake.try_again(LATER)
    assert taken.written is not None
    assert taken.written.session is not None
    assert taken.written.session.screen > screen
    assert await ward.store.quarantined() == []
    assert ward.told[-1] == ("event_tried_again", {"channel": "line", "error": "none"})


async def test_one_that_fails_again_stays_and_can_be_asked_for_once_more(ward: Ward):
    await ward.take(CommandGiven("start"), TextReceived("poison"))
    for times in (1, 2):
        assert await ward.store.retry((await ward.row()).id)
        assert await ward.intake.try_again(LATER) == []
        row = await ward.row()
        assert (row.error, row.again, row.waits) == ("ZeroDivisionError", times, False)


async def test_words_never_answer_a_question_that_came_after_them(ward: Ward, monkeypatch: pytest.MonkeyPatch):
    await ward.take(CommandGiven("start"), TextReceived("poison"))
    await ward.take(TextReceived("1"), at=NOW + timedelta(seconds=9))
    monkeypatch.setattr(intake_module, "advance", advance)
    before, waiting = await ward.store.session(ANN), await ward.says()
    assert await ward.store.retry((await ward.row()).id)
    assert await ward.intake.try_again(LATER) == []
    assert (await ward.row()).error == "Overtaken"
    assert (await ward.store.session(ANN), await ward.says()) == (before, waiting)


async def test_a_crash_between_the_turn_and_its_mark_takes_it_once(ward: Ward, monkeypatch: pytest.MonkeyPatch):
    await ward.take(CommandGiven("start"), TextReceived("poison"))
    monkeypatch.setattr(intake_module, "advance", advance)
    assert await ward.store.retry((await ward.row()).id)

    async def dies(id: str, error: str | None) -> None:
        raise StoreError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(ward.store, "retried", dies)
        with pytest.raises(StoreError):
            await ward.intake.try_again(LATER)
    after = await ward.says()
    assert [taken.written for taken in await ward.intake.try_again(LATER)] == [None]
    assert await ward.says() == after
    assert await ward.store.quarantined() == []


async def test_a_poisonous_timer_tells_nobody_and_can_stand_again(ward: Ward, monkeypatch: pytest.MonkeyPatch):
    await ward.take(CommandGiven("start"), TextReceived("1"))
    waiting = await ward.says()
    late = NOW + timedelta(hours=24)
    assert [taken.written for taken in await ward.intake.fire_timers(late)] == [None]
    assert await ward.says() == waiting
    assert await ward.intake.fire_timers(late) == []
    monkeypatch.setattr(intake_module, "advance", advance)
    assert await ward.store.retry((await ward.row()).id)
    assert [taken.written is not None for taken in await ward.intake.fire_timers(late)] == [True]
    assert ward.counts.turns["timer"] == 1


async def test_a_session_that_cannot_be_read_keeps_nobody_else_waiting_and_its_person_is_told(ward: Ward):
    await ward.take(CommandGiven("start"))
    with closing(sqlite3.connect(ward.path)) as db, db:
        db.execute("UPDATE conversations SET session = x'09' WHERE person = ?", (ANN,))
    at = NOW + timedelta(seconds=1)
    bob = [Arrival("line", Incoming("bob", "b", CommandGiven("start")), at)]
    ann = [Arrival("line", Incoming("ann", "a", TextReceived("1")), at)]
    await ward.intake.take([*ann, *bob])
    assert await ward.place("bob") == "welcome.start"
    assert (await ward.row()).error == "SessionUnreadable"
    said = [row.payload.decode() for row in await ward.store.unsent("line") if row.address == "ann"]
    assert sum("I did not take your last message" in text for text in said) == 1


async def test_what_is_not_of_a_channel_that_runs_waits_for_it(ward: Ward):
    await ward.take(CommandGiven("start"), TextReceived("poison"))
    assert await ward.store.retry((await ward.row()).id)
    ward.intake.channels = {}
    assert await ward.intake.try_again(LATER) == []
    assert (await ward.row()).waits


async def test_a_timer_of_another_programs_channel_is_left_to_it(ward: Ward, monkeypatch: pytest.MonkeyPatch):
    await ward.take(CommandGiven("start"), TextReceived("1"))
    monkeypatch.setattr(intake_module, "advance", advance)
    late, channels = NOW + timedelta(hours=24), ward.intake.channels
    ward.intake.channels = {}
    assert await ward.intake.fire_timers(late) == []
    assert await ward.store.quarantined() == []
    ward.intake.channels = channels
    assert len(await ward.intake.fire_timers(late)) == 1

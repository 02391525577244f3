"""Events in: durable, in order, once; a poisonous one is set aside and the person is told."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.authoring.project import load
from bot.channels.base import Incoming
from bot.channels.console import Console
from bot.engine.effects import Reply
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, SelectionToggled, TextReceived
from bot.engine.session import Session
from bot.engine.turn import advance
from bot.runner import intake as intake_module
from bot.runner.delivery import Delivery
from bot.runner.intake import Arrival, Intake
from bot.runner.pace import AT_ONCE
from bot.runner.people import person_of
from bot.settings import find_project
from bot.store.base import StoreError, Taken
from bot.store.memory import MemoryStore

KEY = b"k" * 32
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LIBRARY = load(find_project()).library
assert LIBRARY is not None
PERSON = person_of(KEY, "console", "ann")


class Sent(Console):
    """Keeps what is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.payloads: list[bytes] = []

    async def send(self, address: str, payload: bytes) -> None:
        self.payloads.append(payload)


@pytest.fixture
async def intake() -> Intake:
    assert LIBRARY is not None
    store = MemoryStore()
    await store.open()
    return Intake(LIBRARY, store, {"console": Sent()}, KEY)


def arrivals(*events: AnyEvent, at: datetime = NOW, ids: Sequence[str] = ()) -> list[Arrival]:
    names = ids or [f"{at.isoformat()}#{i}" for i in range(len(events))]
    pairs = zip(names, events, strict=True)
    return [Arrival("console", Incoming("ann", name, event), at) for name, event in pairs]


def keys(taken: Taken) -> list[str]:
    assert taken.written is not None
    return [b.key for effect in taken.written.effects if isinstance(effect, Reply) for b in effect.bubbles]


async def session(intake: Intake) -> Session:
    found = await intake.store.session(PERSON)
    assert found is not None
    return found


async def test_a_batch_is_taken_in_order(intake: Intake) -> None:
    await intake.take(arrivals(CommandGiven("start"), TextReceived("1"), TextReceived("1")))
    assert (await session(intake)).place == "red_flags.body"


async def test_the_same_id_counts_once(intake: Intake) -> None:
    await intake.take(arrivals(CommandGiven("start")))
    first = await intake.take(arrivals(TextReceived("1"), ids=["same"]))
    again = await intake.take(arrivals(TextReceived("1"), ids=["same"]))
    assert first[0].written is not None
    assert again[0].written is None
    assert (await session(intake)).place == "red_flags.nerves"


async def test_the_transcript_holds_both_sides(intake: Intake) -> None:
    await intake.take(arrivals(CommandGiven("start"), TextReceived("hm"), ChoicePressed(2, "agree")))
    await intake.take(arrivals(SelectionToggled(1, "old"), at=NOW + timedelta(seconds=1)))
    lines = await intake.store.transcript(PERSON)
    assert [line.text for line in lines if line.who == "patient"] == ["/start", "hm", "[agree]", "[old]"]
    assert any("not a person" in line.text for line in lines if line.who == "bot")
    assert not any("{channel.name}" in line.text for line in lines)


async def test_the_transcript_says_by_which_rule_words_were_heard(intake: Intake) -> None:
    await intake.take(arrivals(CommandGiven("start"), TextReceived("i have chest pain")))
    patient, understood = [line for line in await intake.store.transcript(PERSON) if line.who != "bot"][1:]
    assert (patient.text, understood.who) == ("i have chest pain", "understood")
    assert "floor.chest chest 7-17 said" in understood.text


async def test_replies_go_out_in_order_and_once(intake: Intake) -> None:
    channel = intake.channels["console"]
    assert isinstance(channel, Sent)
    await intake.take(arrivals(CommandGiven("start")))
    delivery = Delivery(intake.store, channel, AT_ONCE)
    assert await delivery.drain() == 4
    assert await delivery.drain() == 0
    assert b"draft" in channel.payloads[0]
    assert b"18+" in channel.payloads[-1]


async def test_a_contact_is_understood_before_the_turn(intake: Intake) -> None:
    await intake.take(arrivals(CommandGiven("start"), TextReceived("1")))
    before = await session(intake)
    assert before.place == "red_flags.nerves"
    lines = ("1", "1", "1", "4", "16", "9", "8", "call me", "1", "Ann", "my number is 602 555 0199")
    await intake.take(arrivals(*map(TextReceived, lines), at=NOW + timedelta(seconds=1)))
    after = await session(intake)
    assert after.place == "callback.time"
    assert dict(after.answers)["callback.contact"] == ("+16025550199",)


async def test_a_timer_fires_once_and_erases_what_was_kept(intake: Intake) -> None:
    await intake.take(arrivals(CommandGiven("start"), TextReceived("1"), TextReceived("1")))
    late = NOW + timedelta(hours=24)
    assert [taken.written is not None for taken in await intake.fire_timers(late)] == [True]
    assert await intake.fire_timers(late) == []
    assert (await session(intake)).answers == ()
    assert await intake.store.transcript(PERSON) == []


async def test_a_poisonous_event_is_tried_three_times_and_the_others_go_on(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def poisoned(library: object, session: object, event: AnyEvent, now: datetime) -> object:
        if getattr(event, "text", "") == "poison":
            tried.append("poison")
            raise ZeroDivisionError("with the patient's words in it")
        return advance(library, session, event, now)  # type: ignore[arg-type]

    monkeypatch.setattr(intake_module, "advance", poisoned)
    told = await intake.take(arrivals(CommandGiven("start"), TextReceived("poison"), TextReceived("1")))
    assert keys(told[1]) == ["command.trouble"]
    assert (await session(intake)).place == "red_flags.nerves"
    assert len(tried) == 1 + intake_module.TRIES
    (row,) = await intake.store.quarantined()
    assert (row.person, row.error) == (PERSON, "ZeroDivisionError")


async def test_a_store_that_fails_takes_nothing_and_says_so(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: object) -> list[Taken]:
        raise StoreError("the disk is full")

    monkeypatch.setattr(intake.store, "take", fails)
    with pytest.raises(StoreError, match="the disk is full"):
        await intake.take(arrivals(CommandGiven("start")))
    assert await intake.store.session(PERSON) is None


async def test_a_store_that_fails_while_an_event_is_tried_alone_says_so(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors: list[Exception] = [ValueError("a fault"), StoreError("the disk is full")]

    async def fails(*_: object) -> list[Taken]:
        raise errors.pop(0)

    monkeypatch.setattr(intake.store, "take", fails)
    with pytest.raises(StoreError, match="the disk is full"):
        await intake.take(arrivals(CommandGiven("start")))


def test_a_person_is_a_keyed_hash() -> None:
    assert person_of(KEY, "console", "ann") != person_of(b"other key", "console", "ann")
    assert person_of(KEY, "console", "ann") != person_of(KEY, "console", "bob")
    assert len(PERSON) == 64

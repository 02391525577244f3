"""A check-in on Telegram, fetched or delivered: agreed to, written by a timer after a restart, with its picture."""

import struct
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.telegram import calls
from tests.channels.telegram.entities import seen
from tests.serving.emulator import Emulator, Patient, emulator
from tests.serving.served import Served, hooked

MORNING = datetime(2026, 3, 2, 16, tzinfo=UTC)
"""9 am where the shipped clinic is."""

TO_THE_CARD = (
    ("18+", "Hard to pee"),
    ("None of these", "Chest pain"),
    ("None of these", "Last emergency list"),
    ("None of these", "Which heat"),
    ("Dry", "what have you noticed"),
    ("None of these", "numb or tingling patch"),
    ("None of these", "Right now"),
    ("None of these", "Your health"),
    ("None of these", "no sign that heat"),
    ("Moist heat", "Test it on your inner wrist"),
    ("Check in later", "Want me to check in later"),
    ("In 2 hours", "I will write at about 11:00 AM"),
    ("7", "All set."),
)
"""Each button, and what is seen once it is pressed."""

TO_THE_RESULT = (
    ("Go on", "First things first"),
    ("None of these", "How strong is your pain now"),
    ("3", "How does your skin look"),
    ("Normal", "It looks like this helps you."),
)


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with emulator() as running:
        yield running


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("bot.app.serving.system_clock", clock)
    monkeypatch.setattr("bot.runner.timers.LOOK", 0.02)
    return clock


async def press(pat: Patient, ways: tuple[tuple[str, str], ...]) -> None:
    for button, then in ways:
        await pat.sees_board(button)
        before = pat.boards()
        await pat.press(button)
        await pat.emulator.until(lambda before=before: pat.boards() != before)
        await pat.sees(then)


@pytest.mark.parametrize("way", ["fetching", "webhook"])
async def test_it_comes_after_a_restart_and_shows_the_scores_in_a_picture(
    way: str, telegram: Emulator, clock: Clock, tmp_path: Path
):
    pat = Patient(telegram)
    first = Served(telegram, tmp_path, **(hooked(telegram) if way == "webhook" else {}))
    async with first.running():
        await pat.write("/start")
        await press(pat, TO_THE_CARD)
    clock.now += timedelta(hours=2)
    telegram.markups.clear()
    again = hooked(telegram) if way == "webhook" else {}
    served = Served(telegram, tmp_path, settings=first.serving.settings, **again)
    async with served.running():
        await pat.sees("You asked me to get in touch.")
        await press(pat, TO_THE_RESULT)
        await pat.sees_board("My list")
    assert not {"send_refused", "send_given_up", "fault", "delivery_unreadable", "send_broke"} & set(served.events)
    [photo] = [call for call in telegram.sent(pat.chat) if call.method == "sendPhoto"]
    caption = "Your pain, from 0 (none) to 10 (worst):\n• 9:00 AM: 7\n• 11:00 AM: 3"
    assert seen(photo.fields["caption"]) == caption
    assert struct.unpack(">II", photo.fields["photo"][16:24]) == (800, 600)
    assert sum("You asked me to get in touch." in text for text in telegram.texts(pat.chat)) == 1


async def test_where_no_picture_can_be_drawn_the_scores_come_in_words(
    telegram: Emulator, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def missing(*_: object) -> bytes:
        raise ImportError("matplotlib")

    monkeypatch.setattr(calls, "draw", missing)
    pat, served = Patient(telegram), Served(telegram, tmp_path)
    async with served.running():
        await pat.write("/start")
        await press(pat, TO_THE_CARD)
        clock.now += timedelta(hours=2)
        await pat.sees("You asked me to get in touch.")
        await press(pat, TO_THE_RESULT)
        await pat.sees("11:00 AM  ███░░░░░░░  3")
    assert [call for call in telegram.sent(pat.chat) if call.method == "sendPhoto"] == []

"""Trouble on the way costs time and nothing else: outages, storms, blocked chats, edits while it runs, letters."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from pathlib import Path

import pytest

from bot.settings import SettingsError, find_project
from tests.serving.emulator import Emulator, Fault, Patient, emulator
from tests.serving.served import Served


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with emulator() as running:
        yield running


async def test_an_outage_of_ten_seconds_loses_and_doubles_nothing(telegram: Emulator, tmp_path: Path):
    served, ann = Served(telegram, tmp_path), Patient(telegram)
    async with served.running():
        await ann.write("/start")
        await ann.sees_board("18+")
        await telegram.stop()
        await ann.press("18+")
        await asyncio.sleep(10)
        await telegram.start()
        await ann.sees_board("None of these")
    texts = telegram.texts(ann.chat)
    assert len(texts) == len(set(texts))
    assert "fetch_failed" in served.events


STORMS = [
    [Fault("sendMessage", 429, {"parameters": {"retry_after": 1}})] * 3,
    [Fault("sendMessage", 500), Fault("sendMessage", 502), Fault("sendMessage", 503)] * 3,
    [Fault("sendMessage", 429, {"parameters": {"retry_after": 1}}), Fault("sendMessage", 500)] * 2,
]


@pytest.mark.parametrize("storm", STORMS, ids=["429", "5xx", "both"])
async def test_a_storm_delays_and_loses_nothing(telegram: Emulator, tmp_path: Path, storm: list[Fault]):
    served, ann = Served(telegram, tmp_path), Patient(telegram)
    telegram.faults.extend(storm)
    async with served.running():
        await ann.write("/start")
        await ann.sees_board("18+")
    texts = telegram.texts(ann.chat)
    assert len(texts) == len(set(texts)) == 4
    waits = [call for call in telegram.calls if call.method == "sendMessage"]
    for call, following in pairwise(waits):
        assert call.status != 429 or following.at - call.at >= 1


async def test_an_answer_that_is_lost_repeats_one_message_once(telegram: Emulator, tmp_path: Path):
    served, ann = Served(telegram, tmp_path), Patient(telegram)
    telegram.faults.append(Fault("sendMessage", "cut"))
    async with served.running():
        await ann.write("/start")
        await ann.sees_board("18+")
    texts = telegram.texts(ann.chat)
    assert len(texts) == len(set(texts)) + 1
    assert texts[0] == texts[1]


async def test_an_answer_that_is_lost_twice_is_marked_unknown(telegram: Emulator, tmp_path: Path):
    served, ann = Served(telegram, tmp_path), Patient(telegram)
    telegram.faults.extend([Fault("sendMessage", "cut"), Fault("sendMessage", "cut")])
    async with served.running():
        await ann.write("/start")
        await ann.sees_board("18+")
    async with served.store() as store:
        assert [row.why for row in await store.failed()] == ["unknown"]


async def test_who_has_blocked_the_bot_is_left_alone_and_served_again_when_back(telegram: Emulator, tmp_path: Path):
    served, ann, bob = Served(telegram, tmp_path), Patient(telegram), Patient(telegram, 502)
    telegram.faults.append(Fault("sendMessage", 403, {"description": "Forbidden: bot was blocked by the user"}))
    async with served.running():
        await ann.write("/start")
        await until(lambda: "chat_paused" in served.events)
        await bob.write("/start")
        await bob.sees_board("18+")
        assert telegram.sent(ann.chat) == []
        await ann.write("/start")
        await ann.sees_board("18+")


async def test_markup_that_is_refused_goes_out_as_plain_words(telegram: Emulator, tmp_path: Path):
    served, ann = Served(telegram, tmp_path), Patient(telegram)
    telegram.faults.append(Fault("sendMessage", 400, {"description": "Bad Request: can't parse entities"}))
    async with served.running():
        await ann.write("/start")
        await ann.sees_board("18+")
    plain = [call for call in telegram.sent(ann.chat) if "parse_mode" not in call.fields]
    assert len(plain) == 1


async def test_a_second_program_with_the_same_token_is_explained(telegram: Emulator, tmp_path: Path):
    served = Served(telegram, tmp_path)
    telegram.faults.append(
        Fault("getUpdates", 409, {"description": "Conflict: terminated by other getUpdates request"})
    )
    async with served.running():
        await until(lambda: "fetch_conflict" in served.events)
        ann = Patient(telegram)
        await ann.write("/start")
        await ann.sees_board("18+")


async def test_an_unknown_token_is_told_at_the_start(telegram: Emulator, tmp_path: Path):
    telegram.faults.append(Fault("getMe", 401, {"description": "Unauthorized"}))
    with pytest.raises(SettingsError, match="Telegram does not know the token"):
        await Served(telegram, tmp_path).serving.run(asyncio.Event(), asyncio.Event())


async def test_edited_texts_are_said_and_mistakes_leave_the_last_good_ones(telegram: Emulator, tmp_path: Path):
    project = tmp_path / "clinic"
    for part in ("dialogs", "content"):
        shutil.copytree(find_project() / part, project / part)
    file = project / "content" / "en" / "command.yaml"
    served, ann = Served(telegram, tmp_path / "data", project), Patient(telegram)
    async with served.running():
        file.write_text(file.read_text("utf-8").replace("You can tap a button", "You may tap a button"), "utf-8")
        served.edited.set()
        await until(lambda: "dialogs_taken" in served.events)
        file.write_text("help: {nobody: knows}\n", "utf-8")
        served.edited.set()
        await until(lambda: "dialogs_refused" in served.events)
        await ann.write("/help")
        await ann.sees("You may tap a button")


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - what is waited for is a list that grows
            await asyncio.sleep(0.02)

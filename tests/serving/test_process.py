"""The process itself: a kill loses nothing, signals do what they should, and no log line names anybody."""

import asyncio
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest

from bot.app import understood
from bot.settings import find_project
from tests.serving.emulator import TOKEN, Emulator, Fault, Patient, emulator
from tests.serving.process import Process
from tests.serving.test_letters import fill_in, press_through


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with emulator() as running:
        yield running


async def test_killed_between_commit_and_send_it_sends_after_the_next_start(telegram: Emulator, tmp_path: Path):
    ann = Patient(telegram)
    telegram.faults.extend([Fault("sendMessage", 500)] * 40)  # nothing gets out before the kill
    process = await Process(telegram, tmp_path).start()
    await ann.write("/start")
    await telegram.until(lambda: any(call.method == "sendMessage" for call in telegram.calls))
    await process.end(signal.SIGKILL)
    telegram.faults.clear()
    again = await Process(telegram, tmp_path).start()
    await ann.sees_board("18+")
    assert await again.end(signal.SIGTERM) == 0
    texts = telegram.texts(ann.chat)
    assert len(texts) == len(set(texts)) == 4


async def test_what_words_mean_is_made_before_the_first_message_comes(telegram: Emulator, tmp_path: Path):
    process = await Process(telegram, tmp_path).start()
    assert (tmp_path / understood.FILE).stat().st_size > 100_000
    assert await process.end(signal.SIGTERM) == 0


async def test_killed_at_random_it_loses_no_turn_and_repeats_a_message_at_most_once(telegram: Emulator, tmp_path: Path):
    ann, chance = Patient(telegram), random.Random(7)
    process = await Process(telegram, tmp_path).start()
    await ann.write("/start")
    for number, expected in enumerate(["18+", *["None of these"] * 3, "Dry"]):
        await ann.sees_board(expected, 60)
        board = max(ann.boards())
        await ann.press("18+" if number == 0 else "None of these" if number < 4 else "Dry")
        await asyncio.sleep(chance.random() * 0.6)
        await process.end(signal.SIGKILL)
        process = await Process(telegram, tmp_path).start()
        await telegram.until(lambda board=board: max(ann.boards()) > board, 60)
    await ann.sees_board("Pain goes up", 60)
    await process.end(signal.SIGTERM)
    texts = telegram.texts(ann.chat)
    assert max(texts.count(text) for text in texts) <= 2


async def test_sigterm_and_ctrl_c_finish_and_end_well(telegram: Emulator, tmp_path: Path):
    for by in (signal.SIGTERM, signal.SIGINT):
        process = await Process(telegram, tmp_path).start()
        await process.says("started")
        assert await process.end(by) == 0
        assert "stopped" in process.output


async def test_sighup_takes_edited_texts(telegram: Emulator, tmp_path: Path):
    project = tmp_path / "clinic"
    for part in ("dialogs", "content"):
        shutil.copytree(find_project() / part, project / part)
    process = await Process(telegram, tmp_path / "data", "--project", str(project)).start()
    await process.says("started")
    file = project / "content" / "en" / "command.yaml"
    file.write_text(file.read_text("utf-8").replace("You can tap a button", "You may tap a button"), "utf-8")
    process.process.send_signal(signal.SIGHUP)
    await process.says("dialogs_taken")
    ann = Patient(telegram)
    await ann.write("/help")
    await ann.sees("You may tap a button")
    assert await process.end(signal.SIGTERM) == 0


async def test_one_message_a_second_and_chat(telegram: Emulator, tmp_path: Path):
    ann = Patient(telegram)
    process = await Process(telegram, tmp_path).start()
    await ann.write("/start")
    await ann.sees_board("18+")
    await process.end(signal.SIGTERM)
    times = [call.at for call in telegram.sent(ann.chat)]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 1


async def test_no_line_of_the_log_names_anybody_or_says_what_was_said(telegram: Emulator, tmp_path: Path):
    ann = Patient(telegram, 70123456)
    telegram.faults.extend(
        [
            Fault("sendMessage", 400, {"description": "Bad Request: can't parse entities: Ann Canary"}),
            Fault("sendMessage", 500, {"description": "my leg is numb"}),
            Fault("answerCallbackQuery", 400, {"description": "Bad Request: Ann Canary"}),
        ]
    )
    process = await Process(telegram, tmp_path).start()
    await press_through(ann)
    await fill_in(ann)
    await ann.write("I can't feel my legs")
    await ann.sees("Call 911 now.")
    await telegram.enqueue_update({"message": {"message_id": "Ann Canary", "text": 5}}, token=TOKEN)
    await process.says("delivery_unreadable")
    await process.end(signal.SIGTERM)
    for canary in ("Canary", "5550142", "555-0142", "legs", "numb", "SECRET", "70123456"):
        assert canary not in process.output


def test_without_a_token_it_says_how_to_get_one(tmp_path: Path):
    environment = {**os.environ, "HEATWISE_DATA_DIR": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "serve"], capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    assert ended.returncode == 2
    assert "@BotFather" in ended.stderr
    assert "HEATWISE_TELEGRAM_TOKEN" in ended.stderr

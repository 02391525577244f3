"""Twenty kills of a chat under way lose no acknowledged turn and double none."""

import random
from pathlib import Path

from bot import settings
from bot.app import DATABASE
from bot.channels.console import ADDRESS, Console
from bot.engine.session import Session
from bot.runner.people import person_of
from bot.store.sqlite import SqliteStore
from tests.durability.chat_process import HINT, ChatProcess

CHECK = ["1", "1", "1", "1", "1", "1 7", "14 17", "9", "7 9"]
"""A whole check: dry heat, more pain now and then, shooting pain, 65 or older."""

TURNS = [*CHECK, *["/back", "7 9", "/back", "7"] * 6]
"""The check, then back from the result and the health question answered anew, again and again."""

KILLS = 20


async def stored(data: Path) -> tuple[Session | None, list[str]]:
    """The session, and what the patient said in all, as the database has it."""
    config = settings.load({"HEATWISE_DATA_DIR": str(data)})
    store = SqliteStore(data / DATABASE)
    await store.open()
    person = person_of(settings.load_key(config), Console.name, ADDRESS)
    session, lines = await store.session(person), await store.transcript(person)
    await store.close()
    return session, [line.text for line in lines if line.who == "patient" and line.text != "/start"]


async def uninterrupted(data: Path) -> tuple[Session | None, list[str]]:
    chat = ChatProcess(data)
    chat.read_opening()
    for line in TURNS:
        chat.write(line)
        chat.read_screen()
    assert chat.finish() == 0
    return await stored(data)


async def taken(data: Path) -> int:
    """How many of the patient's turns the database has."""
    return len((await stored(data))[1])


async def killed_at(data: Path, number: int, after: float) -> None:
    """Type one turn and kill the chat a moment later: the turn is taken or not, and taken if it was acknowledged."""
    chat = ChatProcess(data)
    chat.read_opening()
    chat.write(TURNS[number])
    seen = chat.read_for(after)
    chat.kill()
    acknowledged = any(HINT in line for line in seen)
    assert await taken(data) in ({number + 1} if acknowledged else {number, number + 1})


async def test_twenty_kills_lose_no_acknowledged_turn_and_double_none(tmp_path: Path) -> None:
    luck = random.Random(20)
    expected, said = await uninterrupted(tmp_path / "calm")
    data = tmp_path / "stormy"
    for _ in range(KILLS):
        await killed_at(data, await taken(data) if (data / DATABASE).exists() else 0, luck.uniform(0.0005, 0.01))
    chat = ChatProcess(data)
    chat.read_opening()
    for line in TURNS[await taken(data) :]:
        chat.write(line)
        chat.read_screen()
    assert chat.finish() == 0
    session, heard = await stored(data)
    assert heard == said
    assert session is not None
    assert expected is not None
    assert (session.answers, session.tier, session.place) == (expected.answers, expected.tier, expected.place)

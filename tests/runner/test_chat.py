"""One person's chat in a terminal: what time brings is shown while nothing is typed, and once."""

from datetime import UTC, datetime, timedelta
from io import StringIO

from bot.channels.console import Console
from bot.runner.chat import Chat
from bot.runner.intake import Intake
from bot.store.memory import MemoryStore
from tests.engine.talk import shipped

NONE = ("None of these",)
TYPED = ("/start", "1", *NONE * 3, "Dry", *NONE * 4, "Moist heat", "Check in later", "In 2 hours", "5")
"""From hello to a check-in in two hours, with a score of 5."""

ASKED = "You asked me to get in touch."


async def test_a_check_in_is_shown_while_the_chat_is_open() -> None:
    now, out, store = [datetime(2026, 3, 2, 16, tzinfo=UTC)], StringIO(), MemoryStore()
    channel = Console(out, "en")
    await store.open()
    chat = Chat(Intake(shipped(), store, {channel.name: channel}, bytes(32)), channel, lambda: now[0])
    for line in TYPED:
        await chat.turn(channel.parse(line.encode()))
    assert "All set. You will hear from me at about 11:00 AM." in out.getvalue()
    await chat.look()
    assert ASKED not in out.getvalue()
    now[0] += timedelta(hours=2)
    await chat.look()
    await chat.look()
    assert out.getvalue().count(ASKED) == 1
    for line in ("1", "None of these", "3", "1"):
        await chat.turn(channel.parse(line.encode()))
    assert "11:00 AM  ███░░░░░░░  3" in out.getvalue()
    await store.close()

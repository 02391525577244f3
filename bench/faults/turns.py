"""Turns on which the program fails, and dialogs that staff edit while patients are in the middle of them."""

import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from unittest.mock import patch

from bench.faults.finding import Finding, Tell
from bench.faults.world import KEY
from bot.channels.base import Incoming
from bot.channels.console import Console, event
from bot.engine.effects import Reply
from bot.runner import intake as intake_module
from bot.runner.intake import Arrival, Intake
from bot.runner.people import person_of
from bot.store.base import Taken
from bot.store.memory import MemoryStore
from tests.engine.edited import edited
from tests.engine.talk import bilingual

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
POISON = "a message on which the program fails"
WORDS = ("1", "1", "1", "2", "none", "/back", "/start")


class Hall:
    """Chats with one intake."""

    def __init__(self, chats: int, seed: int) -> None:
        self.console = Console()
        self.store = MemoryStore()
        self.intake = Intake(bilingual(), self.store, {self.console.name: self.console}, KEY)
        self.chats = [str(number) for number in range(chats)]
        self.chance = random.Random(seed)
        self._ids = count()

    async def say(self, *said: tuple[str, str]) -> list[Taken]:
        """What came of these messages (who, words), which come together."""
        incoming = [Incoming(who, f"{next(self._ids)}", event(words)) for who, words in said]
        return await self.intake.take([Arrival(self.console.name, each, NOW) for each in incoming])

    async def walk(self) -> None:
        """Everybody to somewhere."""
        for who in self.chats:
            for words in ("/start", "1", *(self.chance.choice(WORDS) for _ in range(self.chance.randrange(12)))):
                await self.say((who, words))

    async def goes_on(self, who: str) -> bool:
        """Whether a message is answered with something to press or to type."""
        [taken] = await self.say((who, "/start"))
        said = [effect for effect in taken.written.effects if isinstance(effect, Reply)] if taken.written else []
        session = await self.store.session(person_of(KEY, self.console.name, who))
        return bool(said) and session is not None and (said[-1].screen is not None or session.lock is not None)


async def poisoned(chats: int, seed: int = 1) -> Finding:
    """In the middle of everybody's messages stand some on which the program fails."""
    hall, understand = Hall(chats, seed), intake_module.understand
    await hall.walk()

    def fails(library: object, session: object, said: object) -> object:
        if POISON in str(said):
            raise KeyError(POISON)
        return understand(library, session, said)  # type: ignore[arg-type]

    with patch.object(intake_module, "understand", fails):
        batch = [(who, POISON if number % 3 == 0 else "1") for number, who in enumerate(hall.chats)]
        taken = await hall.say(*batch)
    answered = sum(one.written is not None for one in taken)
    aside = len(await hall.store.quarantined())
    on = [await hall.goes_on(who) for who in hall.chats]
    figures = {
        "chats": chats,
        "poison turns": len(hall.chats[::3]),
        "set aside": aside,
        "answered": answered,
        "chats that go on": sum(on),
    }
    return Finding("poison turn", figures, aside == len(hall.chats[::3]) and answered == chats and all(on))


async def changed(chats: int, seed: int = 2) -> Finding:
    """The dialogs are edited while everybody stands somewhere."""
    hall = Hall(chats, seed)
    await hall.walk()
    hall.intake.library = edited()
    answered = 0
    for who in hall.chats:
        [taken] = await hall.say((who, "1"))
        answered += taken.written is not None and bool(taken.written.outbox)
    on = [await hall.goes_on(who) for who in hall.chats]
    aside = len(await hall.store.quarantined())
    figures = {"chats": chats, "answered after the edit": answered, "chats that go on": sum(on), "set aside": aside}
    return Finding("YAML changed in mid-dialog", figures, answered == chats and all(on) and aside == 0)


async def findings(folder: Path, tell: Tell, scale: float) -> AsyncIterator[Finding]:
    """All of this part; `scale` 1 is the whole."""
    yield await poisoned(max(30, int(1000 * scale)))
    yield await changed(max(30, int(1000 * scale)))

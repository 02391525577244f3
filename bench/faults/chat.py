"""A patient whose platform brings deliveries twice, out of order, and again after every failure."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import count
from time import monotonic

import msgspec

from bench.faults.model import model, screen_of
from bench.faults.waiting import until
from bot.engine.effects import Forget, Screen
from bot.engine.session import Session

WORDS = (
    "my back hurts",
    "bananas",
    "is ice better?",
    "2",
    "both",
    "no",
    "how long does this take",
    "I use a heating pad",
)
COMMANDS = ("/start", "/help", "/back", "/stop", "/language")


class Delivery:
    """One update: its bytes, when it was first brought, and when that was acknowledged (monotonic seconds)."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.began = monotonic()
        self.ended = float("inf")


Post = Callable[[bytes], Awaitable[int]]


class Chat:
    """One patient's deliveries, as they were brought."""

    updates = count(1)

    def __init__(self, id: int, post: Post, chance: random.Random) -> None:
        self.id = id
        self.post = post
        self.chance = chance
        self.history: list[Delivery] = []
        self.repeats = 0
        self.swaps = 0
        self._session: Session | None = None
        self._screen: Screen | None = None

    async def turn(self) -> None:
        """One or two events, and now and then something old once more."""
        raws = [await self._next() for _ in range(1 if self.chance.random() < 0.8 else 2)]
        if len(raws) == 2:
            self.swaps += 1
            await self._two(raws)
        else:
            await self.bring(raws[0])
        if self.chance.random() < 0.2:
            self.repeats += 1
            await self.again(self.chance.choice(self.history[-5:]).raw)

    async def _two(self, raws: list[bytes]) -> None:
        """The later one first, or both at once."""
        if self.chance.random() < 0.5:
            await asyncio.gather(*(self.bring(raw) for raw in raws))
        else:
            for raw in reversed(raws):
                await self.bring(raw)

    async def bring(self, raw: bytes) -> None:
        """Until it is acknowledged."""
        delivery = Delivery(raw)
        self.history.append(delivery)
        await self.again(raw)
        delivery.ended = monotonic()

    async def again(self, raw: bytes) -> None:
        """Until it is acknowledged; sometimes by two connections at once."""

        async def taken() -> bool:
            twice = self.chance.random() < 0.1
            return 200 in await asyncio.gather(*(self.post(raw) for _ in range(1 + twice)))

        await until(taken, every=0.1)

    async def _next(self) -> bytes:
        """What the patient does next, by what should be on the screen; nothing that erases the transcript."""
        while True:
            raw = self._update()
            written = await model().turn(self._session, raw, datetime.now(UTC))
            if not any(isinstance(effect, Forget) for effect in written.effects):
                self._session, self._screen = written.session or self._session, screen_of(written) or self._screen
                return raw

    def _update(self) -> bytes:
        if self._screen and self._screen.buttons and self.chance.random() < 0.75:
            button = self.chance.choice(self._screen.buttons)
            kind = "t" if button.kind == "tick" else "p"
            return self._press(f"{kind}{self._screen.number}:{button.id}")
        words = self.chance.choice(COMMANDS if self._screen is None or self.chance.random() < 0.3 else WORDS)
        return self.says(words)

    def says(self, words: str) -> bytes:
        """A message with these words."""
        return self._encoded({"message": {"message_id": next(self.updates), "text": words, **self._about()}})

    def _press(self, data: str) -> bytes:
        # A message out of reach has the date 0: then a tick is answered with a new message, which can be counted.
        message = {"message_id": 1, "chat": {"id": self.id, "type": "private"}, "date": 0}
        query = {"id": f"q{next(self.updates)}", "from": self._who(), "chat_instance": "1", "data": data}
        return self._encoded({"callback_query": {**query, "message": message}})

    def _about(self) -> dict[str, object]:
        return {"date": 1, "chat": {"id": self.id, "type": "private"}, "from": self._who()}

    def _who(self) -> dict[str, object]:
        return {"id": self.id, "is_bot": False, "first_name": "Ann Canary", "language_code": "en"}

    def _encoded(self, update: dict[str, object]) -> bytes:
        return msgspec.json.encode({"update_id": next(self.updates), **update})

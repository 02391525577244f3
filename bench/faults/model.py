"""What one event must lead to: the engine in memory, asked for one turn at a time."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

import msgspec

from bench.faults.service import KEY
from bot.app import load_library
from bot.channels.base import Incoming
from bot.channels.telegram.channel import Telegram
from bot.engine.effects import Redraw, Reply, Screen
from bot.engine.session import Session
from bot.runner.intake import Arrival, Intake
from bot.settings import find_project
from bot.store.base import Entry, Step, Taken, Written
from bot.store.memory import MemoryStore
from bot.understanding.typed import understanding_of


class _Probe(MemoryStore):
    """Works on a turn and keeps nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.before: Session | None = None

    async def take(self, entries: Sequence[Entry], step: Step) -> list[Taken]:
        """One turn from `before`."""
        return [Taken(entry, step(entry, self.before)) for entry in entries]


class Model:
    """The shipped project on Telegram, without a database and without a platform."""

    def __init__(self) -> None:
        library = load_library(find_project())
        understanding_of(library)  # seconds in which no answer of the service would be seen
        self._probe, self._telegram = _Probe(), Telegram(languages=library.languages)
        self._intake = Intake(library, self._probe, {"telegram": self._telegram}, KEY)

    async def turn(self, before: Session | None, raw: bytes, at: datetime) -> Written:
        """What is written for this delivery."""
        incoming = self._telegram.parse(raw)
        assert isinstance(incoming, Incoming), incoming
        self._probe.before = before
        [taken] = await self._intake.take([Arrival("telegram", incoming, at)])
        assert taken.written is not None
        return taken.written


@cache
def model() -> Model:
    """One for all: it remembers nothing."""
    return Model()


def screen_of(written: Written) -> Screen | None:
    """The screen that a turn shows."""
    screens = [effect.screen for effect in written.effects if isinstance(effect, Reply | Redraw) and effect.screen]
    return screens[-1] if screens else None


def calls_of(written: Written) -> list[tuple[str, str]]:
    """Words and buttons of the messages that a turn sends."""
    fields = [msgspec.json.decode(payload) for payload in written.outbox]
    return [(each["text"], shape(each.get("reply_markup"))) for each in fields]


def shape(markup: object) -> str:
    """Buttons in a form that can be compared."""
    return msgspec.json.encode(markup, order="sorted").decode() if markup else ""

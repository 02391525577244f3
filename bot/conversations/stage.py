"""Where a conversation is played: one person, the real intake and delivery, a store in memory, a clock."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Protocol

from msgspec.structs import replace

from bot.channels.base import Channel
from bot.channels.markup import plain
from bot.channels.rendering import titled
from bot.conversations.chat import Exchange
from bot.conversations.mismatch import Mismatch
from bot.conversations.modes import Mode
from bot.conversations.phones import Phone
from bot.engine.catalog import CHANNEL, Catalog, template
from bot.engine.effects import Bubble, Redraw, Reply, Screen
from bot.engine.events import AnyEvent, TimerFired
from bot.engine.library import Library
from bot.engine.session import Session
from bot.engine.turn import newcomer
from bot.runner.delivery import Delivery
from bot.runner.intake import UNDERSTOOD, Arrival, Intake
from bot.runner.pace import AT_ONCE
from bot.runner.people import person_of
from bot.store.base import Taken, Written
from bot.store.memory import MemoryStore
from bot.understanding.over import CANCELLED

KEY = bytes(32)
START = datetime(2026, 3, 2, 16, tzinfo=UTC)
"""When every conversation begins: a Monday morning in the shipped clinic's zone. Only waiting moves the clock."""

MOST_TIMERS = 1000
"""So many timers in one wait are a loop: a timer that sets itself again without end."""


class Recorder:
    """A channel that renders as the real one does, and keeps what would be sent."""

    def __init__(self, channel: Channel) -> None:
        self.name = channel.name
        self.title = channel.title
        self.capabilities = channel.capabilities
        self.parse = channel.parse
        self.render = channel.render
        self.edits = channel.edits
        self.plainer = channel.plainer
        self.answer = channel.answer
        self.typing = channel.typing
        self.sent: list[bytes] = []

    async def send(self, address: str, payload: bytes) -> None:
        """Keep one call."""
        del address  # there is one person
        self.sent.append(payload)


class Watch(Protocol):
    """Somebody who looks on: every turn is told, and none becomes another by it."""

    def library(self, library: Library, start: int) -> Library:
        """The library of a conversation's n-th process: the same project."""
        ...

    def saw(self, before: Session, event: AnyEvent, written: Written, now: datetime) -> None:
        """One turn: the session before it, what happened, and what was written."""
        ...


class Unwatched:
    """Nobody looks on."""

    def library(self, library: Library, start: int) -> Library:
        """One that no other step of the conversation knows."""
        return _library(library, start)

    def saw(self, before: Session, event: AnyEvent, written: Written, now: datetime) -> None:
        """Nothing."""


UNWATCHED = Unwatched()


class Stage:
    """One person's conversation. It changes only by `begin`, `send`, `wait` and `restart`."""

    def __init__(
        self, library: Library, lang: str, phone: Phone, mode: Mode = Mode.PLAIN, watch: Watch = UNWATCHED
    ) -> None:
        self.library = library
        self.mode = mode
        self._watch = watch
        self.store = MemoryStore()
        self.now = START
        self.session: Session = newcomer(library, lang)
        self.screen: Screen | None = None
        """The buttons that the person sees now."""
        self.seen: list[Screen] = []
        """All screens that the conversation has shown, in order."""
        self.chat: list[Exchange] = []
        self._lang = lang
        self.phone = phone
        self._events = 0
        self._starts = 0
        self._build()

    def _build(self) -> None:
        """Everything that a process holds; the store is what it does not."""
        self._starts += 1
        library = self._watch.library(self.library, self._starts)
        self.channel = Recorder(self.phone.channel)
        self.intake = Intake(library, self.store, {self.channel.name: self.channel}, KEY)
        self.delivery = Delivery(self.store, self.channel, AT_ONCE, lambda: self.now)
        self._person = person_of(KEY, self.channel.name, self.phone.address)

    @property
    def catalog(self) -> Catalog:
        """The texts in the language of the conversation."""
        return self.library.catalog(self.session.lang)

    @property
    def last(self) -> Exchange:
        """What is going on."""
        return self.chat[-1]

    def fill(self, text: str) -> str:
        """A text of the script with its placeholders filled."""
        return template(text).fill({**self.catalog.facts, CHANNEL: self.channel.title})

    # What happens

    def begin(self, did: str, event: bool = False) -> None:
        """From here on, what is said belongs to this."""
        self.chat.append(Exchange(did, event))

    async def send(self, event: AnyEvent) -> None:
        """The person does something."""
        self._events += 1
        arrival = Arrival(self.channel.name, self.phone.deliver(event, self._events, self._lang), self.now)
        taken = await self.intake.take([arrival])
        if self.mode is Mode.TWICE:
            taken += await self.intake.take([arrival])
            _check_once(taken)
        await self._follow(taken, event)

    async def wait(self, span: timedelta) -> None:
        """Turn the clock; every timer fires at its own time."""
        end = self.now + span
        for _ in range(MOST_TIMERS):
            due = await self.store.due_timers(end, limit=1)
            if not due:
                self.now = end
                return
            self.now = max(self.now, due[0].due)
            await self._fire()
        raise Mismatch((f"the timers to rest within {span}", f"{MOST_TIMERS} fired, and one more is due"))

    async def _fire(self) -> None:
        taken = await self.intake.fire_timers(self.now)
        if self.mode is Mode.TWICE:
            taken += await self.intake.fire_timers(self.now)
        await self._follow(taken, None)

    async def restart(self) -> None:
        """The process dies and starts again."""
        await self.store.close()
        self._build()
        await self.store.open()

    # What comes of it

    async def _follow(self, taken: Sequence[Taken], event: AnyEvent | None) -> None:
        written = [one.written for one in taken if one.written]
        for one in taken:
            if one.written:
                fired = one.entry.fires[0] if one.entry.fires else ""
                self._watch.saw(self.session, event or TimerFired(fired), one.written, self.now)
        if self.mode is Mode.RESTARTS:
            await self.restart()
        await self._deliver(written)
        for each in written:
            self._hear(each)
        self.session = await self.store.session(self._person) or self.session
        await self._check_health()

    async def _deliver(self, written: Sequence[Written]) -> None:
        await self.delivery.drain()
        due = [payload for each in written for payload in each.outbox]
        calls = list(self.channel.sent)
        self.channel.sent.clear()
        if calls != due:
            found = f"of {len(due)} messages, {len(calls)} were delivered"
            raise Mismatch(("every message delivered once, in order", found))
        self._show_on_phone(written)

    def _show_on_phone(self, written: Sequence[Written]) -> None:
        for each in written:
            said = [effect for effect in each.effects if isinstance(effect, Reply | Redraw)]
            lang = each.session.lang if each.session else self.session.lang
            self.phone.show(each.outbox, said, self.library.catalog(lang))

    def _hear(self, written: Written) -> None:
        for effect in written.effects:
            if isinstance(effect, Reply):
                self.last.bubbles += [self._as_read(bubble) for bubble in effect.bubbles]
            if isinstance(effect, Reply | Redraw) and effect.screen:
                self._show(effect.screen)

    def _as_read(self, bubble: Bubble) -> Bubble:
        return replace(bubble, text=plain(titled(bubble.text, self.channel.title)))

    def _show(self, screen: Screen) -> None:
        self.last.screen = self.screen = screen
        if self.seen and self.seen[-1].number == screen.number:  # ticked: the same screen drawn again
            self.seen.pop()
        self.seen.append(screen)

    async def heard(self) -> frozenset[str]:
        """The rules that heard danger, or what is worth a question, in the last words that were typed."""
        said = [line.text for line in await self.store.transcript(self._person) if line.who == UNDERSTOOD][-1:]
        lines = [line.split() for text in said for line in text.splitlines()[1:]]
        return frozenset(rule.split("#")[0] for rule, _, _, outcome, *_ in lines if outcome != CANCELLED)

    async def _check_health(self) -> None:
        """The intake sets aside what it cannot work on and goes on; here that is a failure."""
        broken = await self.store.quarantined()
        if broken:
            raise Mismatch(("an answer", f"the program broke on this ({broken[-1].error}): report it with this chat"))


@lru_cache(maxsize=256)
def _library(library: Library, start: int) -> Library:
    """The library of a conversation's n-th process: no other step of it knows this one.

    Conversations share it, because building one takes longer than a step.
    """
    return Library(library.source)


def _check_once(taken: Sequence[Taken]) -> None:
    if taken[-1].written is not None:
        raise Mismatch(("an update that is delivered twice to count once", "it was taken twice"))

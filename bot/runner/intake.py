"""Events in: one batch, one transaction; what cannot be worked on is set aside after three tries."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from bot.channels.base import Channel, Incoming, titled
from bot.engine.effects import Bubble, Redraw, Reply, Turn
from bot.engine.events import (
    AnyEvent,
    ChoicePressed,
    CommandGiven,
    SelectionToggled,
    TextReceived,
    TextUnderstood,
    TimerFired,
)
from bot.engine.library import Library
from bot.engine.session import Session
from bot.engine.turn import advance, newcomer
from bot.runner.people import person_of
from bot.store.base import Entry, Step, Store, StoreError, Taken, Written
from bot.understanding.understand import understand

TRIES = 3
"""How often a poisonous event is tried before it is set aside (design: it must not fail for ever)."""

PATIENT, BOT = "patient", "bot"


class Arrival(Struct, frozen=True):
    """An event on its way in: the channel's name, what it parsed, and when it came (UTC)."""

    channel: str
    incoming: Incoming
    at: datetime


class Intake:
    """Takes batches of events through understanding and engine into the store."""

    def __init__(self, library: Library, store: Store, channels: Mapping[str, Channel], key: bytes) -> None:
        self.library = library
        self.store = store
        self.channels = channels
        self._key = key

    async def take(self, arrivals: Sequence[Arrival]) -> list[Taken]:
        """Work on a batch in order; when it returns, everything is durable and may be acknowledged.

        Raises StoreError when the store cannot be used: then nothing was taken, and trying again is safe.
        """
        entries = [self._entry(arrival) for arrival in arrivals]
        known = {entry.id: arrival.incoming for entry, arrival in zip(entries, arrivals, strict=True)}
        return await self._take(entries, self._step(known))

    async def fire_timers(self, now: datetime) -> list[Taken]:
        """Turn the timers that have come due into events."""
        entries = [timer.entry(now) for timer in await self.store.due_timers(now)]
        known = {e.id: Incoming(e.address, e.id, TimerFired(e.fires[0])) for e in entries if e.fires}
        return await self._take(entries, self._step(known)) if entries else []

    async def _take(self, entries: Sequence[Entry], step: Step) -> list[Taken]:
        try:
            return await self.store.take(entries, step)
        except StoreError:
            raise
        except Exception:  # a fault of ours in one of these turns: each is tried alone, so that the others go on
            return [await self._alone(entry, step) for entry in entries]

    async def _alone(self, entry: Entry, step: Step) -> Taken:
        error = "unknown"
        for _ in range(TRIES):
            try:
                return (await self.store.take([entry], step))[0]
            except StoreError:
                raise
            except Exception as fault:
                error = type(fault).__name__
        await self.store.quarantine(entry, error)
        sorry = Entry(f"sorry:{entry.id}", entry.person, entry.channel, entry.address, entry.at)
        return (await self.store.take([sorry], self._sorry))[0]

    def _sorry(self, entry: Entry, session: Session | None) -> Written:
        """The person hears that something went wrong, with the clinic's phone; the session stays as it was."""
        catalog = self.library.catalog(session.lang if session else "")
        said = Reply(tuple(Bubble(key, catalog.text(key)) for key in catalog.bubbles["command.trouble"]))
        return Written(None, (said,), outbox=self.channels[entry.channel].render(said, catalog))

    def _entry(self, arrival: Arrival) -> Entry:
        address, id = arrival.incoming.address, arrival.incoming.id
        person = person_of(self._key, arrival.channel, address)
        return Entry(id, person, arrival.channel, address, arrival.at)

    def _step(self, known: Mapping[str, Incoming]) -> Step:
        def step(entry: Entry, session: Session | None) -> Written:
            incoming = known[entry.id]
            before = session or newcomer(self.library, incoming.lang)
            state = self.library.states.get(before.place)
            event = understand(state.ask if state else "nothing", incoming.event)
            return self._written(entry, event, advance(self.library, before, event, entry.at))

        return step

    def _written(self, entry: Entry, event: AnyEvent, turn: Turn) -> Written:
        channel, catalog = self.channels[entry.channel], self.library.catalog(turn.session.lang)
        said = [effect for effect in turn.effects if isinstance(effect, Reply | Redraw)]
        return Written(
            session=turn.session,
            effects=turn.effects,
            transcript=(*_heard(event), *_told(said, channel.title)),
            outbox=tuple(payload for effect in said for payload in channel.render(effect, catalog)),
        )


def _heard(event: AnyEvent) -> tuple[tuple[str, str], ...]:
    match event:
        case TextReceived(text) | TextUnderstood(text):
            return ((PATIENT, text),)
        case ChoicePressed(_, choice) | SelectionToggled(_, choice):
            return ((PATIENT, f"[{choice}]"),)
        case CommandGiven(name):
            return ((PATIENT, f"/{name}"),)
        case _:
            return ()


def _told(said: Sequence[Reply | Redraw], title: str) -> tuple[tuple[str, str], ...]:
    return tuple((BOT, titled(bubble, title)) for reply in said if isinstance(reply, Reply) for bubble in reply.bubbles)

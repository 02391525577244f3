"""Events in: one batch, one transaction; what cannot be worked on is set aside after three tries."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from bot.channels.base import Channel, Incoming
from bot.channels.markup import plain
from bot.channels.rendering import titled
from bot.engine.catalog import Catalog
from bot.engine.effects import Bubble, Redraw, Reply, Turn
from bot.engine.events import (
    AnyEvent,
    AttachmentReceived,
    ChoicePressed,
    CommandGiven,
    MessageEdited,
    PersonLeft,
    SelectionToggled,
    TextReceived,
    TextUnderstood,
    TimerFired,
)
from bot.engine.library import Library
from bot.engine.meaning import Meaning
from bot.engine.session import Session
from bot.engine.turn import advance, newcomer
from bot.runner.people import person_of
from bot.runner.poison import Overtaken, kept, read
from bot.runner.watch import Watch
from bot.store.base import Entry, SessionUnreadable, Step, Store, StoreError, Taken, Written
from bot.store.quarantine import Poison, QuarantinedRow
from bot.understanding.understand import understand

TRIES = 3
"""How often a poisonous event is tried before it is set aside (design: it must not fail for ever)."""

PATIENT, BOT, UNDERSTOOD = "patient", "bot", "understood"


class Arrival(Struct, frozen=True):
    """An event on its way in: the channel's name, what it parsed, and when it came (UTC)."""

    channel: str
    incoming: Incoming
    at: datetime


class Intake:
    """Takes batches of events through understanding and engine into the store."""

    def __init__(
        self, library: Library, store: Store, channels: Mapping[str, Channel], key: bytes, watch: Watch | None = None
    ) -> None:
        self.library = library
        self.store = store
        self.channels = channels
        self._key = key
        self._watch = watch or Watch()

    async def take(self, arrivals: Sequence[Arrival]) -> list[Taken]:
        """Work on a batch in order; when it returns, everything is durable and may be acknowledged.

        Raises StoreError when the store cannot be used: then nothing was taken, and trying again is safe.
        """
        entries = [self._entry(arrival) for arrival in arrivals]
        known = {entry.id: arrival.incoming for entry, arrival in zip(entries, arrivals, strict=True)}
        taken = await self._take(entries, known)
        for entry in entries:
            if isinstance(known[entry.id].event, PersonLeft):
                await self.store.pause(entry.person, entry.channel, entry.at)
        return taken

    async def fire_timers(self, now: datetime) -> list[Taken]:
        """Turn the timers that have come due into events; those of other channels are another program's."""
        due = await self.store.due_timers(now, channels=tuple(self.channels))
        entries = [timer.entry(now) for timer in due]
        known = {e.id: Incoming(e.address, e.id, TimerFired(e.fires[0])) for e in entries if e.fires}
        return await self._take(entries, known) if entries else []

    async def try_again(self, now: datetime) -> list[Taken]:
        """Take what staff want tried again out of quarantine, where the person is still on the same screen."""
        rows = [row for row in await self.store.to_retry() if row.channel in self.channels]
        taken = [await self._again(row, now) for row in rows]
        return [one for one in taken if one]

    async def _take(self, entries: Sequence[Entry], known: Mapping[str, Incoming]) -> list[Taken]:
        step = self._step(known)
        try:
            return self._counted(await self.store.take(entries, step))
        except Exception as fault:  # a fault of ours in one of these turns: each is tried alone, so that others go on
            if _of_the_store(fault):
                raise
            return [await self._alone(entry, step, known[entry.id]) for entry in entries]

    async def _alone(self, entry: Entry, step: Step, incoming: Incoming) -> Taken:
        error = "unknown"
        for _ in range(TRIES):
            try:
                return self._counted(await self.store.take([entry], step))[0]
            except Exception as fault:
                if _of_the_store(fault):
                    raise
                error = type(fault).__name__
        return await self._set_aside(entry, incoming, error)

    async def _set_aside(self, entry: Entry, incoming: Incoming, error: str) -> Taken:
        """The person is told first: if the program dies in between, the event comes again, and the words do not."""
        told = Taken(entry, None) if entry.fires else await self._apologize(entry)
        body = b"" if entry.fires else kept(incoming)
        await self.store.quarantine([Poison(entry, error, body, await self._screen(entry.person))])
        self._watch.log("event_set_aside", channel=entry.channel, error=error)
        self._watch.meter.turn("poisoned")
        return told

    async def _apologize(self, entry: Entry) -> Taken:
        sorry = Entry(f"sorry:{entry.id}", entry.person, entry.channel, entry.address, entry.at)
        for each in (sorry, replace(sorry, blind=True)):
            try:
                return (await self.store.take([each], self._sorry))[0]
            except Exception as fault:
                if _of_the_store(fault):
                    raise
        return Taken(sorry, None)

    def _sorry(self, entry: Entry, session: Session | None) -> Written:
        """The person hears that something went wrong, with the clinic's phone; the session stays as it was."""
        catalog = self.library.catalog(session.lang if session else "")
        said = Reply(tuple(Bubble(key, catalog.text(key)) for key in catalog.bubbles["command.trouble"]))
        return Written(None, (said,), outbox=self.channels[entry.channel].render(said, catalog))

    async def _screen(self, person: str) -> int:
        """The number of the person's screen; -1, which no screen has, if it cannot be read."""
        try:
            session = await self.store.session(person)
        except SessionUnreadable:
            return -1
        return session.screen if session else 0

    async def _again(self, row: QuarantinedRow, now: datetime) -> Taken | None:
        taken, error = None, None
        entry = Entry(f"again:{row.id}:{row.again}", row.person, row.channel, row.address, now)
        try:
            step = self._step({entry.id: read(row.body)})
            taken = self._counted(await self.store.take([entry], _unless_overtaken(step, row.screen)))[0]
        except Exception as fault:
            if _of_the_store(fault):
                raise
            error = type(fault).__name__
        await self.store.retried(row.id, error)
        self._watch.log("event_tried_again", channel=row.channel, error=error or "none")
        return taken

    def _counted(self, taken: list[Taken]) -> list[Taken]:
        for one in taken:
            self._watch.meter.turn("repeated" if one.written is None else "timer" if one.entry.fires else "taken")
        return taken

    def _entry(self, arrival: Arrival) -> Entry:
        address, id = arrival.incoming.address, arrival.incoming.id
        person = person_of(self._key, arrival.channel, address)
        return Entry(id, person, arrival.channel, address, arrival.at)

    def _step(self, known: Mapping[str, Incoming]) -> Step:
        library = self.library  # edited dialogs may come into force meanwhile: a batch is all old or all new

        def step(entry: Entry, session: Session | None) -> Written:
            incoming = known[entry.id]
            before = session or newcomer(library, incoming.lang)
            event = understand(library, before, incoming.event)
            turn = advance(library, before, event, entry.at)
            return self._written(entry, replace(incoming, event=event), turn, library.catalog(turn.session.lang))

        return step

    def _written(self, entry: Entry, incoming: Incoming, turn: Turn, catalog: Catalog) -> Written:
        channel = self.channels[entry.channel]
        said = [effect for effect in turn.effects if isinstance(effect, Reply | Redraw)]
        calls = (payload for effect in said for payload in channel.render(effect, catalog, incoming.message))
        transcript = (*_heard(incoming.event), *_understood(incoming.event), *_told(said, channel.title))
        return Written(session=turn.session, effects=turn.effects, transcript=transcript, outbox=tuple(calls))


def _of_the_store(fault: Exception) -> bool:
    """Whether nothing can be stored at all; a session that cannot be read is one person's trouble."""
    return isinstance(fault, StoreError) and not isinstance(fault, SessionUnreadable)


def _unless_overtaken(step: Step, screen: int) -> Step:
    def checked(entry: Entry, session: Session | None) -> Written:
        if (session.screen if session else 0) != screen:
            raise Overtaken
        return step(entry, session)

    return checked


def _heard(event: AnyEvent) -> tuple[tuple[str, str], ...]:
    match event:
        case TextReceived(text) | TextUnderstood(text) | AttachmentReceived(text) | MessageEdited(text):
            return ((PATIENT, text or "[attachment]"),)
        case ChoicePressed(_, choice) | SelectionToggled(_, choice):
            return ((PATIENT, f"[{choice}]"),)
        case CommandGiven(name, words):
            return ((PATIENT, f"/{name} {words}".rstrip()),)
        case _:
            return ()


def _understood(event: AnyEvent) -> tuple[tuple[str, str], ...]:
    """What was heard in the words, and by which rule: it is kept as long as the words themselves."""
    meaning: Meaning | None = getattr(event, "meaning", None)
    return ((UNDERSTOOD, "\n".join(meaning.why)),) if meaning and meaning.why else ()


def _told(said: Sequence[Reply | Redraw], title: str) -> tuple[tuple[str, str], ...]:
    bubbles = (bubble for reply in said if isinstance(reply, Reply) for bubble in reply.bubbles)
    return tuple((BOT, plain(titled(bubble.text, title))) for bubble in bubbles)

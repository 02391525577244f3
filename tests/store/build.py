"""Short ways to say what goes into a store."""

from datetime import UTC, datetime, timedelta

from bot.engine.effects import AnyEffect, RequestCallback
from bot.engine.session import Session
from bot.store.base import DueTimer, Entry, Line, Step, Store, Taken, Written
from bot.store.quarantine import Poison

NOW = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
SOON = NOW + timedelta(hours=1)
LATER = NOW + timedelta(hours=2)
DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)

CALL = RequestCallback(
    name="Ana", contact="+12065550123", time="morning", lang="es", notice_version="1", notice_at=NOW, answers="heat"
)


def session(place: str = "heat_check.signs", screen: int = 1) -> Session:
    return Session(place=place, lang="en", screen=screen)


def entry(id: str = "1", person: str = "ana", channel: str = "telegram", at: datetime = NOW) -> Entry:
    return Entry(id=id, person=person, channel=channel, address=f"chat of {person}", at=at)


def always(written: Written) -> Step:
    return lambda entry, session: written


def writes(*effects: AnyEffect, says: str = "", sends: tuple[bytes, ...] = (), session: Session | None = None) -> Step:
    transcript = (("patient", says),) if says else ()
    return always(Written(session=session, effects=effects, transcript=transcript, outbox=sends))


def by_id(**steps: Step) -> Step:
    """A step that does something else for each entry: `by_id(a=…, b=…)`."""
    return lambda entry, session: steps[entry.id](entry, session)


def counting(entry: Entry, session: Session | None) -> Written:
    """Counts the turns in `screen`, and says the number before."""
    screen = session.screen if session else 0
    return Written(Session("start", "en", screen=screen + 1), transcript=(("bot", str(screen)),))


def fire(name: str, due: datetime, now: datetime = LATER, person: str = "ana") -> Entry:
    return DueTimer(person, "telegram", f"chat of {person}", name, due).entry(now)


async def set_aside(store: Store, entry: Entry, error: str = "KeyError", body: bytes = b"", screen: int = 0) -> None:
    await store.quarantine([Poison(entry, error, body, screen)])


async def take(store: Store, entry: Entry, step: Step) -> Taken:
    """A batch of one."""
    [taken] = await store.take([entry], step)
    return taken


async def texts(store: Store, person: str = "ana") -> list[str]:
    return [line.text for line in await store.transcript(person)]


async def payloads(store: Store, channel: str = "telegram") -> list[bytes]:
    return [row.payload for row in await store.unsent(channel)]


async def timers(store: Store, until: datetime = NOW + 365 * DAY) -> list[tuple[str, str, datetime]]:
    return [(timer.person, timer.name, timer.due) for timer in await store.due_timers(until)]


def line(text: str, at: datetime = NOW) -> Line:
    return Line(at, "patient", text)

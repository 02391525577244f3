"""Whatever is done to them, all stores hold the same; and a batch is worth its entries one by one."""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace

from bot.engine.effects import AnyEffect, CancelTimer, Forget, RecordConsent, SetTimer
from bot.engine.session import Session
from bot.store.base import Entry, Step, Store, Taken, Written
from bot.store.cache import SessionCache
from bot.store.memory import MemoryStore
from bot.store.quarantine import Poison
from bot.store.sqlite import SqliteStore
from tests.store.build import CALL, NOW, SOON, always

T = TypeVar("T")

ROOM_FOR_TWO = 800
"""Bytes of cache, so that sessions come from it, and go from it."""

PERSONS = ("ana", "ben", "cem")
moments = st.integers(0, 5).map(lambda hours: NOW + timedelta(hours=hours))
names = st.sampled_from(["check_in", "reminder"])
effects = st.one_of(
    st.builds(SetTimer, name=names, due=moments),
    st.builds(CancelTimer, name=names),
    st.builds(Forget, timers=st.booleans()),
    st.just(CALL),
    st.builds(RecordConsent, version=st.sampled_from("12"), at=moments),
)
written = st.builds(
    Written,
    session=st.none() | st.builds(Session, place=st.text(max_size=5), lang=st.just("en"), screen=st.integers(0, 9)),
    effects=st.lists(effects, max_size=3).map(tuple[AnyEffect, ...]),
    transcript=st.lists(st.tuples(st.sampled_from(["bot", "patient"]), st.text(max_size=9)), max_size=2).map(tuple),
    outbox=st.lists(st.binary(max_size=9), max_size=2).map(tuple),
)
events = st.builds(
    Entry,
    id=st.integers(0, 30).map(str),
    person=st.sampled_from(PERSONS),
    channel=st.sampled_from(["telegram", "web"]),
    address=st.sampled_from(["here", "there"]),
    at=moments,
)
firings = st.builds(
    lambda person, name, due, at: Entry("t", person, "web", "here", at, fires=(name, due)),
    st.sampled_from(PERSONS),
    names,
    moments,
    moments,
)
batches = st.lists(st.tuples(events | firings, written), max_size=6)
some = st.sets(st.integers(0, 5))


class Broken(Exception):
    """Raised by a step."""


def outcomes(batch: Sequence[tuple[Entry, Written]], saw: list[Session | None]) -> Step:
    """What stands beside the entry in the batch, noting the session that is seen; any other entry fails."""

    def step(entry: Entry, session: Session | None) -> Written:
        saw.append(session)
        for one, written in batch:
            if one is entry:
                return written
        raise Broken

    return step


class Stores(RuleBasedStateMachine):
    """The memory store takes every batch entry by entry, the SQLite store takes it whole."""

    template: Path

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = shutil.copy(self.template, self.folder.name)
        self.loop = asyncio.Runner()
        self.memory, self.sqlite = MemoryStore(), SqliteStore(Path(path), SessionCache(ROOM_FOR_TWO))
        self.do(self.sqlite.open())

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.do(self.sqlite.close())
            self.loop.close()
            self.folder.cleanup()

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(work)

    @rule(batch=batches)
    def take(self, batch: Sequence[tuple[Entry, Written]]) -> None:
        saw: dict[str, list[Session | None]] = {"memory": [], "sqlite": []}
        alone: list[Taken] = []
        for entry, outcome in batch:
            alone += self.do(self.memory.take([entry], outcomes([(entry, outcome)], saw["memory"])))
        together = self.do(self.sqlite.take([entry for entry, _ in batch], outcomes(batch, saw["sqlite"])))
        assert together == alone
        assert saw["sqlite"] == saw["memory"]

    @rule(batch=batches, poison=events)
    def take_and_fail(self, batch: Sequence[tuple[Entry, Written]], poison: Entry) -> None:
        poison = replace(poison, id="never seen")
        for store in (self.memory, self.sqlite):
            with pytest.raises(Broken):
                self.do(store.take([*(entry for entry, _ in batch), poison], outcomes(batch, [])))

    @rule(now=moments, limit=st.integers(1, 4), outcome=written)
    def fire(self, now: datetime, limit: int, outcome: Written) -> None:
        due = self.both(lambda store: store.due_timers(now, limit))
        entries = [timer.entry(now) for timer in due]
        taken = self.both(lambda store: store.take(entries, always(outcome)))
        # The later ones may have been cancelled or forgotten by the first.
        assert all(one.written for one in taken[:1])

    @rule(positions=some, what=st.sampled_from(["sent", "tried", "untried", "failed"]), now=moments)
    def deliver(self, positions: set[int], what: str, now: datetime) -> None:
        for store in (self.memory, self.sqlite):
            rows = self.do(store.unsent("telegram"))
            ids = [row.id for position, row in enumerate(rows) if position in positions]
            marks = {"sent": store.mark_sent, "tried": store.mark_tried, "untried": store.mark_untried}
            self.do(marks[what](ids) if what in marks else store.mark_failed(ids, "refused", now))

    @rule(person=st.sampled_from(PERSONS), channel=st.sampled_from(["telegram", "web"]), now=moments)
    def pause(self, person: str, channel: str, now: datetime) -> None:
        self.both(lambda store: store.pause(person, channel, now))

    @rule(position=st.integers(0, 5), now=moments)
    def call_back(self, position: int, now: datetime) -> None:
        for store in (self.memory, self.sqlite):
            owed = self.do(store.callbacks())
            known = self.do(store.mark_callback_done(owed[position].id if position < len(owed) else -1, now))
            assert known is (position < len(owed))

    @rule(position=st.integers(0, 5), what=st.sampled_from(["mailed", "failed", "noted"]), at=moments)
    def write_to_the_clinic(self, position: int, what: str, at: datetime) -> None:
        for store in (self.memory, self.sqlite):
            all = self.do(store.callbacks(include_done=True))
            id = all[position].id if position < len(all) else -1
            if what == "noted":
                self.do(store.note_callback(id, str(at)))
            else:
                self.do(store.mark_mailed(id, at) if what == "mailed" else store.mark_mail_failed(id, at))

    @rule(entry=events | firings, body=st.sampled_from([b"", b"words"]))
    def quarantine(self, entry: Entry, body: bytes) -> None:
        self.both(lambda store: store.quarantine([Poison(entry, "KeyError", body, screen=3)]))

    @rule(position=st.integers(0, 3), what=st.sampled_from(["again", "dropped", "done", "failed"]))
    def look_after_the_quarantine(self, position: int, what: str) -> None:
        rows = self.both(lambda store: store.quarantined())
        id = rows[position].id if position < len(rows) else "nobody"
        acts = {
            "again": lambda store: store.retry(id),
            "dropped": lambda store: store.drop(id),
            "done": lambda store: store.retried(id, None),
            "failed": lambda store: store.retried(id, "ValueError"),
        }
        self.both(acts[what])

    @rule(days=st.sampled_from([0, 1, 7, 30, 31]))
    def purge(self, days: int) -> None:
        self.both(lambda store: store.purge(SOON + timedelta(days=days)))

    @rule()
    def restart(self) -> None:
        self.do(self.sqlite.close())
        self.do(self.sqlite.open())

    @invariant()
    def they_hold_the_same(self) -> None:
        if hasattr(self, "folder"):
            self.both(everything)

    def both(self, ask: Any) -> Any:
        """Do it to both stores, and hold the answers against each other."""
        expected, actual = self.do(ask(self.memory)), self.do(ask(self.sqlite))
        assert expected == actual
        return expected


async def everything(store: Store) -> list[Any]:
    """All that can be seen in a store, but for its own numbers."""
    seen: list[Any] = [await store.due_timers(SOON + timedelta(days=9)), await store.quarantined()]
    for person in PERSONS:
        seen += [await store.session(person), await store.transcript(person), await store.consents(person)]
    for channel in ("telegram", "web"):
        seen.append([(row.person, row.address, row.payload, row.tries) for row in await store.unsent(channel)])
        seen.append([row.payload for row in await store.unsent(channel, 2, {"ana"})])
    seen.append(sorted((row.person, row.channel, row.why, row.at) for row in await store.failed()))
    seen += [await store.paused(), await store.next_letter(), await store.to_retry(), await store.backlog(SOON)]
    for rows in (await store.callbacks(include_done=True), await store.letters_due(SOON)):
        seen.append([replace(row, id=0) for row in rows])
    return seen


def test_all_stores_hold_the_same_whatever_is_done_to_them(fresh_database: Path):
    class OnDisk(Stores):
        template = fresh_database

    run_state_machine_as_test(
        OnDisk,
        settings=settings(
            max_examples=30, stateful_step_count=20, deadline=None, suppress_health_check=(HealthCheck.too_slow,)
        ),
    )

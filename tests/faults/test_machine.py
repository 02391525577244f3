"""Whatever happens, in whatever order: the same sessions as in a calm clinic, and every call made or told to staff."""

import asyncio
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.store.base import Store
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore
from tests.faults.clinic import PEOPLE, TROUBLES, Clinic

WHO = st.sampled_from(PEOPLE)
WORDS = st.sampled_from(["/start", "1", "1", "2", "/back", "/delete", "/stop", "my back hurts", "I can't pee", "none"])
WAITS = st.sampled_from([timedelta(minutes=1), timedelta(hours=3), timedelta(hours=25)])


class Machine(RuleBasedStateMachine):
    """A clinic on a store."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = TemporaryDirectory()
        self.clinic = Clinic(self.store())
        self.runner.run(self.clinic.store.open())

    def store(self) -> Store:
        return MemoryStore()

    @rule(who=WHO, words=WORDS)
    def say(self, who: str, words: str) -> None:
        self.runner.run(self.clinic.say((who, words)))

    @rule(said=st.lists(st.tuples(WHO, WORDS), min_size=2, max_size=5))
    def say_together(self, said: list[tuple[str, str]]) -> None:
        self.runner.run(self.clinic.say(*said))

    @rule(number=st.integers(0, 50))
    def come_again(self, number: int) -> None:
        taken = self.runner.run(self.clinic.again(number))
        assert all(one.written is None for one in taken)

    @rule(troubles=st.lists(st.sampled_from([*TROUBLES]), max_size=4), who=WHO)
    def send(self, troubles: list[str], who: str) -> None:
        self.runner.run(self.clinic.send(troubles, who))

    @rule(time=WAITS)
    def wait(self, time: timedelta) -> None:
        self.runner.run(self.clinic.wait(time))

    @rule()
    def start_again(self) -> None:
        self.runner.run(self.clinic.store.close())
        self.runner.run(self.clinic.store.open())
        self.clinic.restart()

    @invariant()
    def all_is_as_it_must_be(self) -> None:
        assert self.runner.run(self.clinic.differences()) == []

    def teardown(self) -> None:
        self.runner.run(self.clinic.store.close())
        self.runner.close()
        self.folder.cleanup()


class OnDisk(Machine):
    """The same on the store that is shipped."""

    def store(self) -> Store:
        return SqliteStore(Path(self.folder.name) / "heatwise.db")


QUICK = settings(max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

TestInMemory = Machine.TestCase
TestInMemory.settings = QUICK
TestOnDisk = OnDisk.TestCase
TestOnDisk.settings = settings(QUICK, max_examples=5)

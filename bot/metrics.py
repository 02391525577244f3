"""The figures of a running service in the text format of Prometheus: counts, seconds and sizes, never who or what."""

from collections.abc import Callable, Iterable
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from bot.runner.clock import Clock
from bot.runner.inlet import Inlet
from bot.runner.meter import SENDS, TURNS
from bot.store.base import Store, StoreError
from bot.store.cache import SessionCache
from bot.store.vitals import Backlog

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)


class Metrics:
    """Counts for the runner, and looks at inbox, store and cache when somebody asks for the figures."""

    def __init__(self, channels: Iterable[str]) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._turns = self._counter("turns", "Events, by what became of them.", "outcome")
        self._sends = self._counter("sends", "Calls to platforms, by what became of them.", "channel", "outcome")
        self._durable = self._histogram(
            "turn_seconds", "Seconds from the arrival of a delivery until it is on the disk.", SECONDS
        )
        self._batch = self._histogram("batch_events", "Events that shared one commit.", SIZES)
        for outcome in TURNS:
            self._turns.labels(outcome)
            # A series that begins at zero shows its first event; one that begins at one does not.
        for channel in channels:
            for outcome in SENDS:
                self._sends.labels(channel, outcome)

    def turn(self, outcome: str) -> None:
        """An event."""
        self._turns.labels(outcome).inc()

    def durable(self, seconds: float) -> None:
        """A delivery is on the disk."""
        self._durable.observe(seconds)

    def batch(self, size: int) -> None:
        """A commit."""
        self._batch.observe(size)

    def sent(self, channel: str, outcome: str) -> None:
        """A call."""
        self._sends.labels(channel, outcome).inc()

    def watch(self, inlet: Inlet, cache: SessionCache) -> None:
        """Show what is inside the program."""
        self._live("inbox_events", "Events that wait to be stored, or are being stored.", lambda: inlet.events)
        self._live("inbox_oldest_seconds", "Seconds that the oldest of them has waited.", lambda: inlet.oldest)
        self._live("cache_sessions", "Conversations in memory.", lambda: len(cache))
        self._live("cache_bytes", "Bytes that they take.", lambda: cache.bytes)

    def _counter(self, name: str, help: str, *labels: str) -> Counter:
        return Counter(f"heatwise_{name}", help, labels, registry=self.registry)

    def _histogram(self, name: str, help: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(f"heatwise_{name}", help, buckets=buckets, registry=self.registry)

    def _live(self, name: str, help: str, figure: Callable[[], float]) -> None:
        Gauge(f"heatwise_{name}", help, registry=self.registry).set_function(figure)


class StoreFigures:
    """What waits in the store, asked for at every look; no figure is told while the store cannot answer."""

    def __init__(self, registry: CollectorRegistry, store: Store, clock: Clock) -> None:
        self._registry = registry
        self._store = store
        self._clock = clock
        self._up = Gauge("heatwise_database_up", "1 if the database can be asked, else 0.", registry=registry)
        self._gauges = {name: Gauge(f"heatwise_{name}", help, registry=registry) for name, (help, _) in FIGURES.items()}

    async def expose(self) -> bytes:
        """All figures of the registry."""
        now = self._clock()
        try:
            backlog = await self._store.backlog(now)
        except StoreError:
            backlog = None
        self._up.set(1 if backlog else 0)
        for name, (_, figure) in FIGURES.items():
            self._gauges[name].set(figure(backlog, now) if backlog else float("nan"))
        return generate_latest(self._registry)


def _age(at: datetime | None, now: datetime) -> float:
    return max((now - at).total_seconds(), 0.0) if at else 0.0


FIGURES: dict[str, tuple[str, Callable[[Backlog, datetime], float]]] = {
    "outbox_calls": ("Calls to platforms that wait.", lambda b, _: b.calls),
    "outbox_oldest_seconds": ("Seconds that the oldest of them has waited.", lambda b, now: _age(b.oldest_call, now)),
    "timers_due": ("Timers that are due and have not fired.", lambda b, _: b.timers),
    "timers_late_seconds": ("Seconds by which the oldest of them is late.", lambda b, now: _age(b.oldest_timer, now)),
    "letters_waiting": ("Requests for a call whose letter has not gone out.", lambda b, _: b.letters),
    "letters_oldest_seconds": ("Seconds since the oldest was made.", lambda b, now: _age(b.oldest_letter, now)),
    "quarantined_events": ("Events that were set aside, of 30 days at most.", lambda b, _: b.quarantined),
    "failed_calls": ("Calls that were given up, of 30 days at most.", lambda b, _: b.failed),
}
"""The name, what it is, and how it follows from the backlog."""

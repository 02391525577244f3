"""The figures are counts, seconds and sizes; no label can name anybody, and no store that fails keeps them back."""

import math
from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.channels.base import Incoming
from bot.engine.events import CommandGiven
from bot.metrics import Metrics, StoreFigures
from bot.runner.intake import Arrival
from bot.runner.meter import SENDS, TURNS
from bot.store.base import StoreError
from bot.store.cache import OVERHEAD, SessionCache
from bot.store.vitals import Backlog
from tests.runner.test_inlet import NOW, House

LABELS = {"outcome", "channel", "le"}


def figures(text: bytes) -> dict[tuple[str, str], float]:
    """By name and outcome."""
    return {
        (sample.name, sample.labels.get("outcome", sample.labels.get("le", ""))): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


async def exposed(house: House, metrics: Metrics) -> dict[tuple[str, str], float]:
    return figures(await StoreFigures(metrics.registry, house.store, lambda: NOW + timedelta(seconds=90)).expose())


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(["line"])


async def test_every_outcome_is_there_from_the_start(metrics: Metrics):
    found = await exposed(House(), metrics)
    assert {outcome: found["heatwise_turns_total", outcome] for outcome in TURNS} == dict.fromkeys(TURNS, 0)
    assert {outcome: found["heatwise_sends_total", outcome] for outcome in SENDS} == dict.fromkeys(SENDS, 0)


async def test_what_is_counted_shows(metrics: Metrics):
    metrics.turn("taken")
    metrics.turn("taken")
    metrics.sent("line", "throttled")
    metrics.durable(0.02)
    metrics.batch(3)
    found = await exposed(House(), metrics)
    assert found["heatwise_turns_total", "taken"] == 2
    assert found["heatwise_sends_total", "throttled"] == 1
    assert (found["heatwise_turn_seconds_bucket", "0.01"], found["heatwise_turn_seconds_bucket", "0.025"]) == (0, 1)
    assert found["heatwise_batch_events_sum", ""] == 3


async def test_what_waits_shows_with_its_age(metrics: Metrics):
    house, cache = House(), SessionCache()
    metrics.watch(house.inlet, cache)
    await house.intake.take([Arrival("line", Incoming("ann", "1", CommandGiven("start")), NOW)])
    cache.keep({"ann": b"x" * 80})
    found = await exposed(house, metrics)
    assert (found["heatwise_outbox_calls", ""], found["heatwise_outbox_oldest_seconds", ""]) == (4, 90)
    assert (found["heatwise_cache_sessions", ""], found["heatwise_cache_bytes", ""]) == (1, 80 + OVERHEAD)
    assert (found["heatwise_inbox_events", ""], found["heatwise_database_up", ""]) == (0, 1)


async def test_a_store_that_fails_is_told_and_shows_no_stale_figure(metrics: Metrics, monkeypatch: pytest.MonkeyPatch):
    async def fails(_: object) -> Backlog:
        raise StoreError("the disk is full")

    house = House()
    monkeypatch.setattr(house.store, "backlog", fails)
    metrics.turn("taken")
    found = await exposed(house, metrics)
    assert found["heatwise_database_up", ""] == 0
    assert found["heatwise_turns_total", "taken"] == 1
    assert math.isnan(found["heatwise_outbox_calls", ""])


async def test_labels_come_from_closed_lists(metrics: Metrics):
    house = House()
    metrics.watch(house.inlet, SessionCache())
    await house.intake.take([Arrival("line", Incoming("70123456", "1", CommandGiven("start")), NOW)])
    text = (await StoreFigures(metrics.registry, house.store, lambda: NOW).expose()).decode()
    families = list(text_string_to_metric_families(text))
    labels = [sample.labels for family in families for sample in family.samples]
    assert {name for each in labels for name in each} == LABELS
    assert {each["outcome"] for each in labels if "outcome" in each} == {*TURNS, *SENDS}
    assert {each["channel"] for each in labels if "channel" in each} == {"line"}
    assert "70123456" not in text

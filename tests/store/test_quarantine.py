"""What every store does with an event that nothing can be done with."""

from bot.engine.effects import SetTimer
from bot.store.base import QuarantinedRow, Store
from bot.store.ids import hashed_id
from tests.store.build import LATER, SOON, entry, fire, take, timers, writes


async def test_a_quarantined_event_counts_as_seen(store: Store):
    await store.quarantine(entry(), "KeyError")
    assert (await take(store, entry(), writes())).written is None
    assert (await take(store, entry("2"), writes())).written is not None


async def test_a_hash_the_person_the_error_and_the_time_are_kept(store: Store):
    poison = entry("update 77", at=SOON)
    await store.quarantine(poison, "KeyError")
    assert await store.quarantined() == [QuarantinedRow(hashed_id(poison), "ana", "KeyError", SOON)]


async def test_the_first_error_counts(store: Store):
    await store.quarantine(entry(), "KeyError")
    await store.quarantine(entry(), "ValueError")
    assert [row.error for row in await store.quarantined()] == ["KeyError"]


async def test_words_of_an_error_are_not_kept(store: Store):
    await store.quarantine(entry("1"), "msgspec.ValidationError")
    await store.quarantine(entry("2"), "no state for 'I cannot feel my legs'")
    assert sorted(row.error for row in await store.quarantined()) == ["msgspec.ValidationError", "unnamed"]


async def test_a_timer_that_cannot_be_worked_on_does_not_come_again(store: Store):
    await take(store, entry("1"), writes(SetTimer("a", SOON), SetTimer("b", SOON)))
    await store.quarantine(fire("a", SOON), "KeyError")
    await store.quarantine(fire("b", LATER), "KeyError")
    assert await timers(store) == [("ana", "b", SOON)]

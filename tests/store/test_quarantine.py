"""What every store does with an event that nothing can be done with."""

import pytest

from bot.engine.effects import Forget, SetTimer
from bot.store.base import Store
from bot.store.ids import hashed_id
from bot.store.quarantine import Poison, QuarantinedRow
from tests.store.build import DAY, LATER, NOW, SOON, TICK, entry, fire, session, set_aside, take, timers, writes


async def test_a_quarantined_event_counts_as_seen(store: Store):
    await set_aside(store, entry(), "KeyError")
    assert (await take(store, entry(), writes())).written is None
    assert (await take(store, entry("2"), writes())).written is not None


async def test_a_hash_the_person_the_error_and_the_time_are_kept(store: Store):
    poison = entry("update 77", at=SOON)
    await set_aside(store, poison, "KeyError")
    [row] = await store.quarantined()
    assert row == QuarantinedRow(hashed_id(poison), "ana", "KeyError", SOON, "telegram", address="chat of ana")
    assert not row.can_be_tried


async def test_the_first_error_counts(store: Store):
    await set_aside(store, entry(), "KeyError")
    await set_aside(store, entry(), "ValueError")
    assert [row.error for row in await store.quarantined()] == ["KeyError"]


async def test_words_of_an_error_are_not_kept(store: Store):
    await set_aside(store, entry("1"), "msgspec.ValidationError")
    await set_aside(store, entry("2"), "no state for 'I cannot feel my legs'")
    assert sorted(row.error for row in await store.quarantined()) == ["msgspec.ValidationError", "unnamed"]


async def test_a_timer_that_cannot_be_worked_on_does_not_come_again(store: Store):
    await take(store, entry("1"), writes(SetTimer("a", SOON), SetTimer("b", SOON)))
    await set_aside(store, fire("a", SOON), "KeyError")
    await set_aside(store, fire("b", LATER), "KeyError")
    assert await timers(store) == [("ana", "b", SOON)]


async def only(store: Store) -> QuarantinedRow:
    [row] = await store.quarantined()
    return row


async def test_several_are_set_aside_at_once(store: Store):
    await store.quarantine([Poison(entry("1"), "shape"), Poison(entry("2"), "json")])
    assert sorted(row.error for row in await store.quarantined()) == ["json", "shape"]


async def test_an_event_whose_body_was_kept_can_be_tried_again_and_is_gone_once_it_worked(store: Store):
    await set_aside(store, entry(), body=b"words", screen=7)
    id = (await only(store)).id
    assert await store.to_retry() == []
    assert await store.retry(id)
    [row] = await store.to_retry()
    assert (row.body, row.screen, row.address, row.again, row.waits) == (b"words", 7, "chat of ana", 1, True)
    await store.retried(id, None)
    assert await store.quarantined() == []
    assert (await take(store, entry(), writes())).written is None


async def test_one_that_fails_again_stays_with_its_new_error(store: Store):
    await set_aside(store, entry(), body=b"words")
    id = (await only(store)).id
    assert await store.retry(id)
    assert await store.retry(id)
    await store.retried(id, "ValueError")
    row = await only(store)
    assert (row.error, row.again, row.waits) == ("ValueError", 1, False)
    assert await store.to_retry() == []


async def test_without_a_body_there_is_nothing_to_try_again(store: Store):
    await set_aside(store, entry())
    assert not await store.retry((await only(store)).id)
    assert not await store.retry("unknown")


async def test_a_timer_that_is_tried_again_stands_again(store: Store):
    await take(store, entry("1"), writes(SetTimer("a", SOON), session=session()))
    await set_aside(store, fire("a", SOON))
    assert await timers(store) == []
    assert await store.retry((await only(store)).id)
    assert await timers(store) == [("ana", "a", SOON)]
    assert await store.quarantined() == []


async def test_a_timer_that_was_set_anew_meanwhile_is_not_moved_back(store: Store):
    await take(store, entry("1"), writes(SetTimer("a", SOON), session=session()))
    await set_aside(store, fire("a", SOON))
    await take(store, entry("2"), writes(SetTimer("a", LATER)))
    assert await store.retry((await only(store)).id)
    assert await timers(store) == [("ana", "a", LATER)]


async def test_one_that_is_dropped_is_gone_and_stays_seen(store: Store):
    await set_aside(store, entry(), body=b"words")
    assert await store.drop((await only(store)).id)
    assert not await store.drop("unknown")
    assert await store.quarantined() == []
    assert (await take(store, entry(), writes())).written is None


@pytest.mark.parametrize("how", ["forgotten", "a day old"])
async def test_what_was_said_goes_with_the_transcript_and_the_error_stays(store: Store, how: str):
    await take(store, entry("1"), writes(SetTimer("a", SOON), session=session()))
    await store.quarantine([Poison(entry("2"), "KeyError", b"words"), Poison(fire("a", SOON, NOW), "KeyError")])
    if how == "forgotten":
        await take(store, entry("3"), writes(Forget()))
    else:
        await store.purge(NOW + DAY)
        assert [row.can_be_tried for row in await store.quarantined()] == [True, True]
        await store.purge(NOW + DAY + TICK)
    for row in await store.quarantined():
        assert (row.body, row.address, row.timer, row.error) == (b"", "", "", "KeyError")
        assert not await store.retry(row.id)

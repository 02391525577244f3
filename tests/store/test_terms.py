"""How long every store keeps things, to the microsecond."""

from bot.engine.effects import RecordConsent, SetTimer
from bot.engine.session import Consent
from bot.store.base import Store
from tests.store.build import (
    CALL,
    DAY,
    NOW,
    SOON,
    TICK,
    entry,
    payloads,
    session,
    set_aside,
    take,
    texts,
    timers,
    writes,
)


async def test_a_transcript_goes_a_day_after_the_person_was_last_heard(store: Store):
    await take(store, entry("1"), writes(says="one", session=session()))
    await take(store, entry("2", at=NOW + DAY), writes(says="two"))
    await store.purge(NOW + 2 * DAY)
    assert await texts(store) == ["one", "two"]
    await store.purge(NOW + 2 * DAY + TICK)
    assert await texts(store) == []
    assert await store.session("ana") == session()


async def test_a_timer_does_not_lengthen_how_long_a_transcript_is_kept(store: Store):
    await take(store, entry("1"), writes(SetTimer("check_in", SOON), says="one"))
    [due] = await store.due_timers(NOW + DAY)
    await take(store, due.entry(NOW + DAY), writes(says="How are you?"))
    await store.purge(NOW + DAY + TICK)
    assert await texts(store) == []


async def test_a_message_that_comes_late_does_not_shorten_it(store: Store):
    await store.take([entry("1", at=NOW + DAY), entry("2", at=NOW)], writes(says="x"))
    await take(store, entry("3", at=NOW), writes(says="x"))
    await store.purge(NOW + 2 * DAY)
    assert await texts(store) == ["x", "x", "x"]


async def test_a_done_callback_goes_after_thirty_days_and_an_open_one_never(store: Store):
    await take(store, entry(), writes(CALL, CALL))
    first, second = await store.callbacks()
    await store.mark_callback_done(first.id, SOON)
    await store.purge(SOON + 30 * DAY)
    assert len(await store.callbacks(include_done=True)) == 2
    await store.purge(SOON + 30 * DAY + TICK)
    assert await store.callbacks(include_done=True) == [second]


async def test_a_seen_id_goes_after_seven_days(store: Store):
    await take(store, entry(), writes())
    await store.purge(NOW + 7 * DAY)
    assert (await take(store, entry(), writes())).written is None
    await store.purge(NOW + 7 * DAY + TICK)
    assert (await take(store, entry(), writes())).written is not None


async def test_signs_of_trouble_go_after_thirty_days(store: Store):
    await take(store, entry(), writes(sends=(b"a",)))
    [row] = await store.unsent("telegram")
    await store.mark_failed([row.id], "refused", NOW)
    await set_aside(store, entry("2"), "KeyError")
    await store.purge(NOW + 30 * DAY)
    assert (len(await store.failed()), len(await store.quarantined())) == (1, 1)
    await store.purge(NOW + 30 * DAY + TICK)
    assert (await store.failed(), await store.quarantined()) == ([], [])


async def test_unsent_replies_timers_and_consents_outlive_a_purge(store: Store):
    await take(store, entry(), writes(SetTimer("a", SOON), RecordConsent("1", NOW), sends=(b"a",)))
    await store.purge(NOW + 400 * DAY)
    assert await payloads(store) == [b"a"]
    assert await timers(store) == [("ana", "a", SOON)]
    assert await store.consents("ana") == [Consent("1", NOW)]

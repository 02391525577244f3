"""What every store does once a platform refuses a person for good."""

from bot.engine.effects import Forget, SetTimer
from bot.store.base import FailedRow, PausedRow, Store
from tests.store.build import DAY, LATER, NOW, SOON, TICK, entry, fire, payloads, session, take, timers, writes


async def test_a_pause_gives_up_what_waits_and_leaves_others_alone(store: Store):
    await store.take([entry("1"), entry("2", "ben")], writes(sends=(b"a", b"b")))
    first, second = [row.id for row in await store.unsent("telegram") if row.person == "ana"]
    await store.pause("ana", "telegram", SOON)
    assert [row.person for row in await store.unsent("telegram")] == ["ben", "ben"]
    assert await store.paused() == [PausedRow("ana", "telegram", SOON)]
    assert await store.failed() == [
        FailedRow(first, "ana", "telegram", "blocked", SOON),
        FailedRow(second, "ana", "telegram", "blocked", SOON),
    ]


async def test_a_timer_keeps_the_pause_and_what_it_says_waits(store: Store):
    await take(store, entry(), writes(SetTimer("check_in", SOON)))
    await store.pause("ana", "telegram", NOW)
    assert (await take(store, fire("check_in", SOON), writes(sends=(b"How are you?",)))).written is not None
    assert await payloads(store) == []
    assert [row.person for row in await store.paused()] == ["ana"]


async def test_what_waits_for_a_paused_person_is_given_up_by_the_purge(store: Store):
    """Else words about somebody's health would be kept as long as that person stays away."""
    await take(store, entry(), writes(SetTimer("check_in", SOON)))
    await store.pause("ana", "telegram", NOW)
    await take(store, fire("check_in", SOON), writes(sends=(b"How are you?",)))
    await store.purge(LATER)
    await take(store, entry("back", at=LATER), writes(sends=(b"Hello",)))
    assert await payloads(store) == [b"Hello"]
    assert [(row.why, row.at) for row in await store.failed()] == [("blocked", LATER)]


async def test_the_persons_own_message_ends_the_pause_and_is_answered(store: Store):
    await take(store, entry("1"), writes(sends=(b"old",), session=session()))
    await store.pause("ana", "telegram", NOW)
    await store.take([entry("2", at=SOON), entry("3", "ben")], writes(sends=(b"new",)))
    assert await store.paused() == []
    assert [(row.person, row.payload) for row in await store.unsent("telegram")] == [("ana", b"new"), ("ben", b"new")]


async def test_a_message_seen_before_and_one_of_somebody_else_keep_the_pause(store: Store):
    await take(store, entry("1"), writes())
    await store.pause("ana", "telegram", NOW)
    await store.take([entry("1"), entry("2", "ben")], writes())
    assert [row.person for row in await store.paused()] == ["ana"]


async def test_the_first_of_two_pauses_counts(store: Store):
    await take(store, entry(), writes())
    await store.pause("ana", "telegram", SOON)
    await store.pause("ana", "telegram", LATER)
    await store.pause("cem", "telegram", NOW)
    assert await store.paused() == [PausedRow("cem", "telegram", NOW), PausedRow("ana", "telegram", SOON)]


async def test_a_pause_leaves_session_and_timers_and_outlives_a_restart_and_a_purge(store: Store):
    await take(store, entry(), writes(SetTimer("check_in", SOON), session=session()))
    await store.pause("ana", "telegram", NOW)
    await store.purge(NOW + 400 * DAY + TICK)
    await store.close()
    await store.open()
    assert [row.person for row in await store.paused()] == ["ana"]
    assert await store.session("ana") == session()
    assert await timers(store) == [("ana", "check_in", SOON)]


async def test_who_asks_to_be_forgotten_is_no_longer_paused(store: Store):
    await take(store, entry("1"), writes())
    await store.pause("ana", "telegram", NOW)
    await take(store, entry("2"), writes(Forget(), sends=(b"Done",)))
    assert (await store.paused(), await payloads(store)) == ([], [b"Done"])

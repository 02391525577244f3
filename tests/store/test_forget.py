"""What every store erases when a person asks, and what it keeps."""

from bot.engine.effects import Forget, RecordConsent, SetTimer
from bot.engine.session import Consent
from bot.store.base import Store
from tests.store.build import CALL, LATER, NOW, SOON, by_id, entry, fire, payloads, session, take, texts, timers, writes

EVERYTHING = writes(
    SetTimer("old", SOON), CALL, RecordConsent("1", NOW), says="old", sends=(b"old",), session=session()
)


async def test_forget_erases_transcript_replies_and_timers(store: Store):
    await store.take([entry("1"), entry("2", "ben")], EVERYTHING)
    await take(store, entry("3"), writes(Forget()))
    assert await texts(store) == []
    assert [row.person for row in await store.unsent("telegram")] == ["ben"]
    assert await timers(store) == [("ben", "old", SOON)]
    assert await texts(store, "ben") == ["old"]


async def test_forget_keeps_what_has_its_own_term(store: Store):
    await take(store, entry("1"), EVERYTHING)
    await take(store, entry("2"), writes(Forget()))
    assert await store.consents("ana") == [Consent("1", NOW)]
    assert len(await store.callbacks()) == 1
    assert await store.session("ana") == session()
    assert (await take(store, entry("1"), EVERYTHING)).written is None


async def test_forget_can_leave_the_timers(store: Store):
    await take(store, entry("1"), EVERYTHING)
    await take(store, entry("2"), writes(Forget(timers=False)))
    assert await timers(store) == [("ana", "old", SOON)]
    assert await texts(store) == []
    assert await payloads(store) == []


async def test_what_the_same_turn_writes_stays_wherever_forget_stands_in_it(store: Store):
    await take(store, entry("1"), EVERYTHING)
    await take(store, entry("2"), writes(SetTimer("new", LATER), Forget(), says="new", sends=(b"new",)))
    assert await texts(store) == ["new"]
    assert await payloads(store) == [b"new"]
    assert await timers(store) == [("ana", "new", LATER)]


async def test_forget_reaches_what_came_before_it_in_the_same_batch(store: Store):
    step = by_id(a=EVERYTHING, b=EVERYTHING, c=writes(Forget(), says="new"), d=writes(says="newer"))
    await store.take([entry("a"), entry("b", "ben"), entry("c"), entry("d")], step)
    assert await texts(store) == ["new", "newer"]
    assert await timers(store) == [("ben", "old", SOON)]
    assert [row.person for row in await store.unsent("telegram")] == ["ben"]
    assert len(await store.callbacks()) == 2


async def test_two_forgets_in_one_turn_erase_what_either_erases(store: Store):
    await take(store, entry("1"), EVERYTHING)
    await take(store, entry("2"), writes(Forget(timers=False), Forget(timers=True)))
    assert await timers(store) == []


async def test_a_forgotten_timer_does_not_fire(store: Store):
    await take(store, entry("1"), EVERYTHING)
    _, fired = await store.take([entry("2"), fire("old", SOON)], writes(Forget()))
    assert fired.written is None

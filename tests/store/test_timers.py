"""What every store does with timers: each that stands fires once, and none that does not."""

from bot.engine.effects import CancelTimer, SetTimer
from bot.store.base import DueTimer, Store, Written, timer_id
from tests.store.build import LATER, NOW, SOON, TICK, by_id, entry, fire, take, texts, timers, writes


async def test_a_timer_is_due_at_its_moment_and_not_before(store: Store):
    await take(store, entry(), writes(SetTimer("check_in", SOON)))
    assert await store.due_timers(SOON - TICK) == []
    assert await store.due_timers(SOON) == [DueTimer("ana", "telegram", "chat of ana", "check_in", SOON)]


async def test_due_timers_come_oldest_first(store: Store):
    await store.take([entry("1"), entry("2", "ben")], writes(SetTimer("late", LATER), SetTimer("soon", SOON)))
    expected = [("ana", "soon", SOON), ("ben", "soon", SOON), ("ana", "late", LATER), ("ben", "late", LATER)]
    assert await timers(store) == expected
    assert [timer.person for timer in await store.due_timers(LATER, limit=3)] == ["ana", "ben", "ana"]


async def test_a_timer_of_the_same_name_is_replaced(store: Store):
    await take(store, entry("1"), writes(SetTimer("a", SOON)))
    await take(store, entry("2", channel="web"), writes(SetTimer("a", LATER)))
    assert await store.due_timers(LATER) == [DueTimer("ana", "web", "chat of ana", "a", LATER)]


async def test_a_cancelled_timer_is_gone_and_others_stay(store: Store):
    await store.take([entry("1"), entry("2", "ben")], writes(SetTimer("a", SOON), SetTimer("b", SOON)))
    await take(store, entry("3"), writes(CancelTimer("a"), CancelTimer("no such timer")))
    assert await timers(store) == [("ana", "b", SOON), ("ben", "a", SOON), ("ben", "b", SOON)]


async def test_setting_and_cancelling_in_one_turn_go_by_their_order(store: Store):
    await take(store, entry(), writes(SetTimer("a", SOON), CancelTimer("a"), CancelTimer("b"), SetTimer("b", SOON)))
    assert await timers(store) == [("ana", "b", SOON)]


async def test_a_timer_fires_once(store: Store):
    await take(store, entry(), writes(SetTimer("a", SOON)))
    [due] = await store.due_timers(LATER)
    first, again = await store.take([due.entry(LATER), due.entry(LATER)], writes(says="fired"))
    later = await take(store, due.entry(LATER), writes(says="fired"))
    assert first.written == Written(transcript=(("patient", "fired"),))
    assert (again.written, later.written) == (None, None)
    assert await texts(store) == ["fired"]
    assert await timers(store) == []


async def test_a_timer_that_was_cancelled_meanwhile_does_not_fire(store: Store):
    await take(store, entry("1"), writes(SetTimer("a", SOON), SetTimer("b", SOON)))
    await take(store, entry("2"), writes(CancelTimer("a")))
    assert (await take(store, fire("a", SOON), writes(says="fired"))).written is None
    _, fired = await store.take([entry("3"), fire("b", SOON)], writes(CancelTimer("b"), says="fired"))
    assert fired.written is None


async def test_a_timer_that_was_moved_meanwhile_stays_where_it_was_moved(store: Store):
    await take(store, entry("1"), writes(SetTimer("a", SOON)))
    moved, fired = await store.take([entry("2"), fire("a", SOON)], writes(SetTimer("a", LATER)))
    assert moved.written is not None
    assert fired.written is None
    assert await timers(store) == [("ana", "a", LATER)]


async def test_a_timer_set_again_for_the_same_moment_fires_again(store: Store):
    await take(store, entry(), writes(SetTimer("a", SOON)))
    assert (await take(store, fire("a", SOON), writes(SetTimer("a", SOON)))).written is not None
    assert (await take(store, fire("a", SOON), writes())).written is not None
    assert await timers(store) == []


async def test_a_timer_set_in_the_same_batch_can_fire_in_it(store: Store):
    step = by_id(a=writes(SetTimer("a", SOON)))
    due = fire("a", SOON)
    _, fired = await store.take([entry("a"), due], lambda e, s: Written() if e is due else step(e, s))
    assert fired.written is not None
    assert await timers(store) == []


async def test_another_persons_timer_of_the_same_name_does_not_fire(store: Store):
    await take(store, entry(), writes(SetTimer("a", SOON)))
    assert (await take(store, fire("a", SOON, person="ben"), writes())).written is None
    assert await timers(store) == [("ana", "a", SOON)]


def test_a_timers_id_depends_on_person_name_and_due_time_only():
    one = DueTimer("ana", "telegram", "1", "a", SOON)
    assert timer_id(one) == timer_id(DueTimer("ana", "web", "2", "a", SOON))
    others = [("ben", "a", SOON), ("ana", "b", SOON), ("ana", "a", NOW)]
    assert timer_id(one) not in {timer_id(DueTimer(person, "web", "2", name, due)) for person, name, due in others}
    assert one.entry(LATER).id == timer_id(one)


async def test_timers_of_other_channels_are_left_out_and_do_not_fill_the_limit(store: Store):
    await store.take([entry("1"), entry("2", "ben", "web")], writes(SetTimer("a", SOON)))
    assert [due.person for due in await store.due_timers(LATER, limit=1, channels=("web",))] == ["ben"]
    assert [due.person for due in await store.due_timers(LATER, channels=("web", "telegram"))] == ["ana", "ben"]
    assert await store.due_timers(LATER, channels=()) == []

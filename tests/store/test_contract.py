"""What every store does with batches, sessions, replies and consents."""

import asyncio

import pytest

from bot.engine.effects import Bubble, Forget, RecordConsent, Redraw, Reply, Screen, SetTimer
from bot.engine.session import Consent, Session
from bot.store.base import Entry, FailedRow, Line, OutboxRow, Store, Taken, Written
from tests.store.build import (
    CALL,
    NOW,
    SOON,
    always,
    by_id,
    counting,
    entry,
    payloads,
    session,
    take,
    texts,
    timers,
    writes,
)


class OfTheStep(Exception):
    """Something that only the step knows."""


async def test_a_new_person_has_nothing(store: Store):
    assert await store.session("ana") is None
    assert await store.transcript("ana") == []
    assert await store.unsent("telegram") == []
    assert await store.consents("ana") == []


async def test_a_session_comes_back_as_it_was_written(store: Store):
    written = Written(session())
    assert await store.take([entry()], always(written)) == [Taken(entry(), written)]
    assert await store.session("ana") == session()


async def test_no_session_leaves_the_stored_one(store: Store):
    await take(store, entry("1"), writes(session=session()))
    await take(store, entry("2"), writes(says="hello"))
    assert await store.session("ana") == session()


async def test_a_batch_is_stepped_in_order_and_each_step_sees_the_one_before(store: Store):
    entries = [entry(str(number), person) for number in range(3) for person in ("ana", "ben")]
    taken = await store.take(entries, counting)
    assert [one.entry for one in taken] == entries
    assert await texts(store, "ana") == ["0", "1", "2"]
    assert await texts(store, "ben") == ["0", "1", "2"]
    await store.take([entry("next")], counting)
    assert await texts(store, "ana") == ["0", "1", "2", "3"]


async def test_a_step_sees_the_session_through_a_step_that_wrote_none(store: Store):
    step = by_id(a=counting, b=writes(), c=counting)
    await store.take([entry("a"), entry("b"), entry("c")], step)
    assert await store.session("ana") == Session("start", "en", screen=2)


async def test_a_later_step_of_the_batch_that_writes_no_session_leaves_the_earlier_one(store: Store):
    await store.take([entry("a"), entry("b")], by_id(a=writes(session=session()), b=writes()))
    assert await store.session("ana") == session()


async def test_an_id_seen_before_drops_out(store: Store):
    await take(store, entry("1"), counting)
    again, new = await store.take([entry("1"), entry("2")], counting)
    assert again.written is None
    assert new.written is not None
    assert await texts(store) == ["0", "1"]


async def test_an_id_twice_in_one_batch_counts_once(store: Store):
    first, again = await store.take([entry("1"), entry("1")], counting)
    assert first.written is not None
    assert again.written is None
    assert await texts(store) == ["0"]


async def test_the_same_id_of_another_person_or_channel_is_another_event(store: Store):
    entries = [entry("1"), entry("1", person="ben"), entry("1", channel="web")]
    assert all(taken.written for taken in await store.take(entries, counting))


async def test_an_empty_batch_is_fine(store: Store):
    assert await store.take([], counting) == []


async def test_a_step_that_raises_undoes_the_whole_batch(store: Store):
    await take(
        store, entry("before"), writes(SetTimer("a", SOON), says="before", sends=(b"before",), session=session())
    )

    def fails(entry: Entry, session: Session | None) -> Written:
        raise OfTheStep

    everything = writes(
        Forget(), SetTimer("b", SOON), CALL, RecordConsent("1", NOW), says="x", sends=(b"x",), session=session("y")
    )
    with pytest.raises(OfTheStep):
        await store.take([entry("a"), entry("b", "ben"), entry("c")], by_id(a=everything, b=everything, c=fails))
    assert await store.session("ana") == session()
    assert await store.session("ben") is None
    assert await texts(store) == ["before"]
    assert await payloads(store) == [b"before"]
    assert await timers(store) == [("ana", "a", SOON)]
    assert await store.callbacks() == []
    assert await store.consents("ana") == []
    assert (await take(store, entry("a"), everything)).written is not None


async def test_a_step_that_raises_stop_iteration_keeps_nobody_waiting(store: Store):
    def runs_out(entry: Entry, session: Session | None) -> Written:
        return next(iter(()))

    with pytest.raises(RuntimeError, match="StopIteration"):
        await asyncio.wait_for(store.take([entry()], runs_out), timeout=5)


async def test_a_time_without_a_zone_is_refused_and_nothing_is_written(store: Store):
    with pytest.raises(TypeError):
        await take(store, entry(), writes(SetTimer("a", NOW.replace(tzinfo=None)), says="hello"))
    assert await texts(store) == []
    assert (await take(store, entry(), writes())).written is not None


async def test_batches_at_the_same_time_do_not_lose_a_turn(store: Store):
    batches = [[entry(f"{batch}/{number}") for number in range(5)] for batch in range(20)]
    await asyncio.gather(*(store.take(batch, counting) for batch in batches))
    assert await store.session("ana") == Session("start", "en", screen=100)
    assert await texts(store) == [str(number) for number in range(100)]


async def test_what_was_taken_is_there_after_a_restart(store: Store):
    await take(store, entry(), writes(SetTimer("a", SOON), CALL, says="hello", sends=(b"hi",), session=session()))
    await store.close()
    await store.open()
    assert await store.session("ana") == session()
    assert await texts(store) == ["hello"]
    assert await payloads(store) == [b"hi"]
    assert await timers(store) == [("ana", "a", SOON)]
    assert len(await store.callbacks()) == 1
    assert (await take(store, entry(), writes())).written is None


async def test_opening_and_closing_twice_is_fine(store: Store):
    await store.open()
    await store.close()
    await store.close()
    await store.open()
    assert await store.session("ana") is None


async def test_any_text_and_any_bytes_come_back(store: Store):
    text, payload = "¿Dolor?\0\n🔥 '; DROP TABLE seen; --", bytes(range(256))
    await take(store, entry(), writes(says=text, sends=(payload, b"")))
    assert await store.transcript("ana") == [Line(NOW, "patient", text)]
    assert await payloads(store) == [payload, b""]


async def test_replies_and_redraws_are_not_the_stores_business(store: Store):
    step = writes(Reply((Bubble("a", "Hello"),)), Redraw(Screen(1, "a", "many")))
    assert (await take(store, entry(), step)).written is not None
    assert await store.unsent("telegram") == []
    assert await store.transcript("ana") == []


# The outbox


async def test_unsent_rows_come_in_the_order_in_which_they_were_written(store: Store):
    entries = [entry("1"), entry("2", "ben"), entry("3"), entry("4", channel="web")]
    await store.take(entries, lambda entry, session: Written(outbox=(f"{entry.id}a".encode(), f"{entry.id}b".encode())))
    assert await payloads(store) == [b"1a", b"1b", b"2a", b"2b", b"3a", b"3b"]
    assert await payloads(store, "web") == [b"4a", b"4b"]
    [first] = await store.unsent("telegram", limit=1)
    assert first == OutboxRow(first.id, "ana", "telegram", "chat of ana", b"1a", tries=0)


async def test_persons_who_must_wait_do_not_fill_the_limit(store: Store):
    await store.take([entry("1"), entry("2", "ben")], writes(sends=(b"a", b"b")))
    assert [row.person for row in await store.unsent("telegram", limit=2, without={"ana"})] == ["ben", "ben"]


async def test_sent_rows_are_gone_and_their_numbers_are_not_used_again(store: Store):
    await take(store, entry("1"), writes(sends=(b"a", b"b")))
    rows = await store.unsent("telegram")
    await store.mark_sent([row.id for row in rows])
    await take(store, entry("2"), writes(sends=(b"c",)))
    await store.mark_sent([row.id for row in rows])
    assert await payloads(store) == [b"c"]


async def test_tries_are_counted(store: Store):
    await take(store, entry(), writes(sends=(b"a", b"b")))
    first, _ = await store.unsent("telegram")
    await store.mark_tried([first.id, first.id, 999])
    await store.mark_tried([first.id])
    assert [row.tries for row in await store.unsent("telegram")] == [2, 0]


async def test_a_try_can_be_taken_back(store: Store):
    await take(store, entry(), writes(sends=(b"a", b"b")))
    first, second = await store.unsent("telegram")
    for _ in range(2):
        await store.mark_tried([first.id])
    await store.mark_untried([first.id, first.id, second.id, 999])
    assert [row.tries for row in await store.unsent("telegram")] == [1, 0]


async def test_a_call_given_up_is_kept_without_words_and_address(store: Store):
    await take(store, entry(), writes(sends=(b"a", b"b")))
    first, second = await store.unsent("telegram")
    await store.mark_failed([first.id, first.id], "unknown", NOW)
    await store.mark_failed([second.id], "chat of ana is blocked", SOON)
    assert await store.unsent("telegram") == []
    assert await store.failed() == [
        FailedRow(first.id, "ana", "telegram", "unknown", NOW),
        FailedRow(second.id, "ana", "telegram", "unnamed", SOON),
    ]


# Consents


async def test_every_consent_is_kept(store: Store):
    await take(store, entry("1"), writes(RecordConsent("1", NOW)))
    await take(store, entry("2"), writes(RecordConsent("2", SOON)))
    assert await store.consents("ana") == [Consent("1", NOW), Consent("2", SOON)]
    assert await store.consents("ben") == []

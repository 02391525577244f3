"""What every store keeps of a request for a call: the request, its letter to the clinic, and what staff did."""

from bot.store.base import CallbackRow, Store
from tests.store.build import CALL, DAY, LATER, NOW, SOON, TICK, entry, take, writes


async def owed(store: Store, *ids: str) -> list[int]:
    """Requests made at NOW, the first one first; their numbers."""
    for id in ids or ("1",):
        await take(store, entry(id), writes(CALL))
    return [row.id for row in await store.callbacks()]


async def test_a_callback_is_owed_until_it_is_done(store: Store):
    [id] = await owed(store)
    assert await store.callbacks() == [
        CallbackRow(id, NOW, "Ana", "+12065550123", "morning", "es", "1", NOW, "heat", mail_due=NOW)
    ]
    assert await store.mark_callback_done(id, SOON) is True
    assert await store.mark_callback_done(id, LATER) is True
    assert await store.callbacks() == []
    assert [done.done_at for done in await store.callbacks(include_done=True)] == [SOON]


async def test_a_callback_that_there_is_not_can_be_neither_done_nor_noted(store: Store):
    [id] = await owed(store)
    assert await store.mark_callback_done(id + 1, SOON) is False
    assert await store.note_callback(id + 1, "called") is False
    await store.mark_mailed(id + 1, SOON)
    await store.mark_mail_failed(id + 1, SOON)
    assert await store.letters_due(NOW) == await store.callbacks()


async def test_the_last_note_stands_and_does_not_end_what_is_owed(store: Store):
    [id] = await owed(store)
    for note in ("No answer", 'Called at 9, "later"\n¿Mañana?'):
        assert await store.note_callback(id, note) is True
    assert [row.note for row in await store.callbacks()] == ['Called at 9, "later"\n¿Mañana?']


async def test_a_note_can_be_added_to_a_call_that_is_done(store: Store):
    [id] = await owed(store)
    await store.mark_callback_done(id, SOON)
    assert await store.note_callback(id, "Booked for Monday") is True
    assert [row.note for row in await store.callbacks(include_done=True)] == ["Booked for Monday"]


# Letters


async def test_a_letter_is_due_from_the_moment_of_the_request(store: Store):
    assert await store.next_letter() is None
    await owed(store)
    assert await store.next_letter() == NOW
    assert await store.letters_due(NOW - TICK) == []
    assert await store.letters_due(NOW) == await store.callbacks()


async def test_a_letter_is_due_until_it_was_taken(store: Store):
    [id] = await owed(store)
    await store.mark_mailed(id, SOON)
    await store.mark_mailed(id, LATER)
    assert (await store.letters_due(LATER), await store.next_letter()) == ([], None)
    assert [row.mailed_at for row in await store.callbacks()] == [SOON]


async def test_a_letter_that_failed_is_due_again_at_its_time(store: Store):
    [id] = await owed(store)
    await store.mark_mail_failed(id, SOON)
    await store.mark_mail_failed(id, LATER)
    assert await store.letters_due(LATER - TICK) == []
    assert [(row.mail_tries, row.mail_due) for row in await store.letters_due(LATER)] == [(2, LATER)]
    assert await store.next_letter() == LATER


async def test_letters_come_in_the_order_of_the_requests_and_the_next_is_the_earliest(store: Store):
    first, second, third = await owed(store, "1", "2", "3")
    await store.mark_mail_failed(first, LATER)
    await store.mark_mail_failed(second, SOON)
    assert [row.id for row in await store.letters_due(LATER)] == [first, second, third]
    assert [row.id for row in await store.letters_due(SOON)] == [second, third]
    await store.mark_mailed(third, NOW)
    assert await store.next_letter() == SOON


async def test_nobody_is_written_to_about_a_call_that_is_done(store: Store):
    [id] = await owed(store)
    await store.mark_callback_done(id, NOW)
    assert (await store.letters_due(LATER), await store.next_letter()) == ([], None)


async def test_a_letter_that_waits_outlives_purge_and_restart(store: Store):
    [id] = await owed(store)
    await store.mark_mail_failed(id, SOON)
    await store.purge(NOW + 400 * DAY)
    await store.close()
    await store.open()
    assert [(row.id, row.mail_tries) for row in await store.letters_due(SOON)] == [(id, 1)]

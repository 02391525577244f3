"""Replies out: in order, within the limits, and each kind of trouble has its own end."""

import asyncio
from contextlib import suppress

import pytest

from bot.channels.errors import (
    Blocked,
    Conflict,
    Disowned,
    InDoubt,
    Malformed,
    Refused,
    SendError,
    Throttled,
    Unreached,
)
from bot.runner import delivery as delivery_module
from bot.runner.pace import AT_ONCE, Limits
from bot.store.base import StoreError
from tests.runner.post import QUICK, Post


@pytest.fixture
def post() -> Post:
    return Post()


async def test_each_persons_calls_go_out_in_order_and_are_forgotten(post: Post):
    await post.write("ann", "1", "2", "3")
    await post.write("bob", "a", "b")
    async with post.running():
        await post.until(lambda: len(post.platform.calls) == 5)
    assert [text for address, text in post.platform.calls if address == "ann"] == ["1", "2", "3"]
    assert [text for address, text in post.platform.calls if address == "bob"] == ["a", "b"]
    assert await post.waiting() == []


async def test_what_comes_later_is_sent_when_the_delivery_is_woken(post: Post):
    async with post.running():
        await asyncio.sleep(0.01)
        await post.write("ann", "1")
        post.delivery.wake()
        await post.until(lambda: post.platform.calls == [("ann", "1")])


RETRIED = [
    (Throttled(0.02), "send_throttled"),
    (Unreached("no connection"), "send_failed"),
    (Conflict("409"), "send_failed"),
]


@pytest.mark.parametrize(("error", "told"), RETRIED)
async def test_a_call_that_was_not_taken_is_made_again_as_often_as_it_takes(post: Post, error: SendError, told: str):
    post.platform.troubles["ann"] = [error] * 5
    await post.write("ann", "1", "2")
    async with post.running():
        await post.until(lambda: len(post.platform.calls) == 7)
        await post.until(lambda: not post.store._outbox)
    assert [text for _, text in post.platform.calls] == ["1"] * 6 + ["2"]
    assert [event for event, _ in post.told] == [told] * 5
    assert await post.failed() == []


async def test_nothing_is_sent_to_a_throttled_chat_before_its_time_and_others_go_on(post: Post):
    post.platform.troubles["ann"] = [Throttled(0.15)]
    await post.write("ann", "1")
    await post.write("bob", "a", "b", "c")
    async with post.running():
        await post.until(lambda: len(post.platform.calls) == 5)
    at = dict(zip(post.platform.calls, post.platform.times, strict=True))
    first = post.platform.times[post.platform.calls.index(("ann", "1"))]
    assert at["ann", "1"] - first >= 0.15
    assert all(time < at["ann", "1"] for (address, _), time in at.items() if address == "bob")


async def test_the_pause_after_a_failure_doubles_up_to_its_most():
    assert [QUICK.backoff(failures) for failures in (1, 2, 3, 4, 400)] == [0.01, 0.02, 0.04, 0.04, 0.04]


async def test_a_call_in_doubt_is_made_once_more_and_then_counts_as_unknown(post: Post):
    post.platform.troubles["ann"] = [InDoubt("no answer"), InDoubt("no answer")]
    await post.write("ann", "1", "2")
    async with post.running():
        await post.until(lambda: len(post.platform.calls) == 3)
        await post.until(lambda: not post.store._outbox)
    assert [text for _, text in post.platform.calls] == ["1", "1", "2"]
    assert await post.failed() == [("ann", "unknown")]
    assert [event for event, _ in post.told] == ["send_in_doubt", "send_given_up"]


async def test_a_call_in_doubt_that_is_taken_the_second_time_is_no_failure(post: Post):
    post.platform.troubles["ann"] = [InDoubt("no answer")]
    await post.write("ann", "1")
    await asyncio.wait_for(_drained(post), 5)
    assert [text for _, text in post.platform.calls] == ["1", "1"]
    assert await post.failed() == []


async def _drained(post: Post) -> None:
    while await post.waiting():
        await post.delivery.drain()
        await asyncio.sleep(0.002)


async def test_a_crash_between_sending_and_marking_repeats_a_call_once_and_no_oftener(post: Post):
    await post.write("ann", "1", "2")
    for _ in range(3):
        post.platform.troubles["ann"] = [asyncio.CancelledError()]  # type: ignore[list-item]
        with suppress(asyncio.CancelledError):
            await post.new().drain()
    assert [text for _, text in post.platform.calls] == ["1", "1", "2"]
    assert await post.failed() == [("ann", "unknown")]


async def test_a_person_who_has_blocked_the_bot_is_tried_once_and_heard_again_when_back(post: Post):
    post.platform.troubles["ann"] = [Blocked("blocked")]
    await post.write("ann", "1", "2")
    await post.delivery.drain()
    assert (post.platform.calls, await post.failed()) == ([("ann", "1")], [("ann", "blocked"), ("ann", "blocked")])
    await post.write("ann", "3")
    await post.delivery.drain()
    assert post.platform.calls == [("ann", "1"), ("ann", "3")]


async def test_refused_markup_goes_out_once_as_plain_words(post: Post):
    post.platform.troubles["ann"] = [Malformed("can't parse")]
    await post.write("ann", "<b>Call", "2")
    await post.delivery.drain()
    assert [text for _, text in post.platform.calls] == ["<b>Call", "Call", "2"]
    assert await post.failed() == []


@pytest.mark.parametrize("payload", ["<b>Call", "Call"])
async def test_words_that_are_refused_without_markup_too_are_given_up(post: Post, payload: str):
    post.platform.troubles["ann"] = [Malformed("can't parse"), Malformed("can't parse")]
    await post.write("ann", payload)
    await post.delivery.drain()
    assert await post.failed() == [("ann", "refused")]
    assert len(post.platform.calls) == (2 if payload.startswith("<b>") else 1)


async def test_a_refused_call_is_tried_once_and_the_next_one_goes_out(post: Post):
    post.platform.troubles["ann"] = [Refused("too long")]
    await post.write("ann", "1", "2")
    await post.delivery.drain()
    assert [text for _, text in post.platform.calls] == ["1", "2"]
    assert await post.failed() == [("ann", "refused")]


async def test_without_a_valid_token_everybody_waits_and_nothing_is_lost(post: Post):
    post.platform.troubles = {"ann": [Disowned("token")], "bob": [Disowned("token")]}
    await post.write("ann", "1")
    await post.write("bob", "a")
    await post.delivery.drain()
    assert post.platform.calls == [("ann", "1"), ("bob", "a")]
    assert await post.waiting() == ["1", "a"]
    assert [row.tries for row in await post.store.unsent("console")] == [0, 0]


async def test_of_edits_of_one_message_only_the_last_is_made(post: Post):
    await post.write("ann", "edit:7:a", "edit:7:b", "edit:7:c", "edit:8:a", "x", "edit:7:d")
    await post.delivery.drain()
    assert [text for _, text in post.platform.calls] == ["edit:7:c", "edit:8:a", "x", "edit:7:d"]


async def test_one_chat_gets_at_most_one_call_in_its_time_and_typing_fills_the_gap():
    post = Post(Limits(between=0.05, a_second=0))
    await post.write("ann", "1", "2", "3")
    async with post.running():
        await post.until(lambda: len(post.platform.calls) == 3)
    gaps = [later - earlier for earlier, later in zip(post.platform.times, post.platform.times[1:], strict=False)]
    assert min(gaps) >= 0.05
    assert post.platform.typed == ["ann", "ann"]


async def test_no_more_calls_are_under_way_than_the_limit_and_who_waited_longest_comes_first(
    monkeypatch: pytest.MonkeyPatch,
):
    post = Post(Limits(between=0, a_second=0, at_once=3))
    people = [f"p{number}" for number in reversed(range(12))]
    for person in people:
        await post.write(person, "1", "2")
    send, under_way, most = post.platform.send, 0, 0

    async def slow(address: str, payload: bytes) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.002)
        await send(address, payload)
        under_way -= 1

    monkeypatch.setattr(post.platform, "send", slow)
    async with post.running():
        await post.until(lambda: len(post.platform.calls) == 24)
    assert most == 3
    assert {person for person, _ in post.platform.calls[:3]} == set(people[:3])


async def test_no_second_holds_more_calls_than_the_limit():
    post = Post(Limits(between=0, a_second=10))
    for person in range(25):
        await post.write(f"p{person}", "1")
    async with post.running():
        await post.until(lambda: len(post.platform.calls) == 25)
    times = post.platform.times
    assert min(times[i + 10] - times[i] for i in range(15)) >= 0.99


async def test_a_store_that_fails_for_a_while_delays_replies_and_loses_none(
    post: Post, monkeypatch: pytest.MonkeyPatch
):
    await post.write("ann", "1")
    monkeypatch.setattr(delivery_module, "STORE_REST", 0.01)
    failures = [StoreError("busy")] * 3
    unsent = post.store.unsent

    async def flaky(*args: object, **kwargs: object) -> object:
        if failures:
            raise failures.pop()
        return await unsent(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(post.store, "unsent", flaky)
    async with post.running():
        await post.until(lambda: post.platform.calls == [("ann", "1")])
    assert [event for event, _ in post.told] == ["store_failed"] * 3


async def test_a_fault_of_ours_costs_one_attempt_and_is_told_without_its_words(post: Post):
    post.platform.troubles["ann"] = [ValueError("with the patient's words")]
    await post.write("ann", "1")
    await post.delivery.drain()
    assert [text for _, text in post.platform.calls] == ["1", "1"]
    assert post.told == [("send_broke", {"channel": "console", "error": "ValueError"})]


async def test_calls_under_way_are_finished_when_it_is_time_to_stop(post: Post):
    arrived, may_end = asyncio.Event(), asyncio.Event()

    async def slow(address: str, payload: bytes) -> None:
        arrived.set()
        await may_end.wait()

    post.platform.send = slow  # type: ignore[method-assign]
    await post.write("ann", "1", "2")
    async with post.running():
        await arrived.wait()
        asyncio.get_running_loop().call_later(0.02, may_end.set)
    assert await post.waiting() == ["2"]


def test_every_error_knows_whether_trying_again_can_help():
    kinds = {kind: kind.retryable for kind in SendError.__subclasses__()}
    again = {Throttled, Unreached, InDoubt, Disowned}
    assert kinds == {kind: kind in again for kind in kinds}
    assert kinds.keys() >= {Blocked, Malformed, Refused}


def test_every_error_has_its_outcome(post: Post):
    assert set(post.delivery._outcomes) == set(SendError.__subclasses__())
    assert AT_ONCE.a_second == 0

"""Every call is counted by what became of it, and the last one says whether the way to the platform works."""

import pytest

from bot.channels.errors import Blocked, Disowned, InDoubt, Malformed, Refused, SendError, Throttled, Unreached
from bot.runner.delivery import Delivery
from bot.runner.meter import SENDS
from bot.runner.watch import Watch
from tests.runner.counts import Counts
from tests.runner.post import NOW, QUICK, Post

CASES: list[tuple[list[Exception | None], dict[str, int], str]] = [
    ([None], {"taken": 1}, ""),
    ([Unreached("no connection"), None], {"unreached": 1, "taken": 1}, ""),
    ([Throttled(0.01), None], {"throttled": 1, "taken": 1}, ""),
    ([InDoubt("reset"), InDoubt("reset")], {"in_doubt": 2}, "the last call was not answered; trying again"),
    ([Disowned("401")], {"disowned": 1}, "the platform does not know the token"),
    ([Blocked("403")], {"blocked": 1}, ""),
    ([Refused("400")], {"refused": 1}, ""),
    ([Malformed("400")], {"refused": 1}, ""),
    ([RuntimeError("x"), None], {"broke": 1, "taken": 1}, ""),
]


@pytest.mark.parametrize(("troubles", "counted", "why"), CASES)
async def test_a_call_is_counted(troubles: list[Exception | None], counted: dict[str, int], why: str):
    post, watch = Post(), Watch(meter=Counts())
    post.delivery = Delivery(post.store, post.platform, QUICK, lambda: NOW, watch)
    post.platform.troubles["ann"] = [*troubles]
    await post.write("ann", "hello")
    async with post.running():
        await post.until(lambda: not post.platform.troubles["ann"])
    assert isinstance(watch.meter, Counts)
    assert dict(watch.meter.sends) == counted
    assert watch.health.parts == {"console sends": why}


def test_every_outcome_has_its_place_among_the_figures():
    named = {outcome for _, counted, _ in CASES for outcome in counted}
    assert named | {"unknown"} == set(SENDS)


def test_every_error_of_a_call_has_an_outcome():
    kinds = {type(error) for troubles, _, _ in CASES for error in troubles if isinstance(error, SendError)}
    assert kinds == {Throttled, Unreached, InDoubt, Disowned, Blocked, Malformed, Refused}

"""A few kills and a full disk, done to the real process: `make faults` does the same a thousand times."""

from functools import reduce
from importlib import import_module
from itertools import islice
from pathlib import Path

import pytest

from bench.faults.days import mail_down, timers
from bench.faults.kill import kill
from bench.faults.mutants import CANARY, mutants
from bench.faults.points import POINTS, Point
from bench.faults.store import spoiled
from bench.faults.turns import changed, poisoned
from bot.channels.base import Ignored, Incoming, Unreadable
from bot.channels.telegram.channel import Telegram


@pytest.mark.parametrize("point", POINTS.values(), ids=POINTS)
def test_every_named_point_is_still_there(point: Point):
    assert callable(reduce(getattr, point.name.split("."), import_module(point.module)))


async def test_kills_lose_double_and_reorder_nothing(tmp_path: Path):
    found = (await kill(tmp_path, kills=3, chats=4)).figures
    wrong = (
        "chats with a lost turn",
        "chats with a doubled turn",
        "chats out of order",
        "sent oftener or out of order",
    )
    assert {name: found[name] for name in wrong} == dict.fromkeys(wrong, 0)
    assert found["sent oftener or out of order"] == 0
    assert found["sent twice"] <= found["sends under way at a kill"]
    assert found["not sent"] <= found["given up after two doubts, told to staff"]


async def test_on_a_full_disk_nothing_is_acknowledged_and_the_program_goes_on_when_there_is_room(tmp_path: Path):
    found = (await spoiled("disk full", tmp_path, seconds=1, chats=4)).figures
    assert (found["acknowledged meanwhile"], found["told that it is not ready"]) == (0, True)
    assert (found["chats with a lost, doubled or partial turn"], found["messages lost"], found["integrity"]) == (
        0,
        0,
        "ok",
    )


def test_whatever_arrives_is_understood_ignored_or_set_aside_without_its_words():
    kinds = set[type]()
    for raw in islice(mutants(3), 3000):
        parsed = Telegram().parse(raw)
        kinds.add(type(parsed))
        assert not isinstance(parsed, Unreadable) or CANARY not in parsed.why
    assert kinds == {Incoming, Ignored, Unreadable}


def test_timers_fire_once_and_in_time_though_the_clock_jumps():
    found = timers(100, 2)
    assert found.met, found


async def test_no_letter_is_lost_while_the_mail_server_is_down():
    found = await mail_down(10, 6)
    assert found.met, found


async def test_where_one_turn_fails_all_chats_go_on():
    found = await poisoned(30)
    assert found.met, found


async def test_nobody_is_stuck_when_dialogs_change():
    found = await changed(30)
    assert found.met, found

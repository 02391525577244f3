"""Nothing is written in the quiet hours, wherever the clinic is and whatever its clocks do."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.quiet import Quiet, when_awake

NIGHT = Quiet(time(21), time(8))
PHOENIX, NEW_YORK, SYDNEY = ZoneInfo("America/Phoenix"), ZoneInfo("America/New_York"), ZoneInfo("Australia/Sydney")
ZONES = (PHOENIX, NEW_YORK, SYDNEY, ZoneInfo("America/St_Johns"), ZoneInfo("Pacific/Apia"), UTC)
LONGEST = timedelta(hours=26)
"""No quiet hours are longer, clocks that are set back included."""


def local(zone: ZoneInfo, *when: int, fold: int = 0) -> datetime:
    return datetime(*when, tzinfo=zone, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ((2026, 3, 2, 20, 59), (2026, 3, 2, 20, 59)),
        ((2026, 3, 2, 21, 0), (2026, 3, 3, 8, 0)),
        ((2026, 3, 2, 23, 30), (2026, 3, 3, 8, 0)),
        ((2026, 3, 3, 0, 0), (2026, 3, 3, 8, 0)),
        ((2026, 3, 3, 7, 59), (2026, 3, 3, 8, 0)),
        ((2026, 3, 3, 8, 0), (2026, 3, 3, 8, 0)),
    ],
)
def test_the_night_ends_in_the_morning(moment: tuple[int, ...], expected: tuple[int, ...]):
    assert when_awake(local(PHOENIX, *moment), NIGHT, PHOENIX) == local(PHOENIX, *expected)


def test_the_night_in_which_clocks_are_set_forward_is_an_hour_shorter():
    evening = local(NEW_YORK, 2026, 3, 7, 22)
    assert when_awake(evening, NIGHT, NEW_YORK) - evening == timedelta(hours=9)


def test_the_night_in_which_clocks_are_set_back_is_an_hour_longer():
    evening = local(NEW_YORK, 2026, 10, 31, 22)
    assert when_awake(evening, NIGHT, NEW_YORK) - evening == timedelta(hours=11)


def test_an_end_that_the_clocks_leap_over_is_the_first_moment_after_it():
    quiet = Quiet(time(21), time(2, 30))
    assert when_awake(local(NEW_YORK, 2026, 3, 8, 1), quiet, NEW_YORK) == local(NEW_YORK, 2026, 3, 8, 3, 30)


def test_an_hour_that_comes_twice_is_quiet_twice():
    quiet = Quiet(time(21), time(1, 30))
    first, second = (local(NEW_YORK, 2026, 11, 1, 1, 30, fold=fold) for fold in (0, 1))
    assert when_awake(local(NEW_YORK, 2026, 11, 1, 0, 50), quiet, NEW_YORK) == first
    assert when_awake(local(NEW_YORK, 2026, 11, 1, 1, 10, fold=1), quiet, NEW_YORK) == second


def test_quiet_hours_may_lie_in_one_day():
    noon = Quiet(time(12), time(14))
    assert when_awake(local(PHOENIX, 2026, 3, 2, 13), noon, PHOENIX) == local(PHOENIX, 2026, 3, 2, 14)
    assert when_awake(local(PHOENIX, 2026, 3, 2, 15), noon, PHOENIX) == local(PHOENIX, 2026, 3, 2, 15)


def test_hours_that_begin_when_they_end_are_none():
    moment = local(PHOENIX, 2026, 3, 2, 8)
    assert when_awake(moment, Quiet(time(8), time(8)), PHOENIX) == moment


def test_without_quiet_hours_every_moment_is_free():
    moment = local(PHOENIX, 2026, 3, 2, 3)
    assert when_awake(moment, None, PHOENIX) == moment


moments = st.timedeltas(timedelta(0), timedelta(days=1461)).map(lambda since: datetime(2024, 1, 1, tzinfo=UTC) + since)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(moments, st.builds(Quiet, times, times), st.sampled_from(ZONES))
def test_what_comes_of_it_is_never_early_never_quiet_and_soon(moment: datetime, quiet: Quiet, zone: ZoneInfo):
    awake = when_awake(moment, quiet, zone)
    assert moment <= awake < moment + LONGEST
    assert not quiet.holds(awake.astimezone(zone).time())

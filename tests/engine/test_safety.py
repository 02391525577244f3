"""What the engine keeps by itself: the floor of every flag, and the order of the tiers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine import safety
from tests.engine.talk import shipped

INPUTS = shipped().source.tables.inputs
EMERGENCY_FLAGS = INPUTS["emergency_flags"].values
SAME_DAY_FLAGS = INPUTS["same_day_flags"].values
flags = st.frozensets(st.sampled_from([*EMERGENCY_FLAGS, *SAME_DAY_FLAGS]))


@pytest.mark.parametrize("flag", EMERGENCY_FLAGS)
def test_every_emergency_flag_has_the_floor_emergency(flag: str):
    assert safety.floor(frozenset({flag})) == "emergency"


@pytest.mark.parametrize("flag", SAME_DAY_FLAGS)
def test_every_same_day_flag_has_the_floor_same_day(flag: str):
    assert safety.floor(frozenset({flag})) == "same_day"


def test_there_is_no_floor_for_a_flag_that_nobody_asks():
    assert set(safety.FLOOR) == {*EMERGENCY_FLAGS, *SAME_DAY_FLAGS}


def test_nothing_and_the_unknown_have_the_lowest_floor():
    assert (safety.floor(frozenset()), safety.floor(frozenset({"hiccups"}))) == ("self_care", "self_care")


@given(flags, flags)
def test_one_flag_more_never_lowers_the_floor(some: frozenset[str], more: frozenset[str]):
    assert safety.floor(some | more) == safety.most_urgent(safety.floor(some), safety.floor(more))


@given(st.permutations(safety.TIERS))
def test_the_most_urgent_tier_stands_whatever_the_order(tiers: list[str]):
    assert [safety.most_urgent(*tiers[:count]) for count in (4, 1)] == ["emergency", tiers[0]]


def test_the_tiers_of_the_tables_are_those_of_the_engine():
    assert shipped().source.tables.tiers == safety.TIERS


def test_every_state_that_the_engine_leads_to_is_there():
    assert [name for name in safety.REQUIRED_STATES if name not in shipped().states] == []


def test_nothing_that_a_lock_shows_asks_a_question_or_offers_an_option():
    states = [shipped().states[name] for name in sorted(safety.LOCK_PLACES)]
    assert [state.name for state in states if state.asks_something or state.choices_from or state.option] == []


def test_nothing_before_consent_asks_a_question_or_offers_an_option():
    states = [shipped().states[name] for name in sorted(safety.BEFORE_CONSENT)]
    assert [state.name for state in states if state.asks_something or state.choices_from or state.option] == []

"""Answers of a list are put together only where nothing tells them apart, and none is lost."""

from collections.abc import Hashable
from itertools import combinations

import pytest

from bot.engine.conditions import Facts, Has
from bot.engine.dialog import State
from bot.engine.standing import Standing
from bot.verify.lumps import Lumps
from bot.verify.outlook import Outlook
from bot.verify.residue import seen
from tests.engine.talk import shipped

LISTS = ("heat_check.signs", "precautions.right_now", "precautions.health", "precautions.for_creams")
EVERY = shipped().source.tables.options


@pytest.mark.parametrize("name", LISTS)
def test_every_answer_is_in_one_lump(name: str):
    state = shipped().states[name]
    ticks = [choice for choice in state.choices if not choice.closes]
    ways = len(state.choices) - len(ticks) or 1
    lumps = Lumps(Outlook(shipped(), EVERY)).of(state, state.choices)
    assert sum(lump.answers for lump in lumps) == (2 ** len(ticks) - 1) * ways + 1


def test_answers_of_one_lump_come_to_the_same():
    """Every set of the lines of right_now, each beside the first one of its lump: all that rules make of both."""
    library = shipped()
    state = library.states["precautions.right_now"]
    lumps = Lumps(Outlook(library, EVERY))
    first: dict[object, Standing] = {}
    for size in range(len(state.choices) + 1):
        for chosen in combinations(state.choices, size):
            key = lumps._print(state, None, chosen, state.choices, set())  # pyright: ignore[reportPrivateUsage]
            standing = library.stand(((state.name, tuple(choice.id for choice in chosen)),))
            known = first.setdefault(key, standing)
            mine, theirs = (_decided(library.stand(s.answers).facts) for s in (standing, known))
            assert mine == theirs


@pytest.mark.parametrize("name", LISTS)
def test_told_apart_for_one_option_every_answer_still_meets_its_like(name: str):
    """What an option makes of any answer, it makes of some lump that is tried for it, and so do tier and guards."""
    library, state = shipped(), shipped().states[name]
    outlook = Outlook(library, EVERY)
    lumps = Lumps(outlook)
    every = {lump.lines for lump in lumps.of(state, state.choices)}
    for at in range(len(outlook.options)):
        tried = {lump.lines for lump in lumps.of(state, state.choices, (at,))}
        of_tried, of_every = ({_made(outlook, state, at, lines) for lines in some} for some in (tried, every))
        assert of_tried == of_every


def test_answers_are_counted_once_where_they_are_told_apart_for_several_options():
    state = shipped().states["precautions.health"]
    lumps = Lumps(Outlook(shipped(), EVERY))
    joint, apart = (lumps.of(state, state.choices, at) for at in (None, (0, 1, 2)))
    assert sum(lump.answers for lump in apart) == sum(lump.answers for lump in joint)


def _made(outlook: Outlook, state: State, at: int, lines: tuple[str, ...]) -> Hashable:
    known = seen(outlook.library.stand(((state.name, lines),)).facts)
    return outlook.tier(known), outlook.guards(known), outlook.apart(known)[at]


def _decided(facts: Facts) -> tuple[object, ...]:
    decider = shipped().decider
    return decider.tier(facts), decider.levels(facts)


def test_fewer_options_tell_fewer_answers_apart():
    state = shipped().states["precautions.health"]
    few, all_ = (len(Lumps(Outlook(shipped(), options)).of(state, state.choices)) for options in ((), EVERY))
    assert few < all_


def test_what_a_property_asks_for_is_told_apart():
    """Sleepy beside a cream changes no level; a property that speaks of it must be tried with it all the same."""
    state, sleepy = shipped().states["precautions.right_now"], Has("precautions", frozenset({"sleepy"}))
    without, with_ = (
        Lumps(Outlook(shipped(), EVERY, watched)).of(state, state.choices) for watched in ((), ((sleepy,),))
    )
    beside = {"cream_on", "sleepy"}
    assert not any(set(lump.lines) == beside for lump in without)
    assert any(set(lump.lines) == beside for lump in with_)


def test_statements_that_read_no_answer_of_the_check_are_kept_for_check_ins():
    red = Has("check_in.skin", frozenset({"still_red"}))
    assert Outlook(shipped(), EVERY, ((red,),)).watched == (red,)

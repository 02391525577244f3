"""The rules of a table that hold are found without testing those that no answer calls for."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.conditions import (
    All,
    Answered,
    AnyOf,
    AtLeast,
    Atom,
    Condition,
    Facts,
    Has,
    Not,
    Settled,
    Unanswered,
    compile_condition,
)
from bot.engine.rules import Rules, needed
from tests.engine.test_conditions import conditions, facts


class Rule(NamedTuple):
    """A rule that is only its condition."""

    when: Condition | None


DRY, MOIST = Has("heat", frozenset({"dry"})), Has("heat", frozenset({"moist"}))
SIGNS = Answered("signs", something=True)


@given(st.lists(st.none() | conditions | conditions.map(Settled), max_size=8), facts)
def test_the_rules_that_hold_are_those_whose_condition_holds(whens: list[Condition | None], known: Facts):
    rules = [Rule(when) for when in whens]
    holding = [rule for rule in rules if compile_condition(rule.when)(known) is True]
    assert Rules(rules).holding(known) == holding


@pytest.mark.parametrize(
    ("condition", "atoms"),
    [
        (None, None),
        (DRY, {("heat", "dry")}),
        (SIGNS, {("signs", "*")}),
        (Answered("signs", something=False), None),
        (Unanswered("signs"), None),
        (AtLeast("pain", 7), None),
        (Not(DRY), None),
        (Settled(DRY), {("heat", "dry")}),
        (All((Not(DRY), MOIST)), {("heat", "moist")}),
        (All((Not(DRY),)), None),
        (AnyOf((DRY, SIGNS)), {("heat", "dry"), ("signs", "*")}),
        (AnyOf((DRY, Not(MOIST))), None),
    ],
)
def test_a_condition_needs_one_of_its_atoms_or_can_hold_without(condition: Condition | None, atoms: set[Atom] | None):
    assert needed(condition) == atoms

"""What is left of a test once some answers are known."""

import pytest

from bot.engine.conditions import All, Answered, AnyOf, AtLeast, Condition, Facts, Has, Not, Settled, Unanswered
from bot.verify.residue import Residues, residue, seen

FEVER = Has("flags", frozenset({"fever"}))
NUMB = Has("nerves", frozenset({"numb"}))
OPEN = Facts({}, frozenset({("flags", "fever")}))
YES = Facts({"flags": frozenset({"fever"})})
NO = Facts({"flags": frozenset()})
HALF = Facts({"flags": frozenset()}, frozenset({("flags", "fever")}))


def no_result(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("condition", "facts", "left"),
    [
        (None, OPEN, True),
        (FEVER, YES, True),
        (FEVER, NO, False),
        (FEVER, HALF, ("has", frozenset({("flags", "fever")}))),
        (FEVER, OPEN, ("has", "flags", frozenset({"fever"}))),
        (Not(FEVER), YES, False),
        (Not(FEVER), NO, True),
        (Settled(FEVER), YES, True),
        (All((FEVER, NUMB)), NO, False),
        (All((FEVER, NUMB)), YES, (False, frozenset({("has", "nerves", frozenset({"numb"}))}))),
        (AnyOf((FEVER, NUMB)), YES, True),
        (AnyOf((FEVER, NUMB)), NO, (True, frozenset({("has", "nerves", frozenset({"numb"}))}))),
        (Unanswered("flags"), NO, False),
        (Answered("flags", something=False), NO, True),
        (AtLeast("pain", 9), Facts({"pain": frozenset({"9"})}), True),
        (AtLeast("pain", 9), Facts({"pain": frozenset({"8"})}), False),
    ],
)
def test_what_is_left_of_a_test(condition: Condition | None, facts: Facts, left: object):
    assert residue(condition, facts, no_result) == left


def test_a_result_is_no_answer_and_stands_for_itself():
    assert residue(FEVER, YES, lambda name: name == "flags") == FEVER


def test_what_is_left_of_several_tests_is_what_is_left_of_each():
    tests = (FEVER, None, All((FEVER, NUMB)), NUMB, Not(FEVER), Unanswered("flags"), AnyOf((FEVER, NUMB)))
    together = Residues(tests, no_result)
    for facts in (OPEN, YES, NO, HALF, Facts({"nerves": frozenset({"numb"})}), YES):
        assert together.of(seen(facts)) == tuple(residue(test, facts, no_result) for test in tests)


def test_what_stands_for_itself_is_told_apart_by_the_values_that_are_asked_for():
    """One answer makes a test ask for the self-care tier, another one for an urgent tier: these are two."""
    urgent, calm = (Has("tier", frozenset({value})) for value in ("emergency", "self_care"))
    either = AnyOf((All((FEVER, urgent)), All((NUMB, calm))))
    feverish = Facts({"flags": frozenset({"fever"}), "nerves": frozenset()})
    numb = Facts({"flags": frozenset(), "nerves": frozenset({"numb"})})
    assert residue(either, feverish, "tier".__eq__) != residue(either, numb, "tier".__eq__)

"""Conditions have three outcomes: they hold, they do not, or a question that they need is unanswered."""

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
    atoms,
    compile_condition,
    holds,
    names,
)

FACTS = Facts(
    {
        "heat": frozenset({"dry"}),
        "signs": frozenset({"swelling"}),
        "nerves": frozenset(),
        "pain": frozenset({"7"}),
        "skipped": frozenset(),
        "precautions": frozenset({"age65"}),
    },
    open=frozenset({("precautions", "epilepsy")}),
)


def has(name: str, *values: str) -> Has:
    return Has(name, frozenset(values))


DRY, MOIST, UNASKED = has("heat", "dry"), has("heat", "moist"), has("skin", "marks")

CASES: list[tuple[Condition, bool | None]] = [
    (has("heat", "dry"), True),
    (has("heat", "moist", "dry"), True),
    (has("heat", "moist"), False),
    (has("skin", "marks"), None),
    (has("precautions", "age65"), True),
    (has("precautions", "heart"), False),
    (has("precautions", "epilepsy"), None),  # nobody has asked about this value yet
    (has("precautions", "epilepsy", "age65"), True),
    (has("precautions", "epilepsy", "heart"), None),
    (Answered("signs", something=True), True),
    (Answered("signs", something=False), False),
    (Answered("nerves", something=True), False),
    (Answered("nerves", something=False), True),
    (Answered("skin", something=False), None),
    (Unanswered("skin"), True),
    (Unanswered("nerves"), False),
    (AtLeast("pain", 7), True),
    (AtLeast("pain", 8), False),
    (AtLeast("pain", 7, at_most=True), True),
    (AtLeast("pain", 6, at_most=True), False),
    (AtLeast("skipped", 1), None),
    (AtLeast("skin", 1), None),
    (All(()), True),
    (All((DRY, has("signs", "swelling"))), True),
    (All((DRY, UNASKED)), None),
    (All((UNASKED, MOIST)), False),
    (AnyOf(()), False),
    (AnyOf((MOIST, DRY)), True),
    (AnyOf((MOIST, UNASKED)), None),
    (AnyOf((UNASKED, DRY)), True),
    (AnyOf((MOIST, MOIST)), False),
    (Not(DRY), False),
    (Not(MOIST), True),
    (Not(UNASKED), None),
    (Settled(UNASKED), False),
    (Settled(DRY), True),
    (Not(Settled(UNASKED)), True),
]


@pytest.mark.parametrize(("condition", "verdict"), CASES)
def test_a_condition_holds_or_not_or_waits_for_an_answer(condition: Condition, verdict: bool | None):
    assert compile_condition(condition)(FACTS) is verdict


@pytest.mark.parametrize(("condition", "verdict"), CASES)
def test_only_what_is_known_to_hold_holds(condition: Condition, verdict: bool | None):
    assert holds(compile_condition(condition), FACTS) is (verdict is True)


def test_no_condition_always_holds():
    assert compile_condition(None)(Facts({})) is True


facts = st.dictionaries(st.sampled_from("abc"), st.frozensets(st.sampled_from("xyz"), max_size=2)).map(Facts)
leaves = st.builds(Has, st.sampled_from("abc"), st.frozensets(st.sampled_from("xyz"), min_size=1)) | st.builds(
    Answered, st.sampled_from("abc"), st.booleans()
)
conditions = st.recursive(
    leaves,
    lambda inner: (
        st.builds(All, st.lists(inner, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple))
        | st.builds(Not, inner)
    ),
    max_leaves=6,
)


@given(conditions, facts)
def test_not_twice_is_the_same(condition: Condition, known: Facts):
    assert compile_condition(Not(Not(condition)))(known) is compile_condition(condition)(known)


@given(conditions, conditions, facts)
def test_not_all_is_any_not(one: Condition, other: Condition, known: Facts):
    swapped = AnyOf((Not(one), Not(other)))
    assert compile_condition(Not(All((one, other))))(known) is compile_condition(swapped)(known)


@given(conditions, facts)
def test_what_is_settled_stays_so_whatever_the_open_questions_are_answered_with(condition: Condition, known: Facts):
    if compile_condition(condition)(known) is not None:
        more = Facts({**{name: frozenset("x") for name in "abc"}, **known.values})
        assert compile_condition(condition)(more) is compile_condition(condition)(known)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, set()),
        (DRY, {"heat"}),
        (Answered("signs", something=True), {"signs"}),
        (Unanswered("skin"), {"skin"}),
        (AtLeast("pain", 7), {"pain"}),
        (All((DRY, Not(UNASKED))), {"heat", "skin"}),
        (AnyOf((MOIST, Settled(Unanswered("pain")))), {"heat", "pain"}),
    ],
)
def test_names_are_the_facts_that_are_tested(condition: Condition | None, expected: set[str]):
    assert names(condition) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, set()),
        (has("heat", "moist", "dry"), {("heat", "moist"), ("heat", "dry")}),
        (Answered("signs", something=False), {("signs", "*")}),
        (Unanswered("skin"), set()),
        (AtLeast("pain", 7), set()),
        (All((DRY, Not(UNASKED))), {("heat", "dry"), ("skin", "marks")}),
        (AnyOf((MOIST, Settled(UNASKED))), {("heat", "moist"), ("skin", "marks")}),
    ],
)
def test_atoms_are_the_values_that_are_asked_for(condition: Condition | None, expected: set[Atom]):
    assert atoms(condition) == expected

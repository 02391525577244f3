"""How tables are run: which rules hold, what they leave as reasons, and what one table knows of another."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.conditions import (
    All,
    Answered,
    AnyOf,
    AtLeast,
    Condition,
    Facts,
    Has,
    Not,
    Settled,
    Unanswered,
    compile_condition,
)
from bot.engine.decisions import Decider, Input, LevelRule, ResultRule, Tables, raising
from bot.engine.rules import Rules

# Which rules hold

NAMES, VALUES = ("a", "b", "c"), ("1", "2", "3")
names, some = st.sampled_from(NAMES), st.frozensets(st.sampled_from(VALUES))
simple = st.one_of(
    st.builds(Has, names, some.filter(bool)),
    st.builds(Answered, names, st.booleans()),
    st.builds(Unanswered, names),
    st.builds(AtLeast, names, st.integers(0, 4), st.booleans()),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    simple,
    lambda part: st.one_of(
        st.builds(All, st.lists(part, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(part, max_size=3).map(tuple)),
        st.builds(Not, part),
        st.builds(Settled, part),
    ),
    max_leaves=6,
)
facts_of_any_kind = st.builds(
    Facts,
    st.dictionaries(names, some),
    st.frozensets(st.tuples(names, st.sampled_from(VALUES))),
)


@given(st.lists(st.none() | conditions, max_size=6), facts_of_any_kind)
def test_the_rules_found_are_those_that_hold_in_their_order(whens: list[Condition | None], facts: Facts):
    rules = [ResultRule(str(i), (), when) for i, when in enumerate(whens)]
    assert [rule for rule in rules if compile_condition(rule.when)(facts) is True] == Rules(rules).holding(facts)


# Small tables

HEAVY, LIGHT = Has("load", frozenset(("heavy",))), Has("load", frozenset(("light",)))


def decider_of(**other: Any) -> Decider:
    """Tables with two options, where a heavy load closes the ride."""
    plain: dict[str, Any] = {
        "inputs": {"load": Input("set_of", ("light", "heavy"))},
        "ranked": ("walk", "ride"),
        "inner": {},
        "tiers": ("late", "soon", "now"),
        "tier": (),
        "patterns": ("calm",),
        "pattern": (ResultRule("always", ("calm",)),),
        "order": (ResultRule("always", ("walk", "ride")),),
        "to_the_front": (),
        "options": ("walk", "ride", "dry_heat"),
        "ties": {},
        "levels": (LevelRule("heavy", HEAVY, {"ride": "not_for_you"}, {}),),
        "dry_heat_results": ("fine",),
        "dry_heat": (ResultRule("always", ("fine",)),),
    }
    return Decider(Tables(**{**plain, **other}))


def load(*values: str) -> Facts:
    return Facts({"load": frozenset(values)})


def test_the_tier_is_that_of_the_most_urgent_rule_and_every_rule_that_fired_is_a_reason():
    rules = [ResultRule("a", ("soon",), LIGHT), ResultRule("b", ("now",), HEAVY), ResultRule("c", ("now",), LIGHT)]
    decider = decider_of(tier=tuple(rules))
    found = {values: decider.decide(load(*values)) for values in ((), ("heavy",), ("light",), ("light", "heavy"))}
    assert [decision.tier for decision in found.values()] == ["late", "now", "now", "now"]
    assert [decision.tier_rules for decision in found.values()] == [(), ("b",), ("c", "a"), ("b", "c", "a")]
    assert decider.tier(load("heavy")) == "now"


def test_a_rule_whose_question_is_unanswered_does_not_fire():
    decider = decider_of(tier=(ResultRule("a", ("now",), Not(HEAVY)),))
    assert decider.decide(Facts({})).tier == "late"
    assert decider.decide(Facts({"load": frozenset()}, frozenset({("load", "heavy")}))).tier == "late"
    assert decider.decide(load()).tier == "now"


def test_the_order_too_waits_for_the_question():
    decider = decider_of(to_the_front=(ResultRule("a", ("ride",), Not(HEAVY)),))
    assert decider.decide(Facts({"load": frozenset()}, frozenset({("load", "heavy")}))).order == ("walk", "ride")
    assert decider.decide(load()).order == ("ride", "walk")


def test_the_order_and_what_is_said_of_dry_heat_can_depend_on_pattern_and_levels():
    calm, closed = Has("pattern", frozenset(("calm",))), Has("ride", frozenset(("not_for_you",)))
    decider = decider_of(
        order=(ResultRule("closed", ("ride", "walk"), All((calm, closed))), ResultRule("else", ("walk", "ride"))),
        dry_heat=(ResultRule("closed", ("no",), closed), ResultRule("else", ("fine",))),
    )
    found = [decider.decide(facts) for facts in (load("heavy"), load("light"))]
    assert [(decision.order, decision.dry_heat_result) for decision in found] == [
        (("ride", "walk"), "no"),
        (("walk", "ride"), "fine"),
    ]


@pytest.mark.parametrize("ties", [{"dry_heat": ("ride",)}, {"dry_heat": ("walk",), "walk": ("ride",)}])
def test_a_tie_holds_and_one_tie_may_lead_to_another(ties: Mapping[str, tuple[str, ...]]):
    decider = decider_of(ties=ties)
    decision = decider.decide(load("heavy"))
    assert decision.levels["dry_heat"] == "not_for_you"
    assert decider.reasons(decision, "dry_heat") == ("heavy",)
    assert raising(decider.tables, "dry_heat") == {("load", "heavy")}
    assert decider.fired(decision)["dry_heat"] == ("heavy",)


def test_every_table_and_every_option_that_a_rule_touches_has_its_reasons():
    decider = decider_of(to_the_front=(ResultRule("a", ("ride",), HEAVY),), ties={"dry_heat": ("ride",)})
    plain = {
        "tier": (),
        "pattern": ("always",),
        "order": ("always",),
        "to_the_front": (),
        "dry_heat_result": ("always",),
    }
    heavy = {"to_the_front": ("a",), "ride": ("heavy",), "dry_heat": ("heavy",)}
    found = [decider.fired(decider.decide(facts)) for facts in (load("light"), load("heavy"))]
    assert found == [plain, plain | heavy]


# The shipped tables


def everything_asked(**given: frozenset[str]) -> Facts:
    nothing = ("signs", "nerves", "precautions", "emergency_flags", "same_day_flags")
    single = {"heat": "dry", "skin": "none", "recent": "none", "consistent": "no"}
    return Facts(
        {**dict.fromkeys(nothing, frozenset[str]()), **{n: frozenset((v,)) for n, v in single.items()}, **given}
    )


def test_only_the_rules_that_give_the_level_are_its_reasons(decider: Decider):
    decision = decider.decide(everything_asked(precautions=frozenset(("heart", "age65", "cold_allergy"))))
    assert decider.fired(decision)["cold"] == ("heart", "age65", "cold_allergy")
    assert {
        option: decider.reasons(decision, option) for option in ("cold", "contrast", "moist_heat", "mind_body")
    } == {
        "cold": ("cold_allergy",),
        "contrast": ("cold_allergy",),
        "moist_heat": ("heart",),
        "mind_body": (),
    }


def test_a_card_opens_with_every_caution_of_the_option_and_of_those_it_is_tied_to(decider: Decider):
    answers = everything_asked(
        signs=frozenset(("worse_pain",)),
        nerves=frozenset(("numb_patch", "shooting")),
        precautions=frozenset(("age65",)),
    )
    decision = decider.decide(answers)
    assert decider.cautions(decision, "contrast") == (
        ("moist_heat", "worse_pain"),
        ("moist_heat", "age65"),
        ("cold", "age65"),
    )
    assert decider.cautions(decision, "stretching") == (("stretching", "nerves"),)


def test_the_results_are_facts_that_screens_can_test(decider: Decider):
    facts = decider.decide(everything_asked(precautions=frozenset(("blood_flow",)))).facts()
    assert {name: sorted(facts[name]) for name in ("pattern", "dry_heat_result", "cold", "shown", "ask_first")} == {
        "pattern": ["none"],
        "dry_heat_result": ["ask"],
        "cold": ["ask_first"],
        "shown": ["creams", "mind_body"],
        "ask_first": ["cold", "contrast", "moist_heat"],
    }

"""Edits of the rules: who gets other advice is what the engine says of each, and one edit is one cause."""

import random
from typing import Any

import pytest
from msgspec.structs import replace

from bot.authoring.answer_sets import tier_of
from bot.compare.causes import OtherAdvice, other_advice
from bot.compare.change import Grade
from bot.compare.differences import LISTS
from bot.engine import safety
from bot.engine.conditions import Facts, Has
from bot.engine.decisions import DRY_HEAT, Decider, LevelRule, ResultRule, Tables
from tests.compare.projects import shipped
from tests.compare.sets import as_facts, drawn, smallest

TABLES = shipped().source.tables
SAMPLES = 500


def compared(new: Tables) -> OtherAdvice:
    return other_advice(TABLES, new, lambda one, other: one == other)


def changed(table: str, rule: str, **fields: Any) -> Tables:
    rules = tuple(replace(each, **fields) if each.id == rule else each for each in getattr(TABLES, table))
    return replace(TABLES, **{table: rules})


def dropped(table: str, rule: str) -> Tables:
    return replace(TABLES, **{table: tuple(each for each in getattr(TABLES, table) if each.id != rule)})


def told(found: OtherAdvice) -> dict[str, list[tuple[str, str, str, str]]]:
    return {
        cause.title.partition(": ")[2] or cause.title: [(k.about, k.option, k.old, k.new) for k in cause.kinds]
        for cause in found.causes
    }


LEVELS = {rule.id: rule.levels for rule in TABLES.levels}
FREER = changed("levels", "numb_skin", levels={**LEVELS["numb_skin"], "moist_heat": "caution"})
NO_MARKS = dropped("tier", "marks")
TURNED = changed("order", "none", result=TABLES.order[0].result[::-1])
LONGER = replace(
    TABLES, levels=(*TABLES.levels, LevelRule("new", Has("heat", frozenset({"dry"})), {"cold": "caution"}, {}))
)
OTHER_SIGNS = changed("pattern", "stiffness", result=("some",))
MILDER_DRY = changed("dry_heat", "closed", result=("may_continue",))
CARED = changed("levels", "age65", cautions={"cold": "heart"})
SHIFTED = replace(TABLES, pattern=(TABLES.pattern[1], TABLES.pattern[0], *TABLES.pattern[2:]))
LOOSE = replace(TABLES, ties={})
FEVER = replace(
    TABLES, tier=(*TABLES.tier, ResultRule("hot", ("emergency",), Has("same_day_flags", frozenset({"fever"}))))
)
EDITS = [FREER, NO_MARKS, TURNED, LONGER, OTHER_SIGNS, MILDER_DRY, CARED, SHIFTED, LOOSE, FEVER]


def patient(decider: Decider, facts: Facts) -> tuple[str, dict[str, object]]:
    """The tier, and all that the patient can be told of options."""
    decision = decider.decide(facts)
    cautions = {option: set(decider.cautions(decision, option)) for option, level in decision.levels.items()
                if level == "caution"}  # fmt: skip
    levels = {option: level for option, level in decision.levels.items() if option != DRY_HEAT}
    lists = [decision.at(*each) for each in LISTS]
    return tier_of(decision, facts), {
        "dry": decision.dry_heat_result, "pattern": decision.pattern, "levels": levels, "lists": lists,
        "cautions": cautions,
    }  # fmt: skip


@pytest.mark.parametrize("new", EDITS)
def test_who_gets_other_advice_is_what_the_engine_says_of_combinations_drawn_at_random(new: Tables):
    found, rng = compared(new), random.Random(11)
    deciders = Decider(TABLES), Decider(new)
    examples = [smallest(found.space, part) for cause in found.causes for part in cause.kinds.values()]
    assert all(found.space.diagrams.has(found.combinations, example) for example in examples)
    for combination in (*examples, *(drawn(found.space, rng) for _ in range(SAMPLES))):
        (old_tier, before), (new_tier, after) = (patient(each, as_facts(found.space, combination)) for each in deciders)
        calm = safety.URGENT.isdisjoint((old_tier, new_tier))
        differs = old_tier != new_tier or (calm and before != after)
        assert found.space.diagrams.has(found.combinations, combination) is differs, combination


@pytest.mark.parametrize("new", EDITS)
def test_one_edit_is_one_cause_and_accounts_for_everybody(new: Tables):
    found = compared(new)
    assert [cause.combinations for cause in found.causes] == [found.combinations]


def test_the_same_rules_give_nobody_other_advice():
    found = compared(TABLES)
    assert (found.combinations, found.causes) == (0, ())


def test_two_edits_are_two_causes():
    both = replace(FREER, tier=NO_MARKS.tier)
    assert told(compared(both)) == {**told(compared(NO_MARKS)), **told(compared(FREER))}


def test_a_rule_that_only_has_another_name_gives_nobody_other_advice():
    found = compared(changed("levels", "numb_skin", id="no_feeling"))
    assert found.causes == ()


def test_edits_that_matter_only_together_are_told_together():
    """Two rules that say the same: each can go alone, and both cannot."""
    twin = replace(next(rule for rule in TABLES.tier if rule.id == "marks"), id="twin")
    doubled = replace(TABLES, tier=(*TABLES.tier, twin))
    found = other_advice(doubled, NO_MARKS, lambda one, other: one == other)
    assert found.space.diagrams.any(cause.combinations for cause in found.causes) == found.combinations
    assert found.combinations != 0


def test_a_lower_level_is_milder_and_its_smallest_example_is_one_tick():
    [cause] = compared(FREER).causes
    found = compared(FREER)
    example = found.space.smallest(cause.combinations)
    assert {kind.grade for kind in cause.kinds} == {Grade.MILDER}
    assert [value for name, values in example.items() for value in values if name == "precautions"] == ["numb_skin"]


def test_a_value_that_only_one_version_knows_is_not_ticked_for_the_other():
    inputs = {**TABLES.inputs, "precautions": replace(
        TABLES.inputs["precautions"], values=(*TABLES.inputs["precautions"].values, "gout"))}  # fmt: skip
    rule = LevelRule("gout", Has("precautions", frozenset({"gout"})), {"creams": "not_for_you"}, {})
    found = compared(replace(TABLES, inputs=inputs, levels=(*TABLES.levels, rule)))
    [cause] = found.causes
    assert found.space.smallest(cause.combinations)["precautions"] == ("gout",)

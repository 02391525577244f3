"""The advice on all combinations at once is what the engine says of each: drawn at random, and counted by hand."""

import random
from itertools import product

from msgspec.structs import replace

from bot.authoring.answer_sets import tier_of
from bot.compare.advice import Advice, advice
from bot.compare.space import Parts, Space
from bot.engine.conditions import Facts
from bot.engine.decisions import Decider, Decision
from tests.compare.projects import shipped
from tests.compare.sets import as_facts, drawn

TABLES = shipped().source.tables
SAMPLES = 2_000


def value(space: Space, parts: Parts, combination: list[int]) -> str:
    [found] = [value for value, part in parts.items() if space.diagrams.has(part, combination)]
    return found


def said(space: Space, told: Advice, combination: list[int]) -> tuple[object, ...]:
    order = next(order for order, part in told.orders.items() if space.diagrams.has(part, combination))
    levels = {option: value(space, parts, combination) for option, parts in told.levels.items()}
    cautions = {
        option: {caution for caution, part in parts.items() if space.diagrams.has(part, combination)}
        for option, parts in told.cautions.items()
    }
    parts = (told.tier, told.pattern, told.dry_heat)
    return (*(value(space, part, combination) for part in parts), order, levels, cautions)


def decided(decider: Decider, facts: Facts) -> tuple[object, ...]:
    decision: Decision = decider.decide(facts)
    cautions = {option: set(decider.cautions(decision, option)) for option in decider.tables.options}
    tier = tier_of(decision, facts)
    return (tier, decision.pattern, decision.dry_heat_result, decision.order, dict(decision.levels), cautions)


def test_a_combination_drawn_at_random_lies_where_the_engine_puts_it():
    space, decider, rng = Space(TABLES), Decider(TABLES), random.Random(7)
    told = advice(space, TABLES)
    for _ in range(SAMPLES):
        combination = drawn(space, rng)
        assert said(space, told, combination) == decided(decider, as_facts(space, combination))


def test_the_parts_of_every_result_hold_each_combination_once():
    space = Space(TABLES)
    told = advice(space, TABLES)
    for parts in (told.tier, told.pattern, told.dry_heat, told.orders, *told.levels.values()):
        assert sum(map(space.diagrams.count, parts.values())) == space.count


def test_counts_are_those_of_an_enumeration():
    """With few inputs every combination can be listed."""
    few = {name: TABLES.inputs[name] for name in ("signs", "heat", "recent", "nerves", "emergency_flags")}
    few["same_day_flags"] = TABLES.inputs["same_day_flags"]
    small = {name: replace(entry, values=entry.values[:3], only_heard=()) for name, entry in few.items()}
    tables = replace(TABLES, inputs=small)
    space, decider = Space(tables), Decider(tables)
    counts: dict[str, int] = {}
    for combination in product(*(range(len(answers)) for _, answers in space.questions)):
        facts = as_facts(space, list(combination))
        tier = tier_of(decider.decide(facts), facts)
        counts[tier] = counts.get(tier, 0) + 1
    told = {tier: count for tier, part in advice(space, tables).tier.items() if (count := space.diagrams.count(part))}
    assert (told, sum(counts.values())) == (counts, space.count)

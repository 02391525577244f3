"""What one project's rules advise, for all answer combinations at once."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from bot.compare.diagrams import EVERYTHING, NOTHING
from bot.compare.space import Meaning, Parts, Space
from bot.engine import safety
from bot.engine.decisions import LEVELS, Decider, ResultRule, Tables

Caution = tuple[str, str]
"""(option, name of the text), as `Decider.cautions` gives them."""


class Advice(Struct, frozen=True):
    """By value of each result: the combinations that come to it; by option the level and the cautions of its card."""

    tier: Parts
    pattern: Parts
    levels: Mapping[str, Parts]
    dry_heat: Parts
    orders: Mapping[tuple[str, ...], int]
    cautions: Mapping[str, Mapping[Caution, int]]
    urgent: int
    """The combinations that come to no list of options: the chat sends them to somebody instead."""


def advice(space: Space, tables: Tables) -> Advice:
    """Run the tables over all combinations."""
    meaning, decider = Meaning(space, tables.inputs), Decider(tables)
    tier = _tier(meaning, tables)
    pattern = _first(meaning, tables.pattern)
    levels = {option: _levels(meaning, decider, option) for option in tables.options}
    cautions = {option: _cautions(meaning, decider, option) for option in tables.options}
    meaning.results |= {"pattern": pattern, **levels}
    urgent = space.diagrams.any(tier.get(name, NOTHING) for name in safety.URGENT)
    dry_heat, orders = _first(meaning, tables.dry_heat), _orders(meaning, tables)
    return Advice(tier, pattern, levels, dry_heat, orders, cautions, urgent)


def _tier(meaning: Meaning, tables: Tables) -> Parts:
    """The most urgent rule, and the floor that the engine ships for every flag."""
    found = {tier: [meaning.of(rule.when) for rule in tables.tier if rule.result == (tier,)] for tier in safety.TIERS}
    found[safety.TIERS[0]].append(EVERYTHING)
    for fact in safety.FLAG_FACTS:
        for flag in tables.inputs[fact].values:
            if flag in safety.FLOOR:
                found[safety.FLOOR[flag]].append(meaning.space.has(fact, (flag,)))
    return _strictest(meaning, [(tier, found[tier]) for tier in reversed(safety.TIERS)])


def _strictest(meaning: Meaning, found: Iterable[tuple[str, Iterable[int]]]) -> Parts:
    """Of each combination the first value that has it; the last one must have all that are left."""
    diagrams, left, parts = meaning.space.diagrams, EVERYTHING, dict[str, int]()
    for value, sets in found:
        wanted = diagrams.any(sets)
        parts[value] = diagrams.both(left, wanted)
        left = diagrams.without(left, wanted)
    return parts


def _first(meaning: Meaning, rules: Iterable[ResultRule]) -> Parts:
    diagrams, left, parts = meaning.space.diagrams, EVERYTHING, dict[str, int]()
    for rule in rules:
        holds = meaning.of(rule.when)
        parts[rule.result[0]] = diagrams.any((parts.get(rule.result[0], NOTHING), diagrams.both(left, holds)))
        left = diagrams.without(left, holds)
    return parts


def _levels(meaning: Meaning, decider: Decider, option: str) -> Parts:
    found: dict[str, list[int]] = {level: [] for level in LEVELS}
    found[LEVELS[0]].append(EVERYTHING)
    for rule in decider.tables.levels:
        for member in decider.family(option):
            if member in rule.levels:
                found[rule.levels[member]].append(meaning.of(rule.when))
    return _strictest(meaning, [(level, found[level]) for level in reversed(LEVELS)])


def _cautions(meaning: Meaning, decider: Decider, option: str) -> Mapping[Caution, int]:
    found: dict[Caution, list[int]] = {}
    for member in decider.family(option):
        for rule in decider.tables.levels:
            if rule.levels.get(member) == "caution":
                found.setdefault((member, rule.cautions.get(member, rule.id)), []).append(meaning.of(rule.when))
    return {caution: meaning.space.diagrams.any(sets) for caution, sets in found.items()}


def _orders(meaning: Meaning, tables: Tables) -> Mapping[tuple[str, ...], int]:
    diagrams, left, orders = meaning.space.diagrams, EVERYTHING, dict[tuple[str, ...], int]()
    for rule in tables.order:
        holds = meaning.of(rule.when)
        orders[rule.result] = diagrams.any((orders.get(rule.result, NOTHING), diagrams.both(left, holds)))
        left = diagrams.without(left, holds)
    for rule in tables.to_the_front:
        holds, moved = meaning.of(rule.when), dict[tuple[str, ...], list[int]]()
        for order, here in orders.items():
            front = (*rule.result, *[option for option in order if option not in rule.result])
            moved.setdefault(order, []).append(diagrams.without(here, holds))
            moved.setdefault(front, []).append(diagrams.both(here, holds))
        orders = {order: diagrams.any(sets) for order, sets in moved.items()}
    return orders

"""The ways that lead to emergency care and to care on the same day: those that are new, and those that are lost."""

from collections.abc import Iterable, Iterator
from itertools import product

from bot.compare.change import Change, Grade, count
from bot.compare.words import Words
from bot.engine import safety
from bot.engine.conditions import All, Answered, AnyOf, Condition, Has, Settled
from bot.engine.decisions import Tables
from bot.engine.dialog import Rule, State
from bot.engine.library import Library

CALLED = {"emergency": "emergency", "same_day": "care today"}
PLACES = {"emergency": (safety.EMERGENCY, safety.CRISIS), "same_day": (safety.SAME_DAY,)}

Way = frozenset[tuple[str, str]]
"""Answers that are enough together: (fact, value)."""


def path_changes(old: Library, new: Library) -> Iterator[Change]:
    """For each of the two: what is lost, and what is new."""
    words = Words(old, new)
    for tier, called in CALLED.items():
        before, after = (dict(_paths(version, tier, words)) for version in (old, new))
        lost = [told for key, told in before.items() if key not in after]
        more = [told for key, told in after.items() if key not in before]
        if lost:
            yield Change(Grade.MILDER, "paths", f"{count(len(lost), 'path')} to {called} lost", tuple(lost))
        if more:
            yield Change(Grade.STRICTER, "paths", f"{count(len(more), 'new path')} to {called}", tuple(more))


def _paths(version: Library, tier: str, words: Words) -> Iterator[tuple[object, str]]:
    lines = {choice.sets for state in version.states.values() for choice in state.choices}
    for way in sorted(ways(version.source.tables, tier), key=lambda way: (len(way), sorted(way))):
        if tuple(way) not in lines:  # such a line is told below, at each place where it stands
            yield way, "people who " + " and ".join(words.answer(*pair) for pair in sorted(way))
    for state in version.states.values():
        yield from _leading(state, tier, words)
        yield from _telling(version, state, tier, words)
    for rule in version.source.knowledge.rules:
        if rule.tier == tier:
            yield ("heard", rule.id), f"words that are heard as {rule.id} ({rule.flag})"


def _leading(state: State, tier: str, words: Words) -> Iterator[tuple[object, str]]:
    """Buttons and answers that lead straight to the screen."""
    if _goes(state.next, tier):
        yield (state.name, "next"), f"an answer to {words.question(state.name)}"
    for button in state.buttons:
        if _goes(button.next, tier):
            yield (state.name, button.id), f'the button "{words.label(button.label)}" of {state.name}'


def _goes(rules: Iterable[Rule], tier: str) -> bool:
    return any(rule.go in PLACES[tier] for rule in rules)


def _telling(version: Library, state: State, tier: str, words: Words) -> Iterator[tuple[object, str]]:
    """Lines that are enough alone."""
    known = ways(version.source.tables, tier)
    for choice in state.choices:
        if any(way <= set(choice.sets) for way in known):
            label = words.label(f"{state.name}.choices.{choice.id}")
            yield (state.name, "line", choice.id), f'the line "{label}" of {state.name}'


def ways(tables: Tables, tier: str) -> frozenset[Way]:
    """The smallest sets of answers that come to the tier, by the rules or by the floor of a flag."""
    rules = {rule.when for rule in tables.tier if rule.result == (tier,)}
    found = {way for when in rules for way in _enough(when, tables)}
    for fact in safety.FLAG_FACTS:
        found |= {frozenset({(fact, flag)}) for flag in tables.inputs[fact].values if safety.FLOOR.get(flag) == tier}
    return frozenset(way for way in found if not any(other < way for other in found))


def _enough(when: Condition | None, tables: Tables) -> Iterator[Way]:
    """The sets of answers that a test is satisfied with; of `not`, which asks for something else, none."""
    match when:
        case Has(name, values):
            yield from (frozenset({(name, value)}) for value in values)
        case Answered(name, True) if name in tables.inputs:
            yield from (frozenset({(name, value)}) for value in tables.inputs[name].values)
        case AnyOf(parts):
            for part in parts:
                yield from _enough(part, tables)
        case All(parts):
            for chosen in product(*(list(_enough(part, tables)) for part in parts)):
                yield frozenset[tuple[str, str]]().union(*chosen)
        case Settled(part):
            yield from _enough(part, tables)
        case _:
            return

"""Whether one more "yes" can make an option freer, or the advice less urgent (SP12)."""

from collections.abc import Iterator, Mapping
from itertools import product

from bot.engine.conditions import Atom, Condition, Facts, Value, atoms
from bot.engine.decisions import LEVELS, Decider, Decision
from bot.engine.library import Library
from bot.engine.safety import URGENT

Given = Mapping[str, Value]


def milder(library: Library) -> Iterator[tuple[str, Given, Given]]:
    """(what gets milder, answers, the same with one "yes" more), for every such pair around one rule.

    A rule can only stop to hold by an answer that it names; so it is enough to try, rule by rule, all sets of the
    answers that this rule names: whatever else is answered only adds rules that hold.
    """
    decider = library.decider
    for when in _conditions(library):
        for fewer, more in _pairs(library, when):
            was, now = (decider.decide(Facts(given)) for given in (fewer, more))
            for name in _milder(decider, was, now):
                yield name, fewer, more


def _conditions(library: Library) -> list[Condition]:
    tables = library.source.tables
    return [rule.when for rule in (*tables.tier, *tables.levels) if rule.when is not None]


def _pairs(library: Library, when: Condition) -> Iterator[tuple[Given, Given]]:
    """Two sets of answers that differ in one: each value of a set on its own, a scale by one step up."""
    named = atoms(when)
    for given in _sets(library, named):
        for name, value in sorted(named):
            entry = library.source.tables.inputs.get(name)
            if entry is None or value == "*":
                continue
            have = given.get(name, frozenset())
            if entry.kind == "set_of" and value not in have:
                yield given, {**given, name: have | {value}}
            elif entry.kind == "highest_of":
                at = entry.values.index(next(iter(have)))
                yield from ((given, {**given, name: frozenset((higher,))}) for higher in entry.values[at + 1 :])


def _sets(library: Library, named: frozenset[Atom]) -> Iterator[Given]:
    inputs = library.source.tables.inputs
    choices: dict[str, list[Value]] = {}
    for name, entry in inputs.items():
        values = sorted(value for fact, value in named if fact == name and value != "*")
        if any(fact == name and value == "*" for fact, value in named):
            values += [value for value in entry.values[:2] if value not in values]
        if entry.kind == "set_of":
            choices[name] = [
                frozenset(v for v, kept in zip(values, bits, strict=True) if kept)
                for bits in product((0, 1), repeat=len(values))
            ]
        elif any(fact == name for fact, _ in named):
            choices[name] = [frozenset((value,)) for value in entry.values]
        else:
            choices[name] = [frozenset((entry.values[0],))]
    names = list(choices)
    return (dict(zip(names, each, strict=True)) for each in product(*choices.values()))


def _milder(decider: Decider, was: Decision, now: Decision) -> Iterator[str]:
    tiers = decider.tables.tiers
    if tiers.index(now.tier) < tiers.index(was.tier):
        yield "tier"
    if now.tier in URGENT:
        return  # no option is shown then (SP2, SP4)
    yield from (o for o in now.levels if LEVELS.index(now.levels[o]) < LEVELS.index(was.levels[o]))

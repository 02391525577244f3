"""What a search for gaps must tell apart: the tests that they ask for, and the words that may help."""

from collections.abc import Collection, Iterator
from typing import Any

from bot.coverage.item import FLAGS, GUARDS, OPTIONS, RULES, STATES, TRANSITIONS, Key
from bot.coverage.listing import Listing
from bot.coverage.search import Hint
from bot.engine import safety
from bot.engine.conditions import Condition, Has
from bot.engine.library import Library
from bot.engine.machine import ANSWERED, trigger_of

PAIRS = (GUARDS, RULES, FLAGS, OPTIONS)
"""Kinds for which two answers of one list may be needed."""


def hint_for(listing: Listing, library: Library, gaps: Collection[Key], alone: bool = False) -> Hint:
    """What helps to find these gaps; `alone`: few of them, so that more can be tried."""
    found = {id(when): when for key in gaps for when in _asked(listing, library, key)}
    pairs = alone and any(key[0] in PAIRS for key in gaps)
    return Hint(tuple(found.values()), tuple(dict.fromkeys(_words(library, gaps, alone))), pairs)


def _asked(listing: Listing, library: Library, key: Key) -> Iterator[Condition]:
    match key:
        case (kind, name, _) if kind == GUARDS:
            yield listing.guards.conditions[name]
        case (kind, table, rule) if kind == RULES:
            yield from (each.when for each in _rules(library, table) if each.id == rule and each.when)
        case (kind, option, level) if kind == OPTIONS:
            yield Has(option, frozenset((level,)))
        case (kind, fact, value) if kind == FLAGS:
            yield Has(fact, frozenset((value,)))
        case (kind, state, trigger, _) if kind == TRANSITIONS:
            found = library.states[state]
            rules = found.next if trigger == ANSWERED else ()
            rules = next((b.next for b in found.buttons if trigger_of(b.id) == trigger), rules)
            yield from (rule.when for rule in rules if rule.when)
            yield from (b.when for b in found.buttons if trigger_of(b.id) == trigger and b.when)
        case (kind, state) if kind == STATES:
            only_when = library.states[state].only_when
            yield from (only_when,) if only_when else ()
        case _:
            return


def _rules(library: Library, table: str) -> tuple[Any, ...]:
    return getattr(library.source.tables, {"dry_heat_result": "dry_heat"}.get(table, table))


def _words(library: Library, gaps: Collection[Key], alone: bool) -> Iterator[str]:
    """A sentence for each flag that no screen asks for, and for each topic, where one of them is missing."""
    knowledge = library.source.knowledge
    flags = {key[2] for key in gaps if key[0] == FLAGS}
    crisis = any(key[:2] in ((STATES, safety.CRISIS), (TRANSITIONS, safety.CRISIS)) for key in gaps)
    heard = flags & _only_heard(library) if not alone else flags
    for flag in (*sorted(heard), *((safety.SELF_HARM,) if crisis else ())):
        yield from next((rule.heard[:1] for rule in knowledge.rules if rule.flag == flag and rule.heard), ())


def _only_heard(library: Library) -> set[str]:
    inputs = library.source.tables.inputs
    return {value for fact in safety.FLAG_FACTS for value in inputs[fact].only_heard}

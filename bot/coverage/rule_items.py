"""What the decision tables have: rules, options with their levels, red flags; and the topics that can be asked for."""

from collections.abc import Iterator

from bot.authoring.parts import Parts
from bot.authoring.worlds import Worlds
from bot.coverage.item import FLAGS, OPTIONS, RULES, TOPICS, Item
from bot.engine import safety
from bot.engine.decisions import LEVELS
from bot.engine.passing import TOPICS as TOLD

CARD = "card"
"""Stands beside the levels of an option: its page was opened."""


def rule_items(parts: Parts) -> Iterator[Item]:
    """All of it."""
    yield from _rules(parts)
    yield from _options(parts)
    yield from _flags(parts)
    yield from _topics(parts)


def _rules(parts: Parts) -> Iterator[Item]:
    tables, file = parts.tables, parts.rules_file
    places = (
        ("tier", ("tier", "rules"), tables.tier),
        ("pattern", ("pattern", "rules"), tables.pattern),
        ("order", ("order", "rules"), tables.order),
        ("to_the_front", ("order", "to_the_front"), tables.to_the_front),
        ("levels", ("levels", "rules"), tables.levels),
        ("dry_heat_result", ("dry_heat_result", "rules"), tables.dry_heat),
        ("check_in", ("check_in", "rules"), tables.check_in),
    )
    for table, path, rules in places:
        for rule in rules:
            line, _ = file.node.key_at((*path, rule.id))
            mend = MENDS.get(table, "Answer so that its when: holds, and go on to the result")
            yield Item((RULES, table, rule.id), file.name, line, f"the rule {rule.id} of {table} never fired", mend)


MENDS = {
    "tier": "Answer so that its when: holds",
    "check_in": "Answer a check-in so that its when: holds",
}


def _options(parts: Parts) -> Iterator[Item]:
    file, worlds = parts.rules_file, Worlds(parts)
    for state in parts.states.values():
        if state.option:
            owner, path = parts.where(state.name)
            line, _ = owner.node.key_at((*path, "option"))
            mend = f"Open it at the result: - tap: {state.option}"
            yield Item((OPTIONS, state.option, CARD), owner.name, line, f"the card {state.option} never opened", mend)
    for number, option in enumerate(parts.tables.options):
        line, _ = file.node.at(("levels", "options", number))
        for level in LEVELS:
            if level in worlds.levels[option]:
                what, mend = f"{option} was never at the level {level}", f"Answer so that a rule gives {option} {level}"
                yield Item((OPTIONS, option, level), file.name, line, what, mend)


def _flags(parts: Parts) -> Iterator[Item]:
    file = parts.rules_file
    for fact in safety.FLAG_FACTS:
        known = parts.tables.inputs[fact]
        for number, value in enumerate(known.values):
            line, _ = file.node.at(("inputs", fact, "set_of", number))
            heard = value in known.only_heard
            mend = "Type words that are heard as it: - user: …" if heard else "Answer a list with the line that sets it"
            yield Item((FLAGS, fact, value), file.name, line, f"the red flag {value} was never raised", mend)


def _topics(parts: Parts) -> Iterator[Item]:
    file = parts.hearing.topics_file
    texts = frozenset[str]().union(*(each.bubbles for each in parts.words.values()))
    for topic in parts.hearing.knowledge.topics if file else ():
        if file and f"{TOLD}.{topic}" in texts:
            line, _ = file.node.key_at((topic,))
            mend = "Ask it as a patient would: - user: …"
            yield Item((TOPICS, topic), file.name, line, f"the topic {topic} was never answered", mend)

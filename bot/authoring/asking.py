"""Reads `content/asking.yaml`: ways of asking that lead to one topic."""

from collections.abc import Collection
from dataclasses import replace as with_changes

from msgspec.structs import replace

from bot.authoring import models as m
from bot.authoring.files import File
from bot.authoring.hearing import Hearing, check_shrunk, check_words, lines_of, listed
from bot.authoring.shapes import shape
from bot.engine.knowledge import WayOfAsking, known_groups


def with_asking(hearing: Hearing, file: File | None) -> Hearing:
    """What is heard, and the ways of asking of this file; a word, group or topic that cannot be meant is told."""
    model: m.AskingModel | None = shape(m.AskingModel, file) if file else None
    if file is None or model is None:
        return with_changes(hearing, asking_file=file)
    groups = {name: listed(lines) for name, lines in model.groups.items()}
    known = known_groups({**hearing.knowledge.groups, **groups})
    for name, lines in groups.items():
        check_words(file, ("groups", name), lines, ())
        check_shrunk(file, ("groups", name), lines)
    for name, rule in model.rules.items():
        _check_rule(file, name, rule, known, hearing.knowledge.topics)
    asking = {name: _way(rule) for name, rule in model.rules.items()}
    knowledge = replace(hearing.knowledge, asking=asking, asking_groups=groups)
    return with_changes(hearing, knowledge=knowledge, asking_file=file)


def _check_rule(
    file: File, name: str, rule: m.AskingRuleModel, known: Collection[str], topics: Collection[str]
) -> None:
    for key, lines in (("hears", listed(rule.hears)), ("unless", listed(rule.unless))):
        check_words(file, ("rules", name, key), lines, known)
        check_shrunk(file, ("rules", name, key), lines)
    if rule.topic not in topics:
        file.unknown(("rules", name, "topic"), "topic", rule.topic, sorted(topics))


def _way(rule: m.AskingRuleModel) -> WayOfAsking:
    return WayOfAsking(
        rule.topic, listed(rule.hears), listed(rule.unless), lines_of(rule.heard), lines_of(rule.not_heard)
    )

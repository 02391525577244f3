"""The changes of advice, as paragraphs: one for each edit that changes some."""

from collections.abc import Iterator

from bot.compare.advice import Caution
from bot.compare.causes import Cause, OtherAdvice, other_advice
from bot.compare.change import Change, Effect, Grade, worst
from bot.compare.differences import Kind
from bot.compare.words import Words, name_of
from bot.engine.library import Library


def compare_advice(old: Library, new: Library) -> OtherAdvice:
    """All combinations with other advice, and why."""
    catalogs = [[version.catalog(version.languages[0])] for version in (old, new)]

    def said(version: int, caution: Caution) -> object:
        key = name_of(catalogs[version], f"{caution[1]}.{caution[0]}")
        found = catalogs[version][0].texts.get(key)
        return found.parts if found else key

    def same(one: Caution, other: Caution) -> bool:
        return one == other or said(0, one) == said(1, other) or said(0, one) == said(0, other)

    return other_advice(old.source.tables, new.source.tables, same)


def advice_changes(found: OtherAdvice, old: Library, new: Library) -> Iterator[Change]:
    """One change for each cause, its effects by grade and then by how many people they reach."""
    words, inputs = Words(old, new), {**old.source.tables.inputs, **new.source.tables.inputs}
    order = list(Grade)

    def effect(kind: Kind, combinations: int) -> Effect:
        what, before, after = words.kind(kind)
        answers = found.space.smallest(combinations)
        number = found.space.diagrams.count(combinations)
        return Effect(kind.grade, what, before, after, number, words.people(answers, inputs), answers)

    def change(cause: Cause) -> Change:
        effects = [effect(kind, part) for kind, part in cause.kinds.items()]
        effects.sort(key=lambda each: (order.index(each.grade), -each.combinations))
        grade = worst(each.grade for each in effects)
        number = found.space.diagrams.count(cause.combinations)
        return Change(grade, "advice", cause.title, combinations=number, effects=tuple(effects))

    yield from map(change, found.causes)

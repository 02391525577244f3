"""Whether a test lets through more people than its earlier form, fewer, or others."""

from collections.abc import Iterable

from bot.compare.change import Grade
from bot.compare.diagrams import NOTHING
from bot.compare.space import Meaning, Space
from bot.engine.conditions import Condition, names
from bot.engine.library import Library


class Tests:
    """Compares tests of an old and a new version over all answer combinations."""

    def __init__(self, old: Library, new: Library) -> None:
        tables = (old.source.tables, new.source.tables)
        self.space = Space(*tables)
        self.known = tables[0].inputs.keys() & tables[1].inputs.keys()
        self.old, self.new = (Meaning(self.space, each.inputs) for each in tables)

    def grade(self, old: Iterable[Condition | None], new: Iterable[Condition | None]) -> Grade:
        """Of something that protects: milder where some people get it no more, stricter where only more do."""
        before, after = list(old), list(new)
        if not frozenset[str]().union(*map(names, (*before, *after))) <= self.known:
            return Grade.DIFFERENT
        diagrams = self.space.diagrams
        had, have = diagrams.any(map(self.old.of, before)), diagrams.any(map(self.new.of, after))
        if diagrams.without(had, have) != NOTHING:
            return Grade.MILDER
        return Grade.STRICTER if had != have else Grade.DIFFERENT

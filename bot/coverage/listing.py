"""Everything of a project that conversations can exercise, by its key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.authoring.parts import Parts
from bot.coverage.dialog_items import dialog_items
from bot.coverage.guards import Guards, guards_of
from bot.coverage.item import Item, Key
from bot.coverage.properties import Subjects, property_items
from bot.coverage.rule_items import rule_items


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a project, and how its tests are found while it runs."""

    items: Mapping[Key, Item]
    guards: Guards
    subjects: Subjects

    @property
    def measured(self) -> frozenset[Key]:
        """The keys that count."""
        return frozenset(key for key, item in self.items.items() if item.measured)


def list_items(parts: Parts, project: Path, subjects: Subjects | None = None) -> Listing:
    """The items of a project that has no Critical mistakes."""
    guards = guards_of(parts)
    every: Iterable[Item] = (
        *dialog_items(parts),
        *guards.items,
        *rule_items(parts),
        *property_items(project, subjects or {}),
    )
    return Listing({item.key: item for item in every}, guards, subjects or {})

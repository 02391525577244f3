"""The edits between two versions of the rules, each with a way to make it alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.engine.decisions import Tables

TABLES = {"tier": "tier", "pattern": "pattern", "order": "order", "to_the_front": "order, to_the_front",
          "levels": "levels", "dry_heat": "dry_heat_result"}  # fmt: skip
"""The tables with rules, and what they are called in decisions.yaml."""


class Edit(Struct, frozen=True):
    """One edit: how it is told, and what it makes of the rules of a version."""

    title: str
    make: Callable[[Tables], Tables]
    undo: Callable[[Tables], Tables]


def edits(old: Tables, new: Tables) -> Iterator[Edit]:
    """Every rule that was added, removed or changed; then lists that stand in another order; then ties and options."""
    for table, called in TABLES.items():
        yield from _rules(table, called, _by_id(old, table), _by_id(new, table))
        yield from _reordered(table, called, old, new)
    for field, called in (("ties", "levels, at_least_as_strict_as"), ("ranked", "options"), ("options", "options")):
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield Edit(f"{called} was changed", _setting(field, after), _setting(field, before))


def _by_id(tables: Tables, table: str) -> Mapping[str, Any]:
    return {rule.id: rule for rule in getattr(tables, table)}


def _rules(table: str, called: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Edit]:
    renamed = {id: twin for id in new.keys() - old.keys() if (twin := _twin(new[id], old, new))}
    for id in dict.fromkeys((*old, *new)):
        before, after = old.get(id), new.get(id)
        if before == after or id in renamed.values():
            continue
        what = "was added" if before is None else "was removed" if after is None else "was changed"
        twin = renamed.get(id)
        title = f'the rule "{twin or id}" of the table {called} {f"is now called {id}" if twin else what}'
        make, undo = (_rule(table, one, other, twin) for one, other in ((after, new), (before, old)))
        yield Edit(title, make(id), undo(id))


def _twin(rule: Any, old: Mapping[str, Any], new: Mapping[str, Any]) -> str | None:
    """The rule that says the same under another name, and is gone."""
    return next((id for id, other in old.items() if id not in new and replace(other, id=rule.id) == rule), None)


def _rule(table: str, rule: Any, order: Mapping[str, Any], twin: str | None) -> Callable[[str], Any]:
    """Puts a rule into a table, where its version has it (None: takes it out)."""
    gone = {twin} if twin else set[str]()

    def named(id: str) -> Callable[[Tables], Tables]:
        def make(tables: Tables) -> Tables:
            rules = {each.id: each for each in getattr(tables, table) if each.id not in {id, *gone}}
            here = rule or (order.get(twin) if twin else None)
            if here is None:
                return replace(tables, **{table: tuple(rules.values())})
            kept = list(rules)
            before = [other for other in _before(order, here.id) if other in rules]
            at = kept.index(before[-1]) + 1 if before else 0
            return replace(tables, **{table: (*(rules[i] for i in kept[:at]), here, *(rules[i] for i in kept[at:]))})

        return make

    return named


def _before(order: Mapping[str, Any], id: str) -> list[str]:
    ids = list(order)
    return ids[: ids.index(id)]


def _reordered(table: str, called: str, old: Tables, new: Tables) -> Iterator[Edit]:
    before, after = list(_by_id(old, table)), list(_by_id(new, table))
    shared = [id for id in before if id in after]
    wanted = [id for id in after if id in before]
    if shared != wanted:
        title = f"the rules of the table {called} stand in another order"
        yield Edit(title, _sorting(table, wanted), _sorting(table, shared))


def _sorting(table: str, ids: Sequence[str]) -> Callable[[Tables], Tables]:
    def make(tables: Tables) -> Tables:
        rules = _by_id(tables, table)
        queue = iter([id for id in ids if id in rules])
        return replace(tables, **{table: tuple(rules[next(queue)] if id in ids else rules[id] for id in rules)})

    return make


def _setting(field: str, value: Any) -> Callable[[Tables], Tables]:
    return lambda tables: replace(tables, **{field: value})

"""What decisions.yaml changes beside the advice of a check: what check-ins come to, and what answers there can be."""

from collections.abc import Iterator

from bot.compare.change import Change, Grade, worst
from bot.compare.words import condition
from bot.engine import safety
from bot.engine.decisions import CheckInRule, Tables

FILE = "dialogs/decisions.yaml"


def check_in_changes(old: Tables, new: Tables) -> Iterator[Change]:
    """The rules of the table check_in that are gone, new or changed."""
    before, after = ({rule.id: rule for rule in tables.check_in} for tables in (old, new))
    told = [_rule(id, before.get(id), after.get(id)) for id in dict.fromkeys((*before, *after))
            if before.get(id) != after.get(id)]  # fmt: skip
    if told:
        title = f"{FILE}: check-ins come to something else (the table check_in)"
        lines = tuple(f"{line} [{grade}]" for grade, line in told)
        yield Change(worst(grade for grade, _ in told), "advice", title, lines)


def _rule(id: str, old: CheckInRule | None, new: CheckInRule | None) -> tuple[Grade, str]:
    now, was = (_strictness(rule) for rule in (new, old))
    grade = Grade.MILDER if now < was else Grade.STRICTER if now > was else Grade.DIFFERENT
    if old is None or new is None:
        return grade, f"the rule {id} is {'new' if old is None else 'gone'}: {_said(new or old)}"
    return grade, f"the rule {id}: {_said(new)}; before: {_said(old)}"


def _strictness(rule: CheckInRule | None) -> tuple[int, bool]:
    if rule is None:
        return 0, False
    return safety.TIERS.index(rule.tier) if rule.tier else 0, rule.stops_option


def _said(rule: CheckInRule | None) -> str:
    if rule is None:
        return "nothing"
    does = [rule.tier or ""]
    does += ["closes what was tried"] * rule.stops_option
    does += ["only where nothing else is found"] * rule.otherwise + ["counts as no change"] * rule.no_change
    return f"when {condition(rule.when)}: {', '.join(filter(None, does)) or 'said'}"


def input_changes(old: Tables, new: Tables) -> Iterator[Change]:
    """Facts whose kind, or whose order of values, was changed: with two answers another one can stand."""
    for name in (name for name in old.inputs if name in new.inputs):
        before, after = old.inputs[name], new.inputs[name]
        ranked = [[v for v in one.values if v in other.values] for one, other in ((before, after), (after, before))]
        if before.kind != after.kind or (after.kind == "highest_of" and ranked[0] != ranked[1]):
            lines = tuple(f"{when}: {each.kind}: {', '.join(each.values)}" for when, each in
                          (("now", after), ("before", before)))  # fmt: skip
            yield Change(Grade.DIFFERENT, "advice", f"{FILE}: the fact {name} keeps its answers in another way", lines)

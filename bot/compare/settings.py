"""The clinic's numbers and facts, what is heard in typed words, and the properties of safety."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from bot.authoring.parts import Parts
from bot.authoring.problems import Problems
from bot.authoring.reader import read
from bot.compare.change import Change, Grade, count, worst
from bot.compare.words import short
from bot.engine import safety
from bot.engine.knowledge import HeardRule, Knowledge

SAFETY = "dialogs/safety.yaml"
MOST = 8
HEARD_TIERS = ("ask", *safety.TIERS)


def number_changes(old: Parts, new: Parts) -> Iterator[Change]:
    """What content/clinic.yaml says otherwise."""
    before, after = old.clinic.facts, new.clinic.facts
    lines = [
        f"{name}: {short(after.get(name, '(gone)'))}; before: {short(before.get(name, '(not there)'))}"
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    ]
    if lines:
        yield Change(
            Grade.DIFFERENT, "numbers", f"content/clinic.yaml: {count(len(lines), 'fact')} changed", tuple(lines)
        )


def hearing_changes(old: Knowledge, new: Knowledge) -> Iterator[Change]:
    """What is heard as danger more, or no more; then topics and names."""
    told = [*_rules(old, new), *_groups(old.groups, new.groups)]
    told += [(Grade.STRICTER, f"no longer harmless: {word}") for word in old.harmless if word not in new.harmless]
    told += [(Grade.MILDER, f"now harmless: {word}") for word in new.harmless if word not in old.harmless]
    if told:
        title = "content/hearing: other typed words are heard as danger"
        told.sort(key=lambda each: list(Grade).index(each[0]))
        yield Change(worst(g for g, _ in told), "hearing", title, tuple(f"{line} [{grade}]" for grade, line in told))
    yield from _named("topics", "content/topics.yaml", old.topics, new.topics)
    yield from _named("names", "content/names.yaml", old.names, new.names)
    yield from _named("ways of asking", "content/asking.yaml", old.asking, new.asking)
    yield from _named("groups", "content/asking.yaml", old.asking_groups, new.asking_groups)


def _rules(old: Knowledge, new: Knowledge) -> Iterator[tuple[Grade, str]]:
    before, after = ({rule.id: rule for rule in each.rules} for each in (old, new))
    for id in dict.fromkeys((*before, *after)):
        one, other = before.get(id), after.get(id)
        if one is None or other is None:
            yield (Grade.MILDER, f"the rule {id} is gone") if one else (Grade.STRICTER, f"the rule {id} is new")
        else:
            yield from _rule(one, other)


def _rule(old: HeardRule, new: HeardRule) -> Iterator[tuple[Grade, str]]:
    if old.tier != new.tier:
        ranks = [HEARD_TIERS.index(each.tier) if each.tier in HEARD_TIERS else 0 for each in (old, new)]
        grade = Grade.MILDER if ranks[1] < ranks[0] else Grade.STRICTER
        yield grade, f"the rule {new.id} leads to {new.tier}; before: {old.tier}"
    if old.flag != new.flag:
        yield Grade.DIFFERENT, f"the rule {new.id} raises {new.flag}; before: {old.flag}"
    yield from _lists(f"the rule {new.id}", old.hears, new.hears)


def _groups(old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Grade, str]]:
    for name in dict.fromkeys((*old, *new)):
        yield from _lists(f"the group {name}", old.get(name, ()), new.get(name, ()))


def _lists(what: str, old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[Grade, str]]:
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    lost, more = [each for each in before if each not in after], [each for each in after if each not in before]
    if lost:
        yield Grade.MILDER, f"{what} no longer hears {_some(lost)}"
    if more:
        yield Grade.STRICTER, f"{what} now hears {_some(more)}"


def _some(words: list[str]) -> str:
    return ", ".join(f'"{short(word)}"' for word in words[:MOST]) + (
        f" and {len(words) - MOST} more" if words[MOST:] else ""
    )


def _named(what: str, file: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    lines = [f"{name} is {'new' if name not in old else 'gone' if name not in new else 'changed'}"
             for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name)]  # fmt: skip
    if lines:
        title = f"{file}: {len(lines)} {what if len(lines) > 1 else what.removesuffix('s')} changed"
        yield Change(Grade.DIFFERENT, "hearing", title, tuple(lines))


def safety_changes(old: Path, new: Path) -> Iterator[Change]:
    """Properties of dialogs/safety.yaml that are gone, new or changed; nothing where neither folder has the file."""
    before, after = (dict(_properties(folder)) for folder in (old, new))
    told = [
        (Grade.MILDER, f"{name} is no longer proved")
        if name not in after
        else (Grade.STRICTER, f"{name} is new")
        if name not in before
        else (Grade.DIFFERENT, f"{name} was changed")
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    ]
    if told:
        lines = tuple(f"{line} [{grade}]" for grade, line in told)
        yield Change(worst(grade for grade, _ in told), "safety", f"{SAFETY}: what must always hold was changed", lines)


def _properties(folder: Path) -> Iterator[tuple[str, Any]]:
    """What stands in the file by name; of a mapping of mappings, such as `properties:`, each entry."""
    path = folder / SAFETY
    node = read(path, SAFETY, Problems()) if path.is_file() else None
    for name, value in cast("dict[str, Any]", node.value if node and isinstance(node.value, dict) else {}).items():
        entries = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
        if entries and all(isinstance(entry, dict) for entry in entries.values()):
            yield from ((f"{name}.{entry}", said) for entry, said in entries.items())
        else:
            yield name, value

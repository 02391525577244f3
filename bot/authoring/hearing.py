"""Reads what typed words can mean: the rules that hear warning signs, the topics, the other names of choices."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bot.authoring import models as m
from bot.authoring.files import File, Path
from bot.authoring.problems import Grade, shown
from bot.authoring.shapes import shape
from bot.authoring.shrunk import shrunk
from bot.engine import safety
from bot.engine.knowledge import ASK, HeardRule, Knowledge, Topic, known_groups

SIGNS = frozenset(("~", "&", "&&", "+"))
_PLAIN = re.compile(r"[a-z0-9]+|[A-Z][A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Hearing:
    """What staff wrote of it, and the files it stands in; a file that a project does without is None."""

    knowledge: Knowledge = field(default_factory=Knowledge)
    files: tuple[File, ...] = ()
    """Those of warning signs."""
    where: Mapping[str, File] = field(default_factory=dict[str, File])
    """The file of each rule."""
    topics_file: File | None = None
    names_file: File | None = None
    asking_file: File | None = None


NOTHING_HEARD = Hearing()


@dataclass(frozen=True, slots=True)
class Part:
    """What one file of warning signs says."""

    file: File
    groups: Mapping[str, tuple[str, ...]]
    harmless: tuple[str, ...]
    rules: tuple[HeardRule, ...]


def read_hearing(files: tuple[File, ...], topics: File | None, names: File | None) -> Hearing:
    """The knowledge of these files; a word, group or flag that cannot be meant is told."""
    parts = [part for part in map(_part, files) if part]
    groups = _together(parts)
    known = known_groups(groups)
    for part in parts:
        _check_part(part, known)
    heard = _each_once(parts)
    harmless = tuple(line for part in parts for line in part.harmless)
    where = {rule.id: part.file for part in parts for rule in part.rules}
    knowledge = Knowledge(groups, harmless, heard, _topics(topics, groups), _names(names))
    return Hearing(knowledge, files, where, topics, names)


def _part(file: File) -> Part | None:
    model: m.HearingModel | None = shape(m.HearingModel, file)
    if model is None:
        return None
    groups = {name: listed(lines) for name, lines in model.groups.items()}
    rules = tuple(_rule(file, name, rule) for name, rule in model.rules.items())
    return Part(file, groups, listed(model.harmless), rules)


def _together(parts: Iterable[Part]) -> dict[str, tuple[str, ...]]:
    """The groups of all files; one that stands in several has the words of all."""
    groups: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for name, lines in part.groups.items():
            groups[name] = (*groups.get(name, ()), *lines)
    return groups


def _each_once(parts: Iterable[Part]) -> tuple[HeardRule, ...]:
    """The rules of all files; a name that another file has already is told."""
    rules: dict[str, HeardRule] = {}
    places: dict[str, str] = {}
    for part in parts:
        for rule in part.rules:
            if rule.id in rules:
                found = f"{shown(rule.id)} is already a rule of {places[rule.id]}"
                part.file.tell(("rules", rule.id), found, "Each rule has a name of its own", "Give it another name")
            rules[rule.id], places[rule.id] = rule, part.file.name
    return tuple(rules.values())


def _check_part(part: Part, known: Collection[str]) -> None:
    for name, lines in part.groups.items():
        check_words(part.file, ("groups", name), lines, ())
        check_shrunk(part.file, ("groups", name), lines)
    check_words(part.file, ("harmless",), part.harmless, known)
    for rule in part.rules:
        check_words(part.file, ("rules", rule.id, "hears"), rule.hears, known)


def check_shrunk(file: File, path: Path, lines: tuple[str, ...]) -> None:
    """Tell each line of which only a part is heard."""
    for line, rest in _shrunk(lines):
        found = f"Of {shown(line)} only {shown(rest)} is heard" if rest else f"{shown(line)} is never heard"
        fits = "Small words (the, my, is, ya, el, de) are never looked at"
        mend = f"Write {shown(rest)} if that alone is meant, else words that tell more" if rest else "Take it out"
        file.tell_at(file.inside(path, line), found, fits, mend, Grade.WARNING)


@lru_cache(maxsize=4096)  # a project is read again and again while nearly nothing of this changes
def _shrunk(lines: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(shrunk(lines))


@lru_cache(maxsize=4096)
def listed(lines: str) -> tuple[str, ...]:
    """What stands between the commas of a text."""
    return tuple(filter(None, (" ".join(part.split()) for part in lines.split(","))))


def _rule(file: File, name: str, rule: m.HeardRuleModel) -> HeardRule:
    floor = safety.FLOOR[rule.flag]
    if rule.tier != ASK and safety.TIERS.index(rule.tier) < safety.TIERS.index(floor):
        found = f"{shown(rule.flag)} is never less urgent than {floor}"
        file.tell(("rules", name, "tier"), found, f"{floor}, or {ASK} for words that only deserve a question")
    heard, not_heard = lines_of(rule.heard), lines_of(rule.not_heard)
    return HeardRule(name, rule.flag, rule.tier, rule.source, listed(rule.hears), heard, not_heard)


def lines_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def check_words(file: File, path: Path, lines: tuple[str, ...], known: Collection[str]) -> None:
    """Tell each word that no line may have, and each group that is not known."""
    for word, group in _named_groups(lines):
        if group is None:
            found, fits = f"{shown(word)} is no plain word", "Small letters without accents and apostrophes, or a GROUP"
            file.tell_at(file.inside(path, word), found, fits, "Write it as it sounds without them: cant, anos")
        elif group not in known:
            file.unknown(path, "group", group, sorted(known))


@lru_cache(maxsize=4096)
def _named_groups(lines: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    """The words that name a group or cannot stand there, each once; plain words and signs are left out."""
    words = dict.fromkeys(" ".join(lines).split())
    return tuple((word, group) for word in words if (group := _group(word)) != "")


def _group(word: str) -> str | None:
    """The group that a word of a line names, "" for a plain word or a sign; None for what cannot stand there."""
    bare = word.removeprefix("~")
    if word in SIGNS:
        return ""
    if not _PLAIN.fullmatch(bare):
        return None
    return bare if bare.isupper() else ""


def _topics(file: File | None, groups: Mapping[str, tuple[str, ...]]) -> dict[str, Topic]:
    model: dict[str, m.TopicModel] | None = shape(m.TopicsFile, file) if file else None
    topics = {name: _topic(entry) for name, entry in (model or {}).items()}
    known = known_groups(groups)
    for name, topic in topics.items():
        if file:
            check_words(file, (name, "words"), topic.words, known)
    return topics


def _topic(entry: m.TopicModel) -> Topic:
    asked = tuple(line for lines in entry.asked.values() for line in lines_of(lines))
    return Topic(_joined(entry.words), entry.always == "yes", asked)


def _names(file: File | None) -> dict[str, tuple[str, ...]]:
    model: dict[str, dict[str, dict[str, str]]] | None = shape(m.NamesFile, file) if file else None
    return {
        f"{state}.{choice}": _joined(words)
        for state, choices in (model or {}).items()
        for choice, words in choices.items()
    }


def _joined(words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(line for lines in words.values() for line in listed(lines))

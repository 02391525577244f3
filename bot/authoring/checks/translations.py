"""A translation says what its source says: none is older than its source, and none has lost a part or a number."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bot.authoring.checks.untranslated import check_untranslated, tell_unknown, tell_unseen
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, Place, one_of, shown
from bot.authoring.translations import Unit, of_danger, parts_of, source_of, units
from bot.authoring.words import Words
from bot.engine import safety
from bot.engine.catalog import PLACEHOLDER

BULLET = "•"
DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def check_translations(parts: Parts) -> None:
    """Hold every language against the first one, text by text."""
    source = source_of(parts.words)
    others = [words for lang, words in parts.words.items() if lang != source]
    if source is None or not others:
        return
    sources = units(parts.words[source])
    for words in others:
        mine = {key: unit for key, unit in units(words).items() if key in sources}
        known = parts.translated.get(words.lang)
        check_untranslated(source, words, mine, sources, known)
        stale = _stale_ones(words, mine, sources, known)
        for key in mine.keys() - stale:
            others = parts_of(parts.words[source], key, sources[key])
            listed = key in parts.states and bool(parts.states[key].asks)  # then each language is told by itself
            _same_parts(key, parts_of(words, key, mine[key]), others, listed)


def _stale_ones(words: Words, mine: Mapping[str, Unit], sources: Mapping[str, Unit],
                known: Mapping[str, str] | None) -> set[str]:  # fmt: skip
    """What has no print yet was never compared by anybody; where its print is another one, the source has changed."""
    if known is None:
        tell_unknown(words)
        return set()
    tell_unseen(words, {key: unit for key, unit in mine.items() if key not in known})
    stale = {key for key in mine if known.get(key, sources[key].print) != sources[key].print}
    for key in stale:
        _stale(words, key, mine[key], sources[key])
    return stale


def _grade(key: str) -> Grade:
    return Grade.CRITICAL if of_danger(key) else Grade.WARNING


def _stale(words: Words, key: str, unit: Unit, source: Unit) -> None:
    found = f"{place(source)} has changed since this was translated"
    fits = f"The source now begins: {shown(source.text, 90)}"
    mend = f"Compare the two, change this one where it must, then type: heatwise translated {words.lang} {key}"
    unit.origin.file.tell_at(at(unit), found, fits, mend, _grade(key))


def place(unit: Unit) -> str:
    """File and line of a text."""
    return f"{unit.origin.file.name}, line {at(unit)[0]},"


def at(unit: Unit) -> Place:
    """Where the words of a text begin: under its name, where it has many lines."""
    return unit.origin.file.inside(unit.origin.path, next(iter(unit.text.splitlines()), ""))


def _same_parts(key: str, parts: Sequence[Unit], sources: Sequence[Unit], listed: bool) -> None:
    """Bubble by bubble; where one language has more of them, that is told alone."""
    if len(parts) == len(sources):
        for unit, source in zip(parts, sources, strict=True):
            _same_values(key, unit, source)
            if not listed:
                _same_list(key, unit, source)
        return
    found = f"This text has {_texts(parts)}, and {place(sources[0])} has {_texts(sources)}"
    mend = "Cut both in the same places, each part under a dash of its own"
    fits = "Each message stands in both languages"
    parts[0].origin.file.tell_at(at(parts[0]), found, fits, mend, _grade(key))


def _texts(parts: Sequence[Unit]) -> str:
    return "1 part" if len(parts) == 1 else f"{len(parts)} parts"


def _same_values(key: str, unit: Unit, source: Unit) -> None:
    """Placeholders and numbers: who follows a number that one language lacks, does something else."""
    lost = [*_lost_placeholders(key, unit, source), *_lost_numbers(unit, source)]
    if lost:
        found = f"{one_of(lost).replace(' or ', ' and ')} of {place(source)} is missing here"
        fits = "Both languages say the same numbers, and fill in the same values"
        mend = "Write it into this text, or take it out of the other one"
        unit.origin.file.tell_at(at(unit), found, fits, mend, _grade(key))


def _same_list(key: str, unit: Unit, source: Unit) -> None:
    """The lines of a list inside a text: one that is missing asks, or warns, nobody."""
    mine, others = unit.text.count(BULLET), source.text.count(BULLET)
    if mine != others:
        found = f"This text has {mine} lines that begin with {BULLET}, and {place(source)} has {others}"
        mend = "Compare the two lists line by line, and write the line that is missing"
        unit.origin.file.tell_at(at(unit), found, "Both languages list the same", mend, _grade(key))


def _lost_placeholders(key: str, unit: Unit, source: Unit) -> Iterator[str]:
    told = safety.MUST_SAY.get(key, ())  # every language is asked for these by themselves
    if "{" not in source.text:
        return
    missing = {*PLACEHOLDER.findall(source.text)} - {*PLACEHOLDER.findall(unit.text)} - {*told}
    yield from (f"{{{name}}}" for name in sorted(missing))


def _lost_numbers(unit: Unit, source: Unit) -> Iterator[str]:
    if DIGIT.search(source.text):
        yield from (_numbers(source) - _numbers(unit)).keys()


def _numbers(unit: Unit) -> Counter[str]:
    return Counter(NUMBER.findall(PLACEHOLDER.sub("", unit.text)))

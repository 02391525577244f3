"""The small floor of emergency phrases: what a patient's own words say, whatever staff have written."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from unicodedata import normalize

from msgspec import Struct

from bot.engine import phrase_context as context
from bot.engine.phrase_index import (
    END,
    HARMLESS,
    LISTED,
    MEANT,
    MEMBERS,
    ONE_MISSING,
    PATTERNS,
    SEQUENCES,
    TYPO_LENGTH,
    VOCABULARY,
    Groups,
    Pattern,
    Steps,
    Words,
)

TEXT_LIMIT = 4096
"""Characters that are read: the longest message of any channel, and so a bound of the work for one text."""
MAX_WORD = 20
"""Longer words are no mistyping of anything in the table."""
LIGHT_RUN = 4
"""Light words that one gap may hold; without a bound the work would grow with the square of the text."""
SCOPE = 24
"""Words over which a cue can reach, and after a mention those that are looked at; a bound for the same reason."""
WALL = 99
"""The weight of a word that breaks the clause: more than any gap holds."""
COMMA, SLASH = ",", "or"

Clause = list[str]


class Heard(Struct, frozen=True):
    """The emergency flags that a text raises, and whether it speaks of self-harm (which is no member of `flags`)."""

    flags: frozenset[str] = frozenset()
    crisis: bool = False


class Unit(Struct, frozen=True):
    """A word or sequence of the table in a clause: its groups, its weight in a gap, where it starts and ends."""

    groups: Groups
    weight: int
    start: int
    end: int


def hear(text: str) -> Heard:
    """The flags that `text` raises; a text that is not understood raises none, and no text makes it fail."""
    flags: set[str] = set()
    for clause in _clauses(_fold(text)):
        _listen(clause, flags)
    return Heard(frozenset(flags - {"self_harm"}), "self_harm" in flags)


# Reading: text -> clauses of plain words

_APOSTROPHES = re.compile("['`´‘’ʼʹ′＇]")
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
_LOOSE_T = re.compile(r"(?<=n) t\b")  # "can t", "don t"
_TOKEN = re.compile(r"[a-z0-9]+|\.\.+|[.;!?¿¡\n]|[,:()\"“”–—]|(?<=\s)-+(?=\s)|/")
_ENDS = frozenset(".;!?¿¡\n")
_RUN = re.compile(r"(.)\1{2,}")


def _fold(text: str) -> str:
    plain = normalize("NFKD", _APOSTROPHES.sub("", text[:TEXT_LIMIT])).casefold()
    return _LOOSE_T.sub("t", _INVISIBLE.sub("", plain)[:TEXT_LIMIT])


def _clauses(plain: str) -> Iterator[Clause]:
    clause: Clause = []
    for token in _TOKEN.findall(plain):
        if token in _ENDS:
            yield clause
            clause = []
        elif token.isalnum():
            clause.append(_known(token))
        else:
            clause.append(SLASH if token == "/" else COMMA)
    yield clause


def _known(word: str) -> str:
    """The word of the table that was meant, or the word itself."""
    if word in VOCABULARY or len(word) > MAX_WORD:
        return word
    if _RUN.search(word):
        twice, once = _RUN.sub(r"\1\1", word), _RUN.sub(r"\1", word)
        if twice in VOCABULARY:
            return twice
        word = once
    return word if word in VOCABULARY or len(word) < TYPO_LENGTH - 1 else _mistyped(word)


def _mistyped(word: str) -> str:
    if word in ONE_MISSING:
        return ONE_MISSING[word][0]
    for at in range(1, len(word)):
        rest = word[:at] + word[at + 1 :]
        if len(rest) >= TYPO_LENGTH and rest in MEANT:
            return rest
        for meant in ONE_MISSING.get(rest, ()):
            if _one_apart(word, meant):
                return meant
    return word


def _one_apart(word: str, meant: str) -> bool:
    """Whether two words of one length differ in one letter, or in two neighbours that changed places."""
    odd = [at for at, (one, other) in enumerate(zip(word, meant, strict=True)) if one != other]
    first, last = odd[0], odd[-1]
    return last == first or (last == first + 1 and word[first] == meant[last] and word[last] == meant[first])


# Listening: clause -> flags


def _listen(clause: Clause, flags: set[str]) -> None:
    units = _units(clause)
    for pattern, at in _starts(units, HARMLESS):
        for found in _find(units, at, pattern.steps[1:]):
            for index in (at, *found):
                units[index] = Unit((), 1, units[index].start, units[index].end)
    for pattern, at in _starts(units, PATTERNS):
        if pattern.flag not in flags and _is_meant(clause, units, pattern, at):
            flags.add(pattern.flag)


def _is_meant(clause: Clause, units: list[Unit], pattern: Pattern, at: int) -> bool:
    """Whether the pattern stands at `at` in any way that is not taken back."""
    return any(
        pattern.is_negative or not _is_taken_back(clause, [units[index] for index in (at, *found)])
        for found in _find(units, at, pattern.steps[1:])
    )


def _starts(units: list[Unit], patterns: Mapping[str, tuple[Pattern, ...]]) -> Iterator[tuple[Pattern, int]]:
    present = frozenset(group for unit in units for group in unit.groups)
    for at, unit in enumerate(units):
        for group in unit.groups:
            for pattern in patterns.get(group, ()):
                if pattern.needs <= present:
                    yield pattern, at


def _find(units: list[Unit], at: int, steps: Steps) -> Iterator[tuple[int, ...]]:
    """Every way in which the steps follow the unit at `at`."""
    if not steps:
        yield ()
        return
    step, gap = steps[0], steps[0].gap
    for index in range(at + 1, min(at + 2 + gap + LIGHT_RUN, len(units))):
        if step.group in units[index].groups:
            yield from ((index, *rest) for rest in _find(units, index, steps[1:]))
        gap -= units[index].weight
        if gap < 0 or (COMMA in units[index].groups and not step.over_comma):
            return


def _units(clause: Clause) -> list[Unit]:
    places = [index for index, word in enumerate(clause) if word not in context.SMALL]
    words = tuple(clause[index] for index in places)
    units: list[Unit] = []
    at = 0
    while at < len(words):
        length, groups = _longest(words, at)
        units.append(Unit(groups, _weight(words[at]), places[at], places[at + length - 1] + 1))
        at += length
    return [*units, Unit((END,), 1, len(clause), len(clause))]


def _weight(word: str) -> int:
    return 0 if word in context.LIGHT else WALL if word in context.BREAKS else 1


def _longest(words: Words, at: int) -> tuple[int, Groups]:
    for rest, groups in SEQUENCES.get(words[at], ()):
        if words[at + 1 : at + 1 + len(rest)] == rest:
            return 1 + len(rest), groups
    return 1, (COMMA, END) if words[at] == COMMA else MEMBERS.get((words[at],), ())


# Taking back: whether a cue covers a mention


def _is_taken_back(clause: Clause, mention: list[Unit]) -> bool:
    floors = [0, *(unit.end for unit in mention)]
    is_covered = any(_is_covered(clause, unit, floor) for unit, floor in zip(mention, floors, strict=False))
    return is_covered and not _is_dated(clause[mention[0].start :][:SCOPE])


def _is_covered(clause: Clause, unit: Unit, floor: int) -> bool:
    """Whether a cue stands before the unit with nothing between that could end its scope."""
    is_tied = _leads_to_tie(clause, unit.end)
    for index in range(unit.start - 1, max(floor, unit.start - SCOPE) - 1, -1):
        word = clause[index]
        if word in context.CUES:
            return not _is_answer(clause, index)
        if word in context.TIES:
            is_tied = True
        elif not (word in context.SEE_THROUGH or (is_tied and _is_listed(word))):
            return False
    return False


def _leads_to_tie(clause: Clause, start: int) -> bool:
    for word in clause[start : start + SCOPE]:
        if word in context.TIES:
            return True
        if not (word in context.SEE_THROUGH or _is_listed(word)):
            return False
    return False


def _is_listed(word: str) -> bool:
    return word == COMMA or word in LISTED


def _is_dated(rest: Clause) -> bool:
    """Whether a denial speaks of another time: "no chest pain until today"."""
    within = takewhile(lambda word: word not in context.BREAKS, rest)
    return any(word in context.UNTIL for word in within)


def _is_answer(clause: Clause, index: int) -> bool:
    """Whether the cue at `index` denies nothing here: "no my chest hurts", "ya no" (no longer)."""
    if index > 0 and clause[index - 1] == "ya":
        return True
    return clause[index] == "no" and clause[index + 1] in context.ANSWERED

"""The phrase table made ready for listening: patterns by their first group, words by what they begin."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import NamedTuple

from msgspec import Struct

from bot.engine import phrase_context as context
from bot.engine import phrase_table as table

NEXT, NEAR, SAME_CLAUSE = 0, 2, 6
"""Words of weight that may stand between two groups of a phrase."""
END = "END"
"""The group that stands at every comma and at the end of every clause."""
TYPO_LENGTH = 6
"""Shorter words must be exact: "week" is not "weak", "chess" is not "chest"."""

Words = tuple[str, ...]
Groups = tuple[str, ...]


class Step(NamedTuple):
    """A group of a phrase, and the gap that may stand before it."""

    group: str
    gap: int = NEXT
    over_comma: bool = True


Steps = tuple[Step, ...]


class Pattern(Struct, frozen=True):
    """One phrase in one order."""

    flag: str
    steps: Steps
    needs: frozenset[str]
    is_negative: bool


def split(lines: str) -> list[str]:
    """The lines of a table, which stand between commas."""
    return [" ".join(part.split()) for part in lines.split(",")]


def heavy(line: str) -> list[str]:
    """The words of a line that are looked at."""
    return [word for word in line.split() if word not in context.SMALL]


def _steps(part: str) -> Steps:
    words = heavy(part.replace("~ ", "~"))
    return tuple(Step(word.removeprefix("~"), NEAR if word.startswith("~") else NEXT) for word in words)


def patterns(flag: str, line: str) -> Iterator[Pattern]:
    """The phrase of one line of the table; "either order" becomes one pattern for each order."""
    gap = SAME_CLAUSE if "&&" in line else NEAR
    parts = [_steps(part) for part in re.split(r" &&? ", line)]
    for order in permutations(range(len(parts))):
        over_comma = gap == SAME_CLAUSE or list(order) == sorted(order)
        steps = parts[order[0]]
        for at in order[1:]:
            steps = (*steps, Step(parts[at][0].group, gap, over_comma), *parts[at][1:])
        needs = frozenset(step.group for step in steps)
        yield Pattern(flag, steps, needs, not needs.isdisjoint(table.NEGATIVE))


def _by_first_group(phrases: Mapping[str, str]) -> Mapping[str, tuple[Pattern, ...]]:
    index: dict[str, tuple[Pattern, ...]] = {}
    for flag, lines in phrases.items():
        for pattern in (pattern for line in split(lines) for pattern in patterns(flag, line)):
            first = pattern.steps[0].group
            index[first] = (*index.get(first, ()), pattern)
    return index


def _members(groups: Mapping[str, str], used: Iterable[Pattern]) -> Mapping[Words, Groups]:
    """The words and sequences of the table with their groups; a plain word of a phrase is a group of its own."""
    plain = {group for pattern in used for group in pattern.needs} - groups.keys() - {END}
    named = [(line, group) for group, lines in groups.items() for line in split(lines)]
    members: dict[Words, Groups] = {}
    for line, group in named + [(word, word) for word in sorted(plain)]:
        words = tuple(heavy(line))
        members[words] = (*members.get(words, ()), group)
    return members


def _sequences(members: Mapping[Words, Groups]) -> Mapping[str, list[tuple[Words, Groups]]]:
    """What may follow a word to make a sequence of the table, the longest first."""
    index: dict[str, list[tuple[Words, Groups]]] = {}
    for first, *rest in sorted(members, key=len, reverse=True):
        if rest:
            index.setdefault(first, []).append((tuple(rest), members[(first, *rest)]))
    return index


def _one_missing(words: Iterable[str]) -> Mapping[str, list[str]]:
    """The long words under each of their forms that lack one letter; the first letter is never taken for mistyped."""
    index: dict[str, list[str]] = {}
    for word in sorted(word for word in words if len(word) >= TYPO_LENGTH):
        for short in {word[:at] + word[at + 1 :] for at in range(1, len(word))}:
            index.setdefault(short, []).append(word)
    return index


PATTERNS = _by_first_group(table.PHRASES)
HARMLESS = _by_first_group({"": context.HARMLESS})
MEMBERS = _members(
    {**table.GROUPS, **context.GROUPS},
    [pattern for index in (PATTERNS, HARMLESS) for patterns in index.values() for pattern in patterns],
)
SEQUENCES = _sequences(MEMBERS)
MEANT = context.CUES.union(*MEMBERS)
ONE_MISSING = _one_missing(MEANT)
LISTED = context.LISTED | {
    words[0] for words, groups in MEMBERS.items() if len(words) == 1 and context.LISTABLE.intersection(groups)
}
VOCABULARY = MEANT.union(
    context.SMALL, context.LIGHT, context.SEE_THROUGH, context.LISTED, context.UNTIL, context.BREAKS, context.REAL_WORDS
)

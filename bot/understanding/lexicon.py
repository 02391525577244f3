"""What is listened for, made ready: the engine's floor and the staff's rules in one index."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256

from msgspec import Struct, msgpack

from bot.engine import phrase_context, phrase_table, safety
from bot.engine.knowledge import HeardRule, Knowledge
from bot.engine.phrase_index import END, Pattern, heavy, patterns, split
from bot.understanding import cues
from bot.understanding.ordinary import ordinary
from bot.understanding.spelling import Speller
from bot.understanding.text import Sentence, Token

CANCEL = "harmless"
"""The name under which harmless talk is kept."""
APART = " + "
"""Between two things that may be said in different sentences."""

Words = tuple[str, ...]
Sequence = tuple[Words, tuple[str, ...]]
"""What follows the first word, and the groups that the whole belongs to."""


PRONOUNS = frozenset(("i", "yo", "we"))
"""Who asks says nothing of what is asked."""


def _without_pronouns(line: str) -> str:
    return " ".join(word for word in line.split() if word not in PRONOUNS)


class Listen(Struct, frozen=True):
    """One phrase, in one order, and what it stands for; one of several `parts` counts only with the others."""

    pattern: Pattern
    rule: str
    flag: str
    tier: str
    part: int = 0
    parts: int = 1


class Index:
    """Phrases by their rarest group, and the words and sequences that make the groups."""

    def __init__(self, listens: Iterable[Listen], groups: Mapping[str, Iterable[str]]) -> None:
        listens = tuple(listens)
        uses = Counter(group for listen in listens for group in listen.pattern.needs)
        self._by_rarest: dict[str, list[tuple[int, Listen]]] = {}
        for number, listen in enumerate(listens):
            rarest = min(listen.pattern.needs - {END}, key=lambda group: (uses[group], group), default=END)
            self._by_rarest.setdefault(rarest, []).append((number, listen))
        needed = uses.keys()
        plain = needed - groups.keys() - {END}
        used = {group: lines for group, lines in groups.items() if group in needed}
        self.members: dict[Words, tuple[str, ...]] = {}
        for line, group in [*_lines(used), *((word, word) for word in sorted(plain))]:
            words = tuple(heavy(line))
            if words:
                self.members[words] = tuple(dict.fromkeys((*self.members.get(words, ()), group)))
        self._starts: dict[tuple[str, str], list[Sequence]] = {}
        for words in sorted(self.members, key=len, reverse=True):
            start = words[0], words[1] if len(words) > 1 else ""
            self._starts.setdefault(start, []).append((words[1:], self.members[words]))
        self.vocabulary = frozenset(word for words in self.members for word in words)

    def possible(self, present: frozenset[str]) -> dict[str, list[Listen]]:
        """The phrases that need no other groups than these, by their first group, each list in the order of staff.

        A phrase is looked at only where the group of it that the fewest phrases need is there.
        """
        numbered = sorted(
            (number, listen)
            for group in present
            for number, listen in self._by_rarest.get(group, ())
            if listen.pattern.needs <= present
        )
        found: dict[str, list[Listen]] = {}
        for _, listen in numbered:
            found.setdefault(listen.pattern.steps[0].group, []).append(listen)
        return found

    def starting(self, word: str, after: str) -> list[Sequence]:
        """The sequences that begin with these two words, the longest first, and the one of the first word alone."""
        alone = self._starts.get((word, ""), [])
        more = self._starts.get((word, after)) if after else None
        return [*more, *alone] if more else alone


class Lexicon:
    """The floor and the staff's knowledge, ready for `hear` and for topics; build it once for each version."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        said = json.dumps([*_said(knowledge), phrase_table.PHRASES, phrase_context.HARMLESS])
        self.hash = sha256(said.encode()).hexdigest()[:12]
        groups = _merged(phrase_table.GROUPS, phrase_context.GROUPS, knowledge.groups)
        harmless = [*(line for line in split(phrase_context.HARMLESS) if line not in _MEANT), *knowledge.harmless]
        self.harmless = Index(_listens(CANCEL, CANCEL, "", harmless), groups)
        self.red_flags = Index((*_floor(), *_ruled(knowledge.rules)), groups)
        topics = (
            listen
            for name, topic in knowledge.topics.items()
            for listen in _listens(name, name, "", filter(None, map(_without_pronouns, topic.words)))
        )
        self.topics = Index(topics, groups)
        self.tiers = {rule.id: rule.tier for rule in knowledge.rules}
        anchors = self.red_flags.vocabulary | self.harmless.vocabulary | self.topics.vocabulary | cues.VOCABULARY
        self.speller = Speller(anchors, _real())
        self.domain = (self.red_flags.vocabulary | self.topics.vocabulary) - _COMMON - phrase_context.SMALL

    def spelled(self, sentence: Sentence) -> Sentence:
        """The sentence with the words that were meant; places are those of what was typed."""
        meant = self.speller.meant
        tokens = tuple(
            token if (word := meant(token.word)) == token.word else Token(word, token.start, token.end)
            for token in sentence.tokens
        )
        return Sentence(tokens, sentence.asks)

    def knows(self, word: str) -> bool:
        """Whether a word is one of those that are listened for, or an ordinary one."""
        return word in self.speller.known or word in ordinary()


def lexicon_of(knowledge: Knowledge) -> Lexicon:
    """The lexicon of this knowledge; the check of a project and the chat that follows share it."""
    return _lexicon(msgpack.encode(knowledge))


@lru_cache(maxsize=4)
def _lexicon(said: bytes) -> Lexicon:
    return Lexicon(msgpack.decode(said, type=Knowledge))


_MEANT = frozenset({"blood thinner", "blood thinners", "CHEST FINE"})
"""Harmless to the floor; but a blood thinner makes a small fall urgent, and "bien feo" is no good chest."""
_COMMON = phrase_context.LIGHT | phrase_context.CUES | phrase_context.SEE_THROUGH | cues.COMMON


def _floor() -> Iterator[Listen]:
    for flag, lines in phrase_table.PHRASES.items():
        yield from _listens(f"floor.{flag}", flag, safety.FLOOR[flag], split(lines))


def _ruled(rules: Iterable[HeardRule]) -> Iterator[Listen]:
    for rule in rules:
        yield from _listens(rule.id, rule.flag, rule.tier, rule.hears)


def _listens(rule: str, flag: str, tier: str, lines: Iterable[str]) -> Iterator[Listen]:
    for line in lines:
        apart = line.split(APART)
        for part, said in enumerate(apart):
            for pattern in patterns(flag, " ".join(said.split())):
                name = f"{rule}#{line}" if len(apart) > 1 else rule
                yield Listen(pattern, name, flag, tier, part, len(apart))


def _lines(groups: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for group, lines in groups.items():
        for line in lines:
            yield line, group


def _merged(*tables: Mapping[str, str | tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    merged: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for group, lines in table.items():
            more = tuple(split(lines)) if isinstance(lines, str) else lines
            merged[group] = tuple(dict.fromkeys((*merged.get(group, ()), *more)))
    return merged


def _real() -> frozenset[str]:
    return phrase_context.REAL_WORDS | phrase_context.SMALL | phrase_context.LIGHT | cues.REAL_WORDS


def _said(knowledge: Knowledge) -> list[object]:
    rules = [(rule.id, rule.flag, rule.tier, rule.hears) for rule in knowledge.rules]
    return [
        dict(knowledge.groups),
        knowledge.harmless,
        rules,
        {name: topic.words for name, topic in knowledge.topics.items()},
    ]

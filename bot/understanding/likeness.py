"""How much a message is like what staff wrote of each topic: its words vote, and the nearest example for its own."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from bot.engine.knowledge import Topic
from bot.understanding.concepts import concepts, is_member
from bot.understanding.stems import stem
from bot.understanding.text import clean, sentences

PAIR = 0.7
"""What two words in a row weigh beside one word."""
NEAREST = 0.4
"""What the nearest example weighs; the rest is the vote of the words."""
COMMON = 40
"""Lines from which on a word is too common to look for examples by it."""
UNHEARD = 7.0
"""The weight of a word that stands in no line."""
MARK, MARKED, SURE = 0.12, 6, 0.75
"""What a word that marks a topic adds: one that stands in so many lines, so many of them of one family of topics."""
_SIGNS = frozenset(("&&", "&", "~", "+", "END"))

Likely = list[tuple[str, float]]
"""Topics with their likeness from 0 to 1, the likest first."""
Shares = tuple[tuple[str, float], ...]


class Likeness:
    """The lines of all topics, examples and keywords alike; build it once for each version.

    What a word or a line is worth is worked out when it is first met: the first message after a start waits for it.
    """

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        lines = [(name, line) for name, topic in topics.items() for line in (*topic.asked, *topic.words)]
        read = [(name, features(_plain(line))) for name, line in lines]
        self._topic_of = [name for name, found in read if found]
        self._lines_in = Counter(self._topic_of)
        self._told = [frozenset(found) for _, found in read if found]
        self._lines_of: dict[str, list[int]] = defaultdict(list)
        for at, found in enumerate(self._told):
            for feature in found:
                self._lines_of[feature].append(at)
        self._sizes: dict[int, float] = {}
        self._shares: dict[str, Shares] = {}
        self._marks: dict[str, str] = {}

    def of(self, text: str, meant: Callable[[str], str] = str) -> Likely:
        """Every topic that has a word of the text, the likest first; on a draw, the first by name.

        `meant` tells what a word that stands in no line was meant to be.
        """
        found = sorted(set(features(text, lambda word: word if stem(word) in self._lines_of else meant(word))))
        likely: dict[str, float] = defaultdict(float)
        for topic, near in self._nearest(found).items():
            likely[topic] += NEAREST * near
        for topic, share in self._voted(found):
            likely[topic] += (1 - NEAREST) * share
        for topic in self._marked(found):
            likely[topic] += MARK
        return sorted(likely.items(), key=lambda each: (-each[1], each[0]))

    def own(self, text: str, topic: str) -> float:
        """How far the word that speaks most for a topic is that topic's own, from 0 to 1."""
        shares = (dict(self._votes(word)).get(topic, 0.0) for word in features(text) if " " not in word)
        return max(shares, default=0.0)

    def _voted(self, found: list[str]) -> Iterator[tuple[str, float]]:
        whole = sum(
            self._weight(feature) for feature in found if " " not in feature and not self._is_spoken_for(feature)
        )
        for feature in found:
            for topic, share in self._votes(feature):
                yield topic, self._weight(feature) * share / whole

    def _is_spoken_for(self, feature: str) -> bool:
        """Whether a word stands in no line, but its concept speaks for it."""
        return feature not in self._lines_of and is_member(feature)

    def _marked(self, found: list[str]) -> tuple[str, ...]:
        """The topics of the one family that the words mark; none where they mark several."""
        families = {mark for feature in found if (mark := self._mark(feature))}
        return tuple(topic for topic in self._lines_in if families == {self._family(topic)})

    def _family(self, topic: str) -> str:
        """ "tens" of "tens_safety", where both are topics."""
        first = topic.split("_", maxsplit=1)[0]
        return first if first in self._lines_in else topic

    def _mark(self, word: str) -> str:
        """The family of topics that a word is a mark of: "tens" of all that is asked about TENS; "" for none."""
        if word not in self._lines_of or " " in word:
            return ""  # what patients write is not kept
        if word not in self._marks:
            lines = self._lines_of[word]
            (family, most), *_ = Counter(self._family(self._topic_of[at]) for at in lines).most_common(1)
            self._marks[word] = family if len(lines) >= MARKED and most >= SURE * len(lines) else ""
        return self._marks[word]

    def _weight(self, feature: str) -> float:
        """The rarer, the more."""
        lines = self._lines_of.get(feature)
        return (math.log(1 + len(self._told) / len(lines)) if lines else UNHEARD) * (PAIR if " " in feature else 1)

    def _norm(self, found: Iterable[str]) -> float:
        known = (each for each in set(found) if " " not in each or each in self._lines_of)
        return math.sqrt(sum(self._weight(feature) ** 2 for feature in known)) or 1.0

    def _nearest(self, found: list[str]) -> dict[str, float]:
        near: dict[int, float] = defaultdict(float)
        for feature in found:
            lines = self._lines_of.get(feature, ())
            if len(lines) <= COMMON:
                weight = self._weight(feature) ** 2
                for at in lines:
                    near[at] += weight
        size, best = self._norm(found), defaultdict[str, float](float)
        for at, same in near.items():
            topic = self._topic_of[at]
            best[topic] = max(best[topic], same / (size * self._size(at)))
        return best

    def _size(self, at: int) -> float:
        if at not in self._sizes:
            self._sizes[at] = self._norm(self._told[at])
        return self._sizes[at]

    def _votes(self, word: str) -> Shares:
        """How a word's vote is shared among the topics: by how much of each topic has it, less where few lines do."""
        if word not in self._lines_of:
            return ()
        if word not in self._shares:
            lines = self._lines_of[word]
            counts = Counter(self._topic_of[at] for at in lines)
            part = {topic: count / self._lines_in[topic] for topic, count in counts.items()}
            whole = sum(part.values()) * (1 + 1 / len(lines))
            self._shares[word] = tuple((topic, share / whole) for topic, share in sorted(part.items()))
        return self._shares[word]


def features(text: str, meant: Callable[[str], str] = str) -> list[str]:
    """The stems of a text, numbers as one, and each two in a row."""
    words = [
        "#" if token.word.isdecimal() else stem(meant(token.word))
        for sentence in sentences(clean(text)) for token in sentence.tokens if token.word != ","
    ]  # fmt: skip
    return [*words, *concepts(words), *(f"{one} {other}" for one, other in pairwise(words))]


def _plain(line: str) -> str:
    """A line of keywords without its signs."""
    return " ".join(word for word in line.split() if word not in _SIGNS)

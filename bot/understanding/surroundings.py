"""A sentence with its cues and clauses, for the mentions that stand in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.phrases import Phrase, Phrases
from bot.understanding.text import COMMA, Sentence

SCOPE = 24
"""Tokens over which a cue can reach; a bound for the work on one text."""
_LEADS = ("when", "cuando", "while", "mientras")
"""They belong to the clause that they begin."""
YEAR = re.compile(r"(?:19|20)\d\d")
_AGO = frozenset(("hace", "hara"))
SHORT_YEAR = re.compile(r"[5-9]\d")
_PER_CENT = tuple(
    (word,) for word in ["por", "de", "percent", "per", "degrees", "minutes", "days", "seconds", "grados"]
)
_DECADES = frozenset(("seventy", "eighty", "ninety", "sesenta", "setenta", "ochenta", "noventa"))


class Cue(Struct, frozen=True):
    """A cue that covers a mention: its kind, its words, and its tokens."""

    kind: str
    words: str
    start: int
    end: int


def _by_first(kinds: Mapping[str, Iterable[Phrase]]) -> dict[str, list[tuple[Phrase, str]]]:
    index: dict[str, list[tuple[Phrase, str]]] = {}
    for kind, phrases in kinds.items():
        for phrase in sorted(phrases, key=len, reverse=True):
            index.setdefault(phrase[0], []).append((phrase, kind))
    return index


_CUES = _by_first({
    "past": cues.PAST, "resolved": cues.RESOLVED, "hypothetical": cues.COULD_BE, "real": cues.REAL_AFTER_ALL,
    "uncertain": cues.UNCERTAIN, "hedged": cues.HEDGED, "always": cues.ALWAYS,
    "said no": cues.SAID_NO, "after": cues.DENIED_AFTER,
})  # fmt: skip


class Surroundings:
    """A sentence with its cues and clauses, for the mentions that stand in it."""

    def __init__(self, sentence: Sentence, answered: bool = False) -> None:
        self.sentence = sentence
        self.words = tuple(token.word for token in sentence.tokens)
        self.answered = answered
        """Whether the sentence asks, and the next one says no."""
        self.symptoms: frozenset[int] = frozenset()
        """The places of all words that belong to a mention: they may stand in a list under one denial."""
        self.denials: frozenset[int] = frozenset()
        """Those of denials that are a symptom themselves ("no feeling"): they deny nothing else."""
        self.before: Surroundings | None = None
        """The sentence before it."""
        self._places: dict[frozenset[str], tuple[int, ...]] = {}
        self._said: dict[Phrases, tuple[tuple[int, Phrase], ...]] = {}

    @cached_property
    def only_asks(self) -> bool:
        """Whether the sentence is a question of a general kind: it does not speak of anybody's own body."""
        is_question = self.sentence.asks or self.words[0] in cues.QUESTION_WORDS
        return is_question and cues.OWN.isdisjoint(self.words)

    @cached_property
    def _cues(self) -> Mapping[str, list[Cue]]:
        """Every cue of more than one kind of words, wherever it stands, by its kind."""
        found: dict[str, list[Cue]] = {}
        for hit in self._hits():
            found.setdefault(hit.kind, []).append(hit)
        return found

    def _hits(self) -> Iterator[Cue]:
        for at, word in enumerate(self.words):
            for phrase, kind in _CUES.get(word, ()):
                if self.words[at : at + len(phrase)] == phrase:
                    yield Cue(kind, " ".join(phrase), at, at + len(phrase))
            if word in cues.PAST_UNITS:
                yield from self._ago(at)

    def _ago(self, at: int) -> Iterator[Cue]:
        """ "hace como cinco años", "about 3 years ago", "in 2011"."""
        before = self.words[max(0, at - 4) : at]
        if not _AGO.isdisjoint(before) and "que" not in self.words[at + 1 : at + 2]:
            yield Cue("past", f"hace … {self.words[at]}", at - 1, at + 1)

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The sentence cut at commas, at "but" and its like, and where "and" begins something new."""
        starts = [0]
        for at, word in enumerate(self.words):
            if word == COMMA or word in floor.BREAKS or self._joins(at):
                starts.append(at if word in _LEADS else at + 1)
        return list(zip(starts, [*starts[1:], len(self.words) + 1], strict=True))

    def _joins(self, at: int) -> bool:
        word, after = self.words[at], self.words[at + 1 : at + 2]
        return word in cues.JOINS and bool(after) and after[0] in cues.SUBJECTS

    @cached_property
    def _clause_at(self) -> list[tuple[int, int]]:
        return [clause for clause in self.clauses for _ in range(*clause)]

    def clause_of(self, at: int) -> tuple[int, int]:
        """The clause in which a token stands."""
        return self._clause_at[at] if at < len(self._clause_at) else (0, len(self.words))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Where a year stands: "1998", "en el 98"."""
        return tuple(at for at, word in enumerate(self.words) if YEAR.fullmatch(word) or self._is_short_year(at))

    def _is_spelled(self, at: int) -> bool:
        """ "In ninety-eight", "en el noventa y ocho"."""
        dated = self.words[at - 1] == "in" or self.words[at - 2 : at] == ("en", "el")
        return at > 0 and dated and self.words[at] in _DECADES and self.words[at + 1 : at + 2] not in _PER_CENT

    def _is_short_year(self, at: int) -> bool:
        dated = self.words[at - 2 : at] == ("en", "el") and self.words[at + 1 : at + 2] not in _PER_CENT
        return (dated and bool(SHORT_YEAR.fullmatch(self.words[at]))) or self._is_spelled(at)

    def kinds(self, kind: str, start: int, end: int) -> Sequence[Cue]:
        """The cues of a kind between two tokens."""
        found = self._cues.get(kind)
        return [hit for hit in found if start <= hit.start and hit.end <= end] if found else ()

    def has(self, words: frozenset[str], start: int, end: int) -> bool:
        """Whether one of the words stands between two tokens."""
        return not words.isdisjoint(self.words[max(0, start) : end])

    # Most tables have no word in most sentences, and many mentions ask for each table: it is looked up once.

    def places(self, words: frozenset[str], start: int, end: int) -> Sequence[int]:
        """Where the words of a table stand between two tokens."""
        found = self._places.get(words)
        if found is None:
            is_there = not words.isdisjoint(self.words)
            found = tuple(at for at, word in enumerate(self.words) if word in words) if is_there else ()
            self._places[words] = found
        return [at for at in found if start <= at < end] if found else ()

    def said(self, phrases: Phrases, start: int, end: int) -> Sequence[tuple[int, Phrase]]:
        """The phrases of a table that begin between two tokens, each with its place."""
        found = self._said.get(phrases)
        if found is None:
            found = self._said[phrases] = tuple(phrases.standing(self.words))
        return [(at, phrase) for at, phrase in found if start <= at < end] if found else ()

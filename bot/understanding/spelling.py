"""Which word of a vocabulary a mistyped word was meant to be; short words are taken as they stand."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

SWAPPED, ONE_SLIP, TWO_SLIPS = 5, 6, 9
"""From how many letters on two neighbours may have changed places, one letter may be wrong, two may."""
LONGEST = 20
"""Longer words are no mistyping of anything."""
_RUN = re.compile(r"(.)\1{2,}")


class Speller:
    """A vocabulary, and words that are near to one of it but mean themselves."""

    def __init__(self, anchors: Iterable[str], real: Iterable[str]) -> None:
        self.anchors = frozenset(anchors)
        self.known = self.anchors.union(real)
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(self.anchors):
            if len(word) >= SWAPPED and word.isalpha():
                self._by_letter.setdefault(word[0], []).append(word)
        self.meant = lru_cache(maxsize=8192)(self._meant)

    def _meant(self, word: str) -> str:
        """The word of the vocabulary that was meant, or the word itself."""
        if word in self.known or len(word) > LONGEST * 2:
            return word
        if _RUN.search(word):
            twice, once = _RUN.sub(r"\1\1", word), _RUN.sub(r"\1", word)
            if twice in self.known:
                return twice
            word = once
        short = word in self.known or len(word) < SWAPPED or len(word) > LONGEST or not word.isalpha()
        return word if short else self._nearest(word)

    def _nearest(self, word: str) -> str:
        best, least = word, 99
        for anchor in self._by_letter.get(word[0], ()):
            slips = _slips(len(anchor))
            if abs(len(anchor) - len(word)) > slips:
                continue
            apart = OSA.distance(word, anchor, score_cutoff=slips)
            if apart <= slips and apart < least and (len(anchor) > SWAPPED or sorted(anchor) == sorted(word)):
                best, least = anchor, apart
        return best


def _slips(length: int) -> int:
    return 1 if length < TWO_SLIPS else 2

"""Which word of a vocabulary a mistyped word was meant to be; ordinary words are taken as they stand."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.understanding.ordinary import ordinary

SHORTEST, ONE_SLIP, TWO_SLIPS = 4, 5, 8
"""From how many letters on a word may be mistyped at all, one letter may be wrong, two may."""
LONGEST = 20
"""Longer words are no mistyping of anything."""
_RUN = re.compile(r"(.)\1{2,}")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:kn|gn)", "n"), (r"^wr", "r"), (r"^x", "s"), (r"ph", "f"), (r"ght", "t"), (r"sch|ch|sh", "X"), (r"h", ""),
        (r"x", "X"), (r"ck|qu(?=[ei])|q|c(?![ei])", "k"), (r"[czs]", "s"), (r"v", "b"), (r"ll|y", "i"),
        (r"gu(?=[ei])", "g"), (r"g(?=[ei])", "j"), (r"w", "u"), (r"(.)\1", r"\1"),
    )
)  # fmt: skip
"""Letters that sound alike, of both languages at once: what is left of a word when it is written as it sounds."""
_VOWELS = re.compile(r"[aeiou]+")


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A word as it sounds: "bejiga" and "vejiga" are the same, "brething" and "breathing" nearly so."""
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return word


@lru_cache(maxsize=16384)
def frame(heard: str) -> str:
    """The sounds without the choice of vowels."""
    return _VOWELS.sub("a", heard)


class Speller:
    """A vocabulary, and words that are near to one of it but mean themselves."""

    def __init__(self, anchors: Iterable[str], real: Iterable[str]) -> None:
        self.anchors = frozenset(anchors)
        self.known = self.anchors.union(real)
        self._by_sound: dict[str, list[str]] = {}
        for word in sorted(self.anchors):
            if len(word) >= SHORTEST and word.isalpha():
                self._by_sound.setdefault(sound(word)[:1], []).append(word)
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
        is_word = word in self.known or not SHORTEST <= len(word) <= LONGEST or not word.isalpha()
        return word if is_word or word in ordinary() else self._nearest(word)

    def _nearest(self, word: str) -> str:
        heard = sound(word)
        best, least = word, (99, 99)
        for anchor in self._by_sound.get(heard[:1], ()):
            if abs(len(anchor) - len(word)) <= 2:
                apart = _apart(word, heard, anchor)
                if apart < least:
                    best, least = anchor, apart
        return best


def _apart(word: str, heard: str, anchor: str) -> tuple[int, int]:
    """How far a word is from an anchor, in sounds and in letters; 99 if it is too far to be a slip."""
    meant = sound(anchor)
    sounds, letters = OSA.distance(heard, meant, score_cutoff=2), OSA.distance(word, anchor, score_cutoff=3)
    least = min(sounds, letters)
    same_frame = frame(heard) == frame(meant)
    length = len(anchor) + (1 if same_frame else 0)
    allowed = 2 if length >= TWO_SLIPS else 1 if length >= ONE_SLIP else 0
    return (sounds, letters) if least <= allowed or sorted(word) == sorted(anchor) else (99, 99)

"""Which word of a vocabulary a mistyped word was meant to be; ordinary words are taken as they stand."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

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
        self._alike: dict[tuple[str, int], _Alike] = {}
        for word in sorted(self.anchors):
            if len(word) >= SHORTEST and word.isalpha():
                heard = sound(word)
                self._alike.setdefault((heard[:1], len(word)), _Alike(len(word))).add(word, heard)
        self.meant = lru_cache(maxsize=8192)(self._meant)

    def __getstate__(self) -> dict[str, Any]:
        """All but the words that were met: they are somebody's."""
        return {name: value for name, value in self.__dict__.items() if name != "meant"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
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
        lengths = range(len(word) - 2, len(word) + 3)
        alike = (self._alike[heard[:1], length] for length in lengths if (heard[:1], length) in self._alike)
        near = [(_apart(word, heard, anchor), anchor) for each in alike for anchor in each.near(word, heard)]
        apart, anchor = min(near, default=(TOO_FAR, word))
        return anchor if apart < TOO_FAR else word


class _Alike:
    """Words of one length whose sounds begin alike."""

    def __init__(self, length: int) -> None:
        self._slips = 2 if length + 1 >= TWO_SLIPS else 1
        self._words: list[str] = []
        self._by_sound: dict[str, list[str]] = {}
        self._by_letters: dict[str, list[str]] = {}

    def add(self, word: str, heard: str) -> None:
        """Add a word that sounds so."""
        self._words.append(word)
        self._by_sound.setdefault(heard, []).append(word)
        self._by_letters.setdefault("".join(sorted(word)), []).append(word)

    def near(self, word: str, heard: str) -> set[str]:
        """The words that could be near enough; of a whole vocabulary these are few, and found at once."""
        written = extract(word, self._words, scorer=OSA.distance, score_cutoff=self._slips, limit=None)
        spoken = extract(heard, self._by_sound.keys(), scorer=OSA.distance, score_cutoff=self._slips, limit=None)
        sounded = (self._by_sound[key] for key, *_ in spoken)
        mixed = self._by_letters.get("".join(sorted(word)), ())
        return {found for found, *_ in written}.union(mixed, *sounded)


TOO_FAR = (99, 99)
"""How far a word is that is no slip of another one."""


def _apart(word: str, heard: str, anchor: str) -> tuple[int, int]:
    """How far a word is from an anchor, in sounds and in letters."""
    meant = sound(anchor)
    sounds, letters = OSA.distance(heard, meant, score_cutoff=2), OSA.distance(word, anchor, score_cutoff=3)
    least = min(sounds, letters)
    same_frame = frame(heard) == frame(meant)
    length = len(anchor) + (1 if same_frame else 0)
    allowed = 2 if length >= TWO_SLIPS else 1 if length >= ONE_SLIP else 0
    return (sounds, letters) if least <= allowed or sorted(word) == sorted(anchor) else TOO_FAR

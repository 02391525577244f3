"""What is left of a word without the endings that do not change what it names, in English and Spanish at once."""

import re
from functools import lru_cache

SHORTEST = 4
"""Letters that a stem keeps; a shorter word stays as it is."""
_SMALL = re.compile(r"^(.{3,}?)(?:ec|c)?it[oa]s?$")
"""Small and dear things: "lamparita", "parchecitos"."""
_ENDINGS = re.compile(r"^(.{4,}?)(?:iendo|ando|ados?|adas?|idos?|idas?|ar|ness|ings?|ed|es|s|y)$")
_VOWELS = re.compile(r"[aeo]s?$")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of a plain word; the word itself where it is short or a number."""
    if len(word) < SHORTEST or not word.isalpha():
        return word
    small = _SMALL.match(word)
    if small and len(word) > SHORTEST + 2:
        return _written(small[1][:-1] if small[1][-1] in "aeo" else small[1])
    cut = _ENDINGS.match(word)
    rest = cut[1] if cut else word
    return _written(_VOWELS.sub("", rest) if len(rest) > SHORTEST else rest)


def _written(bare: str) -> str:
    """With the letter that stands before other vowels: "hormigu-" is "hormig-"."""
    if bare.endswith("gu"):
        return bare[:-1]
    return bare[:-2] + "c" if bare.endswith("qu") else bare

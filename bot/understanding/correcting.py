"""A number that takes the place of the one before it: "ten out of ten, no, eleven"."""

from bot.understanding.phrases import Phrase
from bot.understanding.text import COMMA
from bot.understanding.words import word_set

_NUMBERS = word_set("""
    ten eleven twelve thirteen fifteen twenty hundred diez once doce trece quince veinte cien 10 11 12 13 15 20 100
""")
_NO = word_set("no nope not nah")


def corrects(words: Phrase, start: int, end: int) -> bool:
    """Whether "no" beside a number only mends the number: it denies nothing of what is rated."""
    return any(mends(words, at) for at in range(max(0, start - 3), min(end + 2, len(words))))


def mends(words: Phrase, at: int) -> bool:
    """Whether the word at a place is such a "no"."""
    if words[at] not in _NO or (at and words[at - 1] != COMMA):
        return False
    after = [word for word in words[at + 1 : at + 6] if word not in _LEADS]
    return bool(after) and after[0] in _NUMBERS


_LEADS = frozenset(
    (COMMA, "make", "it", "that", "an", "a", "un", "wait", "call", "rather", "mejor", "mas", "bien", "more", "like")
)

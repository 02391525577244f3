"""Mistyped replies as they were meant."""

from functools import cache

from bot.understanding.spelling import Speller
from bot.understanding.words import word_set

_MAY_SLIP = word_set("""
    none nothing neither both first second third fourth fifth last everything unsure nope maybe never always
    ninguna ninguno ningunas ningunos primera primero segunda segundo tercera cuarta quinta ultima ultimo ultimas todas
    todos ambas ambos nunca siempre quizas
""")


@cache
def _speller() -> Speller:
    return Speller(_MAY_SLIP, ())


def with_slips_mended(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with mistyped replies as they were meant: "noen of them", "nignuna"."""
    return tuple(_speller().meant(word) for word in words)

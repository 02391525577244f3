"""Whether words only say of a sign that it gets more: "the tingling gets louder" tells of no pain."""

from collections.abc import Sequence

from bot.understanding.words import word_set

_GROWS = word_set("""
    louder increases increase increased worsens worsen worsening grows growing intensifies intensify stronger rises
    flares flared flaring ramps cranks amplifies amplify bigger spikes alborota alborotan alborotado aumenta aumentan
    aumento crece crecen empeora empeoran empeoraron intensifica intensifican sube suben subio fuerte fuertes peor
    worse up goes go gets get it se me mas more much pone ponen
""")
_JOINS = frozenset((",", "and", "y", "e", "plus", "ademas"))
"""What stands between two things that are told apart."""


def grows_another(words: tuple[str, ...], at: tuple[int, ...], meant: Sequence[tuple[int, ...]]) -> bool:
    """Whether the name in these places only says that another one, in the same clause, gets more.

    `meant`: the places of all names that are meant.
    """
    if not _only_grows(words, at):
        return False
    others = (other for other in meant if other != at and not _only_grows(words, other))
    return any(_JOINS.isdisjoint(_between(words, at, other)) for other in others)


def _between(words: tuple[str, ...], at: tuple[int, ...], other: tuple[int, ...]) -> tuple[str, ...]:
    return words[min(max(at), max(other)) + 1 : max(min(at), min(other))]


def _only_grows(words: tuple[str, ...], at: tuple[int, ...]) -> bool:
    return all(words[place] in _GROWS for place in at)

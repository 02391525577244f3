"""When something was, said in a sentence or a clause of its own: "I had …, about five years ago", "It was in 2010"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.text import COMMA, Sentence, Token
from bot.understanding.words import word_set

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG_AGO = frozenset((
    ("years", "ago"), ("years", "back"), ("year", "ago"), ("decades", "ago"), ("ages", "ago"), ("long", "ago"),
))  # fmt: skip
_YEARS = frozenset(("anos", "decadas"))
_AROUND_A_DATE = word_set("""
    about around maybe some like roughly well oh so and it was this that is all back in on the of a an few couple good
    many long over nearly almost one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty
    forty years year yrs decades ages ago now i think guess would say must be have been probably january february march
    april may june july august september october november december summer winter spring autumn fall
    hace como unos unas mas menos o ya eso fue es esto de eran ser en el la los las por alla mil dos tres cuatro cinco
    seis siete ocho nueve diez once doce quince veinte treinta cuarenta muchos varios pocos par anos decadas creo
    calculo diria seria enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
""")
_THAT_WAS = frozenset(
    (("that", "was"), ("it", "was"), ("this", "was"), ("eso", "fue"), ("aquello", "fue"), ("fue", "en"))
)
_THEN = re.compile(
    r"(?:had|got|went|took|fell|was|were|did|[a-z]{3,}ed|[a-z]+(?:aron|ieron|io)|tuve|cai|fui|dio|paso|dolio|hice)"
)
"""What was told in the tense of then."""


def is_date(words: Sequence[str]) -> bool:
    """Whether words say when it was, years ago, and nothing else: "about five years ago", "en el dos mil diez"."""
    said = [word for word in words if word != COMMA]
    if not said or not all(word in _AROUND_A_DATE or _YEAR.fullmatch(word) or word.isdigit() for word in said):
        return False
    ago = any(pair in _LONG_AGO for pair in pairwise(said))
    return ago or ("hace" in said and not _YEARS.isdisjoint(said)) or "mil" in said or any(map(_YEAR.fullmatch, said))


def told_of_then(words: Sequence[str]) -> bool:
    """Whether words are told in the tense of then."""
    return any(_THEN.fullmatch(word) for word in words)


def with_dates(read: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, where one that only says when, or "that was in …", is read together with what it dates.

    That is the sentence before it; the one behind only for the very first, where that is told in the tense of then.
    """
    joined: list[Sentence] = []
    for sentence in read:
        words = _words(sentence)
        opens = len(joined) == 1 and is_date(_words(joined[0])) and told_of_then(words)
        dates = is_date(words) or (_is_of_before(words) and _dates(words))
        if joined and (opens or (dates and not joined[-1].asks)):
            joined[-1] = _together(joined[-1], sentence)
        else:
            joined.append(sentence)
    return joined


def _words(sentence: Sentence) -> tuple[str, ...]:
    return tuple(token.word for token in sentence.tokens)


def _is_of_before(words: tuple[str, ...]) -> bool:
    return words[:2] in _THAT_WAS


def _dates(words: tuple[str, ...]) -> bool:
    return any(map(_YEAR.fullmatch, words)) or any(pair in _LONG_AGO for pair in pairwise(words))


def _together(first: Sentence, then: Sentence) -> Sentence:
    comma = Token(COMMA, first.tokens[-1].end, first.tokens[-1].end)
    return Sentence((*first.tokens, comma, *then.tokens), then.asks)

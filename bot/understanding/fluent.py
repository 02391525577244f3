"""A sentence as it was meant to be said: without "um" and "uh", and without words begun twice."""

from bot.understanding.text import COMMA, Sentence, Token
from bot.understanding.words import word_set


def fluent(sentence: Sentence) -> Sentence | None:
    """The sentence without hesitation, so that "my, my father died of a, uh, heart attack" is read as one clause.

    None of it is left where nothing else was said. "Uh huh" and "uh uh" are answers and stay.
    """
    tokens: list[Token] = []
    for at, token in enumerate(sentence.tokens):
        if _hesitates(sentence.tokens, at) or (token.word == COMMA and not (tokens and tokens[-1].word != COMMA)):
            continue
        _begin_again(tokens, token.word)
        tokens.append(token)
    if len(tokens) == len(sentence.tokens):
        return sentence
    return Sentence(tuple(tokens), sentence.asks) if tokens else None


def _hesitates(tokens: tuple[Token, ...], at: int) -> bool:
    beside = {tokens[there].word for there in (at - 1, at + 1) if 0 <= there < len(tokens)}
    return tokens[at].word in _FILLERS and beside.isdisjoint(_ANSWERS)


def _begin_again(tokens: list[Token], word: str) -> None:
    """ "I, I had": what was said first is dropped, with its comma."""
    if word not in _BEGUN_TWICE or not tokens:
        return
    if tokens[-1].word == word:
        del tokens[-1:]
    elif len(tokens) > 1 and tokens[-1].word == COMMA and tokens[-2].word == word:
        del tokens[-2:]


_FILLERS = word_set("um umm ummm uh uhh uhm erm hm hmm hmmm")
_ANSWERS = frozenset(("huh", "uh", "mm"))
_BEGUN_TWICE = word_set(
    "i im ive my the a it its and he she we they like in to of yo mi mis el la los las de que un una en"
)

"""What a message is about when it asks in passing: keywords that staff wrote, then what no keyword covers."""

import re

from bot.understanding.lexicon import PRONOUNS, Lexicon
from bot.understanding.matching import Line
from bot.understanding.text import Sentence, sentences

GIBBERISH, OFFTOPIC, SPAM = "gibberish", "offtopic", "spam"
FEW_WORDS = 4
_ASKS = re.compile(
    r"\?|¿|^(?:\W*(?:so|and|but|ok|okay|hi|hello|hey|please|also|um|y|pero|hola|oye|oiga|disculpe|perdon|"
    r"perd[oó]n|bueno|pues|quick question|question|una pregunta|pregunta)\W+)*"
    r"(?:what|whats|what's|why|how|hows|when|where|who|whos|which|is|are|can|could|should|do|does|did|would|"
    r"will|may|am i|any|tell|explain|show|give|define|describe|"
    r"qu[eé]|c[oó]mo|cu[aá]l|cu[aá]ndo|cu[aá]nt|d[oó]nde|qui[eé]n|por ?qu[eé]|porque|xq|pq|puedo|puede|"
    r"se puede|debo|deber[ií]a|es|est[aá]|son|hay|sirve|sale|funciona|funcionan|ayuda|ayudan|me ayudas?|eres|"
    r"usted es|es usted|tarda|tienen|tiene|dejo|sigo|cuenta|venden|aceptan|atienden|abren|dime|d[ií]game|"
    r"expl[ií]|cu[eé]nt|tengo que|me puede|"
    r"ustedes)\b"
    r"|\b(?:tell me|explain|wondering|wonder|curious|want to know|like to know|need to know|need info|info on|"
    r"information|question about|more about|learn about|not sure what|dont know what|don't know what|"
    r"dont understand|don't understand|dont get|don't get|i wanna|i want to|id like|i'd like|i would like|"
    r"i need|let me|can i|can you|could i|should i|how do i|how long|how often|what is|whats|what's|is it ok|"
    r"is it safe|"
    r"quiero|quisiera|me gustar[ií]a|necesito|me pregunto|no entiendo|no s[eé] qu[eé]|puedo|se puede|"
    r"qu[eé] es|c[oó]mo se|cu[aá]nto|cada cu[aá]nto|informaci[oó]n|saber|dud[ao]|prefiero)\b",
    re.IGNORECASE,
)
_SPAM = re.compile(r"https?://|www\.|\b\w+\.(?:com|net|xyz|example|ru|biz|shop|info)\b(?<!@)", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+")
_VOWEL = re.compile(r"[aeiouyáéíóú]", re.IGNORECASE)
_ODD = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{5,}|(.)\1{4,}|(?:asdf|qwer|zxcv|hjkl|sdfg|dfgh|fghj|jkl|uiop|lkjh|fdsa|poiu)",
    re.IGNORECASE,
)


_ASKS_ANYWHERE = re.compile(
    r"\b(?:what|whats|how|which|why|when|where|who|cu[aá]l|cu[aá]les|cu[aá]nto|cu[aá]ntos|cu[aá]ntas|"
    r"cu[aá]ndo|qu[eé]|o no|verdad|or not|ok to|okay to|safe to|alright to)\b",
    re.IGNORECASE,
)
"""Words that ask wherever they stand, in a short message."""
_SHORT = 14
_ASKS_SURELY = re.compile(
    r"\?|¿|^\W*(?:y |and |so |but |pero )?(?:what|whats|what's|why|how|when|where|who|which|is|are|can|should|"
    r"do|does|will|a qu[eé]|para qu[eé]|por qu[eé]|qu[eé] (?:es|son|significa|quiere|tiene)|"
    r"cu[aá]l|cu[aá]nt|cu[aá]ndo|d[oó]nde|puedo|debo|cómo)\b",
    re.IGNORECASE,
)
"""Questions that are one even where their words also name a choice."""


def asks(text: str) -> bool:
    """Whether a text asks for something, with or without a question mark."""
    return _ASKS.search(text) is not None or (len(text.split()) <= _SHORT and _ASKS_ANYWHERE.search(text) is not None)


def topic(lexicon: Lexicon, text: str, answered: bool = False) -> str | None:
    """The topic of a text; None where it asks nothing in passing. `answered`: it answers the question on the screen."""
    said = sentences(text)
    is_question = _ASKS_SURELY.search(text) is not None if answered else asks(text)
    found = _by_keyword(lexicon, said, is_question, answered)
    if found or answered or not said:
        return found or (GIBBERISH if not said and text.strip() and not answered and not _has_emoji(text) else None)
    words = [token.word for sentence in said for token in sentence.tokens if token.word.isalpha()]
    if _SPAM.search(_MAIL.sub(" ", text)):
        return SPAM
    if _is_gibberish(lexicon, words, text):
        return GIBBERISH
    return OFFTOPIC if len(words) > 1 and asks(text) and _is_elsewhere(lexicon, words) else None


def _has_emoji(text: str) -> bool:
    return any(ord(char) > 0x2600 for char in text)


def _by_keyword(lexicon: Lexicon, said: list[Sentence], is_question: bool, answered: bool) -> str | None:
    words = sum(len(sentence.tokens) for sentence in said)
    best, most = None, 0
    order = {name: at for at, name in enumerate(lexicon.knowledge.topics)}
    for sentence in (lexicon.spelled(sentence) for sentence in said):
        for found in Line(
            lexicon.topics, tuple(token for token in sentence.tokens if token.word not in PRONOUNS)
        ).find():
            name = found.listen.flag
            always = lexicon.knowledge.topics[name].always
            if not (always or is_question or (words <= FEW_WORDS and not answered)):
                continue
            covered = sum(unit.end - unit.start for unit in found.units)
            weight = covered * 100 - order[name]
            if weight > most:
                best, most = name, weight
    if answered and best and (lexicon.knowledge.topics[best].always or not is_question):
        return None
    return best


def _is_gibberish(lexicon: Lexicon, words: list[str], text: str) -> bool:
    if not words:
        return not any(char.isdigit() for char in text)
    strange = [word for word in words if not lexicon.knows(word)]
    if len(strange) < len(words) or len(words) > 8:
        return False
    odd = [word for word in strange if _ODD.search(word) or not _VOWEL.search(word)]
    return bool(odd) if len(words) <= 2 else len(odd) * 3 >= len(words)


def _is_elsewhere(lexicon: Lexicon, words: list[str]) -> bool:
    """Whether no word of weight is one that this chat speaks of."""
    return not any(word in lexicon.domain for word in words)

"""Whether a question about a danger is answered with no by the sentence after it, as in "chest pain? no"."""

from bot.engine import phrase_context as floor
from bot.understanding.cues import ANSWERS, OTHERS, STRONG_NO
from bot.understanding.text import COMMA, Sentence
from bot.understanding.words import word_set


def says_no(sentence: Sentence, after: Sentence | None) -> bool:
    """ "Chest pain? No.", "¿Matarme? Ni loca, …": a strong no, or one with a comma, may have more behind it."""
    if after is None or not sentence.asks:
        return False
    said = [token.word for token in after.tokens]
    while said and (said[0] in _WELL or said[0] == COMMA):
        del said[0]
    words = tuple(said)
    if not words or (len(words) > SHORT and not (floor.BREAKS | floor.UNTIL | _RATHER).isdisjoint(words)):
        return False
    if STRONG_NO.at(words, 0) or words[:2] == ("no", COMMA):
        return True
    if words[:2] == ("not", "since") and not _YEARS_PAST.isdisjoint(words):
        return True
    if words[:2] in _NOT_ME and words[2:3] in _ALONE and OTHERS.isdisjoint(words):
        return True
    return words[0] in ANSWERS and len(words) <= SHORT


SHORT = 3
_YEARS_PAST = word_set("school college kid child childhood teens twenties thirties army wedding")
""" "Fainted? Not since school": it was then, and is not now."""
_NOT_ME = (("not", "me"), ("yo", "no"))
_ALONE = ((), (COMMA,))
"""What may stand behind them: "yo no puedo respirar" denies nothing."""
_LAUGHS = ("je", "ja", "jaja", "haha")
_WELL = frozenset(("uy", "ay", "ah", "oh", "pues", "bueno", "hombre", "mujer", "well", "hey", *_LAUGHS))
_RATHER = word_set("""
    more mas worse peor rather like como only solo yet still todavia aun now ahora maybe quiza quizas today hoy tomorrow
""")
"""Who goes on with these says it in other words: "numb? no, more like dead"."""

"""Mentions that the very next sentence takes back: "none of it is me", "¿hacerme daño? no, hombre"."""

from bot.understanding import cues
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.text import COMMA
from bot.understanding.words import word_set


def taken_back(around: Surroundings, found: Found, after: Surroundings | None) -> Cue | None:
    """What the sentence `after` says to take a mention back, or None.

    A tale in which nobody speaks of oneself is taken back by "none of it is me"; a question that is hardly more than
    the mention by a plain no that begins the answer, unless the answer goes on with "but" or with a word of now.
    """
    return after and (_not_mine(around, found, after) or _plain_no(around, found, after))


def _not_mine(around: Surroundings, found: Found, after: Surroundings) -> Cue | None:
    if not _TELLS.isdisjoint(around.words[: found.end]):
        return None
    said = next((said for _, said in after.said(_NONE, 0, _SOON)), None)
    return Cue("negated", " ".join(said), found.start, found.end) if said else None


_SOON = 4
"""Words of the next sentence before which it has to be said."""
_TELLS = cues.OWN | word_set("ive have had feel felt he she his her")
_NONE = Phrases(
    "none of its me", "none of it is me", "none of thats me", "none of that is me", "i have none of it",
    "i have none of that", "i dont have any of it", "i dont have any of that", "a mi no me pasa", "no es mi caso",
    "yo no tengo nada de eso", "no tengo nada de eso", "nada de eso me pasa", "nada de eso tengo",
)  # fmt: skip


def _plain_no(around: Surroundings, found: Found, after: Surroundings) -> Cue | None:
    is_question = around.sentence.asks and len(around.words) - (found.end - found.start) <= _HARDLY_MORE
    is_no = after.words[:2] in _NO and after.words[2:3] in _HEAVENS
    if not (is_question and is_no) or after.has(_GOES_ON, 0, len(after.words)):
        return None
    return Cue("negated", "no", found.start, found.end)


_HARDLY_MORE = 2
_NO = (("no", COMMA),)
_HEAVENS = tuple(
    (word,) for word in ("hombre", "mujer", "nunca", "jamas", "claro", "never", "god", "goodness", "heavens")
)
_GOES_ON = word_set("but pero not yet todavia aun anymore ya more mas now ahora solo only except aunque though")

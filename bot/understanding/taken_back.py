"""Mentions that the very next sentence takes back: "none of it is me", "¿hacerme daño? no, hombre"."""

from bot.understanding import cues
from bot.understanding.context import is_negative
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
    return _only_a_saying(around, found, after) or (
        after and (_not_mine(around, found, after) or _plain_no(around, found, after))
    )


def _only_a_saying(around: Surroundings, found: Found, after: Surroundings | None) -> Cue | None:
    """ "My kids say I'll wet myself, it's just a saying"; nobody's wish to die is ever put aside by it."""
    if found.listen.flag == "self_harm":
        return None
    for place in filter(None, (around, after)):
        for at in range(found.end if place is around else 0, min(len(place.words), found.end + _TOLD_SOON)):
            said = _SAYING.at(place.words, at)
            if said:
                return Cue("idiom", " ".join(said), found.start, found.end)
    return None


_TOLD_SOON = 12
_SAYING = Phrases(
        "just a saying", "only a saying", "a saying in our", "figure of speech", "just an expression",
        "only an expression", "manner of speaking", "so to speak", "as the saying goes", "es un decir",
        "es solo un dicho",
        "es un dicho", "nomas un dicho", "por decirlo asi",
)  # fmt: skip


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
    "yo no tengo nada de eso", "a mi me puede pasar", "me puede pasar a mi",
    "a mi me podria pasar", "could that happen to me", "can that happen to me", "could it happen to me",
    "no tengo nada de eso", "nada de eso me pasa", "nada de eso tengo",
)  # fmt: skip


def _plain_no(around: Surroundings, found: Found, after: Surroundings) -> Cue | None:
    clause = around.clause_of(found.start)[0]
    is_question = around.sentence.asks and len(around.words) - clause - (found.end - found.start) <= _HARDLY_MORE
    if not is_question or after.has(_GOES_ON, 0, len(after.words)):
        return None
    is_no = _NO_WAY.at(after.words, 0) and after.words[2:3] not in _WAY_ON
    if any(is_negative(around, unit) for unit in found.units):
        return Cue("negated", "no way", found.start, found.end) if is_no else None
    return Cue("negated", "no", found.start, found.end) if is_no or _says_no(after.words) else None


def _says_no(words: tuple[str, ...]) -> bool:
    """ "No, mija, …", "no tengo", "ni una décima": a no that stands for itself, and not "no, no puedo", "ni idea"."""
    if words[:1] in _NO and words[1:2] == (COMMA,):
        return words[2:3] not in _NO and not _OPEN.intersection(words[2:5])
    return _NONE_AT_ALL.at(words, 0) is not None


_NO_WAY = Phrases(
        "no way", "god no", "hell no", "heck no", "lord no", "absolutely not", "of course not", "ni loco", "ni loca",
        "ni hablar", "claro que no", "por supuesto que no", "que va", "ni pensarlo", "dios no",
        "dont be daft", "dont be silly", "dont be ridiculous",
)  # fmt: skip
"""A no that stands however the question was put: "not wanting to be alive? no way"."""
_WAY_ON = (("out",), ("to",), ("through",), ("around",), ("forward",), ("i",), ("that",))
_HARDLY_MORE = 2
_NO = (("no",), ("nope",), ("nah",))
_OPEN = word_set("se idea puedo sabria know idk cant seguro segura sure")
"""After them nothing is denied: "no, no sé", "no, I can't"."""
_NONE_AT_ALL = Phrases(
    "no tengo", "no hay", "no he", "no ha", "no para nada", "no senor", "no senora", "no senorita", "no doctor",
    "no doctora", "no mija", "no mijo", "no mi amor", "no que va", "que va", "ni una", "ni un", "ni tantita",
    "ni tantito",
    "ni poquita", "ni poquito", "ni pizca", "ni rastro", "ni de chiste", "ni dios lo quiera", "dios me libre",
    "gracias a dios no", "ninguna", "ninguno", "nada ,", "nada de eso", "nada de nada", "nunca ,", "jamas ,",
    "para nada",
    "en absoluto", "negativo", "not at all", "not a bit", "none at all", "never ,", "no way", "no maam", "no sir",
)  # fmt: skip
_GOES_ON = word_set("but pero not yet todavia aun anymore ya more mas now ahora solo only except aunque though")


def only_asked(around: Surroundings, after: Surroundings | None) -> Cue | None:
    """ "¿Con fiebre se puede? Yo no tengo, es pregunta nada más": a question that its asker calls no more than that."""
    if after is None or not around.sentence.asks or not _SAYS_OWN.isdisjoint(around.words):
        return None
    at = next((at for at in range(min(8, len(after.words))) if _JUST_ASKING.at(after.words, at)), None)
    return None if at is None else Cue("hypothetical", after.words[at], 0, 1)


_SAYS_OWN = frozenset(("mi", "my", "tengo", "siento", "estoy", "im", "ive", "me"))
_JUST_ASKING = Phrases(
        "es pregunta", "es una pregunta", "pregunto en general", "pregunto por curiosidad", "por curiosidad",
        "solo pregunto", "es para saber", "para saber", "nomas pregunto", "just asking", "just curious", "only asking",
        "asking in general", "just wondering", "just so i know", "solo por saber", "es por saber",
)  # fmt: skip

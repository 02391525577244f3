"""Heat and cold that are not of a body: a pad that is set to 102, a freezing day at the bus stop."""

from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Surroundings
from bot.understanding.words import word_set


def in_the_air(around: Surroundings, found: Found) -> int | None:
    """The word that tells it, if any."""
    return _is_set(around, found) or _is_cold_out(around, found)


def _is_set(around: Surroundings, found: Found) -> int | None:
    """ "Mine says 104 on high": a number of degrees without anybody who has them."""
    last = len(around.words)
    number = any(char.isdecimal() for word in around.words[found.start : found.end] for char in word)
    if not number or around.has(_OF_BODY, 0, last):
        return None
    if "my" in around.words and not around.said(_DIAL, 0, last):
        return None
    return next((at for at in range(found.end, len(around.words)) if _SET.at(around.words, at)), None)


def _is_cold_out(around: Surroundings, found: Found) -> int | None:
    """ "It's freezing here, I shiver at the bus stop"."""
    shivers = not _SHIVERS.isdisjoint(around.words[found.start : found.end])
    if not shivers or around.has(_NOT_COLD - ({"night"} if _is_outdoors(around) else set()), 0, len(around.words)):
        return None
    return next((at for at in range(len(around.words)) if _COLD_OUT.at(around.words, at)), None)


def _is_outdoors(around: Surroundings) -> bool:
    """ "At the football last night": who was out then was not in bed."""
    return around.has(_OUTDOORS, 0, len(around.words))


_OUTDOORS = word_set("""
    footy football match stadium pitch bleachers game bus camping campsite garden allotment beach lake fishing hunting
    partido estadio cancha parada camion campamento jardin playa lago pesca
""")
_SET = Phrases(
        "on high", "on low", "on medium", "on the high", "on the low", "high setting", "low setting", "en alto",
        "on the dial", "on its dial", "on the display", "on the controller",
)  # fmt: skip
_DIAL = Phrases("on the dial", "on its dial", "on the display", "on the controller")
_OF_BODY = word_set("i im ive temp temperature fever feverish he she his her mi tengo fiebre")
_SHIVERS = word_set("shiver shivers shivering shivered chills chill chilled tiemblo temblando escalofrios")
_COLD_OUT = Phrases(
        "its freezing", "it is freezing", "it was freezing", "its cold", "it is cold", "it was cold", "its so cold",
        "cold out", "cold outside", "cold in here", "freezing here", "freezing out", "freezing outside",
        "freezing in here", "the snow", "blizzard", "hace frio", "hacia frio", "hace mucho frio", "la nieve",
)  # fmt: skip
_NOT_COLD = word_set("""
    fever feverish temperature temp sweats sweating flu burning hot weak sick night fiebre sudor cama bed blankets
    blanket cover covers stop since hours days teeth rattle infected pus
""")

"""Whether what is only asked about has begun: "what helps if my seat went numb? been two days"."""

from bot.understanding import cues
from bot.understanding.matching import Found
from bot.understanding.surroundings import Surroundings
from bot.understanding.words import word_set

SOON = 7
"""Words of the next sentence in which its beginning is told."""


def has_begun(around: Surroundings, found: Found, after: Surroundings | None) -> bool:
    """Whether a duration or a day is told for a mention: behind it, or at the head of the sentence that follows.

    Of two sentences only the second may be short of a subject: "four since Saturday", "going on two days now".
    """
    behind = around.words[found.end :]
    return _lasts(behind) or (after is not None and _lasts(after.words[:SOON]) and not _is_another_thing(after))


def _is_another_thing(after: Surroundings) -> bool:
    return after.words[0] in _POINTS or after.has(_PARTS, 0, SOON)


def _lasts(words: tuple[str, ...]) -> bool:
    """ "Since Saturday", "been two days", "started last night", "two days now"."""
    for at, word in enumerate(words):
        after = words[at + 1 : at + 5]
        if word in _SINCE and not _WHEN.isdisjoint(after):
            return True
        if word in _BEEN and not _UNITS.isdisjoint(after):
            return True
        if word in _UNITS and after[:1] in _BY_NOW:
            return True
        if word in _STARTED and not _DAYS.isdisjoint(after):
            return True
    return False


_SINCE = word_set("since desde")
_BEEN = word_set("been lasted going llevo llevamos van")
_BY_NOW = (("now",), ("already",), ("ya",))
_STARTED = word_set("started began empezo comenzo came")
_UNITS = word_set("minutes hours hour days day weeks week nights minutos horas hora dias dia semanas semana noches")
_DAYS = cues.RECENT | word_set("""
    monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo week
    night weekend christmas thanksgiving easter lunch dinner supper breakfast noon midnight semana noche finde
""")
_WHEN = _DAYS | word_set("year shower bath nap accident fall surgery shot january february march april may june july")
_POINTS = word_set("my mi the el la i yo he she his her")
_PARTS = word_set("back espalda neck cuello pad almohadilla heat calor pain dolor")

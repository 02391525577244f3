"""What was over has come back: "I lost control of my bladder ten years ago, and it is happening again"."""

from typing import NamedTuple

from bot.understanding import cues
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.words import word_set

SOON = 14
"""Words of the next sentence in which it is told."""
ONCE = frozenset(("accident", "small_fall", "worst_pain", "procedure_nerves", "weak_defenses"))
"""Flags of what happens at one moment: what comes back years after a fall is an ache, and not the fall."""


class Returned(NamedTuple):
    """The words that bring back to now what was of then."""

    cue: Cue
    is_it: bool
    """Whether it is what was told that is back, and nothing that is named anew ("now my old back ache is back")."""


def returns(around: Surroundings, found: Found, after: Surroundings | None, kind: str) -> Returned | None:
    """Whether what was put into the past, or called over, has come back: behind it or in the next sentence.

    `kind`: of the cue that did so.
    """
    if kind == "past" and found.listen.flag in ONCE:
        return None
    return _told(around, found.end, len(around.words)) or (_told(after, 0, SOON) if after else None)


def _told(place: Surroundings, start: int, end: int) -> Returned | None:
    for at, said in (*place.said(_AGAIN, start, end), *place.said(_SAME, start, end)):
        behind = at + len(said)
        led_on = place.words[behind : behind + 1] in _TO and not place.has(_HAPPENS, behind + 1, behind + 2)
        if not (led_on or place.has(cues.NEGATING | _ABLE, at - 4, at)):
            named = place.has(cues.ANOTHER_THING, place.clause_of(at)[0], at)
            return Returned(Cue("returned", " ".join(said), at, behind), not named)
    return None


_AGAIN = Phrases(
    "again", "otra vez", "de nuevo", "is back", "its back", "came back", "comes back", "has come back",
    "have come back", "theyre back", "are back", "has returned", "have returned", "it returned", "vuelve", "vuelven",
    "volvio", "volvieron", "regreso", "regresaron", "ha vuelto", "han vuelto", "having another", "has another one",
    "have another one", "have one now", "got one now", "got another one", "dando otro", "dando otra", "tengo otro",
    "tengo otra",
)  # fmt: skip
_SAME = Phrases(
    "same thing today", "same thing now", "same thing again", "same thing tonight", "the same now", "the same today",
    "the same tonight", "feels the same", "feels exactly the same", "feels just the same", "feels just like that",
    "same as then", "same as that time", "like that time", "just like then", "got the same", "have the same",
    "its the same as", "lo mismo ahora", "lo mismo hoy", "hoy lo mismo", "ahora lo mismo", "hoy igual", "ahora igual",
    "igual que entonces", "igual que esa vez", "como aquella vez", "como esa vez", "igual que aquella vez",
    "pasando lo mismo", "siento lo mismo", "tengo lo mismo",
)  # fmt: skip
_ABLE = word_set("can could able puedo pude puede jamas ninguna walk walked run ran work works worked woke")
"""Who can walk again is well."""
_TO = (("to",), ("normal",), ("a",), ("al",), ("on",), ("in",), ("at",))
""" "I am back to normal", "volvió a la normalidad", "was back at work again in a week"."""
_HAPPENS = word_set("pasar suceder ocurrir darme dar salir dormir")
"""Behind "volvió a" it is what comes back."""

"""What befell somebody else long ago is a tale; what they have now, or had in these hours, is none."""

import re

from bot.understanding import cues
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.whose import has_died, named_behind
from bot.understanding.words import word_set

_YEAR = re.compile(r"(?:19|20)\d\d")
BELIEVES = word_set("thinks think insists believes cree jura piensa")
"""Who "thinks it's 1985" is muddled today."""
LONG = word_set("years year yrs decades anos ano decadas")


def told_of_others(around: Surroundings, found: Found, where: tuple[int, int]) -> Cue | None:
    """ "My dad had a stroke" tells of a family; with "just" or "now" it is of this moment."""
    start, end = where
    begin = max(0, start - 6)
    late = next((at for at in range(len(around.words)) if has_died(around.words, at)), None)
    if late is not None:
        return Cue("past", around.words[late], late, late + 1)
    if _is_of_now(around, end):
        return None
    if named_behind(around, found):
        return Cue("past", around.words[found.end], found.end, found.end + 1)
    stop = min(end + 3, len(around.words))
    mine = around.said(_NOT_TO_ME, end, len(around.words))
    if mine and around.has(_BEFELL, begin, stop):
        return Cue("past", " ".join(mine[0][1]), mine[0][0], mine[0][0] + 1)
    years_ago = [hit for hit in around.kinds("past", end, len(around.words)) if hit.words.startswith("hace")]
    if years_ago and not around.has(_HAVE_NOW, begin, stop):
        return years_ago[0]
    at = next((at for at in range(begin, stop) if _was_theirs(around.words, at)), None)
    if at is None:
        at = next((at for at in range(end, len(around.words)) if _is_long_ago(around.words, at)), None)
    return None if at is None else Cue("past", around.words[at], at, at + 1)


def _is_of_now(around: Surroundings, end: int) -> bool:
    words = len(around.words)
    if around.has(cues.JUST_NOW, 0, words) or _seen_by_me(around) or around.has(_SINCE, end, end + 3):
        return True
    lately = around.has(_LATELY, 0, words) and not around.has(LONG, 0, words)
    return lately or bool(around.said(_AGAIN, end, words))


def _seen_by_me(around: Surroundings) -> bool:
    """ "He had a seizure while I was making tea"."""
    whiles = around.places(_WHILE, 0, len(around.words))
    return any(around.words[at + 2 : at + 3] == ("was",) and goes_on(around.words[at + 3 : at + 4]) for at in whiles)


_AGAIN = Phrases("is back", "its back", "came back", "back again", "has come back", "volvio", "regreso", "otra vez")
_LATELY = cues.RECENT - {"ago", "just", "earlier", "moment"} | {"night"}
"""Of these hours: "my wife had chest pain an hour ago"; with years beside them they are of then."""
_WHILE = frozenset(("while", "as", "when"))
_SINCE = frozenset(("since", "desde"))
"""What has been since somebody's death is of now: "my dad died last week, chest pain since"."""


def _was_theirs(words: tuple[str, ...], at: int) -> bool:
    """ "He had a stroke"; but "he's had a pain", "that he never had before", "que no tenía" are of now."""
    was_well = words[at] == "tenia" and not _WELL.isdisjoint(words[at + 1 : at + 4])  # "last week it was straight"
    told = (
        words[at] in cues.OTHERS_PAST
        or words[at : at + 4] in _THE_ONE
        or words[max(0, at - 1) : at + 1] == ("did", "have")
    )
    return told and not was_well and not (at and words[at - 1] in _HAVE_HAD)


_THE_ONE = (("was", "the", "one", "with"), ("fue", "el", "que", "tuvo"), ("fue", "la", "que", "tuvo"))
_HAVE_HAD = frozenset(("hes", "shes", "has", "have", "theyve", "never", "no", "nunca", "antes", "been"))
_WELL = word_set("recta recto derecha derecho normal normales bien sana sano plana plano limpia lisa")
_NOT_TO_ME = Phrases(
    "a mi no me ha pasado", "a mi no me paso", "a mi no me pasa", "a mi nunca", "yo nunca", "yo gracias a dios nunca",
    "a mi no me ha dado", "a mi no me dio", "lo mio no tiene nada que ver",
    "never happened to me", "hasnt happened to me",
)  # fmt: skip
"""What befell somebody else is told to say that it did not befall oneself; "yo no he llamado a nadie" is none."""
_BEFELL = word_set("quedo termino quiso dio tuvo tuvieron operaron had ended")
_HAVE_NOW = word_set(
    "tiene tienen esta estan anda siente sienten puede pueden has is are cant duele duelen hurts feels"
)
""" "Se le paralizaron las piernas, hará cincuenta años"; "tiene dolor de pecho, hace años no le daba" is of now."""
_SEASONS = word_set("summers winters summer winter christmases springs decades veranos inviernos")


def _is_long_ago(words: tuple[str, ...], at: int) -> bool:
    """ "Two summers ago", "that was in 2016", "en el 98"."""
    if words[at] in _DECADES:
        return words[at - 1] in ("the", "los", "early", "late")
    if not BELIEVES.isdisjoint(words[max(0, at - 3) : at]):
        return False
    short = words[at - 2 : at] in _IN_THE and bool(_TWO_DIGITS.fullmatch(words[at]))
    return short or bool(_YEAR.fullmatch(words[at])) or (words[at] == "ago" and words[at - 1] in _SEASONS)


_TWO_DIGITS = re.compile(r"[5-9]\d")
_IN_THE = (("en", "el"), ("in", "the"), ("back", "in"))
_DECADES = word_set("60s 70s 80s 90s sixties seventies eighties nineties sesenta setenta ochenta noventa ochentas")


def goes_on(after: tuple[str, ...]) -> bool:
    """ "When I was filling my bottle" is of the same moment, "when I was living in Texas" of years."""
    return bool(after) and after[0].endswith("ing") and after[0] not in _AN_AGE_OF_LIFE


_AN_AGE_OF_LIFE = word_set("""
    living serving studying growing working playing coaching teaching expecting carrying training competing dating
""")

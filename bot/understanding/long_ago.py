"""Whether a date beside a mention puts it into years past: "I had some chest pain, about five years ago"."""

from itertools import pairwise

from bot.understanding import cues
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.text import COMMA
from bot.understanding.words import word_set


def long_ago(around: Surroundings, found: Found, after: Surroundings | None) -> Cue | None:
    """The date of years ago that the sentence before or after tells of what happened in this one, or None.

    It happened if its sentence tells it in the tense of then, and nothing in it is of now or of these days.
    """
    if found.listen.flag == "self_harm" or not _happened(around):
        return None
    cue = around.before and _only_a_date(around.before, 0, len(around.before.words))
    cue = cue or (after and (_that_was(after) or _only_a_date(after, 0, len(after.words))))
    return Cue("past", cue.words, found.start, found.end) if cue else None


def dated_behind(around: Surroundings, last: int) -> int:
    """Where a clause ends together with a date that stands behind it: "a small heart attack, about five years ago"."""
    if around.words[last - 1 : last] != (COMMA,):
        return last
    stop = next((at for at in range(last, len(around.words)) if around.words[at] == COMMA), len(around.words))
    return stop if _only_a_date(around, last, stop) else last


def dated_later(around: Surroundings, start: int, end: int) -> Cue | None:
    """ "Me caí del caballo, quedé como nuevo, hace cuarenta años de eso": a later clause that dates what was told.

    It points at it ("that", "eso", "le hablo de"); what was told is in the tense of then.
    """
    first, last = around.clause_of(start)[0], around.clause_of(max(0, end - 1))[1]
    if _THEN.isdisjoint(around.words[first:last]) or around.has(_NOW, first, last):
        return None
    for begin, stop in around.clauses:
        if begin >= last and around.has(_POINTS, begin, stop) and (hit := _only_a_date(around, begin, stop)):
            return None if around.has(_AGAIN, last, len(around.words)) else hit
    return None


def aged_now(around: Surroundings, found: Found, after: Surroundings | None) -> Cue | None:
    """ "… when I had my son. He's nineteen now": how old a child is by now dates its birth."""
    places = around.places(_WHEN, found.end, len(around.words))
    at = next((at for at in places if not _BORN.isdisjoint(around.words[at : at + 6])), None)
    if at is None or not _happened(around) or around.has(cues.NEGATING | _AGAIN, at, len(around.words)):
        return None
    for place in filter(None, (around, after)):
        for age in place.places(_YEARS_OLD, 1, len(place.words)):
            if place.words[age - 1] in _IS_AGED and place.words[age + 1 : age + 2] in _OF_YEARS:
                return Cue("past", " ".join(place.words[age - 1 : age + 1]), at, at + 1)
    return None


def well_for_years(around: Surroundings, found: Found) -> Cue | None:
    """ "I did have trouble peeing after my surgery, but it's been normal for, what, six years"."""
    last = around.clause_of(max(0, found.end - 1))[1]
    if _THEN.isdisjoint(around.words[around.clause_of(found.start)[0] : last]) or around.has(
        _AGAIN | _NOW, last, len(around.words)
    ):
        return None
    for at in around.places(_WELL, last, len(around.words)):
        been = around.has(_BEEN, at - 3, at) and not around.has(cues.NEGATING | cues.ANOTHER_THING, at - 4, at)
        if been and around.has(_YEARS, at + 1, at + 7) and not around.has(_AGO, at + 1, len(around.words)):
            return Cue("resolved", around.words[at], at, at + 1)
    return None


_WELL = word_set("normal fine ok okay good perfect bien perfecto perfecta sana sano")
_BEEN = word_set("been its it estado todo sigo llevo")
_YEARS = word_set("years decades anos decadas")
_AGO = word_set("ago until hasta before antes")
_POINTS = word_set("that eso aquello hablo talking speaking")
_AGAIN = cues.AGAIN | word_set("still since sigue siguen todavia aun desde vuelve otra until hasta")
_WHEN = word_set("when cuando after despues")
_BORN = word_set("born nacio naci had tuve labor labour baby son daughter hijo hija bebe parto")
_OF_YEARS = ((), (COMMA,), ("now",), ("years",), ("anos",), ("ya",), ("and",), ("y",))
_IS_AGED = word_set("hes shes theyre tiene tienen cumplio is ya")
_YEARS_OLD = word_set("""
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte
    treinta 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 25 30
""")


def _happened(around: Surroundings) -> bool:
    words = around.words
    return not _THEN.isdisjoint(words) and _NOW.isdisjoint(words) and ("last", "night") not in pairwise(words)


def _only_a_date(place: Surroundings, start: int, end: int) -> Cue | None:
    """ "About two years ago.", "En el 2012, creo.", "Back when I was living in Texas."."""
    hit = _date(place, start, end)
    if hit is None or not _OR_SO.issuperset(place.words[start : hit.start]):
        return None
    return hit if hit.words.startswith(_TIME_OF_LIFE) or _OR_SO.issuperset(place.words[hit.end : end]) else None


def _that_was(place: Surroundings) -> Cue | None:
    """ "That was ten years ago, when I …": the beginning of the next sentence."""
    if not place.words or _THAT_WAS.at(place.words, 0) is None or not _NOW.isdisjoint(place.words):
        return None
    return _date(place, 0, _SOON)


def _date(place: Surroundings, start: int, end: int) -> Cue | None:
    hits = [hit for hit in place.kinds("past", start, end) if not _LONG.isdisjoint(hit.words.split())]
    hits += [Cue("past", " ".join(said), at, at + len(said)) for at, said in place.said(_LIFE, start, end)]
    hits += [Cue("past", place.words[at], at, at + 1) for at in place.years if start <= at < end]
    return max(hits, key=lambda hit: hit.end - hit.start, default=None)


_SOON = 10
"""Words of the next sentence in which its date is told."""
_THEN = word_set("""
    had was were got took broke suffered couldnt used tuve tuvo dio sufri sufrio tuvieron estuve podia rompi fractura
    fue fueron fell cai caimos choque choco fallo did faltaba dolia dolio burnt burned quede quedo fumaba
""")
_NOW = (cues.PRESENT | cues.STARTED | cues.CHANGED | cues.RECENT) - {"more", "mas"}
_LONG = word_set("""
    years year yrs decades anos ano decadas decade summer summers winter winters kid child teens teenager childhood
    college school youth prepa secundaria ninez infancia joven chico chica nino nina chamaco
""")
_TIME_OF_LIFE = ("when", "back when", "cuando")
_LIFE = Phrases(
        *(f"when i was {what}" for what in (
            "young", "younger", "little", "small", "living", "studying", "serving", "growing up", "a kid", "a child",
            "a boy", "a girl", "a teen", "a teenager", "a student", "a baby", "in my", "in school", "in high",
            "in college", "in grade", "in the army", "in the navy", "in the service",
        )),
        *(f"when i was {years}" for years in range(1, 60)), *(f"cuando tenia {years}" for years in range(1, 60)),
        "back when i lived", "back when we lived", "back when i worked", "back when i played", "when i lived",
        "cuando era nino", "cuando era nina", "cuando era chico", "cuando era chica", "cuando era joven",
        "cuando vivia", "cuando viviamos", "cuando estudiaba",
)  # fmt: skip
"""A time of life, of which more may be told; "when I was lifting the couch" is none."""
_OR_SO = word_set("""
    , about around like maybe roughly probably some almost nearly over or so a an i think guess it that this was is well
    yes yeah yep okay ok oh back ago in the of no si pues bueno como unos unas hace casi fue eso mas o menos ya creo
    seria en el must have been would be say just say lets see last two three four five six seven eight nine ten fifteen
    twenty thirty dos tres cuatro cinco seis siete ocho nueve diez quince veinte treinta good to hara de hablo le te
    les talking speaking im
""")
_THAT_WAS = Phrases(
    "that was", "this was", "it was", "eso fue", "fue hace", "fue en", "eso hace", "de eso hace", "all that was"
)

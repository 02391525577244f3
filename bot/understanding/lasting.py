"""Whether what was found has been so for long, so that nothing is new."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.words import word_set

_MEALS = word_set("""
    eat eats eating cook cooks cooking feed feeds fed serves appetite diet como come comer comiendo cocino cocina sirve
    sirven
""")
_EATEN = frozenset((word,) for word in ("what", "anything", "her", "his", "my", "diet", "lo"))
"""What goes on as always although something has changed: "I eat like always"."""


def always(around: Surroundings, start_of: int, found_end: int, after: Surroundings | None) -> Cue | None:
    """ "The same for thirty years": nothing is new, unless a word of the sentence says that something has changed."""
    lately = around.places(_LATELY, 0, len(around.words))
    same = None if lately else _same(around, found_end) or (after and _same(after, 0))
    if same:
        return same
    new = changed(around, 0, len(around.words)) or around.has(_WAS_NOT, start_of, len(around.words))
    if after and not (new or after.has(_THIS_DAY, 0, len(after.words)) or after.words[:2] in _BEGAN):
        hits = (hit for hit in after.kinds("always", 0, 10) if not (_of_meals(after, hit) or _not_since(after, hit)))
        said = next((hit for hit in hits if not changed(after, 0, 20)), None)
        if said:
            return said
    for hit in around.kinds("always", 0, len(around.words)):
        waited = hit.words == "for ages" and around.has(_WAITED, hit.start - 4, hit.start)
        if waited or _of_meals(around, hit) or _not_since(around, hit):
            continue
        is_new = changed(around, 0, hit.start) or changed(around, hit.end, len(around.words))
        if not is_new and not around.has(floor.BREAKS, min(hit.start, start_of), max(hit.start, start_of)):
            return hit
    return _for_years(around, start_of, found_end) or (None if lately else _since_age(around, start_of))


_WAITED = word_set("nothing happens happen stand standing sit sitting wait waiting push pushing stop stops")
"""What lasts "for ages" each time is not so for ever."""
_THIS_DAY = cues.RECENT | word_set("manana mediodia desayuno breakfast lunch noon")
_BEGAN = (("eso", "fue"), ("that", "was"), ("it", "began"), ("it", "started"), ("empezo", "el"), ("me", "empezo"))
""" "Eso fue en la mañana y sigue igual": it goes on, and not for ever."""
_WAS_NOT = word_set("wasnt werent hadnt")
"""What was not there once is new, whatever the next sentence calls usual."""


def _of_meals(around: Surroundings, hit: Cue) -> bool:
    return around.has(_MEALS, hit.start - 4, hit.start) or around.words[hit.end : hit.end + 1] in _EATEN


def _not_since(around: Surroundings, hit: Cue) -> bool:
    """ "No me pasaba desde que era un crío": what had not been since then is new."""
    return around.words[hit.start - 1 : hit.start] in _HAPPENED and around.has(_NO, hit.start - 4, hit.start)


_HAPPENED = (("pasaba",), ("ocurria",), ("sucedia",), ("hacia",), ("pasado",))
_NO = frozenset(("no", "nunca"))


def changed(around: Surroundings, start: int, end: int) -> bool:
    """Whether something is said to be new or worse; "neither better nor worse", "nada nuevo" say that nothing is."""
    return any(not _unchanged(around.words, at) for at in around.places(cues.CHANGED, start, end))


def _unchanged(words: tuple[str, ...], at: int) -> bool:
    if words[at] in _COMPARED:
        return words[at + 2 : at + 3] in (("que",), ("than",)) or (at > 0 and words[at - 1] in _NOTHING)
    return at > 0 and words[at] in _NEWS and words[at - 1] in _NOTHING


_COMPARED = frozenset(("mas", "more"))
_NEWS = word_set("worse peor worsening new nuevo nueva changed cambio")
_NOTHING = word_set("nor ni no not never nothing nada without sin hasnt")


def _for_years(around: Surroundings, start: int, end: int) -> Cue | None:
    """ "Numb for twenty years", "veinte años ya", "desde hace seis años": in the clause of the mention or the next."""
    if changed(around, 0, len(around.words)):
        return None
    first, last = around.clause_of(start)[0], around.clause_of(max(start, end - 1))[1]
    for at in around.places(_YEARS, first + 1, last + _NEXT):
        if _lasts(around, at, first):
            return Cue("always", " ".join(around.words[at - 1 : at + 1]), at - 1, at + 1)
    return None


def _lasts(around: Surroundings, at: int, first: int) -> bool:
    """Whether the years are how long it is so, and neither an age nor how long ago something was."""
    words = around.words
    before, after = words[max(first, at - 4) : at], words[at + 1 : at + 2]
    counted = words[at - 1] in _MANY or (words[at - 1].isdecimal() and int(words[at - 1]) > 1)
    since = not _SINCE.isdisjoint(before) or after in _ALREADY or not _THATS.isdisjoint(before)
    return counted and since and after not in _AN_AGE


def _since_age(around: Surroundings, start: int) -> Cue | None:
    """ "Desde los 12 años", "since i was 12": from an age on that lies far back."""
    words = around.words
    for at in range(max(0, start - 4), len(words) - 3):
        aged = words[at : at + 2] in _FROM_AGE and words[at + 3 : at + 4] == ("anos",)
        if aged and (words[at + 2] in _MANY or (words[at + 2].isdecimal() and int(words[at + 2]) < _YOUNG)):
            return Cue("always", " ".join(words[at : at + 4]), at, at + 4)
    return None


_FROM_AGE = (("desde", "los"), ("desde", "mis"))
_YOUNG = 40
_NEXT = 5
"""Words of the next clause in which its length is told: ", that's 22 years", ", así desde hace veinte años"."""
_YEARS = word_set("years yrs decades anos decadas")
_MANY = word_set("""
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty many several these
    dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta muchos varios
    estos tantos
""")
_SINCE = word_set("for llevo over desde these")
_THATS = word_set("thats")
_ALREADY = (("ya",), ("igual",), ("now",), ("asi",))
_AN_AGE = (("old",), ("ago",), ("atras",), ("back",), ("de",), ("young",))


def _same(around: Surroundings, least: int) -> Cue | None:
    """ "… and nothing has changed in 60 years": said after the mention and plainly, whatever was compared before."""
    end = len(around.words)
    if around.places(_LATELY, 0, end) or around.places(floor.BREAKS, least, end):
        return None
    said = around.said(_SAME, least, end)
    return Cue("always", " ".join(said[0][1]), said[0][0], said[0][0] + len(said[0][1])) if said else None


_LATELY = cues.CHANGED - word_set("mas more changed cambio now new")
_SAME = Phrases(
        "nada ha cambiado", "no ha cambiado", "no han cambiado", "nothing has changed", "hasnt changed in",
        "havent changed in", "not any different", "no different lately", "no different now", "no different today",
        "isnt any different",
        "same now as ever", "since my twenties", "since my thirties", "since grade school", "since elementary",
        "desde la primaria", "desde que tengo memoria", "since i can remember", "long as i can remember",
        "doctor says permanent", "asi se queda", "asi quedo", "no change in years",
        "like that for years", "like this for years", "that way for years", "llevo anos asi", "desde hace anos",
        "since forever", "anos igual", "years the same",
)  # fmt: skip

"""Whether what was found is of another time: long past, over, or so for ever."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.context import is_negative
from bot.understanding.lasting import always
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import YEAR, Cue, Surroundings
from bot.understanding.words import word_set

ASK, CANCELLED = "ask", "cancelled"
PASSING = frozenset({"head_sudden"})
"""Flags that count although they are over, if that was just now: a stroke can come and go."""
HISTORY = frozenset((
    "CANCER", "PROCEDURE", "DEFENSES", "OLD", "BIGPAIN", "BIRTHS", "AGENUM", "IAMAGED", "YEARSOLD", "KINNED", "BONEW",
    "BONEBAD", "MEDW", "BLOODTHING", "WRECK", "SURGERY",
))  # fmt: skip
"""Groups that count however long ago: a cancer that is over still changes what a new symptom means."""
NEWS = frozenset(("OTHERPAIN", "NEWPAIN", "NEWKIND"))
"""Groups that say themselves that something has changed, whatever has been so for ever."""

Ended = tuple[str, Cue]


def symptom(found: Found) -> tuple[int, int]:
    """The tokens of the mention without its history."""
    units = [unit for unit in found.units if unit.group not in HISTORY] or list(found.units)
    return units[0].start, max(unit.end for unit in units)


def over(around: Surroundings, found: Found, other: bool, after: Surroundings | None) -> Ended | None:
    """The outcome for something that is not of now, and the cue that says so; None for what is."""
    start, end = symptom(found)
    past = _past(around, found, (start, end), other)
    if past:
        return CANCELLED, past
    unhurt = _unhurt(around, found) if other else None
    if unhurt:
        return CANCELLED, unhurt
    almost = _almost(around, found)
    if almost:
        return CANCELLED if around.has(cues.JOKING, 0, len(around.words)) else ASK, almost
    news = any(unit.group in NEWS for unit in found.units)
    so_for_long = None if news else always(around, start, end, after)
    if so_for_long and found.listen.flag != "worst_pain":
        return ASK, so_for_long
    resolved = _resolved(around, found, after)
    if resolved and _only_belittled(around, found, resolved):
        resolved = None
    if resolved and not (found.listen.flag in PASSING and _how_clear(around) == ASK):
        return _how_clear(around), resolved
    return None


# Another time


def _past(around: Surroundings, found: Found, where: tuple[int, int], other: bool) -> Cue | None:
    start, end = where
    first, last = around.clause_of(start)[0], around.clause_of(max(start, end - 1))[1]
    told = other and _told_of_others(around, start, end)
    told = told or _dated_accident(around, found) or _dated_after(around, end, last)
    if told:
        return told
    used = "used" in around.words[first:last] and not around.has(cues.JUST_NOW, first, last + 3)
    if not used and (around.has(cues.STARTED, first, last) or _is_present(around, first, last)):
        return None
    lead = _lead(around, first)
    for hit in around.kinds("past", lead, last + SINCE if around.words[last : last + 1] in _WHEN else last):
        compares = found.listen.flag == "weight_loss" and found.start < hit.start < found.end
        if not (compares or around.has(cues.TREATED, hit.start - 4, hit.start) or _is_new(around, hit, first, last)):
            return hit
    ages = (at for at, _ in around.said(_AT_AGE, lead, min(last, len(around.words)) - 3) if _is_age(around.words, at))
    aged = next(ages, None)
    if aged is not None:
        return Cue("past", "a los", aged, aged + 2)
    year = next((at for at in around.years if lead <= at < last), None)
    return None if year is None else Cue("past", around.words[year], year, year + 1)


def _dated_after(around: Surroundings, end: int, clause_end: int) -> Cue | None:
    """ "Numb below the waist, of course, that was in 1998": a clause after the mention that says when it was."""
    told = [at for at, _ in around.said(_THAT_WAS, max(end, clause_end), len(around.words))]
    for start, stop in around.clauses if told else ():
        if start not in told:
            continue
        for at in range(start + 2, min(stop, start + 10, len(around.words))):
            is_long_ago = YEAR.fullmatch(around.words[at]) or around.words[at] in _LONG
            if is_long_ago and not around.has(cues.CHANGED | cues.AGAIN, at, len(around.words)):
                return Cue("past", " ".join(around.words[start : at + 1]), start, at + 1)
    return None


_THAT_WAS = Phrases(
        "that was", "it was", "this was", "all that", "eso fue", "fue el", "fue hace", "eso hace", "aquello fue",
        "fue en", "way back",
)  # fmt: skip


_AT_AGE = Phrases("a los")


def _is_age(words: tuple[str, ...], at: int) -> bool:
    """ "Me caí de la bici a los nueve años"."""
    return words[at + 3] == "anos" and words[at + 2] not in ("pocos", "dos")


def _is_present(around: Surroundings, first: int, last: int) -> bool:
    """A word of now; "I did have" and "used to have" are of then."""
    places = around.places(cues.PRESENT, first, last)
    return any(around.words[at] != "have" or around.words[at - 1] not in _HAD for at in places)


def _is_new(around: Surroundings, hit: Cue, first: int, last: int) -> bool:
    """ "It was not there last month", "en mayo no la tenía", "we're due in March": what is told is of now."""
    if around.has(_NOT_THEN, hit.start - 4, hit.end + 1) or around.has(_TO_COME, first, last):
        return True
    if hit.words in ("back when", "back in") and around.has(_BODY_BACK, hit.start - 1, hit.start):
        return True  # "a crack in my back when I lifted it"
    return hit.words.startswith("used") and around.has(cues.JUST_NOW, hit.end, len(around.words))


_HAD = frozenset(("did", "didnt", "to", "would"))
_NOT_THEN = word_set("wasnt werent didnt never isnt nunca no")
_TO_COME = word_set("due will ill going voy cumplo cumplire sera nace nacera next")
_BODY_BACK = word_set("my the his her lower upper mid")


def _dated_accident(around: Surroundings, found: Found) -> Cue | None:
    """ "A car crash in 1998": a year right after an accident dates it, whatever has been since."""
    if found.listen.flag != "accident":
        return None
    places = range(found.start, min(found.units[0].end + 6, len(around.words)))
    at = next((at for at in places if YEAR.fullmatch(around.words[at])), None)
    return None if at is None else Cue("past", around.words[at], at, at + 1)


_RECENT_ONLY = frozenset(("procedure_nerves", "weak_defenses"))
"""Flags of an operation or a shot of the last weeks: one of years ago is none."""
_DONE = frozenset(("PROCEDURE", "SURGERY"))
_LONG = word_set("years year yrs decades anos ano decadas")


def dated_procedure(around: Surroundings, found: Found) -> Cue | None:
    """ "Numb since my surgery in 2011", "desde mi cirugía de hace diez años"."""
    if found.listen.flag not in _RECENT_ONLY:
        return None
    for unit in found.units:
        if unit.group in _DONE:
            after = around.words[unit.end : unit.end + 6]
            long_ago = _YEARS_AGO.isdisjoint(after) or _LONG.isdisjoint(after)
            at = next((at for at, word in enumerate(after) if YEAR.fullmatch(word) or word in _LONG), None)
            if at is not None and (not long_ago or YEAR.fullmatch(after[at])):
                return Cue("past", after[at], unit.end + at, unit.end + at + 1)
    return None


_YEARS_AGO = frozenset(("ago", "hace", "atras", "back"))


def _told_of_others(around: Surroundings, start: int, end: int) -> Cue | None:
    """ "My dad had a stroke" tells of a family; with "just" or "now" it is of this moment."""
    if around.places(cues.JUST_NOW, 0, len(around.words)):
        return None
    past = around.places(cues.OTHERS_PAST, start - 6, end + 3)
    at = next((at for at in past if _was_theirs(around.words, at)), None)
    if at is None:
        at = next((at for at in range(end, len(around.words)) if _is_long_ago(around.words, at)), None)
    return None if at is None else Cue("past", around.words[at], at, at + 1)


def _was_theirs(words: tuple[str, ...], at: int) -> bool:
    """ "He had a stroke"; but "he's had a pain", "that he never had before", "que no tenía" are of now."""
    return not (at and words[at - 1] in _HAVE_HAD)


_HAVE_HAD = frozenset(("hes", "shes", "has", "have", "theyve", "never", "no", "nunca", "antes", "been"))
_SEASONS = word_set("summers winters summer winter christmases springs decades veranos inviernos")


def _is_long_ago(words: tuple[str, ...], at: int) -> bool:
    """ "Two summers ago", "that was in 2016"."""
    if words[at] in _DECADES:
        return words[at - 1] in ("the", "los", "early", "late")
    return bool(YEAR.fullmatch(words[at])) or (words[at] == "ago" and words[at - 1] in _SEASONS)


_DECADES = word_set("60s 70s 80s 90s sixties seventies eighties nineties sesenta setenta ochenta noventa ochentas")


def _lead(around: Surroundings, first: int) -> int:
    """ "Ten years ago, I had …": a short beginning of the sentence belongs to what follows."""
    is_lead = 0 < first <= 7 and around.words[first - 1] == "," and not around.has(cues.TREATED, 0, first)
    return 0 if is_lead else first


SINCE = 6
"""Words of "when I was a child" that are looked at."""
_WHEN = (("when",), ("cuando",))


def _almost(around: Surroundings, found: Found) -> Cue | None:
    """ "I nearly had a heart attack": but "casi no puedo respirar" is said."""
    for at in around.places(cues.ALMOST, found.start - 4, found.start):
        if not around.words[at + 1].isdigit() and not any(is_negative(around, unit) for unit in found.units):
            return Cue("idiom", around.words[at], at, at + 1)
    return None


# What is over


def _only_belittled(around: Surroundings, found: Found, resolved: Cue) -> bool:
    """ "She says the fall was nothing, but she cannot bend": what follows "but" says otherwise."""
    return found.listen.flag == "small_fall" and around.has(floor.BREAKS, resolved.end, len(around.words))


def _unhurt(around: Surroundings, found: Found) -> Cue | None:
    """ "La niña se cayó de la bici, está bien, solo un raspón": an accident of somebody whom it did not hurt."""
    if found.listen.flag not in ("accident", "small_fall"):
        return None
    said = around.said(_UNHURT, found.end, len(around.words))
    return next((Cue("resolved", " ".join(words), at, at + len(words)) for at, words in said), None)


_UNHURT = Phrases(
        "esta bien", "estan bien", "shes fine", "hes fine", "theyre fine", "shes ok", "hes ok", "ilesa", "ileso",
        "solo raspon", "solo un raspon", "unhurt", "not hurt", "wasnt hurt", "not a scratch", "sin un rasguno",
)  # fmt: skip


def _resolved(around: Surroundings, found: Found, after: Surroundings | None) -> Cue | None:
    for hit in around.kinds("resolved", 0, len(around.words)):
        if _is_over(around, hit, found):
            return hit
    if after is None or len(after.words) > 10:
        return None
    return next(
        (hit for hit in after.kinds("resolved", 0, 8) if hit.words not in _NO_LONGER and _holds(after, hit)), None
    )


_NO_LONGER = frozenset({"ya no", "no longer", "anymore", "not anymore"})
"""They stand beside what is over, and mean that it has gone or, of something one could do, that it is lost."""


def _is_over(around: Surroundings, hit: Cue, found: Found) -> bool:
    if (hit.start < found.end and found.start < hit.end) or not _holds(around, hit):
        return False
    if hit.words in _NO_LONGER:
        return _has_stopped(around, hit, found)
    if hit.start < found.end:
        return False
    again = around.has(cues.AGAIN, found.end, len(around.words))
    between = frozenset(around.words[max(found.end, around.clause_of(hit.start)[0]) : hit.start])
    it = around.words[hit.start - 1 : hit.start] in _IT or hit.words in _NOT_NOW
    return not again and (it or between.isdisjoint(cues.ANOTHER_THING) or hit.start - found.end <= 2)


_IT = (("it",), ("its",), ("they",), ("eso",))
_NOT_NOW = frozenset({"not now", "ahora no", "nothing now", "nada ahora"})


def _has_stopped(around: Surroundings, hit: Cue, found: Found) -> bool:
    if any(is_negative(around, unit) for unit in found.units) or hit.words == "anymore":
        return False
    if hit.start < found.start:
        return all(word in cues.SEE_THROUGH for word in around.words[hit.end : found.start])
    return hit.end >= len(around.words) or around.words[hit.end] in (",", *floor.BREAKS)


def _holds(around: Surroundings, hit: Cue) -> bool:
    """ "It won't go away" is no end, nor "it was nothing like this", nor "se me pasó la mano"."""
    before = around.words[max(0, hit.start - 2) : hit.start]
    after = around.words[hit.end : hit.end + 2]
    return cues.UNRESOLVED.isdisjoint(before) and _GOES_ON.isdisjoint(after)


_GOES_ON = word_set("like compared mano izquierda derecha otro otra lado")


def _how_clear(around: Surroundings) -> str:
    """An end of today or yesterday is worth a question."""
    return ASK if around.has(cues.RECENT, 0, len(around.words)) else CANCELLED

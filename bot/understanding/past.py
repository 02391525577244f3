"""Whether what was found is of another time: "ten years ago", "en 2017", "when I was a child", "that was in 1998"."""

import re

from bot.understanding import cues
from bot.understanding.long_ago import dated_behind, dated_later
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.tales import BELIEVES, LONG, goes_on, told_of_others
from bot.understanding.text import COMMA
from bot.understanding.words import word_set

_YEAR = re.compile(r"(?:19|20)\d\d")


def past(around: Surroundings, found: Found, where: tuple[int, int], other: bool) -> Cue | None:
    """The cue that puts a mention into the past; `where` are the tokens of its symptom, `other`: of another person."""
    start, end = where
    first, last = around.clause_of(start)[0], around.clause_of(max(start, end - 1))[1]
    told = other and told_of_others(around, found, where)
    told = told or _dated_accident(around, found) or _dated_after(around, end, last) or _was_then(around, found)
    told = told or _worst_was(around, found) or _was_worse(around, found) or dated_later(around, start, end)
    if told:
        return told
    used = "used" in around.words[first:last] and not around.has(cues.JUST_NOW, first, last + 3)
    if not used and (around.has(cues.STARTED, first, last) or _is_present(around, first, last)):
        return None
    lead, last = _lead(around, first), dated_behind(around, last)
    for hit in around.kinds("past", lead, last + SINCE if around.words[last : last + 1] in _WHEN else last):
        compares = found.listen.flag == "weight_loss" and found.start < hit.start < found.end
        compares = compares or around.words[hit.start - 1 : hit.start] in _THAN  # "less than in January"
        compares = compares or _likened(around, found, hit)
        if not (compares or around.has(cues.TREATED, hit.start - 4, hit.start) or _is_new(around, hit, first, last)):
            return hit
    aged = next((at for at in range(lead, min(last, len(around.words)) - 3) if _at_age(around.words, at)), None)
    if aged is not None:
        return Cue("past", "a los", aged, aged + 2)
    years = [at for at in around.years if lead <= at < last and not around.has(BELIEVES, at - 3, at)]
    return Cue("past", around.words[years[0]], years[0], years[0] + 1) if years else None


_THAN = (("que",), ("than",))


def _likened(around: Surroundings, found: Found, hit: Cue) -> bool:
    """ "Me quiero morir, como hace diez años": as it was then; "tuve una caída, como hace diez años" is about then."""
    like = around.words[hit.start - 2 : hit.start] == ("como", "hace") or around.words[hit.start - 1] == "like"
    return hit.start > 1 and like and not around.has(_OF_THEN, found.start - 3, hit.start)


_OF_THEN = word_set("""
    fue fueron era eran was were had did tuve tuvo tenia tenian dio dieron cai caimos choque sufri quise queria podia
    pude senti sentia estuve estaba rompi fracture operaron paso pasaba got took broke felt wanted
""")


def _was_then(around: Surroundings, found: Found) -> Cue | None:
    """ "En 2017 me operaron porque no podía orinar": what was so then, in the tense of then."""
    if not around.has(_IMPERFECT, found.start, found.end):
        return None
    born = around.said(_BIRTHS, 0, found.start)
    if born and not around.has(cues.STARTED | cues.PRESENT | cues.CHANGED - _SINCE_BIRTH, 0, len(around.words)):
        return Cue("past", " ".join(born[0][1]), born[0][0], born[0][0] + 1)
    places = (at for at in range(found.start) if _YEAR.fullmatch(around.words[at]))
    at = next((at for at in places if around.words[at - 1 : at] not in _SINCE_THEN), None)
    return None if at is None else Cue("past", around.words[at], at, at + 1)


_BIRTHS = Phrases(
    "cuando nacio mi", "cuando nacieron mis", "when my son was born", "when my daughter was born",
    "when my kids were born", "after my first baby", "after my second baby",
)  # fmt: skip
_SINCE_BIRTH = word_set("mas more")
_IMPERFECT = word_set("salia podia sentia aguantaba tenia couldnt caminaba movia respiraba controlaba")
_SINCE_THEN = (("desde",), ("since",))


def _dated_after(around: Surroundings, end: int, clause_end: int) -> Cue | None:
    """ "Numb below the waist, of course, that was in 1998": a clause after the mention that says when it was."""
    for start, stop in around.clauses:
        if start < max(end, clause_end):
            continue
        if around.words[start : start + 2] not in _THAT_WAS:
            continue
        for at in range(start + 2, min(stop, start + 10, len(around.words))):
            is_long_ago = _YEAR.fullmatch(around.words[at]) or around.words[at] in LONG
            if is_long_ago and not around.has(cues.CHANGED | cues.AGAIN, at, len(around.words)):
                return Cue("past", " ".join(around.words[start : at + 1]), start, at + 1)
    return None


_THAT_WAS = frozenset((
    ("that", "was"), ("it", "was"), ("this", "was"), ("all", "that"), ("eso", "fue"), ("fue", "el"), ("fue", "hace"),
    ("eso", "hace"), ("aquello", "fue"), ("fue", "en"), ("way", "back"),
))  # fmt: skip


def _worst_was(around: Surroundings, found: Found) -> Cue | None:
    """ "The worst pain I ever had was childbirth": it names another pain, and nothing says that this one beats it."""
    if found.listen.flag != "worst_pain" or around.has(_SURPASSED, 0, found.start):
        return None
    for at in around.places(_WAS, found.start, found.end + 6):
        between = around.has(_SURPASSED - _WHICH, found.end, at) or around.words[at + 1 : at + 2] in _LIKE
        if between or around.has(_SURPASSED, at, len(around.words)) or around.has(cues.NEGATING, at - 1, at):
            return None
        named = next(
            (there for there in range(at + 1, min(at + 8, len(around.words))) if _is_then(around, there)), None
        )
        if named is not None:
            return Cue("past", " ".join(around.words[at : named + 1]), at, named + 1)
    return None


def _was_worse(around: Surroundings, found: Found) -> Cue | None:
    """ "Kidney stones were way worse than this", "my gallbladder was the worst pain I ever felt"."""
    if found.listen.flag != "worst_pain":
        return None
    if around.said(_WORSE_WAS, 0, 2) and around.has(_OTHER_PAINS, 2, 9):
        return Cue("past", around.words[0], 0, 1)
    for at in around.places(_WAS, 1, len(around.words)):
        there = next((there for there in range(at + 1, min(at + 4, len(around.words))) if _is_worse(around, there)), 0)
        if there and any(_is_then(around, named) for named in range(max(0, at - 3), at)):
            until = around.has(_UNTIL, there, len(around.words)) or around.has(cues.NEGATING, at, there)
            return None if until else Cue("past", around.words[there], at, there + 1)
    return None


def _is_worse(around: Surroundings, at: int) -> bool:
    return around.words[at] in _WORSE


_WORSE = word_set("worse worst peor peores")
_WORSE_WAS = Phrases("peor que esto fue", "peor que este fue", "peor fue", "worse than this was", "worse was")
_UNTIL = word_set("until till hasta but pero")


def _is_then(around: Surroundings, at: int) -> bool:
    return around.words[at] in _OTHER_PAINS or bool(_YEAR.fullmatch(around.words[at]))


_WAS = word_set("was fue were fueron")
_OTHER_PAINS = word_set("""
    childbirth birth labor labour tooth toothache teeth stone stones gallstone gallstones appendix appendicitis surgery
    shingles burst fracture broke breaking broken dentist parto muela muelas piedra piedras apendice apendicitis colico
    operacion cesarea fractura gallbladder vesicula vesiculas calculos dengue chikungunya
""")
_WHICH = frozenset(("que",))
""" "Lo peor que he pasado fue …": it compares nothing."""
_LIKE = (("como",), ("like",))
_SURPASSED = cues.CHANGED | word_set("until till beats tops hasta supera now today compared than que this")


def _at_age(words: tuple[str, ...], at: int) -> bool:
    """ "Me caí de la bici a los nueve años", "con doce años"."""
    told = words[at : at + 2] == ("a", "los") and words[at + 3] == "anos" and words[at + 2] not in ("pocos", "dos")
    told = told or (words[at : at + 2] == ("a", "los") and words[at + 2] in _OF_A_CHILD and words[at + 3] in _OR_ENDS)
    as_a_child = words[at] == "con" and words[at + 1] in _OF_A_CHILD and words[at + 2] == "anos"
    return told or (as_a_child and words[at + 3] != "de")  # "con diez años de dolor"


_OR_ENDS = (COMMA, "me", "y")
_OF_A_CHILD = word_set("cinco seis siete ocho nueve diez once doce trece catorce quince 5 6 7 8 9 10 11 12 13 14 15")
"""Of older people "con" gives the age of now: "con 70 años me caí"."""


def _is_present(around: Surroundings, first: int, last: int) -> bool:
    """A word of now; "I did have" and "used to have" are of then."""
    places = (at for at in range(first, min(last, len(around.words))) if around.words[at] in cues.PRESENT)
    return any(around.words[at] != "have" or around.words[at - 1] not in _HAD for at in places)


def _is_new(around: Surroundings, hit: Cue, first: int, last: int) -> bool:
    """ "It was not there last month", "en mayo no la tenía", "we're due in March": what is told is of now."""
    if around.has(_NOT_THEN, hit.start - 4, hit.end + 1) or around.has(_TO_COME, first, last):
        return True
    over_the_last = hit.words.startswith("last") and around.words[hit.start - 1 : hit.start] == ("the",)
    if over_the_last or around.words[hit.end : hit.end + 1] in _A_WHILE:
        return True  # "over the last month I've been having chest pain", "hace mucho rato"
    if around.has(_COMPARES, hit.start - 3, hit.start):
        return True  # "a hump where she used to be straight"
    if hit.words in _MEANWHILE and goes_on(around.words[hit.end : hit.end + 1]):
        return True  # "it came on when I was hoovering"
    if hit.words in ("back when", "back in") and around.has(_BODY_BACK, hit.start - 1, hit.start):
        return True  # "a crack in my back when I lifted it"
    return hit.words.startswith("used") and around.has(cues.JUST_NOW, hit.end, len(around.words))


_MEANWHILE = ("when i was", "when i were")
_A_WHILE = (("rato",), ("ratito",))
_COMPARES = frozenset(("where", "than"))
_HAD = frozenset(("did", "didnt", "to", "would"))
_NOT_THEN = word_set("wasnt werent didnt never isnt nunca no")
_TO_COME = word_set("due will ill going voy cumplo cumplire sera nace nacera next")
_BODY_BACK = word_set("my the his her lower upper mid")


def _dated_accident(around: Surroundings, found: Found) -> Cue | None:
    """ "A car crash in 1998": a year right after an accident dates it, whatever has been since."""
    if found.listen.flag != "accident":
        return None
    aged = next((at for at in around.places(_AGE, 1, len(around.words)) if around.words[at - 1] == "at"), None)
    now = cues.RECENT | cues.PRESENT | cues.CHANGED
    if aged is not None and not (around.has(now, 0, len(around.words)) or _is_clock(around.words[aged + 1 : aged + 3])):
        return Cue("past", f"at {around.words[aged]}", aged - 1, aged + 1)
    places = range(found.start, min(found.units[0].end + 6, len(around.words)))
    at = next((at for at in places if _YEAR.fullmatch(around.words[at])), None)
    return None if at is None else Cue("past", around.words[at], at, at + 1)


def _is_clock(after: tuple[str, ...]) -> bool:
    """ "At 19:30"."""
    return len(after) > 1 and after[0] == COMMA and after[1].isdecimal()


_AGE = word_set("thirteen fourteen sixteen seventeen eighteen nineteen 13 14 16 17 18 19 21 22 23 24")
""" "A car crash at 19": an age, and neither a speed nor an hour; "at 30" and "at eleven" may be one."""
_RECENT_ONLY = frozenset(("procedure_nerves", "weak_defenses"))
"""Flags of an operation or a shot of the last weeks: one of years ago is none."""
_DONE = frozenset(("PROCEDURE", "SURGERY"))


def dated_procedure(around: Surroundings, found: Found) -> Cue | None:
    """ "Numb since my surgery in 2011", "desde mi cirugía de hace diez años"."""
    if found.listen.flag not in _RECENT_ONLY:
        return None
    for unit in found.units:
        if unit.group in _DONE:
            after = around.words[unit.end : unit.end + 6]
            long_ago = _YEARS_AGO.isdisjoint(after) or LONG.isdisjoint(after)
            at = next((at for at, word in enumerate(after) if _YEAR.fullmatch(word) or word in LONG), None)
            if at is not None and (not long_ago or _YEAR.fullmatch(after[at])):
                return Cue("past", after[at], unit.end + at, unit.end + at + 1)
    return None


_YEARS_AGO = frozenset(("ago", "hace", "atras", "back"))


def _lead(around: Surroundings, first: int) -> int:
    """ "Ten years ago, I had …": a short beginning of the sentence belongs to what follows."""
    is_lead = 0 < first <= 7 and around.words[first - 1] == "," and not around.has(cues.TREATED, 0, first)
    joined = 0 < first <= _LEADING and around.words[first - 1] in ("y", "and")
    joined = joined and around.words[first : first + 1] != ("hace",)  # "hace años … y hace una semana …"
    told = joined and any(hit.start <= 1 for hit in around.kinds("past", 0, first))  # "hace años me volqué y me …"
    return 0 if is_lead or told else first


_LEADING = 14


SINCE = 6
"""Words of "when I was a child" that are looked at."""
_WHEN = (("when",), ("cuando",))

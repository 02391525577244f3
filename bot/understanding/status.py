"""Puts the cues around a mention together: is it said, said of somebody else, worth a question, or not meant."""

import re

from msgspec import Struct

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.context import SCOPE, Cue, Surroundings, denied, is_negative
from bot.understanding.elsewhere import elsewhere
from bot.understanding.matching import Found
from bot.understanding.whose import is_somebody_else, woken

PASSING = frozenset({"head_sudden"})
"""Flags that count although they are over, if that was just now: a stroke can come and go."""
HISTORY = frozenset({"CANCER", "PROCEDURE", "DEFENSES", "OLD"})
"""Groups that count however long ago: a cancer that is over still changes what a new symptom means."""
SAID, ASK, CANCELLED = "said", "ask", "cancelled"
_YEAR = re.compile(r"(?:19|20)\d\d")


class Status(Struct, frozen=True):
    """What the context makes of a mention.

    `outcome`: said, ask (a denial or an end that is not clear enough to rely on), or cancelled.
    """

    outcome: str = SAID
    cue: Cue | None = None
    somebody_else: bool = False
    uncertain: bool = False


def judge(around: Surroundings, found: Found, after: Surroundings | None = None) -> Status:
    """What the context makes of a mention; `after` is the sentence that follows."""
    start, end = _symptom(found)
    other = is_somebody_else(around, found)
    cue = denied(around, found)
    if cue:
        return Status(ASK if _hedged(around, cue) else CANCELLED, cue, other)
    nobody = elsewhere(around, found)
    if nobody or (found.listen.flag == "self_harm" and woken(around, found)):
        return Status(CANCELLED, nobody, other)
    hypothetical = None if found.listen.flag == "self_harm" and not around.sentence.asks else _could_be(around, found)
    if hypothetical:
        return Status(CANCELLED, hypothetical, other)
    if any(unit.group not in HISTORY for unit in found.units):
        over = _over(around, found, (start, end), other, after)
        if over:
            return over
    hedge = next((hit for hit in around.kinds("hedged", 0, found.start) if found.start - hit.end <= 4), None)
    if hedge:
        return Status(ASK, hedge, other, uncertain=True)
    uncertain = next(around.kinds("uncertain", max(0, start - SCOPE), end + 4), None) is not None
    return Status(SAID, None, other, uncertain)


def _over(
    around: Surroundings, found: Found, symptom: tuple[int, int], other: bool, after: Surroundings | None
) -> Status | None:
    past = _past(around, *symptom, other)
    if past:
        return Status(CANCELLED, past, other)
    almost = _almost(around, found)
    if almost:
        return Status(CANCELLED if around.has(cues.JOKING, 0, len(around.words)) else ASK, almost, other)
    always = _always(around, start_of=symptom[0])
    if always:
        return Status(ASK, always, other)
    resolved = _resolved(around, found, after)
    if resolved and not (found.listen.flag in PASSING and _how_clear(around) == ASK):
        return Status(_how_clear(around), resolved, other)
    return None


def _always(around: Surroundings, start_of: int) -> Cue | None:
    """ "The same for thirty years": nothing is new, unless a word of the sentence says that something has changed."""
    for hit in around.kinds("always", 0, len(around.words)):
        changed = around.has(cues.CHANGED, 0, hit.start) or around.has(cues.CHANGED, hit.end, len(around.words))
        if not changed and not around.has(floor.BREAKS, min(hit.start, start_of), max(hit.start, start_of)):
            return hit
    return None


def _symptom(found: Found) -> tuple[int, int]:
    """The tokens of the mention without its history."""
    units = [unit for unit in found.units if unit.group not in HISTORY] or list(found.units)
    return units[0].start, max(unit.end for unit in units)


def _hedged(around: Surroundings, cue: Cue) -> bool:
    return any(hit.start <= cue.start < hit.end for hit in around.hits if hit.kind == "hedged")


# What only could be


def _could_be(around: Surroundings, found: Found) -> Cue | None:
    start = found.start
    clause = 0 if around.sentence.asks else around.clause_of(start)[0]
    real = list(around.kinds("real", clause, len(around.words)))
    for hit in around.kinds("hypothetical", clause, start + 4):
        own = found.start <= hit.start and hit.end <= found.end
        doubted = any(other.start < hit.end and hit.start < other.end for other in real)
        doubted = doubted and not hit.words.startswith(_ASKS_HOW)
        if hit.start <= start and not own and not doubted and _reaches(around, hit, start):
            return Cue("hypothetical", hit.words, hit.start, hit.end)
    return _if(around, found) or _asked_about(around, found) or _can_cause(around, start, clause)


def _if(around: Surroundings, found: Found) -> Cue | None:
    """ "If my chest starts to hurt, should I …": the mention itself is what only might be."""
    for at in range(max(0, found.start - 4), found.start):
        modal = around.sentence.asks or around.has(cues.MODALS, 0, len(around.words))
        if around.words[at] in ("if", "si") and modal and around.words[at - 1 : at] not in (("know",), ("se",)):
            return Cue("hypothetical", around.words[at], at, at + 1)
    return _whether(around, found)


def _whether(around: Surroundings, found: Found) -> Cue | None:
    """ "Will the pad burn me", "would numbness be an emergency?": of nobody, as long as nobody is named before."""
    first = around.words[0]
    asks = first in ("would", "seria", "will", "does") or (first in cues.CAN and around.sentence.asks)
    named = not frozenset(around.words[: found.start]).isdisjoint(cues.OWN | cues.OTHERS)
    if asks and not named and not any(is_negative(around, unit) for unit in found.units):
        return Cue("hypothetical", first, 0, 1)
    return None


def _asked_about(around: Surroundings, found: Found) -> Cue | None:
    """ "The numbness question", "las preguntas de la vejiga"."""
    near = [at for at in range(max(0, found.start - 3), found.end + 2) if at < len(around.words)]
    at = next((at for at in near if around.words[at] in cues.QUESTIONS and not found.start <= at < found.end), None)
    return None if at is None else Cue("hypothetical", around.words[at], at, at + 1)


_OWN = frozenset({"my", "mi", "mis", "im", "ive", "estoy", "tengo", "siento"})
_ABOUT = frozenset({"what is", "whats", "what are", "que es", "que son", "what does", "cuales son los"})
_IF = ("if ", "si ", "y si", "what if", "que pasa", "que hago", "when should", "cuando debo")


def _reaches(around: Surroundings, hit: Cue, start: int) -> bool:
    """ "What is a stroke" speaks of strokes; "what is wrong, my legs are numb" does not."""
    between = around.words[hit.end : start]
    if hit.words in _ABOUT:
        asks = hit.start == 0 or around.words[hit.start - 1] not in cues.THINKING
        return asks and _OWN.isdisjoint(between) and len(between) <= 4
    if hit.words.startswith(_IF):
        return len(between) <= 8 and not around.has(cues.JUST_NOW, start, len(around.words))
    return _OWN.isdisjoint(between) or hit.words.startswith(_ASKED_BACK)


_ASKS_HOW = ("how", "what", "como s", "cuando")
_ASKED_BACK = (
    "why",
    "you ask",
    "asking about",
    "por que preg",
    "por que me preg",
    "porque preg",
    "porque me preg",
    "pregunta",
)


def _can_cause(around: Surroundings, start: int, clause: int) -> Cue | None:
    """ "Can heat cause chest pain" is of nobody; "can heat cause my chest pain" is of somebody who has it."""
    words = around.words
    for at in range(max(clause, start - 6), start):
        is_cause = words[at] in cues.CAN_CAUSE and around.has(cues.CAN, clause, at)
        if is_cause and _OWN.isdisjoint(words[at:start]) and "i" not in words[clause:at]:
            return Cue("hypothetical", words[at], at, at + 1)
    return None


# Another time


def _past(around: Surroundings, start: int, end: int, other: bool) -> Cue | None:
    first, last = around.clause_of(start)[0], around.clause_of(max(start, end - 1))[1]
    told = other and _told_of_others(around, start, end)
    if told:
        return told
    used = "used" in around.words[first:last] and not around.has(cues.JUST_NOW, first, last)
    if not used and (around.has(cues.STARTED, first, last) or around.has(cues.PRESENT, first, last)):
        return None
    lead = _lead(around, first)
    for hit in around.kinds("past", lead, last + SINCE if around.words[last : last + 1] in _WHEN else last):
        if not around.has(cues.TREATED, hit.start - 4, hit.start):
            return hit
    years = [at for at in range(lead, min(last, len(around.words))) if _YEAR.fullmatch(around.words[at])]
    return Cue("past", around.words[years[0]], years[0], years[0] + 1) if years else None


def _told_of_others(around: Surroundings, start: int, end: int) -> Cue | None:
    """ "My dad had a stroke" tells of a family; with "just" or "now" it is of this moment."""
    begin = max(0, start - 6)
    if around.has(cues.JUST_NOW, 0, len(around.words)):
        return None
    stop = min(end + 3, len(around.words))
    at = next((at for at in range(begin, stop) if around.words[at] in cues.OTHERS_PAST), None)
    return None if at is None else Cue("past", around.words[at], at, at + 1)


def _lead(around: Surroundings, first: int) -> int:
    """ "Ten years ago, I had …": a short beginning of the sentence belongs to what follows."""
    is_lead = 0 < first <= 7 and around.words[first - 1] == "," and not around.has(cues.TREATED, 0, first)
    return 0 if is_lead else first


SINCE = 6
"""Words of "when I was a child" that are looked at."""
_WHEN = (("when",), ("cuando",))


def _almost(around: Surroundings, found: Found) -> Cue | None:
    """ "I nearly had a heart attack": but "casi no puedo respirar" is said."""
    for at in range(max(0, found.start - 4), found.start):
        if (
            around.words[at] in cues.ALMOST
            and not around.words[at + 1].isdigit()
            and not any(is_negative(around, unit) for unit in found.units)
        ):
            return Cue("idiom", around.words[at], at, at + 1)
    return None


# What is over


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
    between = frozenset(around.words[found.end : hit.start])
    return not again and (between.isdisjoint(cues.ANOTHER_THING) or hit.start - found.end <= 2)


def _has_stopped(around: Surroundings, hit: Cue, found: Found) -> bool:
    if any(is_negative(around, unit) for unit in found.units) or hit.words == "anymore":
        return False
    if hit.start < found.start:
        return all(word in cues.SEE_THROUGH for word in around.words[hit.end : found.start])
    return hit.end >= len(around.words) or around.words[hit.end] in (",", *floor.BREAKS)


def _holds(around: Surroundings, hit: Cue) -> bool:
    """ "It won't go away", "hasn't gone away" are no end."""
    before = around.words[max(0, hit.start - 2) : hit.start]
    return cues.UNRESOLVED.isdisjoint(before)


def _how_clear(around: Surroundings) -> str:
    """An end of today or yesterday is worth a question."""
    return ASK if around.has(cues.RECENT, 0, len(around.words)) else CANCELLED

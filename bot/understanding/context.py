"""Whether what was found in a sentence is denied; in doubt it is not."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.correcting import corrects, mends
from bot.understanding.matching import Found, Unit
from bot.understanding.phrases import Phrase
from bot.understanding.surroundings import SCOPE, Cue, Surroundings
from bot.understanding.text import COMMA
from bot.understanding.words import word_set

LONG_LIST = 2
"""From this many commas on "no fever, chills, chest pain" is a list and not a denial with something new after it."""


def denied(around: Surroundings, found: Found) -> Cue | None:
    """The denial that covers a mention; a mention that is a denial itself ("no puedo orinar") has none."""
    if any(is_negative(around, unit) for unit in found.units):
        return _denied_in_turn(around, found)
    if around.answered:
        return Cue("negated", "no", found.start, found.end)
    floors = [0, *(unit.end for unit in found.units)]
    for unit, least in zip(found.units, floors, strict=False):
        cue = _covers(around, unit, least, found.listen.flag == "worst_pain") if unit.end > unit.start else None
        if cue and not _dated(around, found.start):
            return cue
    denied = _denied_inside(around, found) or _denied_after(around, found)
    return denied or _repeated(around, found) or _said_no(around, found)


def _repeated(around: Surroundings, found: Found) -> Cue | None:
    """ "Ahogarme no me ahogo", "caerme, caerme, no me he caído": the verb is said once more, with a denial."""
    verb, end = around.words[found.end - 1], found.end
    end += around.words[end : end + 1] == (COMMA,)
    same = any(word.startswith(verb[:4]) for word in around.words[end + 1 : end + 4])
    is_verb = verb.endswith(("arme", "erme", "irme")) and around.words[end : end + 1] == ("no",)
    return Cue("negated", "no", end, end + 1) if is_verb and same else None


def _denied_in_turn(around: Surroundings, found: Found) -> Cue | None:
    """ "No stumbling, nothing dragging": the denial inside the mention goes on with a list of them."""
    first, *others = found.units
    is_worst = found.listen.flag == "worst_pain" and _HAD_NONE.issuperset(around.words[found.end :])
    if is_worst and around.words[found.end - 1] in _NEVER_HAD and around.has(_DENY_TWICE, found.start - 2, found.start):
        return Cue("negated", around.words[-1], found.end - 1, found.end)  # "no chest pain, never"
    before = around.words[first.start - 1] if first.start else ""
    if before not in _IN_TURN or is_negative(around, first):
        return None
    for unit in others:
        if is_negative(around, unit) and around.words[unit.start - 1 : unit.start + 1] != (COMMA, "nothing"):
            return None
    return Cue("negated", before, first.start - 1, first.start)


_NEVER_HAD = frozenset(("never", "nunca", "jamas", "had", "felt", "tuve", "tenido"))
_HAD_NONE = frozenset(("any", "it", "one", "that", "had"))
_DENY_TWICE = frozenset(("no", "nope", "without", "ningun", "sin"))
_IN_TURN = ("no", "not", "never", "without", "nothing")
_BUT_ONE = frozenset(("uno", "una", "one", "sino", "solo", "just", "only"))
_NO_AFTER = frozenset(("no", "none", "tampoco", "ninguna", "ninguno", "nada", "cero", "zero"))


def _denied_inside(around: Surroundings, found: Found) -> Cue | None:
    """ "Bolitas no hay, ya me tocó la espalda": a denial right after the first thing named, up to a comma."""
    for unit in found.units[:-1]:
        for hit in around.kinds("after", unit.end, found.end):
            named = unit.start == 0 and around.words[unit.end] == COMMA  # "bultos, nada, la espalda está lisa"
            is_no = hit.start == unit.end + named and around.words[hit.start] in _NO_AFTER
            if is_no and around.words[hit.end : hit.end + 1] == (COMMA,) and around.words[hit.end + 1] not in _BUT_ONE:
                return Cue("negated", hit.words, hit.start, hit.end)
    return None


def _said_no(around: Surroundings, found: Found) -> Cue | None:
    """ "They asked about my bladder and my legs, and I said no to all"."""
    for hit in around.kinds("said no", found.end, len(around.words)):
        if not around.has(floor.BREAKS, found.end, len(around.words)):
            return Cue("negated", hit.words, hit.start, hit.end)
    return None


def is_negative(around: Surroundings, unit: Unit) -> bool:
    """Whether the words of a unit hold a denial."""
    return around.has(cues.NEGATING, unit.start, unit.end)


def _covers(around: Surroundings, unit: Unit, least: int, is_worst: bool = False) -> Cue | None:
    words, commas = around.words, 0
    if not around.has(cues.DENIALS, max(least, unit.start - SCOPE), unit.start):
        return None
    is_tied = _tie_follows(words, unit.end)
    for at in range(unit.start - 1, max(least, unit.start - SCOPE) - 1, -1):
        word = words[at]
        if word in cues.DENIALS:
            if (at in around.denials and (commas or is_worst)) or (is_worst and mends(words, at)):
                return None
            is_open = (
                commas == 0 or is_tied or word in cues.STRONG or commas + _commas_follow(words, unit.end) >= LONG_LIST
            )
            denies = is_open and not _is_answer(words, at, inside=bool(least))
            return Cue("negated", word, at, at + 1) if denies else None
        if word in floor.TIES:
            is_tied = True
        elif word == COMMA or (word in _AND and (at - 1 in around.symptoms or words[at - 1 : at] == (COMMA,))):
            commas += 1
        elif not (word in cues.SEE_THROUGH or _is_listed(around, word, at)) or _says_anew(words, at):
            return None
    return None


def _says_anew(words: Phrase, at: int) -> bool:
    """ "It's not my back it's a new pain": the second "it's" begins a clause that is not denied."""
    return words[at] in _IT_IS and at > 0 and words[at - 1] in cues.LISTED


def _is_listed(around: Surroundings, word: str, at: int) -> bool:
    if word not in cues.LISTED and (at not in around.symptoms or word in cues.NEGATING):
        return False
    next_at = at + 1 + (word in cues.LISTED and around.words[at + 1 : at + 2] in _OF)  # "pérdida de líquido"
    after = around.words[next_at] if next_at < len(around.words) else ""
    return after in (COMMA, *floor.TIES, *_AND) or after in cues.LISTED or next_at in around.symptoms


_AND = ("and", "y", "e")
_IT_IS = ("its", "es")
_OF = (("of",), ("de",), ("in",), ("en",))


def denied_before(around: Surroundings, start: int) -> bool:
    """Whether a denial stands before a place in its sentence, with nothing like "but" between; enough for an anchor."""
    least = max(around.places(floor.BREAKS, 0, start), default=-1)
    return any(not _is_answer(around.words, at) for at in around.places(cues.DENIALS, least + 1, start))


def _tie_follows(words: Phrase, start: int) -> bool:
    for word in words[start : start + SCOPE]:
        if word in floor.TIES:
            return True
        if not (word == COMMA or word in cues.LISTED or word in floor.SEE_THROUGH):
            return False
    return False


def _commas_follow(words: Phrase, start: int) -> int:
    commas = 0
    for word in words[start : start + SCOPE]:
        if not (word == COMMA or word in cues.LISTED or word in floor.SEE_THROUGH):
            return 0
        commas += word == COMMA
    return commas


def _is_answer(words: Phrase, at: int, inside: bool = False) -> bool:
    """Whether the denial denies nothing: "no my chest hurts", "not just"; `inside` a mention it answers nothing."""
    word, after = words[at], words[at + 1 : at + 2]
    before = words[at - 1] if at else ""
    if at > 1 and words[at - 2] in ("si", "if") and before not in _NEW_CLAUSE and word in _UNLESS:
        return True  # "si esto no se quita, me mato"; "embarazada sí pero no he manchado" denies
    over_and_over = word in _NOPE and after == (COMMA,) and (not at or before in _NOPE)  # "no no no, I'm 78 and fell"
    if over_and_over or not after or after[0] in _NOT_ONLY or before == "ya" or (before, word) in _NO_DENIAL:
        return True
    if (
        words[at : at + 2] in _WOULDNT_HAVE
        or words[at : at + 3] in _NO_KNOWING
        or words[max(0, at - 2) : at + 1] == _OUT_OF_NOWHERE
        or words[at : at + 3] == _NO_MATTER
    ):
        return True
    if word in _EVER and (after[0] in _FELT or "asi" in words or "habia" in words[at : at + 4]):
        return True
    if word == "no" and (after[0] == "es" or (after[0] in _CLITICS and words[at + 2 : at + 3] in _HAVE)):
        return False
    return not inside and word in ("no", "nope", "nada") and after[0] in cues.ANSWERED


_NOPE = frozenset(("no", "nope", "nah"))
_NEW_CLAUSE = floor.BREAKS | {COMMA}
_WOULDNT_HAVE = (("wouldnt", "have"), ("hadnt", "noticed"), ("hadnt", "asked"), ("hadnt", "told"), ("hadnt", "said"))
"""What would have gone unnoticed is there."""
_UNLESS = frozenset(("no", "doesnt", "isnt", "dont"))
_NOT_ONLY = frozenset(("just", "only", "solo", "solamente", "nomas", "sure"))
_NO_DENIAL = frozenset((("si", "no"), ("por", "no")))
_NO_KNOWING = frozenset(("no", "se", word) for word in ("si", "que", "porque", "como", ","))
_CLITICS = frozenset(("la", "las", "lo", "los", "me", "le"))
_HAVE = frozenset((word,) for word in ("tengo", "siento", "noto", "tiene", "siente", "he", "traigo", "veo"))
"""Behind "no las" these deny: "no las tengo dormidas"; "no, las piernas …" does not."""
_OUT_OF_NOWHERE = ("de", "la", "nada")
_NO_MATTER = ("nada", "del", "otro")
"""..."del otro mundo": it was no great thing, and what follows was."""


def _dated(around: Surroundings, start: int) -> bool:
    """Whether a denial speaks of another time: "no chest pain until today", "never had chest pain like this"."""
    rest = around.words[start : start + SCOPE]
    stop = next((at for at, word in enumerate(rest) if word in floor.BREAKS or word == COMMA), len(rest))
    return any(word in _UNTIL or rest[at : at + 2] in _LIKE_THIS for at, word in enumerate(rest[:stop]))


_UNTIL = floor.UNTIL - {"anymore", "longer", "like", "como"} | {"antes"}
_THIS = "como este,como esta,como esto,como ahora,como hoy,como nunca,como el,como la,como ese,like this,like these"
_LIKE_THIS = frozenset(tuple(pair.split()) for pair in _THIS.split(","))


def _denied_after(around: Surroundings, found: Found) -> Cue | None:
    words, at = around.words, found.end
    if not around.kinds("after", at, len(words)):
        return None
    if found.listen.flag == "worst_pain" and corrects(words, found.start, at):
        return None
    while at < len(words) and (words[at] == COMMA or words[at] in _TO_DENIAL):
        at += 1
    for hit in around.kinds("after", at, len(words)):
        after = words[hit.end : hit.end + 1]
        if found.end <= hit.start <= at and (not after or after[0] in _GOES_ON or after[0] in floor.BREAKS):
            is_most = found.listen.flag == "worst_pain" and hit.words in _EVER
            is_most = is_most or (hit.words == _NOT_A_BIT and hit.start > found.end > 1)  # "perdí la fuerza, nada"
            return (
                None if is_most or _new_start(words, hit, found.end) else Cue("negated", hit.words, hit.start, hit.end)
            )
    return None


_GOES_ON = word_set("""
    ni nor en in lately recently ultimamente estos esta these doctor doctora doc doctorcito doctorita senorita senora
    senor mujer hombre mija mijo mhija licenciada gracias sir maam love mate thanks y and e
""") | {COMMA}
"""What may follow a denial that stands behind what it denies: "fiebre no, doctora", "no me ha dado en la semana"."""
_TO_DENIAL = word_set("is are was pues eso that y que yo and which i de frio enfermo enferma")
"""What may stand before a denial that follows: "escalofríos de enfermo no"."""
_FELT = ("felt", "such", "this", "before")
_EVER = ("nunca", "jamas", "never")
_NOT_A_BIT = "nada"


def _new_start(words: Phrase, hit: Cue, end: int) -> bool:
    """ "chest pain, no fever" is no denial of the pain; "chest pain, no" is."""
    return hit.end < len(words) and words[hit.end] not in (COMMA, *floor.BREAKS) and end < hit.start

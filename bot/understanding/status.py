"""Puts the cues around a mention together: is it said, said of somebody else, worth a question, or not meant."""

from msgspec import Struct

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.begun import has_begun
from bot.understanding.bereaved import died_of
from bot.understanding.context import denied, is_negative
from bot.understanding.elsewhere import elsewhere
from bot.understanding.matching import Found
from bot.understanding.normal import normal
from bot.understanding.not_so import HURT, not_so
from bot.understanding.over import ASK, CANCELLED, HISTORY, over, symptom
from bot.understanding.past import dated_procedure
from bot.understanding.phrases import Phrases
from bot.understanding.returning import returns
from bot.understanding.sound import sound
from bot.understanding.surroundings import SCOPE, Cue, Surroundings
from bot.understanding.taken_back import only_asked, taken_back
from bot.understanding.text import COMMA
from bot.understanding.told_well import told_well
from bot.understanding.whose import whose, woken

SAID = "said"
SCENERY = frozenset(("NEWSPAN", "LEGGY", "NODIETMORE", "MONTHSPAN", "EVERLIFE", "NOTTHESWEAT"))
"""Groups that only say when or where: a part made of them stands, whatever is denied beside it."""


class Status(Struct, frozen=True):
    """What the context makes of a mention.

    `outcome`: said, ask (a denial or an end that is not clear enough to rely on), or cancelled.
    """

    outcome: str = SAID
    cue: Cue | None = None
    whose: str = ""
    """"own", "other", or "" where nobody is named."""
    uncertain: bool = False

    @property
    def somebody_else(self) -> bool:
        """Whether it is said of another person."""
        return self.whose == "other"


def judge(around: Surroundings, found: Found, after: Surroundings | None = None) -> Status:
    """What the context makes of a mention; `after` is the sentence that follows."""
    said_of = whose(around, found)
    if all(unit.group in SCENERY for unit in found.units):
        return Status(SAID, None, said_of)
    cue = denied(around, found)
    if cue and not (said_of == "other" and around.has(_MYSELF, found.end, cue.end)):
        return Status(ASK if _hedged(around, cue) else CANCELLED, cue, said_of)
    nobody = normal(around, found) or sound(around, found) or elsewhere(around, found) or not_so(around, found)
    nobody = nobody or told_well(around, found) or taken_back(around, found, after) or died_of(around, found, after)
    if nobody or (found.listen.flag == "self_harm" and woken(around, found)):
        return Status(CANCELLED, nobody, said_of)
    hypothetical = None if found.listen.flag == "self_harm" and not around.sentence.asks else _could_be(around, found)
    hypothetical = hypothetical or only_asked(around, after)
    if hypothetical and not (_has_had(found, hypothetical) or has_begun(around, found, after)):
        return Status(CANCELLED, hypothetical, said_of)
    return _of_then(around, found, said_of, after) or _said(around, found, said_of)


_MYSELF = frozenset(("yo", "i", "me", "mi"))
"""In a denial behind what is said of somebody else, they deny it of oneself: "mi esposo quiere matarse, yo no"."""


def _of_then(around: Surroundings, found: Found, said_of: str, after: Surroundings | None) -> Status | None:
    """What is of another time."""
    dated = dated_procedure(around, found)
    if dated:
        return Status(CANCELLED, dated, said_of)
    if all(unit.group in HISTORY for unit in found.units):
        return None
    ended = over(around, found, said_of == "other", after)
    back = returns(around, found, after, ended[1].kind) if ended else None
    if back:
        return None if back.is_it else Status(ASK, back.cue, said_of)
    return Status(*ended, said_of) if ended else None


def _has_had(found: Found, hypothetical: Cue) -> bool:
    """ "Is heat safe if you have cancer? My back began to hurt": who asks with "if" about an old illness has it."""
    history = found.listen.parts > 1 and all(unit.group in HISTORY for unit in found.units)
    return history and hypothetical.words.split()[0] in ("if", "si")


def _said(around: Surroundings, found: Found, said_of: str) -> Status:
    hedge = next((hit for hit in around.kinds("hedged", 0, found.start) if found.start - hit.end <= 4), None)
    if hedge and COMMA not in around.words[hedge.end : found.start]:
        return Status(ASK, hedge, said_of, uncertain=True)
    start, end = symptom(found)
    uncertain = len(around.kinds("uncertain", max(0, start - SCOPE), end + 4)) > 0
    return Status(SAID, None, said_of, uncertain)


def _hedged(around: Surroundings, cue: Cue) -> bool:
    return any(hit.start <= cue.start < hit.end for hit in around.kinds("hedged", 0, len(around.words)))


# What only could be


def _could_be(around: Surroundings, found: Found) -> Cue | None:
    start = found.start
    clause = 0 if around.sentence.asks else around.clause_of(start)[0]
    real = around.kinds("real", clause, len(around.words))
    for hit in around.kinds("hypothetical", clause, start + 4):
        own = found.start <= hit.start and hit.end <= found.end
        doubted = any(other.start < hit.end and hit.start < other.end for other in real)
        doubted = doubted and not hit.words.startswith(_ASKS_HOW)
        if hit.start <= start and not own and not doubted and _reaches(around, hit, start):
            return Cue("hypothetical", hit.words, hit.start, hit.end)
    return _if(around, found) or _asked_about(around, found) or _can_cause(around, found, clause)


def _if(around: Surroundings, found: Found) -> Cue | None:
    """ "If my chest starts to hurt, should I …": the mention itself is what only might be."""
    ifs = [at for at in around.places(_IFS, 0, found.start) if not _is_a_manner(around.words, at)]
    for at in ifs:
        if at >= found.start - 4 and not _is_doubt(around, at):
            modal = around.sentence.asks or around.places(_MODALS, 0, len(around.words))
            if modal or _is_unreal(around.words[at + 1 : found.end]):
                return Cue("hypothetical", around.words[at], at, at + 1)
    last = found.start - 1
    unreal = last > 0 and _is_unreal(around.words[last - 1 : last + 1])
    if unreal and any(around.words[at] == "si" and not _is_doubt(around, at) for at in ifs):
        return Cue("hypothetical", around.words[last], last, last + 1)
    return _whether(around, found) or _general(around, found)


def _is_a_manner(words: tuple[str, ...], at: int) -> bool:
    """ "Si, …" is a yes, and "if I'm honest, …" only a way to begin."""
    return words[at + 1 : at + 2] == (COMMA,) or any(words[at + 1 : at + 1 + len(each)] == each for each in _HONESTLY)


_HONESTLY = (
    ("im", "honest"), ("i", "am", "honest"), ("im", "being", "honest"), ("im", "truthful"), ("you", "must", "know"),
    ("soy", "sincera"), ("soy", "sincero"), ("le", "soy", "sincera"), ("le", "soy", "sincero"), ("soy", "honesta"),
    ("soy", "honesto"), ("le", "soy", "honesta"), ("le", "soy", "honesto"),
)  # fmt: skip


def _is_doubt(around: Surroundings, at: int) -> bool:
    """ "I don't know if": the "if" at a place is no condition; in "I'd know if my legs were weak" it is one."""
    known = around.said(_ID_KNOW, at - 2, at) and not around.has(floor.BREAKS, at, len(around.words))
    known = known and not around.said(_AND_SO, at, len(around.words))
    return not known and around.words[at - 1 : at] in (("know",), ("se",), ("como",))


_IFS = frozenset(("if", "si"))
_ID_KNOW = Phrases("id know", "would know", "wed know", "youd know", "theyd know", "shed know", "hed know")
_AND_SO = Phrases("and they are", "and it is", "and i am", "they are", "it is")
"""Who would know if it were so, says that it is not: "I'd know if my legs were weak"."""


_MODALS = cues.MODALS | {"id", "youd", "wouldnt", "hed", "shed", "avisaria", "diria", "iria", "llamaria"}


def _is_unreal(words: tuple[str, ...]) -> bool:
    """ "Si llegara a tener fiebre", "si tuviera": the Spanish mood of what is not."""
    return any(word.endswith(_UNREAL) and len(word) > 4 and word not in _NOT_UNREAL for word in words)


_UNREAL = ("iera", "ieran", "llegara", "llegaran", "empezara", "pasara", "diera", "sintiera", "tuviese", "notara")
_NOT_UNREAL = frozenset(("fuera", "quiera", "siquiera", "cualquiera", "afuera"))


def _general(around: Surroundings, found: Found) -> Cue | None:
    """ "Is it true that blankets give cancer?", "what is the difference between fever and heat"."""
    for at, said in around.said(_GENERAL, found.start - SCOPE, found.start):
        if not around.has(_OWN, at, found.start):
            return Cue("hypothetical", " ".join(said), at, at + len(said))
    return _asks_generally(around, found)


def _asks_generally(around: Surroundings, found: Found) -> Cue | None:
    """ "Is a fever with back pain dangerous?", "¿la culebrilla puede doler?": nobody has it, and nothing is counted."""
    told, first = (0, found.end + 3), around.words[:2]
    if first not in _ASKS_FIRST and not (around.sentence.asks and around.has(_IN_GENERAL, *told)):
        return None
    if around.has(_SOMEBODY, *told) or any(word.isdecimal() for word in around.words[: found.end + 3]):
        return None
    if any(is_negative(around, unit) for unit in found.units):
        return None
    return Cue("hypothetical", " ".join(first), 0, 1)


_SOMEBODY = cues.OWN | cues.OTHERS | cues.JUST_NOW | cues.CHANGED | {"it", "this", "that", "hago", "debo", "se", "both"}
_IN_GENERAL = frozenset(("puede", "pueden", "dangerous", "peligroso", "peligrosa", "contagious", "contagiosa", "cura"))
_ASKS_FIRST = frozenset((
    ("is", "a"), ("are", "the"), ("how", "do"), ("how", "bad"), ("how", "common"), ("how", "serious"), ("does", "a"),
    ("que", "tan"), ("como", "se"), ("how", "is"), ("cuales", "son"), ("how", "long"), ("que", "causa"),
    ("how", "hot"), ("how", "warm"),
    ("what", "causes"), ("why", "do"), ("a", "que"), ("does", "shingles"), ("is", "shingles"), ("what", "counts"),
))  # fmt: skip


_GENERAL = Phrases(
        "difference between", "diferencia entre", "diferencia hay entre", "is it true", "its true that",
        "even know if", "suppose", "supposing", "supongamos", "let us say", "signs mean", "senales de que",
        "they told us", "taught us", "nos ensenaron", "que tan comun", "how common", "how likely",
)  # fmt: skip


def _whether(around: Surroundings, found: Found) -> Cue | None:
    """ "Will the pad burn me", "would numbness be an emergency?": of nobody, as long as nobody is named before."""
    first = around.words[0]
    asks = first in ("would", "seria", "will", "does") or (first in cues.CAN and around.sentence.asks)
    if not asks or around.has(_ANYBODY, 0, found.start) or around.has(_SINCE, found.start, found.end):
        return None
    return None if any(is_negative(around, unit) for unit in found.units) else Cue("hypothetical", first, 0, 1)


_ANYBODY = cues.OWN | cues.OTHERS


_SINCE = frozenset(("since", "desde", "ago", "hace", "yesterday", "ayer", "anoche"))
"""What has a beginning is there: "does it work on the upper back, it hurts since Monday"."""


def _asked_about(around: Surroundings, found: Found) -> Cue | None:
    """ "The numbness question", "las preguntas de la vejiga"."""
    near = around.places(cues.QUESTIONS, found.start - 3, found.end + 2)
    beside = (at for at in near if around.words[at - 1] not in _ONE_MORE and not found.start <= at < found.end)
    beside = (at for at in beside if not around.has(_ANSWERS, at - 3, at))
    at = next(beside, None)
    return None if at is None else Cue("hypothetical", around.words[at], at, at + 1)


_ANSWERS = frozenset(("do", "answer", "answering", "finish", "read", "with", "contestar", "responder", "con"))
"""Who cannot do the questions says why."""
_ONE_MORE = frozenset(("me", "last", "quick", "one", "another", "other", "ultima", "otra", "una"))
"""Before "question" they announce one and name nothing: "last question, there's a lump"."""
_OWN = frozenset({"my", "mi", "mis", "im", "ive", "estoy", "tengo", "siento"})
_ABOUT = frozenset({"what is", "whats", "what are", "que es", "que son", "what does", "cuales son los"})
_ONLY_ASKED = frozenset({"que es", "que son", "what is", "whats", "what are"})
_WANTS_TO_KNOW = frozenset(("saber", "se", "know", "wondering", "y", "and", "pregunta", "entiendo", "explicame"))
_IF = ("if ", "si ", "y si", "what if", "que pasa", "que hago", "when should", "cuando debo")


def _reaches(around: Surroundings, hit: Cue, start: int) -> bool:
    """ "What is a stroke" speaks of strokes; "what is wrong, my legs are numb" does not."""
    between = around.words[hit.end : start]
    if hit.words in _ABOUT:
        before = around.words[hit.start - 1] if hit.start else ""
        if hit.words in _ONLY_ASKED and before and not (around.sentence.asks or before in _WANTS_TO_KNOW):
            return False  # "the doctor said that it is shingles"
        asks = hit.start == 0 or before not in cues.THINKING
        return asks and _OWN.isdisjoint(between) and len(between) <= 4 and between[:1] not in _HERE
    if hit.words.startswith(_IF):
        return len(between) <= 8 and not around.has(cues.JUST_NOW, start, len(around.words))
    return _OWN.isdisjoint(between) or hit.words.startswith(_ASKED_BACK)


_HERE = (("this",), ("these",), ("esta",), ("este",))
"""What is pointed at is there: "what's this sore place in my spine"."""
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


def _can_cause(around: Surroundings, found: Found, clause: int) -> Cue | None:
    """ "Can heat cause chest pain" is of nobody; "can heat cause my chest pain" is of somebody who has it."""
    words, start = around.words, found.start
    for at in around.places(cues.CAN_CAUSE, max(clause, start - 6), start):
        if around.has(cues.CAN, clause, at) and _OWN.isdisjoint(words[at:start]) and "i" not in words[clause:at]:
            return Cue("hypothetical", words[at], at, at + 1)
    return _can_burn(around, found, clause)


_COULD = frozenset(("can", "could", "will", "would", "puede", "pueden", "podria", "podrian"))


def _can_burn(around: Surroundings, found: Found, clause: int) -> Cue | None:
    """ "Can the pad burn me?", "¿la almohadilla puede sacar ampollas?": the device begins the mention."""
    asks = around.sentence.asks or around.words[clause] in _COULD
    if found.listen.flag not in HURT or not asks or around.has(cues.JUST_NOW, 0, len(around.words)):
        return None
    at = next((at for at in range(clause, found.end) if around.words[at : at + 1] in _COULD_OF), None)
    return None if at is None else Cue("hypothetical", around.words[at], at, at + 1)


_COULD_OF = frozenset((word,) for word in _COULD)

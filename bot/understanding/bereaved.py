"""Mentions that tell of the family's illnesses: "my father died of a heart attack", "strokes run in my family"."""

from bot.understanding import cues
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import SCOPE, Cue, Surroundings
from bot.understanding.text import COMMA
from bot.understanding.whose import OTHERS
from bot.understanding.words import word_set


def died_of(around: Surroundings, found: Found, after: Surroundings | None) -> Cue | None:
    """The words that make a mention the cause of a death in the family, or None.

    Between the death and its cause nothing may stand but "of a", an age, and the like: who writes "my father died, I
    have chest pain" tells of both. A wish to die is never put aside.
    """
    if found.listen.flag == "self_harm":
        return None
    at = _before(around, found)
    at = _behind(around, found) if at is None else at
    at = _runs_in_family(around, found) if at is None else at
    if at is not None:
        return Cue("past", around.words[at], at, at + 1)
    named = _is_named(around, found) and cues.OWN.isdisjoint(around.words)
    other = next((place for place in (after, around.before) if place and named and _tells_of_it(place, after)), None)
    return Cue("past", "died", found.start, found.end) if other else None


def _before(around: Surroundings, found: Found) -> int | None:
    """ "My father died at 60 of a …", "murió mi papá de un …", "we lost my dad to a …"."""
    for at in reversed(around.places(_DIED | _KILLED, found.start - SCOPE, found.start)):
        between = around.words[at + 1 : found.start]
        is_cause = (COMMA in between or around.words[at] in _KILLED) and _is_named(around, found)
        leads = is_cause or not _OF.isdisjoint(between)
        if leads and all(word in _MAY_STAND or word.isdecimal() for word in between):
            return at if around.has(_KIN, at - SCOPE, len(around.words)) else None
    return None


def _behind(around: Surroundings, found: Found) -> int | None:
    """ "A heart attack killed my dad", "un derrame se llevó a mi abuela"."""
    for at in around.places(_KILLED, found.end, found.end + 3):
        if around.has(_KIN, at + 1, at + 5) and "me" not in around.words[found.end : at + 2]:
            return at
    return None


def _tells_of_it(place: Surroundings, after: Surroundings | None) -> bool:
    """ "Heart attack. My father passed away of that."; "Dad died young. A stroke."."""
    at = next(iter(place.places(_KIN, 0, _SOON)), None)
    died = None if at is None else next(iter(place.places(_DIED, at + 1, at + 4)), None)
    if died is None or not _I.isdisjoint(place.words):
        return False
    rest = place.words[died + 1 :]
    return not _IT.isdisjoint(rest[:3]) if place is after else cues.OWN.isdisjoint(rest)


def _runs_in_family(around: Surroundings, found: Found) -> int | None:
    """ "Heart attacks run in my family", "hay infartos en mi familia": in a clause in which nobody says "I"."""
    first, last = around.clause_of(found.start)
    if not _is_named(around, found) or around.has(_I, first, found.start):
        return None
    told = around.said(_IN_FAMILY, first, last)
    return next((at for at, said in told if around.words[at + len(said) : at + len(said) + 1] not in _HOUSES), None)


def _is_named(around: Surroundings, found: Found) -> bool:
    """Whether it is an illness by its name, and not a complaint."""
    return not _ILLNESSES.isdisjoint(around.words[found.start : found.end])


_SOON = 6
_PRONOUNS = word_set("he she they him her his hes shes theyre their them himself herself le les ellos ella")
_KIN = (OTHERS - _PRONOUNS) | word_set("""
    parents grandparents grandfathers grandmothers grandads uncles aunts cousins padres abuelos abuelas tios tias primos
    hermanos hermanas relatives familiares granddad grandads nan gran pa
""")
_I = cues.FIRST_PERSON - {"my", "mi", "mis", "our", "we"}
_IN_FAMILY = Phrases(
        "run in my family", "runs in my family", "run in the family", "runs in the family", "in my family",
        "in the family", "in our family", "on my mothers side", "on my fathers side", "on my moms side",
        "on my mums side", "on my dads side", "family history of", "en mi familia", "en la familia", "de familia",
        "antecedentes familiares", "por parte de mi", "del lado de mi",
)  # fmt: skip
_HOUSES = (("room",), ("home",), ("house",), ("car",), ("van",), ("bathroom",), ("party",), ("dinner",))
_DIED = word_set("died dies dead passed lost murio muere fallecio muerto perdi perdimos mori murieron fallecieron")
_KILLED = word_set("killed took mato llevo claimed")
_OF = word_set("of from to with by de por con")
_MAY_STAND = (
    _OF
    | _KIN
    | {"his", "her"}
    | word_set("""
    , a an the away on in at age aged his her my mi our early late mid his un una el la los las del masivo fulminante
    massive sudden big huge nasty terrible second third first another anos around about like young suddenly
    when was were only very old twenties thirties forties fifties sixties seventies eighties nineties
    veintes treintas cuarentas sesentas cincuenta sesenta setenta ochenta cuarenta treinta joven se me nos y something
    complications corazon heart
""")
)
_IT = word_set("that it those one same eso esto mismo this")
_ILLNESSES = word_set("""
    attack attacks stroke strokes infarto infartos derrame derrames aneurysm aneurisma embolism embolia clot clots
    coagulo cancer tumor meningitis sepsis cardiac cardiaco
""")

"""Findings told positively: "piernas bien las dos", "the strength was equal", "my weight hasn't moved"."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.context import is_negative
from bot.understanding.lasting import changed
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.text import COMMA
from bot.understanding.words import word_set


def told_well(around: Surroundings, found: Found) -> Cue | None:
    """What says that all is well with what is mentioned, or None; each way for the flags that it can speak of."""
    flag = found.listen.flag
    if flag in _OF_LIMBS:
        return _part_is_well(around, found) or _equal(around, found)
    way = _WAYS.get(flag)
    return way(around, found) if way else None


def _part_is_well(around: Surroundings, found: Found) -> Cue | None:
    """ "Piernas bien las dos, pies bien": the part is named, and called well before anything else is said of it."""
    for unit in found.units:
        if not around.has(_PARTS, unit.start, unit.end) or is_negative(around, unit):
            continue
        at = unit.end
        while around.words[at : at + 1] and around.words[at] in _IS:
            at += 1
        if around.words[at : at + 1] and around.words[at] in _WELL and _is_all(around.words[at + 1 : at + 3]):
            return Cue("normal", around.words[at], at, at + 1)
    return None


def _is_all(after: tuple[str, ...]) -> bool:
    """Whether nothing goes on behind "good", as it does in "good and numb"."""
    return not after or after[0] in _ENDS or (after[0] in _AND and not _GOES_ON_WELL.isdisjoint(after[1:]))


def _equal(around: Surroundings, found: Found) -> Cue | None:
    """ "I pushed with both feet and she said the strength was equal": and nothing is said to be worse."""
    end = len(around.words)
    ails = changed(around, 0, end) or around.has(floor.BREAKS | _ONCE, 0, end)
    if ails or any(is_negative(around, unit) for unit in found.units):
        return None
    said = around.said(_EQUAL, 0, end)
    return Cue("normal", " ".join(said[0][1]), said[0][0], said[0][0] + len(said[0][1])) if said else None


def _weighs_the_same(around: Surroundings, _found: Found) -> Cue | None:
    """ "My weight hasn't moved", "el peso igual": in any clause, as long as no clothes hang loose."""
    end = len(around.words)
    if around.has(floor.BREAKS | _LOOSE, 0, end):
        return None
    said = around.said(_SAME_WEIGHT, 0, end)
    return Cue("normal", " ".join(said[0][1]), said[0][0], said[0][0] + len(said[0][1])) if said else None


def _woken_otherwise(around: Surroundings, _found: Found) -> Cue | None:
    """ "If anything wakes me it's the baby, not my back", "si me despierto es por el gato, no por el dolor"."""
    for at, said in around.said(_NOT_THE_PAIN, 0, len(around.words)):
        if around.has(_WAKE, 0, at) and around.words[at - 1 : at] not in _ONLY and not around.has(_THERE, 0, at):
            return Cue("negated", " ".join(said), at, at + len(said))
    return None


def _no_list(around: Surroundings, found: Found) -> Cue | None:
    """ "Ni sangrado, ni contracciones": a list of what is not there compares nothing with the pains of a birth."""
    is_ni = around.words[found.start] == "ni" and around.words[found.start - 1 : found.start] == (COMMA,)
    others = around.places(frozenset(("ni", "sin")), 0, found.start)
    of_birth = around.has(_OF_BIRTH, 0, len(around.words)) and not around.has(_ACHES, 0, len(around.words))
    if not (is_ni and others and of_birth):
        return None
    return Cue("negated", "ni", found.start, found.start + 1)


def _on_the_skin(around: Surroundings, found: Found) -> Cue | None:
    """ "These rashes all over my chest, legs, arms": places of the skin, and nothing in the sentence presses."""
    at = next(iter(around.places(_RASHES, 0, len(around.words))), None)
    within = all(word in _SKIN_PLACES for unit in found.units for word in around.words[unit.start : unit.end])
    if at is None or not within or around.has(_PRESSES, 0, len(around.words)):
        return None
    return Cue("normal", around.words[at], at, at + 1)


def _passes_well(around: Surroundings, found: Found) -> Cue | None:
    """ "Good stream, and I know when I'm full": it was always so, and nothing is denied before it."""
    end = len(around.words)
    if any(is_negative(around, unit) for unit in found.units) or around.has(floor.BREAKS | _ONCE | _FAILS, 0, end):
        return None
    said = next(((at, said) for at, said in around.said(_PASSES, 0, end) if not _is_denied(around, at)), None)
    return Cue("normal", " ".join(said[1]), said[0], said[0] + len(said[1])) if said else None


def _is_denied(around: Surroundings, at: int) -> bool:
    return around.has(cues.NEGATING, at - 3, at)


_WAYS = {
    "weight_loss": _weighs_the_same, "night_pain": _woken_otherwise, "worst_pain": _no_list, "chest": _on_the_skin,
    "bladder": _passes_well,
}  # fmt: skip
_RASHES = word_set(
    "rash rashes hives spots eczema psoriasis ivy itchy itch sarpullido salpullido ronchas erupcion comezon"
)
_SKIN_PLACES = word_set("""
    chest pecho arm arms both brazo brazos my the on all over in down torso front hand hands elbow elbows left right
""")
_PRESSES = word_set("""
    pain pains hurts hurt ache aches tight tightness pressure heavy crushing squeezing breath breathe breathing sweat
    sweating numb dolor duele opresion aprieta presion respirar aire sudor jaw neck heart
""")
_PASSES = Phrases(
        "good stream", "strong stream", "steady stream", "good flow", "strong flow", "know when im full",
        "know when i am full", "know when its full", "know when i need", "tell when im full", "i go normally",
        "buen chorro", "se cuando tengo ganas", "se cuando esta llena", "orino normal",
)  # fmt: skip
_FAILS = word_set("""
    leak leaks leaking leaked dribble dribbles trickle stopped stops weak weaker less half stays retention menos gotea
    gotas mitad apenas
""")
_OF_LIMBS = word_set("both_legs new_weakness worse_weakness saddle procedure_nerves cancer_nerves")
_PARTS = word_set("""
    leg legs foot feet hand hands arm arms knees ankles grip pierna piernas pie pies mano manos brazo brazos rodillas
    fuerza strength
""")
_IS = word_set("is are both all las los dos ambas ambos estan esta very muy perfectly")
_WELL = word_set("bien fine good ok okay normal normales perfect perfectas perfectos strong solid well great excellent")
_AND = ("and", "y", "e")
_GOES_ON_WELL = _PARTS | _WELL | {"my", "the", "mis", "i", "la"}
_ENDS = frozenset((COMMA, "las", "los", "both", "too", "tambien"))
_ONCE = word_set("until hasta before antes habia used")
_EQUAL = Phrases(
        "strength was equal", "strength is equal", "strength was the same", "strength is the same", "equal strength",
        "same strength", "strength was even", "strength is even", "equally strong", "both equally", "power was equal",
        "power is equal", "equal power", "equal on both", "fuerza igual", "misma fuerza", "igual fuerza",
        "fuerza pareja", "la fuerza es igual", "la fuerza era igual",
)  # fmt: skip
_SAME_WEIGHT = Phrases(
        "weight hasnt moved", "weight hasnt changed", "weight has not changed", "weight hasnt budged",
        "weight is steady", "weights steady", "weight steady", "weight is stable", "weights stable", "weight stable",
        "weight is the same", "weights the same", "weight the same", "same weight", "weight has stayed",
        "weight stays the same", "scales say the same", "scale says the same", "el peso igual", "peso igual",
        "peso lo mismo", "peso sigue igual", "mismo peso", "peso no ha cambiado", "peso no cambia", "peso estable",
        "peso esta igual", "peso esta estable", "sigo pesando lo mismo", "sigo en el mismo peso", "peso se mantiene",
)  # fmt: skip
_LOOSE = word_set(
    "loose baggy hang hangs belt flojo floja holgado holgada grande grandes bailan baila cinturon less menos"
)
_NOT_THE_PAIN = Phrases(
        "not my back", "not the back", "not the pain", "not pain", "not the ache", "not because of the pain",
        "not because of my back", "never the pain", "never my back", "never the back", "no por el dolor",
        "no por la espalda", "no por dolor", "no es por el dolor", "no es por la espalda", "no el dolor",
        "no la espalda", "no es el dolor", "no es la espalda", "nunca por el dolor", "nunca por la espalda",
)  # fmt: skip
_WAKE = word_set("wake wakes woke waking awake up despierto despierta despiertan desperto desperte levanto levanta")
_ONLY = (("its",), ("is",))
_THERE = word_set("every cada worse peor sweats sweat sudor sudores fever fiebre")
_OF_BIRTH = word_set("sangrado sangre manchado manchas liquido fuente flujo bleeding")
_ACHES = word_set("duele duelen dolor dolores hurts hurt pain peor comparan compara")

"""Statements that all is well, in words of the symptom itself: "igual de fuerte que la otra", "orino como siempre"."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.context import is_negative
from bot.understanding.lasting import changed
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.words import word_set


def sound(around: Surroundings, found: Found) -> Cue | None:
    """What says that the part that is named is well, or None; a mention that is a denial itself is never well."""
    if found.listen.flag == "self_harm":
        return None
    if any(is_negative(around, unit) for unit in found.units):
        return _not_a_drop(around, found)
    return _as_good(around, found) or _works(around, found) or _feels(around, found)


def _feels(around: Surroundings, found: Found) -> Cue | None:
    """ "Siento el agua calientita igual en las dos piernas": a touch that is felt, and alike."""
    first, last = around.clause_of(found.start)
    if around.words[last : last + 1] and around.words[last] in _ALIKE:
        last = around.clause_of(last)[1]  # "… con los dos pies, parejito"
    told = around.words[first:last]
    is_felt = not (_FEELS.isdisjoint(told) or _TOUCH.isdisjoint(told) or _ALIKE.isdisjoint(told))
    if not is_felt or around.has(cues.NEGATING | _DULL | _THEN, first, last):
        return None
    return Cue("negated", "siento … igual", first, first + 1)


_FEELS = word_set("siento siente sienten")
_TOUCH = word_set("piso suelo agua tacto toque roce frio calor papel toalla mano dedo algodon jabon")
_ALIKE = word_set("igual iguales normal bien clarito perfecto perfectamente parejo parejito")
_DULL = word_set(
    "dormido dormida dormidas dormidos hormigueo hormigas menos apenas poco raro rara ardor corriente como"
)


def _not_a_drop(around: Surroundings, found: Found) -> Cue | None:
    """ "No se me escapa ni una gota": here "not a drop" is what is denied."""
    if around.words[found.start : found.start + 1] != ("ni",):
        return None
    before = around.words[max(0, found.start - 5) : found.start]
    return Cue("negated", "no", found.start, found.end) if "no" in before and _SLIPS.intersection(before) else None


_SLIPS = word_set("escapa sale va gotea salen escapan moja")


def _as_good(around: Surroundings, found: Found) -> Cue | None:
    """ "Igual de fuerte que la otra", "las siento parejas", "como un chaval": in the clause of the mention."""
    first, last = around.clause_of(found.start)[0], around.clause_of(max(found.start, found.end - 1))[1]
    if around.words[last - 1 : last] == ("y",) or around.words[last : last + 1] in _THEM:
        last = around.clause_of(last)[1]  # "me toqué las piernas y las siento parejas"
    ails = changed(around, first, last) or around.has(_THEN | _ACHES, first, last)
    if ails or found.listen.flag not in _OF_LIMBS:
        return None
    for at in range(first, min(last, len(around.words))):
        said = _GOOD.at(around.words, at)
        if said and not around.has(cues.NEGATING | _ONCE, at - 5, at):
            return Cue("negated", " ".join(said), at, at + len(said))
    return None


_FIT = word_set("""
    fuerte fuertes firme firmes bien sana sano sanas sanos normal normales agil agiles sensible sensibles derecha
    derecho despierta despierto parejas parejos strong steady good well
""")
_GOOD = Phrases(
    *(f"igual de {fit}" for fit in _FIT), *(f"tan {fit} como" for fit in _FIT), *(f"just as {fit}" for fit in _FIT),
    *(f"as {fit} as the other" for fit in _FIT), *(f"as {fit} as ever" for fit in _FIT),
    "siento parejas", "siento parejos", "siento las dos parejas", "siento los dos parejos", "estan parejas",
    "estan parejos", "siento iguales", "siento igualitas", "siento igualitos", "siento las dos iguales",
    "sienten parejas", "sienten iguales", "tengo parejas", "las dos responden", "responden las dos", "responden bien",
    "como un chaval", "como chaval", "como una chavala", "como de chaval", "como quinceanera", "como de quinceanera",
    "como un roble", "como roble", "como robles", "como nueva", "como nuevo", "como nuevas", "como nuevos",
    "como de joven",
    "como una jovencita", "como un jovencito", "como de veinte", "como relojito",
    "feel the same on both",
    "same on both sides", "derechita", "derechito", "bien derecha", "bien derecho",
    "la veo derecha", "sin cambio de forma",
)  # fmt: skip
_THEM = (("las",), ("los",), ("la",), ("lo",))
_OF_LIMBS = word_set("""
    both_legs new_weakness worse_weakness saddle lump head_sudden drowsy procedure_nerves cancer_nerves anchor
""")
_ACHES = word_set("duele duelen dolor dolores hurts hurt pain arde arden aches numb dormida dormidas dormido dormidos")
"""A pain "igual de fuerte" is no strength."""
_THEN = word_set("estaba estaban era eran quedo hasta until was were habia parecia dejo dejaron")
_ONCE = word_set("quisiera ojala antes like wish")


def _works(around: Surroundings, found: Found) -> Cue | None:
    """ "Orino como siempre", "veo y hablo como siempre": what the body does, and that it does it as always."""
    words = around.words
    for at in range(max(0, found.start - 2), min(found.end + 1, len(words))):
        if words[at] not in _DOES or around.has(cues.NEGATING, at - 3, at):
            continue
        until = at + 1
        while until < len(words) and words[until] in _FILLING:
            until += 1
        said = _USUAL.at(words, until) if until < len(words) else None
        ends = until + len(said) if said else 0
        if not said and words[until - 1] == "bien" and words[until : until + 1] in ((), (",",)):
            said = ("bien",)  # "orino bien, …"
            until -= 1
        if said and found.start <= ends and (ends >= len(words) or words[ends] not in floor.BREAKS):
            return Cue("negated", " ".join(words[at:ends]), at, ends)
    return None


_DOES = word_set("""
    orino meo pipi veo hablo camino ando respiro muevo evacuo obro trago agarro oigo corro subo bajo aguanto orina ve
    habla camina anda respira mueve evacua obra traga agarra oye aguanta vejiga intestino siento
""")
_FILLING = word_set("todo todos todas y bien muy las los dos la lo ambos ambas va funciona anda hablo camino veo oigo")
_USUAL = Phrases(
    "como siempre", "igual que siempre", "como de costumbre", "igual que antes", "igual que ayer",
    "como todos los dias",
    "lo de siempre", "normal", "normalito", "normalmente", "perfecto", "perfectamente", "sin problema",
    "sin problemas",
    "sin dificultad", "de maravilla", "como dios manda",
)  # fmt: skip

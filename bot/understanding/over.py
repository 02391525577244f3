"""Whether what was found is of another time: long past, over, or so for ever."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.context import is_negative
from bot.understanding.lasting import always
from bot.understanding.long_ago import aged_now, long_ago, well_for_years
from bot.understanding.matching import Found
from bot.understanding.past import past
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.words import word_set

ASK, CANCELLED = "ask", "cancelled"
PASSING = frozenset({"head_sudden"})
"""Flags that count although they are over, if that was just now: a stroke can come and go."""
HISTORY = frozenset((
    "CANCER", "PROCEDURE", "DEFENSES", "OLD", "BIGPAIN", "BIRTHS", "AGENUM", "IAMAGED", "YEARSOLD", "KINNED", "BONEW",
    "BONEBAD", "MEDW", "BLOODTHING", "WRECK", "SURGERY",
))  # fmt: skip
"""Groups that count however long ago: a cancer that is over still changes what a new symptom means."""
NEWS = frozenset(("OTHERPAIN", "NEWPAIN", "NEWKIND", "MONTHSPAN"))
"""Groups that say themselves that something has changed, whatever has been so for ever."""

Ended = tuple[str, Cue]


def symptom(found: Found) -> tuple[int, int]:
    """The tokens of the mention without its history."""
    units = [unit for unit in found.units if unit.group not in HISTORY] or list(found.units)
    return units[0].start, max(unit.end for unit in units)


def over(around: Surroundings, found: Found, other: bool, after: Surroundings | None) -> Ended | None:
    """The outcome for something that is not of now, and the cue that says so; None for what is."""
    start, end = symptom(found)
    dated = (
        past(around, found, (start, end), other and not _is_news(after))
        or long_ago(around, found, after)
        or aged_now(around, found, after)
        or well_for_years(around, found)
        or _unhurt(around, found, other)
        or _born_with(around, found)
    )
    if dated:
        return CANCELLED, dated
    caught = _caught(around, found)
    if caught:
        return ASK, caught
    almost = _almost(around, found)
    if almost:
        return CANCELLED if around.has(cues.JOKING, 0, len(around.words)) else ASK, almost
    news = any(unit.group in NEWS for unit in found.units)
    so_for_long = None if news else always(around, start, end, after)
    if so_for_long and found.listen.flag != "worst_pain" and not _is_within(found, so_for_long):
        return ASK, so_for_long
    resolved = _resolved(around, found, after)
    if resolved and (_only_belittled(around, found, resolved) or _compared(found, resolved)):
        resolved = None
    if resolved and not (found.listen.flag in PASSING and _how_clear(around) == ASK):
        return _how_clear(around), resolved
    return None


def _is_news(after: Surroundings | None) -> bool:
    """ "My wife had a bump. It wasn't there a month ago": what the next sentence says of it is of now."""
    return after is not None and bool(after.said(_WAS_NOT_THERE, 0, 6))


_WAS_NOT_THERE = Phrases(
    "wasnt there", "werent there", "wasnt like that", "not there", "never there", "never had it", "never had that",
    "no estaba", "no lo tenia", "no la tenia", "antes no estaba", "no le habia",
)  # fmt: skip


def _born_with(around: Surroundings, found: Found) -> Cue | None:
    """ "Un brazo más débil desde que nací": as long as nothing is said to be new, or worse than all since then."""
    if found.listen.flag == "worst_pain" or around.has(cues.CHANGED - _COMPARES, 0, len(around.words)):
        return None
    return next((hit for hit in around.kinds("always", 0, len(around.words)) if hit.words in _BIRTH), None)


_BIRTH = frozenset(("de nacimiento", "since birth", "born with", "desde que naci", "desde que nacio", "polio"))
_COMPARES = frozenset(("mas", "more", "cambio", "changed"))


def _is_within(found: Found, cue: Cue) -> bool:
    """ "Sigue igual de roja": a word of lasting that is the symptom itself."""
    return any(unit.start <= cue.start < unit.end for unit in found.units)


def _almost(around: Surroundings, found: Found) -> Cue | None:
    """ "I nearly had a heart attack": but "casi no puedo respirar" is said."""
    for at in around.places(cues.ALMOST, found.start - 4, found.start):
        if not around.words[at + 1].isdecimal() and not any(is_negative(around, unit) for unit in found.units):
            return Cue("idiom", around.words[at], at, at + 1)
    return None


# What is over


def _only_belittled(around: Surroundings, found: Found, resolved: Cue) -> bool:
    """ "She says the fall was nothing, but she cannot bend": what follows "but" says otherwise."""
    accident = found.listen.flag in ("small_fall", "accident")
    return accident and around.has(floor.BREAKS, resolved.end, len(around.words))


def _compared(found: Found, resolved: Cue) -> bool:
    """ "Never a pain like this, childbirth was nothing": what it was nothing beside is of now."""
    return found.listen.flag == "worst_pain" and resolved.words.endswith(("was nothing", "fue nada"))


def _unhurt(around: Surroundings, found: Found, other: bool) -> Cue | None:
    """An accident that hurt nobody: "la niña se cayó, solo un raspón", "el carro estacionado"."""
    if found.listen.flag not in ("accident", "small_fall"):
        return None
    said = [*around.said(_NOBODY_IN, found.start, len(around.words))]
    well = around.said(_UNHURT, found.start, len(around.words)) if other else ()
    said += [hit for hit in well if not around.has(_SAYS, hit[0] - 2, hit[0])]
    return next((Cue("resolved", " ".join(words), at, at + len(words)) for at, words in sorted(said)), None)


def _caught(around: Surroundings, found: Found) -> Cue | None:
    """ "I tripped on the stairs, but I grabbed the rail": nobody fell, and it is worth a question what it did."""
    if found.listen.flag not in ("accident", "small_fall") or not around.has(_TRIPPED, found.start, found.end):
        return None
    said = around.said(_HELD_ON, found.end, len(around.words))
    return Cue("resolved", " ".join(said[0][1]), said[0][0], said[0][0] + 1) if said else None


_TRIPPED = word_set("tripped slipped stumbled resbale tropece patine")
_HELD_ON = Phrases(
    "grabbed the rail", "caught the rail", "grabbed hold", "caught myself", "didnt go down", "didnt fall",
    "did not fall", "me agarre", "no me cai", "no llegue al suelo", "alcance a agarrarme",
)  # fmt: skip
_NOBODY_IN = Phrases(
        "yo no estaba", "no estaba adentro", "no estaba dentro", "no iba nadie", "no habia nadie", "estaba estacionado",
        "carro estacionado", "coche estacionado", "nobody was in it", "nobody inside", "was parked", "while parked",
        "i wasnt in it", "i wasnt there", "yo no iba", "yo ni estaba", "nadie arriba",
)  # fmt: skip
_UNHURT = Phrases(
        "esta bien", "estan bien", "shes fine", "hes fine", "theyre fine", "shes ok", "hes ok", "ilesa", "ileso",
        "solo raspon", "solo un raspon", "unhurt", "not hurt", "wasnt hurt", "not a scratch", "sin un rasguno",
        "ni un rasguno", "esta barbara", "esta barbaro", "ni lloro", "anda corriendo", "puro susto",
)  # fmt: skip


def _resolved(around: Surroundings, found: Found, after: Surroundings | None) -> Cue | None:
    for hit in around.kinds("resolved", 0, len(around.words)):
        if _is_over(around, hit, found):
            return hit
    if after is None:
        return None
    ends = (hit for hit in after.kinds("resolved", 0, 8) if hit.words not in _NO_LONGER and _holds(after, hit))
    hit = next(ends, None)
    return hit if hit and (len(after.words) <= SHORT or _says_only_that(after, hit)) else None


def _says_only_that(after: Surroundings, hit: Cue) -> bool:
    """ "But it wore off that same evening, and he's nineteen now": what else is told speaks of no trouble."""
    it = hit.start <= 2 and (not hit.start or after.words[hit.start - 1] in _IT_WENT)
    return it and not after.symptoms and not after.has(_NOT_OVER, hit.end, len(after.words))


SHORT = 10
"""Words of a next sentence that can hardly tell anything else than the end."""
_IT_WENT = word_set("it that they this eso se me but pero")
_NOT_OVER = cues.AGAIN | floor.BREAKS | word_set("still until then till sigue hasta desde since")


_NO_LONGER = frozenset({"ya no", "no longer", "anymore", "not anymore"})
"""They stand beside what is over, and mean that it has gone or, of something one could do, that it is lost."""


def _is_over(around: Surroundings, hit: Cue, found: Found) -> bool:
    if (hit.start < found.end and found.start < hit.end) or not _holds(around, hit):
        return False
    if hit.words in _NO_LONGER:
        return _has_stopped(around, hit, found)
    if hit.start < found.end or _is_wave(around, found):
        return False
    again = around.has(cues.AGAIN, found.end, len(around.words))
    it = around.words[hit.start - 1 : hit.start] in _IT or hit.words in _NOT_NOW
    return not again and (it or not _of_another_thing(around, found.end, hit) or hit.start - found.end <= 2)


def _of_another_thing(around: Surroundings, end: int, hit: Cue) -> bool:
    """ "… but the rash went away"; "pero con los ejercicios se quitó" only names what helped."""
    places = around.places(cues.ANOTHER_THING, max(end, around.clause_of(hit.start)[0]), hit.start)
    return any(around.words[at - 1 : at] not in _BY for at in places)


_BY = (("con",), ("with",), ("por",), ("tras",), ("after",), ("hasta",))


def _is_wave(around: Surroundings, found: Found) -> bool:
    """ "Me duele y se me quita, cada diez minutos": what goes and comes back is a labor pain."""
    return found.listen.flag == "pregnant_bleeding" and around.has(_EACH, 0, len(around.words))


_EACH = frozenset(("cada", "every"))
_IT = (("it",), ("its",), ("they",), ("eso",))
_NOT_NOW = frozenset({"not now", "ahora no", "nothing now", "nada ahora"})


def _has_stopped(around: Surroundings, hit: Cue, found: Found) -> bool:
    if any(is_negative(around, unit) for unit in found.units) or hit.words == "anymore":
        return False
    if around.has(_COULD_ONCE, found.end - 2, hit.start):
        return False  # "antes podía pararme de puntas y ya no"
    if hit.start < found.start:
        return all(word in cues.SEE_THROUGH for word in around.words[hit.end : found.start])
    return hit.end >= len(around.words) or around.words[hit.end] in (",", *floor.BREAKS)


_COULD_ONCE = word_set("podia podiamos could lograba alcanzaba subia caminaba cargaba aguantaba levantaba able")


def _holds(around: Surroundings, hit: Cue) -> bool:
    """ "It won't go away" is no end, nor "it was nothing like this", nor "se me pasó la mano"."""
    if hit.words in _WELL and around.has(_THEN, hit.start - 5, hit.end + 4):
        return False  # "last week I was right as rain"
    if around.has(_HARDLY, hit.end, hit.end + 1):
        return False  # "now I can hardly rouse her"
    before = around.words[max(0, hit.start - 2) : hit.start]
    far = 5 if "paso" in hit.words else 2  # "ya se me pasó a la otra", "ya se pasó dos dedos de la raya"
    after = around.words[hit.end : hit.end + far]
    is_past_line = around.has(_LINE, hit.end, hit.end + far + 1)
    is_strength = around.words[hit.start - 1 : hit.start] in _LOST and hit.words in _NOT_BACK
    if hit.words in _SINCE and around.words[hit.end : hit.end + 1] not in _ENDS:
        return False  # "I tried to pee and nothing since last night"
    if hit.words == "ahora no" and after[:1] in _STAYS:
        return False  # "al principio iba y venía y ahora no se va"
    if not _SAYS.isdisjoint(before) and hit.words in _FINE:
        return False  # "says he's fine but winces"
    return cues.UNRESOLVED.isdisjoint(before) and _GOES_ON.isdisjoint(after) and not (is_strength or is_past_line)


_SINCE = frozenset((
    "nothing since", "but nothing since", "nada desde entonces", "pero nada desde entonces", "desde entonces nada",
    "desde entonces cero", "desde entonces ninguna",
    "desde entonces ninguno",
))  # fmt: skip
_ENDS = ((), (",",), ("y",), ("and",))
_STAYS = tuple((word,) for word in ("se", "me", "le", "para", "puedo", "puede", "siento", "siente", "deja", "cede"))
_SAYS = word_set("says said insists claims reckons swears maintains dice jura insiste")
"""What somebody says of himself, and who writes doubts it."""
_FINE = frozenset(("hes fine", "shes fine", "hes ok", "shes ok", "hes okay", "shes okay", "esta bien"))
_HARDLY = word_set("hardly barely scarcely only not never apenas")
_WELL = frozenset(("right as rain", "good as new", "as good as the other", "good as the other"))
_THEN = word_set("last yesterday before until earlier antes")
_GOES_ON = word_set(
    "hambre apetito sensibilidad fuerza quiet silent numb dead weak worse cold white blue downhill like compared mano "
    "izquierda derecha otro otra lado"
)
_LINE = word_set("raya linea borde marca line mark derecha izquierda")
_NOT_BACK = frozenset(("no volvio", "no ha vuelto", "no me ha vuelto", "never came back", "hasnt come back"))
_LOST = frozenset((word,) for word in ("fuerza", "fuerzas", "sensibilidad", "strength", "feeling", "sensation"))
"""What has not come back is lost."""


def _how_clear(around: Surroundings) -> str:
    """An end of today or yesterday is worth a question."""
    return ASK if around.has(cues.RECENT, 0, len(around.words)) else CANCELLED

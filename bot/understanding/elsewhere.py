"""Mentions that speak of nobody here: of an animal, a device, a small child's nappies, a film, people in general."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.context import SCOPE, Cue, Surroundings
from bot.understanding.matching import Found
from bot.understanding.text import COMMA
from bot.understanding.words import word_set

ANIMALS = word_set("""
    dog dogs puppy pup cat cats kitty kitten cow cows goat goats chicken chickens hamster perro perra perrito
    perrita perros gato gata gatito gatita gatos vaca vacas gallina gallinas cachorro
""")
THINGS = word_set("""
    pad pads battery batteries remote bottle bag wrap cushion blanket cord ball mattress tire faucet sink pipe hose
    roof washer engine phone printer computer internet wifi signal charger pump towel machine almohadilla bolsa
    compresa cojin cobija cobijita manta pelota control bateria pilas llave tuberia manguera techo telefono celular
    lavadora botella toalla aparato cable colchon relleno
""")
CHILDREN = word_set("""
    toddler toddlers baby babies newborn infant potty twins bebe bebita bebes mellizos gemelos
    preschooler kindergarten
""")
FICTION = word_set("""
    documentary documental podcast noticias movie film play character actor actress tv show series novel netflix
    song lyrics pelicula novela telenovela serie programa actor actriz personaje cancion cuento libro book
""")
PEOPLE = word_set("people folks patients residents clients gente personas pacientes residentes clientes viejitos")
_ALL = ANIMALS | THINGS | CHILDREN | FICTION | PEOPLE
_WITH = frozenset(("who", "whose", "that", "with", "on", "que", "con", "cuyas", "cuyos"))
"""After a word for people in general, these say what is true of them."""
_ANYBODY = word_set("i im ive id me my myself yo me mi mis tengo siento estoy")
_SUBJECTS = word_set("i im ive id yo tengo siento estoy ando traigo")
_BODY = frozenset((
    "LEG", "LEGS", "BOTHLEGS", "LIMB", "HAND", "FACE", "CHEST", "PLACE", "TRUNK", "HEART", "SIGHT", "HEADACHE", "PEE",
    "URINE", "BOWEL",
))  # fmt: skip
"""Groups that name a part of a body: a device has none."""
_OF_THINGS = frozenset(("bladder", "bowel", "worse_weakness", "new_weakness", "lump", "chest"))
"""Flags whose words are those of devices, too: they leak, weaken, bulge, run out of air."""
_OF_CHILDREN = frozenset(("bladder", "bowel"))
_AFTER = 7
"""Tokens after a mention in which it is told what it is of: "le falta aire a la pelota"."""


def elsewhere(around: Surroundings, found: Found) -> Cue | None:
    """What the mention speaks of instead of a person; nobody's wish to die is ever put aside here but in a film."""
    flag = found.listen.flag
    if _ALL.isdisjoint(around.words):
        return None
    told = _before(around, found, FICTION, _ANYBODY)
    if told is not None or flag == "self_harm":
        return _cue(around, told)
    at = _before(around, found, ANIMALS, _ANYBODY)
    at = at if at is not None and _is_subject(around, at) else None
    if at is None and flag in _OF_CHILDREN:
        at = next((at for at, word in enumerate(around.words) if word in CHILDREN), None)
    if at is None and flag in _OF_THINGS and not any(unit.group in _BODY for unit in found.units):
        at = _before(around, found, THINGS, _SUBJECTS, found.start)
        at = _after(around, found) if at is None else at
    if at is None:
        at = _people(around, found)
    return _cue(around, at)


def _cue(around: Surroundings, at: int | None) -> Cue | None:
    return None if at is None else Cue("elsewhere", around.words[at], at, at + 1)


def _before(
    around: Surroundings, found: Found, words: frozenset[str], stop: frozenset[str], end: int | None = None
) -> int | None:
    """The nearest of the words before the end of a mention (or another end), with nobody of `stop` between."""
    for at in range(min(found.end if end is None else end, len(around.words)) - 1, max(-1, found.start - SCOPE), -1):
        word = around.words[at]
        if word in words:
            return at
        if word in stop or word in _CLAUSE_ENDS:
            return None
    return None


_CLAUSE_ENDS = floor.BREAKS | word_set("because porque since desde so entonces")
_DETERMINERS = word_set("my our the his her a mi mis nuestro nuestra el la los las un una")


def _is_subject(around: Surroundings, at: int) -> bool:
    """ "My dog has lost …": it begins its clause; "I bent down to lift the cat" speaks of the one who lifts."""
    while at and around.words[at - 1] in _DETERMINERS:
        at -= 1
    return at == 0 or around.words[at - 1] == COMMA or around.words[at - 1] in cues.JOINS


def _after(around: Surroundings, found: Found) -> int | None:
    """ "Falta aire a la pelota", "the lump in my wheat bag", "el agua de la compresa"."""
    places = range(found.start + 1, min(found.end + _AFTER, len(around.words)))
    named = (at for at in places if around.words[at] in THINGS)
    return next((at for at in named if not _OF.isdisjoint(around.words[max(found.start, at - 3) : at])), None)


_OF = word_set("of in del de al from")


def _people(around: Surroundings, found: Found) -> int | None:
    """ "Folks that can't hold their water"; but "people say I …" speaks of the one who types."""
    at = _before(around, found, PEOPLE, _ANYBODY)
    return at if at is not None and around.words[at + 1 : at + 2] and around.words[at + 1] in _WITH else None

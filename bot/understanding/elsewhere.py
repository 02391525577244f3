"""Mentions that speak of nobody here: of an animal, a device, a small child's nappies, a film, people in general."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.children import CHILDREN, in_nappies
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import SCOPE, Cue, Surroundings
from bot.understanding.text import COMMA
from bot.understanding.weather import in_the_air
from bot.understanding.words import word_set

ANIMALS = word_set("""
    dog dogs puppy pup cat cats kitty kitten cow cows goat goats chicken chickens hamster perro perra perrito
    perrita perros gato gata gatito gatita gatos vaca vacas gallina gallinas cachorro dachshund dachshunds beagle
    poodle terrier retriever labrador corgi chihuahua pet pets horse horses mare pony rabbit bunny parrot donkey pig
    pigs mascota mascotas caballo yegua burro conejo loro osito oso peluche teddy doll dolls muneco
""")
THINGS = word_set("""
    pad pads battery batteries remote bottle bag wrap cushion blanket cord ball mattress tire faucet sink pipe
    hose roof washer engine phone printer computer internet wifi signal charger pump towel machine almohadilla
    bolsa compresa cojin cobija cobijita manta pelota control bateria pilas llave tuberia manguera techo
    telefono celular lavadora senal botella toalla impresora computadora motor llanta llantas tinaco grifo boton
    aparato cable colchon relleno unit tens lamp screen app keyboard pila lampara tornillo pantalla aplicacion
    teclado drainpipe drain gutter boiler dishwasher bottles pillows pillow drains pipes
""")
_FURNITURE = word_set("""
    chair couch sofa recliner table desk lamp bench bed guitar walker wheelchair piano silla sillon mesa lampara
    cama escritorio banco guitarra andadera maquina stool tripod tent robot doll muneco estatua statue maniqui
    mannequin trousers pants jeans pantalon tripode perchero
""")
"""What has legs, feet, arms and a back, and is nobody: "the arm of the recliner", "el pie de la lámpara"."""
FICTION = word_set("""
    documentary documental podcast noticias movie film play character actor actress tv show series novel netflix
    song lyrics pelicula novela telenovela serie programa actor actriz personaje cancion cuento libro book anatomy
    episode peli pelis capitulo videojuego videogame
""")
_SUNG = ("song", "cancion")
PEOPLE = word_set("""
    people folks patients residents clients gente personas pacientes residentes clientes viejitos
""")
_SINGLE = word_set("patient person paciente persona uno")
_ONE = ("que", "uno")
"""Heat "que uno se desmaya" is of anybody."""
WORKERS = word_set("""
    nurse paramedic emt medic firefighter caregiver aide student class nursing volunteer hotline enfermero enfermera
    paramedico socorrista bombero bombera cuidadora estudiante clase voluntaria voluntario medico residente doctora
""")
_SEES = word_set("""
    see treat handle transport write writing study saw treated veo atiendo tratamos vemos estudio atendemos vi atendi
    trate teach teaching taught enseno
""")
"""A nurse sees strokes all day."""
_ALL = (
    ANIMALS
    | THINGS
    | CHILDREN
    | FICTION
    | PEOPLE
    | _SINGLE
    | WORKERS
    | _FURNITURE
    | {"nino", "nina", "ninos", "kid", "kids", "plays", "victim", "victima"}
    | {"nieta", "nieto", "hija", "hijo", "sobrina", "sobrino", "granddaughter", "grandson", "old"}
    | {"juega", "juegan", "jugando", "jugamos"}
)
_WITH = frozenset(("who", "whose", "that", "with", "on", "que", "con", "cuyas", "cuyos"))
"""After a word for people in general, these say what is true of them."""
_ANYBODY = word_set("i im ive id me my myself yo me mi mis tengo siento estoy")
_SUBJECTS = word_set("i im ive id yo tengo siento estoy ando traigo")
_BODY = frozenset((
    "LEG", "LEGS", "BOTHLEGS", "LIMB", "HAND", "FACE", "CHEST", "PLACE", "TRUNK", "HEART", "SIGHT", "HEADACHE", "PEE",
    "URINE", "BOWEL", "LEGNAME", "LIMBNAME",
))  # fmt: skip
"""Groups that name a part of a body: a device has none."""
_OF_THINGS = frozenset(("bladder", "bowel", "worse_weakness", "new_weakness", "lump", "chest"))
"""Flags whose words are those of devices, too: they leak, weaken, bulge, run out of air."""
_SMALL_ONES = CHILDREN | {"nino", "nina", "ninos", "kid", "kids"}
_AFTER = 7
"""Tokens after a mention in which it is told what it is of: "le falta aire a la pelota"."""


def elsewhere(around: Surroundings, found: Found) -> Cue | None:
    """What the mention speaks of instead of a person; nobody's wish to die is ever put aside here but in a film."""
    flag = found.listen.flag
    if flag == "fever":
        told = in_the_air(around, found)
        if told is not None:
            return _cue(around, told)
    if not around.places(_ALL, 0, len(around.words)):
        return None
    told = _before(around, found, FICTION, _ANYBODY)
    told = _played(around, found) if told is None else told
    if told is not None or flag == "self_harm":
        return _cue(around, told)
    ways = (_answers_not, _at_work, _of_animal, _of_child, _of_thing, _people, _part_of_thing)
    return _cue(around, next((at for at in (way(around, found) for way in ways) if at is not None), None))


def _played(around: Surroundings, found: Found) -> int | None:
    """ "My son plays doctor: I'm paralysed", "en el simulacro hice de víctima": what is played before it is told."""
    return next((at for at, _ in around.said(_PLAY, found.start - SCOPE, found.start)), None)


_PLAY = Phrases(
        "plays doctor", "plays nurse", "juega a que", "juegan a que", "jugando a que", "juega a la doctora",
        "juega al doctor", "juega a la enfermera", "jugamos a que", "hice de victima", "hacer de victima",
        "hago de victima", "played the victim", "play the victim",
)  # fmt: skip


def _answers_not(around: Surroundings, found: Found) -> int | None:
    """ "El control remoto ya no responde", "se ahogó el motor": a device as the subject."""
    words = around.words
    if found.listen.flag not in ("drowsy", "chest", "sudden_pain") or not cues.OTHERS.isdisjoint(words):
        return None
    after = found.end + (words[found.end : found.end + 1] in _THE)
    if words[found.end - 1] in _LIKE_A_LIFE and words[after : after + 1] and words[after] in THINGS:
        return after
    if words[found.start - 1 : found.start] == ("se",) and words[after : after + 1] and words[after] in THINGS:
        return after
    start = around.clause_of(found.start)[0]
    first = next((at for at in range(start, found.start) if words[at] not in _DETERMINERS), None)
    answers = "responde" in words[found.start : found.end]
    return first if answers and first is not None and words[first] in THINGS else None


_THE = (("el",), ("la",), ("los",), ("las",), ("esta",), ("este",), ("mi",))
_LIKE_A_LIFE = word_set("respira desmayo desmaya responde ahogo ahoga")
"""What a device does as if it lived: "qué lento respira esta aplicación", "se me desmayó el teléfono"."""


def _at_work(around: Surroundings, found: Found) -> int | None:
    """ "I'm a nurse, I see strokes all day", "fui enfermera, vi infartos, meningitis, de todo"."""
    if not around.places(WORKERS, 0, len(around.words)):
        return None
    seen = reversed(around.places(_SEES, found.start - SCOPE, found.start))
    at = next((at for at in seen if not _reports(around.words, at)), None)
    listed = at is not None and cues.FIRST_PERSON.isdisjoint(around.words[at + 1 : found.end])
    return at if listed else None


def _reports(words: tuple[str, ...], at: int) -> bool:
    """ "Nurse writing: temperature 38.6": who writes here writes of somebody."""
    return words[at] in ("writing", "write") and (words[at - 1] in WORKERS or words[at + 1 : at + 2] in _FOR)


_FOR = (("for",), ("this",), ("you",))


def _of_animal(around: Surroundings, found: Found) -> int | None:
    at = _before(around, found, ANIMALS, _ANYBODY)
    return at if at is not None and _is_subject(around, at) and not _hurts(around, found) else None


def _of_child(around: Surroundings, found: Found) -> int | None:
    """Nappies, and the fever of a small child."""
    if found.listen.flag == "fever":
        at = _before(around, found, _SMALL_ONES, _SUBJECTS)
        return None if at is not None and _is_grown(around.words[at + 1 : at + 3]) else at
    return in_nappies(around, found)


def _is_grown(after: tuple[str, ...]) -> bool:
    """ "Mi niña de 15"."""
    return len(after) == 2 and after[0] == "de" and after[1].isdecimal() and int(after[1]) >= _GROWN


_GROWN = 10


def _of_thing(around: Surroundings, found: Found) -> int | None:
    if found.listen.flag not in _OF_THINGS or any(unit.group in _BODY for unit in found.units):
        return None
    if around.has(_HIDE, found.start, found.end + 3) or _is_reflexive(around, found):
        return None
    at = _before(around, found, THINGS, _WHO, found.start)
    return _after(around, found) if at is None else at


def _is_reflexive(around: Surroundings, found: Found) -> bool:
    """ "Me hice dormida" is of the one who types, "se me hace agua" of the bag."""
    return around.words[found.start] == "me" and around.words[found.start - 1 : found.start] != ("se",)


_WHO = _SUBJECTS | word_set("she he they ella wife husband mom")
_HIDE = word_set("skin piel pellejo cuero")
"""A pad has none: "where I put the pad there is a lump under the skin"."""


def _cue(around: Surroundings, at: int | None) -> Cue | None:
    return None if at is None else Cue("elsewhere", around.words[at], at, at + 1)


def _before(
    around: Surroundings, found: Found, words: frozenset[str], stop: frozenset[str], end: int | None = None
) -> int | None:
    """The nearest of the words before the end of a mention (or another end), with nobody of `stop` between."""
    if not around.places(words, 0, len(around.words)):
        return None
    for at in range(min(found.end if end is None else end, len(around.words)) - 1, max(-1, found.start - SCOPE), -1):
        word = around.words[at]
        if word in words and not (
            around.words[at - 1] in _LIKENED or (word == "ball" and around.words[at - 1] in _SIZES)
        ):
            return at
        if at >= found.start and word in _CLAUSE_ENDS:
            continue  # "so sleepy"
        if word in stop and around.words[at - 1 : at] and around.words[at - 1] in _SUNG and words is FICTION:
            return at - 1
        if word in stop or word in _CLAUSE_ENDS:
            return None
    return None


_LIKENED = ("cling", "plastic", "wrapped", "bubble")
"""Legs "as if wrapped in cling film" are in no film."""
_SIZES = ("golf", "tennis", "pong", "size", "a", "cotton")
"""A lump like a golf ball is no ball."""


def _hurts(around: Surroundings, found: Found) -> bool:
    """ "The horse threw my husband": an animal that hurts somebody."""
    return found.listen.flag in ("accident", "small_fall") and around.has(cues.OTHERS, 0, len(around.words))


_CLAUSE_ENDS = floor.BREAKS | word_set("because porque since desde so entonces")
_DETERMINERS = word_set("my our the his her a your their its mi mis su sus tu nuestro nuestra el la los las un una")


def _is_subject(around: Surroundings, at: int) -> bool:
    """ "My dog has lost …": it begins its clause; "I bent down to lift the cat" speaks of the one who lifts."""
    if around.words[at - 2 : at - 1] and around.words[at - 2] in _DETERMINERS:
        at -= 1  # "the milk cow"
    while at and around.words[at - 1] in _DETERMINERS:
        at -= 1
    return at == 0 or around.words[at - 1] == COMMA or around.words[at - 1] in cues.JOINS


def _after(around: Surroundings, found: Found) -> int | None:
    """ "Falta aire a la pelota", "the lump in my wheat bag", "el agua de la compresa"."""
    places = range(found.start + 1, min(found.end + _AFTER, len(around.words)))
    named = (at for at in places if around.words[at] in THINGS and around.words[at - 1] not in _SIZES)
    named = (at for at in named if not _OF.isdisjoint(around.words[max(found.start, at - 3) : at]))
    return next(named, None) or _in_furniture(around, found)


def _in_furniture(around: Surroundings, found: Found) -> int | None:
    """ "Tengo un chichón en el sofá": right after the mention; "a lump in my back, on the sofa" is on the back."""
    for at in range(found.end, min(found.end + 4, len(around.words))):
        if around.words[at] in _FURNITURE:
            return at if at > found.end and found.listen.flag == "lump" else None
        if around.words[at] != "en" and around.words[at] not in _OF and around.words[at] not in _DETERMINERS:
            return None
    return None


_OF = word_set("of in del de al from")


def _people(around: Surroundings, found: Found) -> int | None:
    """ "Folks that can't hold their water"; but "people say I …" speaks of the one who types."""
    if _ONE in (around.words[found.start - 3 : found.start - 1], around.words[found.start - 2 : found.start]):
        return found.start - 1
    one = _before(around, found, _SINGLE, _ANYBODY)
    if one and around.words[one - 1] in _WHOSE:
        return one
    at = _before(around, found, PEOPLE, _ANYBODY)
    return at if at is not None and around.words[at + 1 : at + 2] and around.words[at + 1] in _WITH else None


_WHOSE = ("whose", "cuyo", "cuya")


_PARTS = _BODY | {"LIMBPART", "MEMBER", "ARMPART", "LEGPART", "BODYPART", "SPINEAREA", "LEGISH", "BACKPLACE"}


def _part_of_thing(around: Surroundings, found: Found) -> int | None:
    """ "El pie de la lámpara se dobla", "the legs of my garden chair", "table leg gave way"."""
    for unit in found.units:
        if unit.group not in _PARTS:
            continue
        last = unit.start + _first(around.words[unit.start : unit.end], _NOUNS)
        after = around.words[last + 1 : last + 6]
        if around.words[last - 1 : last] and around.words[last - 1] in _FURNITURE and last - 1 >= found.start - 1:
            return last - 1
        if after and after[0] in _OF:
            at = next((at for at, word in enumerate(after) if word in _FURNITURE), None)
            others = [] if at is None else [w for w in after[:at] if w not in _DETERMINERS and w not in _OF]
            if at is not None and len(others) <= 1:
                return last + 1 + at
    return None


def _first(words: tuple[str, ...], nouns: frozenset[str]) -> int:
    """The place of the first of the nouns, or of the last word."""
    return next((at for at, word in enumerate(words) if word in nouns), len(words) - 1)


_NOUNS = word_set("leg legs arm arms foot feet back pierna piernas pata patas pie pies brazo brazos rodilla")

"""Which topic the concepts of a question tell together, where no example is near."""

import re
from collections.abc import Collection

from bot.understanding.asking import asks_surely
from bot.understanding.concepts import concepts
from bot.understanding.question import words_of
from bot.understanding.stems import stem

HEAT = re.compile(
    r"\b(?:heat\w*|sauna|steam|vapor|calent\w*|microondas|microwave|pads?|warm\w*|hot|baths?|showers?|tub|wraps?|"
    r"calor\w*|coj[ií]n\w*|"
    r"almohadill\w*|calient\w*|"
    r"tibi\w*|bañ\w*|tina|"
    r"duch\w*|faja|cobija|manta)\b",
    re.IGNORECASE,
)
"""Words of warmth."""
_RUBBED = re.compile(
    r"\b(?:patch\w*|gel\w*|creams?|rubs?|rubbed|spray|roll|roll-?ons?|unt\w+|embarr\w+|frot[oeé]\w*|parches?|cremas?|"
    r"pomadas?|espray|ung[uü]ento)\b",
    re.IGNORECASE,
)
_COOLS = re.compile(r"\b(?:enfr[ií]a\w*|refresc\w+|cools|cooling|fresquit[oa])\b", re.IGNORECASE)
_PACK = re.compile(
    r"\b(?:packs?|belts?|bricks?|blocks?|vests?|wraps?|collars?|fajas?|bloques?|cintur[oó]n\w*|chaleco|sleeves?|"
    r"bags?|bolsit?as?|compresas?|towels?)\b",
    re.IGNORECASE,
)
"""What is cold and no cream, although its name says gel: "a gel pack"."""
_BY_CONCEPT = (
    (("@mint",), "menthol"), (("@chili",), "capsaicin"), (("@hemp",), "cbd"), (("@shock",), "tens"),
    (("@calm",), "mind_body"), (("@pill",), "medication"), (("@ice",), "cold"),
    (("@span", "@warm"), "heat_duration"), (("@span", "@gadget"), "heat_duration"),
    (("@again", "@warm"), "heat_frequency"), (("@again", "@gadget"), "heat_frequency"),
    (("@harm", "@gadget"), "heat_safety"),
    (("@harm", "@warm"), "heat_safety"), (("@wet",), "moist_heat"), (("@alarm",), "red_flags"),
    (("@private",), "privacy"),
    (("@clinic",), "contact"), (("@person",), "human"), (("@machine",), "about_bot"), (("@world",), "offtopic"),
    (("@weather",), "smalltalk"), (("@kin",), "smalltalk"), (("@life",), "smalltalk"),
)  # fmt: skip
"""Which topic concepts tell together: of several, the first."""
_RECIPE = re.compile(
    r"\b(?:recetas? (?:de|del|para)|recipes?|c[oó]mo (?:se )?(?:hace|prepara|cocina)\w*)\b", re.IGNORECASE
)
""" "La receta del pozole" is no prescription."""
_CARE = ("cbd", "capsaicin", "menthol")
TOLD = 0.12
"""What it adds to a topic that its concepts are named."""
_THROUGH = re.compile(
    r"\b(?:(?:whole|entire|all (?:the|of)|full) (?:\w+ ){0,2}(?:game|movie|show|night|day|evening|morning|afternoon|"
    r"episode|match|drive|"
    r"flight|shift)|tod[oa] (?:el|la|mi) (?:partido|pel[ií]cula|noche|d[ií]a|tarde|ma[nñ]ana|novela|programa|turno|"
    r"viaje|camino)|"
    r"lo que dura|as long as|hasta que)\b",
    re.IGNORECASE,
)
"""A time that is told by what lasts as long."""
_MINUTES = re.compile(r"\b(?:minutes?|mins?|hours?|hrs?|minutos?|horas?|rato)\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\b(?:(?:hate|no|without|doesn'?t (?:involve|need|use|require)|not involve|involve no|besides|other than|"
    r"apart from|not? (?:\w+ ){0,4}(?:take|rub|put(?:ting)?)|instead of|don'?t (?:\w+ )?(?:like|want))\b"
    r".*\b(?:drugs?|meds|medicines?|gadgets?|creams?|goop|stuff|rub|rubbing|pills?|machines?|devices?|anything|"
    r"things)|(?:sin|no|aparte de|adem[aá]s de|ni)\b.*"
    r"\b(?:aparatos?|cremas?|pomadas?|untar\w*|cosas|pastillas|ponerme|medicinas?)\b)",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:else|other|natural|instead|options?|another|anything|ideas?|m[aá]s hay|"
    r"otr[oa]s?|qu[eé] m[aá]s|opci[oó]n|algo)\b",
    re.IGNORECASE,
)


OF_HEALTH = re.compile(
    r"\b(?:pain\w*|hurt\w*|ach(?:e|es|ing|y)|sore\w*|back|neck|spine|legs?|arms?|hips?|numb\w*|tingl\w*|burn\w*|"
    r"stiff\w*|swollen|swell\w*|weak\w*|"
    r"fell|fall\w*|dizzy|fever|skin|doctor|heat\w*|pad|ice|dolor\w*|duel\w*|espalda|cuello|columna|cintura|"
    r"piernas?|brazos?|cadera|adormec\w*|hormigue\w*|"
    r"arde|ardor|ties[oa]|hincha\w*|d[eé]bil\w*|ca[ií]|caer\w*|mare\w*|fiebre|piel|doctora?|calor|coj[ií]n|hielo|"
    r"almohadilla|lastim\w*|sick|throw\w*|vomit\w*)\b",
    re.IGNORECASE,
)
"""Who speaks of the body does not chat."""
_YOU_LIKE = re.compile(
    r"\b(?:do you (?:like|enjoy|ever|watch|eat|drink|sleep|dream|cook|dance|sing)|are you (?:married|single|happy|"
    r"hungry|tired|bored|having)|"
    r"(?:te|le) gustan?|(?:tienes|tiene) (?:novi[oa]|hijos|mascotas?|familia)|(?:comes|duermes|bailas|cantas|"
    r"sue[nñ]as|ves (?:tele|futbol|f[uú]tbol)))\b",
    re.IGNORECASE,
)
""" "Te gusta el fútbol": asked of the machine, and no more than chat."""


_BROUGHT = re.compile(
    r"\b(?:wants? me to|told me to|tells me to|says? (?:i should|to (?:try|rub|use|put))|swears? by|"
    r"recommend\w*|suggest\w*|"
    r"(?:gave|brought|lent|got|bought|sent|found) me|me (?:trajo|trajeron|dio|dieron|regal[oó]|prest[oó]|recomend\w+|"
    r"consigui[oó]|compr[oó]|mand[oó])|quiere que (?:me|use|pruebe)|dice que (?:me|use|pruebe)|juran? por)\b",
    re.IGNORECASE,
)
_BRINGS = frozenset(("@hemp", "@chili", "@mint", "@shock"))


def is_brought(text: str) -> bool:
    """Whether somebody wants the person to use something: "mi nieto me trajo una pomada de mariguana" asks about it."""
    return _BROUGHT.search(text) is not None and not _BRINGS.isdisjoint(spoken_of(text))


def raise_told(text: str, likely: dict[str, float], known: Collection[str]) -> None:
    """Raise the topic that the concepts of a text tell; one bare word asks nothing."""
    if len(words_of(text)) < 2:
        return
    found = told_by(text)
    if found in known:
        likely[found] = likely.get(found, 0.0) + TOLD * (
            2 if found in ("mind_body", "offtopic", "smalltalk", *_CARE) else 1
        )
    if found in _CARE:
        likely.pop("smalltalk", None)  # "my grandson wants me to rub hemp on it"
    if found == "heat_duration" and _THROUGH.search(text):
        likely.pop("offtopic", None)


def cools_skin(text: str) -> bool:
    """Whether a cream or gel is asked about that feels cool: "el gel que se siente fresquito"."""
    cools = _COOLS.search(text) is not None and _RUBBED.search(text) is not None
    return cools and _PACK.search(text) is None


def spoken_of(text: str) -> set[str]:
    """The concepts that a text names."""
    told = set(concepts(stem(word) for word in words_of(text)))
    return told - {"@pill"} if _RECIPE.search(text) else told


def told_by(text: str) -> str:
    """The topic that the concepts of a text tell, or nothing."""
    told = spoken_of(text)
    if _WITHOUT.search(text) and _ELSE.search(text):
        return "mind_body"
    if cools_skin(text) or ("@ice" in told and _RUBBED.search(text) and not _PACK.search(text)):
        return "menthol"
    chat = told & {"@weather", "@life", "@kin"}
    if _YOU_LIKE.search(text) and not OF_HEALTH.search(text) and (chat or told & {"@world"}):
        return "smalltalk"
    if chat and OF_HEALTH.search(text):
        told -= {"@weather", "@life", "@kin"}
    if (
        told & {"@weather", "@life"}
        and asks_surely(text)
        and told <= {"@weather", "@life", "@kin", "@world", "@person", "@again"}
    ):
        return "offtopic"
    if "@ice" in told and HEAT.search(text):
        told.discard("@ice")
    found = next((topic for concept, topic in _BY_CONCEPT if told.issuperset(concept)), "")
    if found in ("", "offtopic") and (_THROUGH.search(text) or (_MINUTES.search(text) and not told - {"@span"})):
        return "heat_duration"
    return found

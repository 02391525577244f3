"""What a question is about, against how it asks: "how many minutes for the ice" is about ice."""

import re
from collections.abc import Collection, Mapping

from bot.understanding.concepts import concepts
from bot.understanding.question import words_of
from bot.understanding.stems import stem

TREATMENTS = ("cold", "capsaicin", "menthol", "cbd", "tens", "contrast")
"""Topics whose own text also says how long, how often and how safely."""
OF_HEAT = ("heat_duration", "heat_frequency", "heat_safety")
COLD = "cold"
SAFETY, TENS, TENS_SAFETY, WHY = "heat_safety", "tens", "tens_safety", "why_asking"
CLEAR = 0.4
"""How likely a topic is at least that two words together tell."""
STEP = 0.02
"""By how much the topic that is meant is put before the other one."""
_HEAT = re.compile(
    r"\b(?:heat\w*|sauna|steam|vapor|pads?|warm\w*|hot|baths?|showers?|tub|wraps?|calor\w*|coj[ií]n\w*|almohadill\w*|calient\w*|"
    r"tibi\w*|bañ\w*|tina|"
    r"duch\w*|faja|cobija|manta)\b",
    re.IGNORECASE,
)
_RISK = re.compile(
    r"\b(?:safe\w*|dangerous|danger|risk\w*|harm\w*|hurt\w*|bad|avoid\w*|shouldn'?t|who|heart|cardiac|pacemaker|"
    r"pregnan\w*|baby|unborn|sleep\w*|"
    r"asleep|nap|driv\w*|shower|bath|water|wet|implant\w*|defibrillator|seizures?|epilep\w*|cancer|metal|throat|"
    r"neck|chest|monitor|shock|"
    r"diabet\w*|allowed|overnight|side effects|burn\w*|segur\w*|peligr\w*|riesg\w*|daño|dan[oa]r?|mal[oa]|evitar|"
    r"qui[eé]n|coraz[oó]n|"
    r"marcapasos?|embaraz\w*|beb[eé]|dorm\w*|manej\w*|bañ\w*|agua|moj\w*|implante\w*|desfibrilador|convuls\w*|"
    r"c[aá]ncer|metal\w*|garganta|"
    r"cuello|pecho|descarga|diab\w*|efectos|contraindica\w*|noche|conviene)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"^\W*(?:\w+\W+){0,3}(?:are you|r u|eres|es usted)\b(?! (?:open|abiert))", re.IGNORECASE)
"""Who asks what the program is."""
_WHY = re.compile(
    r"\b(?:why|how come|what for|to do with|do with|reason|point|purpose|matters?|concern|business|need to know|"
    r"want to know|care|"
    r"relevant|nosy|curious|questions?|asking|ask|answer|number|is it to you|por ?qu[eé]|para qu[eé]|pa ?qu[eé]|"
    r"que ver|import\w*|raz[oó]n|"
    r"interes\w*|pregunt\w*|chism\w*|incumbe|asunto|relaci[oó]n|contestar|n[uú]mero|saber|necesita\w*|afecta|cambia)\b",
    re.IGNORECASE,
)


_COLD = re.compile(
    r"\b(?:ice\w*|icing|cold\w*|cool\w*|froz\w+|freez\w+|peas|fr[ií]\w{1,4}|snow|nieve|hiel\w+|helad\w+|congel\w+)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:altern\w*|switch\w*|then|back and forth|rounds?|go(?:ing|es)? from|swap\w*|rotat\w*|in turns|"
    r"take turns|contrast\w*|"
    r"luego|turn\w+|cambi(?:ando|ar|ara|o|e)(?:le)?\b|swapp?\w*|hot,? cold,? hot|fr[ií]o,? calor,? fr[ií]o|pasar de|de lo \w+ a lo|vueltas|intercal\w*|contraste\w*)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:(?:end|ends|ending|finish\w*|start\w*|begin) (?:on|with|\w+ (?:warm|cold|hot))|"
    r"(?:termin|empie[zc]|acab|comien[zc])\w* con)\b",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"\b(?:or|vs|versus|better|best|which|decide|choose|instead|prefer|wins?|than|rather|whether|says?|o|mejor|"
    r"cu[aá]l|contra|conviene|"
    r"decido|escoj\w*|vez|cu[aá]ndo|dice|dicen|unos|seguro)\b",
    re.IGNORECASE,
)


def settle(text: str, likely: dict[str, float], heard: Mapping[str, int], known: Collection[str]) -> None:
    """Put what a question is about before how it asks; `heard`: topics whose keywords stand in it, of all `known`."""
    if WHY in likely and not _WHY.search(text):
        del likely[WHY]
    warm, cold = _HEAT.search(text) is not None, _COLD.search(text) is not None
    if cold and not warm and COLD in known:
        likely.setdefault(COLD, 0.0)
        _before(likely, COLD, (*OF_HEAT, "red_flags"))
    if not warm:
        _before(likely, max(_told(likely, heard), default=(0.0, ""))[1], OF_HEAT)
    if cold and (_ENDS.search(text) or (warm and _TURNS.search(text))):
        _first(likely, "contrast", known)
    elif warm and cold and _CHOOSES.search(text):
        _first(likely, "heat_vs_cold", known)
    if not cold and not _CONTRAST.search(text):
        likely.pop("contrast", None)
    spoken = set(concepts([stem(word) for word in words_of(text)]))
    _leave_out_products(spoken, likely, heard)
    _raise_told(text, spoken, likely, known)
    if _YOU.search(text):
        _before(likely, "about_bot", ("explain_option", "human"))
    _settle_tens(text, likely)


_CONTRAST = re.compile(r"\b(?:contrast\w*|altern\w*|back and forth|hot (?:and|then)|turn\w*|rounds?|plunge)\b", re.IGNORECASE)
_PRODUCTS = {"capsaicin": "@chili", "menthol": "@mint", "cbd": "@hemp"}
"""Topics of one product, and the concept without which nobody asks about it."""


def _leave_out_products(spoken: Collection[str], likely: dict[str, float], heard: Mapping[str, int]) -> None:
    """Small words are like many questions about creams: without a word of the product none is meant."""
    for topic, concept in _PRODUCTS.items():
        if concept not in spoken and topic not in heard and likely.get(topic, CLEAR) < CLEAR:
            del likely[topic]


_BY_CONCEPT = (
    (("@mint",), "menthol"), (("@chili",), "capsaicin"), (("@hemp",), "cbd"), (("@shock",), "tens"), (("@calm",), "mind_body"),
    (("@pill",), "medication"), (("@ice",), "cold"), (("@span", "@warm"), "heat_duration"), (("@span", "@gadget"), "heat_duration"),
    (("@again", "@warm"), "heat_frequency"), (("@again", "@gadget"), "heat_frequency"), (("@harm", "@gadget"), "heat_safety"),
    (("@harm", "@warm"), "heat_safety"), (("@wet",), "moist_heat"), (("@alarm",), "red_flags"), (("@private",), "privacy"),
    (("@clinic",), "contact"), (("@person",), "human"), (("@machine",), "about_bot"), (("@world",), "offtopic"),
    (("@weather",), "smalltalk"), (("@kin",), "smalltalk"),
)  # fmt: skip
"""Which topic concepts tell together: of several, the first."""
TOLD = 0.12
"""What it adds to a topic that its concepts are named."""
_THROUGH = re.compile(
    r"\b(?:(?:whole|entire|all (?:the|of)|full) (?:\w+ ){0,2}(?:game|movie|show|night|day|evening|morning|afternoon|episode|match|drive|"
    r"flight|shift)|tod[oa] (?:el|la|mi) (?:partido|pel[ií]cula|noche|d[ií]a|tarde|ma[nñ]ana|novela|programa|turno|viaje|camino)|"
    r"lo que dura|as long as|hasta que)\b",
    re.IGNORECASE,
)
"""A time that is told by what lasts as long."""
_MINUTES = re.compile(r"\b(?:minutes?|mins?|hours?|hrs?|minutos?|horas?|rato)\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\b(?:(?:hate|no|without|doesn'?t (?:involve|need|use|require)|not involve|involve no|besides|other than|apart from|not? (?:\w+ ){0,4}(?:take|rub|put(?:ting)?)|instead of|don'?t (?:\w+ )?(?:like|want))\b"
    r".*\b(?:gadgets?|creams?|goop|stuff|rub|rubbing|pills?|machines?|devices?|anything|things)|(?:sin|no|aparte de|adem[aá]s de|ni)\b.*"
    r"\b(?:aparatos?|cremas?|pomadas?|untar\w*|cosas|pastillas|ponerme|medicinas?)\b)",
    re.IGNORECASE,
)
_ELSE = re.compile(r"\b(?:else|other|natural|instead|options?|another|anything|ideas?|m[aá]s hay|otr[oa]s?|qu[eé] m[aá]s|opci[oó]n|algo)\b", re.IGNORECASE)


def _raise_told(text: str, spoken: Collection[str], likely: dict[str, float], known: Collection[str]) -> None:
    """Raise the topic that the concepts of a text tell."""
    found = told_by(text, spoken)
    if found in known:
        likely[found] = likely.get(found, 0.0) + TOLD * (2 if _WITHOUT.search(text) and _ELSE.search(text) else 1)
    if found == "heat_duration" and _THROUGH.search(text):
        likely.pop("offtopic", None)


def told_by(text: str, spoken: Collection[str] | None = None) -> str:
    """The topic that the concepts of a text tell, or nothing."""
    told = set(concepts([stem(word) for word in words_of(text)]) if spoken is None else spoken)
    if _WITHOUT.search(text) and _ELSE.search(text):
        return "mind_body"
    if "@ice" in told and _HEAT.search(text):
        told.discard("@ice")
    found = next((topic for concept, topic in _BY_CONCEPT if told.issuperset(concept)), "")
    if found in ("", "offtopic") and (_THROUGH.search(text) or (_MINUTES.search(text) and not told - {"@span"})):
        return "heat_duration"
    return found


def _settle_tens(text: str, likely: dict[str, float]) -> None:
    """Of TENS and its safety the one that the words are about."""
    best = max(likely, key=likely.__getitem__, default="")
    if best in (TENS, TENS_SAFETY) and TENS in likely and TENS_SAFETY in likely:
        risky = _RISK.search(text) is not None
        _before(likely, TENS_SAFETY if risky else TENS, (TENS if risky else TENS_SAFETY,))


def _first(likely: dict[str, float], topic: str, known: Collection[str]) -> None:
    """Put a topic before all others, if it is one of this project."""
    if topic in known:
        likely[topic] = max(max(likely.values(), default=0.0) + STEP, CLEAR)


def _told(likely: Mapping[str, float], heard: Mapping[str, int]) -> list[tuple[float, str]]:
    return [(likely[name], name) for name in TREATMENTS if name in heard and name in likely]


def _before(likely: dict[str, float], topic: str, others: tuple[str, ...]) -> None:
    """Put a topic that is there before the others."""
    if topic in likely:
        likely[topic] = max(likely[topic], *(likely.get(other, 0.0) + STEP for other in others))

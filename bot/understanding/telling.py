"""Which topic the concepts of a question tell together, where no example is near."""

import re
from collections.abc import Collection

from bot.understanding.asking import asks_surely
from bot.understanding.concepts import concepts
from bot.understanding.question import words_of
from bot.understanding.stems import stem

HEAT = re.compile(
    r"\b(?:heat\w*|sauna|steam|vapor|pads?|warm\w*|hot|baths?|showers?|tub|wraps?|calor\w*|coj[ií]n\w*|"
    r"almohadill\w*|calient\w*|"
    r"tibi\w*|bañ\w*|tina|"
    r"duch\w*|faja|cobija|manta)\b",
    re.IGNORECASE,
)
"""Words of warmth."""
_RUBBED = re.compile(
    r"\b(?:patch\w*|gel\w*|creams?|rubs?|spray|roll|parches?|cremas?|pomadas?|espray|ung[uü]ento)\b", re.IGNORECASE
)
_BY_CONCEPT = (
    (("@mint",), "menthol"), (("@chili",), "capsaicin"), (("@hemp",), "cbd"), (("@shock",), "tens"),
    (("@calm",), "mind_body"), (("@pill",), "medication"), (("@ice",), "cold"),
    (("@span", "@warm"), "heat_duration"), (("@span", "@gadget"), "heat_duration"),
    (("@again", "@warm"), "heat_frequency"), (("@again", "@gadget"), "heat_frequency"),
    (("@harm", "@gadget"), "heat_safety"),
    (("@harm", "@warm"), "heat_safety"), (("@wet",), "moist_heat"), (("@alarm",), "red_flags"),
    (("@private",), "privacy"),
    (("@clinic",), "contact"), (("@person",), "human"), (("@machine",), "about_bot"), (("@world",), "offtopic"),
    (("@weather",), "smalltalk"), (("@kin",), "smalltalk"),
)  # fmt: skip
"""Which topic concepts tell together: of several, the first."""
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


def raise_told(text: str, likely: dict[str, float], known: Collection[str]) -> None:
    """Raise the topic that the concepts of a text tell; one bare word asks nothing."""
    if len(words_of(text)) < 2:
        return
    found = told_by(text)
    if found in known:
        likely[found] = likely.get(found, 0.0) + TOLD * (2 if found in ("mind_body", "menthol", "offtopic") else 1)
    if found == "heat_duration" and _THROUGH.search(text):
        likely.pop("offtopic", None)


def spoken_of(text: str) -> set[str]:
    """The concepts that a text names."""
    return set(concepts(stem(word) for word in words_of(text)))


def told_by(text: str) -> str:
    """The topic that the concepts of a text tell, or nothing."""
    told = spoken_of(text)
    if _WITHOUT.search(text) and _ELSE.search(text):
        return "mind_body"
    if "@ice" in told and _RUBBED.search(text):
        return "menthol"
    if "@weather" in told and asks_surely(text):
        return "offtopic"
    if "@ice" in told and HEAT.search(text):
        told.discard("@ice")
    found = next((topic for concept, topic in _BY_CONCEPT if told.issuperset(concept)), "")
    if found in ("", "offtopic") and (_THROUGH.search(text) or (_MINUTES.search(text) and not told - {"@span"})):
        return "heat_duration"
    return found

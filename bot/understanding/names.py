"""Whether words that were typed where a name is asked for are a name, although they may sound like a symptom."""

import re

from bot.understanding.text import plain
from bot.understanding.words import word_set

MOST_WORDS = 5
LONGEST = 80
_NO_NAME = word_set("""
    para quiere nombre name why que wants need needs sir really who tell
    i im my me ive have has had having cant cannot couldnt not no dont feel feeling feels felt pain pains hurt hurts
    hurting is am are help in on and between can walk walking breathe breathing pee numb numbness want myself right
    now very bad mi me no tengo siento puedo duele duelen dolor estoy ayuda en y muy las los mis quiero morir matarme
    respirar orinar caminar she he his her the esta a an need going think maybe was were emergency sudden severe
    attack pressure llamen llame call burning weak weakness what why how who when where que como por quien cuando
    donde porque you your it this that yes si ok okay sure maybe hello hi hola thanks gracias skip back cancel stop
    none nothing nada later luego dont prefer rather anonymous anonimo prefiero privacy private necesito hay con sin
    for of to do does
""")
_PARTICLES = frozenset(("de", "del", "la", "las", "los", "van", "von", "da", "dos", "y", "e", "bin", "al", "el"))
_SAID_SO = re.compile(
    r"^\s*(?:(?:hi|hello|hey|hola|sure|ok(?:ay)?|yes|si|sí|bueno|claro|pues)[,.!]?\s+)*"
    r"(?:my (?:full )?name(?:'s| is|s)?(?: is)?|the name(?:'s| is)|i am(?: called)?|i'm|im|this is|it's|its|"
    r"name is|name'?s|they call me|call me|you can call me|just call me|"
    r"me llamo|mi nombre(?: completo)? es|yo soy|soy|me dicen|me llaman|ll[aá]meme|ll[aá]mame|"
    r"pregunten? por|ask for|puede(?:s)? llamarme|puede(?:s)? decirme|es|name|nombre)\s*[:,-]?\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s,]+(?:please|thanks|thank you|por favor|gracias|here|para servirle|a sus ordenes|a sus órdenes|"
    r"is my name|es mi nombre)[.!]*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def without_introduction(text: str) -> str:
    """The text after "my name is" and its like, and before "thanks"."""
    return _AFTER.sub("", _SAID_SO.sub("", text)).strip(' .,!:;"')


def as_name(text: str) -> str | None:
    """The name that a text gives; None for a sentence, a question or a number."""
    name = " ".join(without_introduction(text[: LONGEST * 2]).split())
    words = name.replace(",", " ").split()
    if not 0 < len(words) <= MOST_WORDS or len(name) > LONGEST or "?" in text:
        return None
    if not all(_WORD.fullmatch(word) for word in words):
        return None
    said = [plain(word) for word in words]
    common = [word for word in said if word in _NO_NAME and word not in _PARTICLES]
    return None if said[0] in common or len(common) * 2 > len(said) else name


def might_be_a_name(vocabulary: frozenset[str], text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a text with symptoms in these places is a name: short, no complaint, and with a word that is none.

    "Ann Stroke" is a name, "stroke" alone is not, "my chest hurts" is not.
    """
    if not spans or as_name(text) is None:
        return False
    words = [plain(word) for word in without_introduction(text).split()]
    return len(words) > 1 and any(word not in vocabulary and word not in _PARTICLES for word in words)

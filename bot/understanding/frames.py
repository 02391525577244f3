"""What a question is about, against how it asks: "how many minutes for the ice" is about ice."""

import re
from collections.abc import Collection, Mapping

from bot.understanding.telling import HEAT, cools_skin, raise_told, spoken_of

TREATMENTS = ("cold", "capsaicin", "menthol", "cbd", "tens", "contrast")
"""Topics whose own text also says how long, how often and how safely."""
OF_HEAT = ("heat_duration", "heat_frequency", "heat_safety")
COLD, ABUSE = "cold", "abuse"
SAFETY, TENS, TENS_SAFETY, WHY = "heat_safety", "tens", "tens_safety", "why_asking"
CLEAR = 0.4
"""How likely a topic is at least that two words together tell."""
STEP = 0.02
"""By how much the topic that is meant is put before the other one."""
_RISK = re.compile(
    r"\b(?:safe\w*|dangerous|danger|risk\w*|harm\w*|hurt\w*|bad|avoid\w*|shouldn'?t|who|heart|cardiac|pacemaker|"
    r"bathtub|hot ?tub|no deb\w+|not (?:supposed to )?use|qui[eé]nes|pregnan\w*|baby|unborn|sleep\w*|"
    r"asleep|nap|driv\w*|shower|bath|tub|jacuzzi|pool|swim\w*|tina|alberca|regadera|ducha|nad(?:ar|o|ando)|water|wet|"
    r"implant\w*|defibrillator|seizures?|epilep\w*|cancer|metal|throat|"
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
_ABOUT_IT = re.compile(
    r"\b(?:(?:do|can|could) (?:you|u) (?:even |really |actually )?(?:understand|speak|read|hear|learn|lie|think|"
    r"make mistakes|remember me|talk)|"
    r"how (?:accurate|reliable|smart|old|good|trustworthy) are (?:you|u)|where do (?:you|u) get|what (?:can|"
    r"do) (?:you|u) (?:do|know)|"
    r"who (?:made|built|wrote|programmed|trained|created|runs) (?:you|this|your)|are you (?:ever wrong|licensed|"
    r"qualified|certified)|"
    r"(?:me )?entiendes? (?:lo que|mensajes|audios?|si|cuando|bien|ingl[eé]s|espa[nñ]ol)|para qu[eé] sirves|"
    r"qu[eé] (?:sabes|puedes|puede) (?:hacer|usted)|"
    r"qu[eé] tan (?:confiable|exact[oa]|list[oa]|seguro|segura|inteligente) (?:eres|es usted|es este)|te equivocas|"
    r"se equivoca (?:usted|mucho)|"
    r"de d[oó]nde (?:sacas|saca usted|sacan) (?:la|tu|su|esa|eso|todo)|qui[eé]n (?:te|lo|la) (?:hizo|program[oó]|"
    r"cre[oó]|invent[oó]|entren[oó])|"
    r"hablas (?:espa[nñ]ol|ingl[eé]s)|(?:solo|nada m[aá]s|nom[aá]s|only) (?:apretar |press |"
    r"use )?(?:the )?(?:botones|buttons))\b",
    re.IGNORECASE,
)
""" "Do you understand what I type": asked about the machine."""
_WHY = re.compile(
    r"\b(?:why|how come|what for|to do with|do with|reason|point|purpose|matters?|concern|business|need to know|"
    r"want to know|care|"
    r"relevant|nosy|curious|questions?|asking|ask|answer|number|is it to you|por ?qu[eé]|para qu[eé]|pa ?qu[eé]|"
    r"que ver|import\w*|raz[oó]n|"
    r"interes\w*|pregunt\w*|chism\w*|incumbe|asunto|relaci[oó]n|contestar|n[uú]mero|saber|necesita\w*|afecta|cambia)\b",
    re.IGNORECASE,
)


_COLD = re.compile(
    r"\b(?:ice\w*|icing|cold\w*|cool\w*|chill\w*|plunge|cryo\w*|(?:gel|instant|snap) (?:pack|sleeve|bag|wrap)s?|"
    r"(?:bolsit?a|compresa)s? de gel|enfr[ií]\w*|fresquit\w*|froz\w+|freez\w+|peas|fr[ií]\w{1,4}|snow\w*|"
    r"(?:in|from|of|out of) the (?:fridge|freezer|icebox)|(?:del|en el) refri\w*|nevera|lunch ?box\w*|lonchera|hielera|"
    r"escarcha\w*|algo fresco|"
    r"nieve|hiel\w+|helad\w+|congel\w+)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:altern\w*|switch\w*|then|back and forth|rounds?|go(?:ing|es)? from|swap\w*|rotat\w*|in turns|"
    r"take turns|contrast\w*|"
    r"luego|turn\w+|cambi(?:ando|ar|ara|o|e)(?:le)?\b|swapp?\w*|hot,? cold,? hot|fr[ií]o,? calor,? fr[ií]o|pasar de|"
    r"de lo \w+ a lo|vueltas|(?:abr|cerr|mov|gir|cambi)\w+ .{0,12}llaves?|turn\w* the (?:tap|faucet|knob|handle)s?|"
    r"by turns|flip[- ]?flop\w*|brinc\w*|salt(?:ar|ando|o) de|one after the other|uno tras otro|un rato .* otro rato|"
    r"intercal\w*|contraste\w*)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:(?:end|ends|ending|finish\w*|start\w*|begin) (?:on|with|\w+ (?:warm|cold|hot))|"
    r"(?:termin|empie[zc]|acab|comien[zc])\w*,? con|con cu[aá]l (?:se |le |me )?(?:termin|empie[zc]|acab|"
    r"comien[zc])\w*|"
    r"which (?:one )?(?:do i |should i |to )?(?:start|end|finish|begin|goes first|comes first))\b",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"\b(?:or|vs|versus|better|best|which|decide|choose|instead|prefer|wins?|than|rather|whether|says?|o|mejor|"
    r"cu[aá]l|contra|conviene|"
    r"decido|escoj\w*|vez|cu[aá]ndo|rule|means?|automatically|new ones?|old ones?|me va|dice|dicen|unos|seguro|"
    r"when to (?:go|use)|when it'?s (?:hot|cold|heat|ice)|agarr\w*|gana|pick|it (?:hot|cold))\b",
    re.IGNORECASE,
)


def settle(text: str, likely: dict[str, float], heard: Mapping[str, int], known: Collection[str]) -> None:
    """Put what a question is about before how it asks; `heard`: topics whose keywords stand in it, of all `known`."""
    if WHY in likely and not _WHY.search(text):
        del likely[WHY]
    if ABUSE in likely and (HEAT.search(text) or _COLD.search(text)):
        del likely[ABUSE]  # "this pad is useless" insults nobody
    _settle_warm_and_cold(text, likely, heard, known)
    _leave_out_products(spoken_of(text), likely, heard)
    raise_told(text, likely, known)
    _settle_both(text, likely, known)
    for is_meant, topic in ((cools_skin(text), "menthol"), (_TO_DO_WITH.search(text), WHY)):
        if is_meant:
            _first(likely, topic, known)
    if "medication" in heard:
        _before(likely, "medication", OF_HEAT)
    if _ABOUT_IT.search(text):
        _first(likely, "about_bot", known)
    if _YOU.search(text):
        _before(likely, "about_bot", ("explain_option", "human"))
    _settle_tens(text, likely)


def is_misled(led: str, text: str) -> bool:
    """Whether what is put on the back is asked about, although the way of asking leads elsewhere."""
    of_product = not spoken_of(text).isdisjoint(_PRODUCTS.values())
    return (led == "about_bot" and _is_of_care(text)) or (led in ("smalltalk", "privacy", "about_bot") and of_product)


def _is_of_care(text: str) -> bool:
    """Whether something that is put on the back is named, and nobody is spoken to: "tibio y luego frío, para qué"."""
    named = HEAT.search(text) or _COLD.search(text) or _TURNS.search(text) or spoken_of(text) & _CARE
    return bool(named) and _SPOKEN_TO.search(text) is None


_CARE = frozenset(("@ice", "@warm", "@wet", "@mint", "@chili", "@hemp", "@shock", "@calm", "@gadget"))
_SPOKEN_TO = re.compile(r"\b(?:you|u|your|bot|chat\w*|t[uú]|usted|eres|sabes|puedes|te|ti|contigo)\b", re.IGNORECASE)
LED = 0.5
"""How likely a topic is at least that a way of asking leads to."""


def put_first(likely: dict[str, float], topic: str) -> None:
    """Put the topic that a way of asking leads to before all others."""
    likely[topic] = max(max(likely.values(), default=0.0) + STEP, LED)


def _settle_warm_and_cold(
    text: str, likely: dict[str, float], heard: Mapping[str, int], known: Collection[str]
) -> None:
    """Of heat or of cold."""
    warm, cold = HEAT.search(text) is not None, _COLD.search(text) is not None
    if cold and not warm and COLD in known:
        likely.setdefault(COLD, 0.0)
        _before(likely, COLD, (*OF_HEAT, "red_flags"))
    if not warm:
        _before(likely, max(_told(likely, heard), default=(0.0, ""))[1], OF_HEAT)
    _settle_both(text, likely, known)
    if not cold and not _CONTRAST.search(text):
        likely.pop("contrast", None)


def _settle_both(text: str, likely: dict[str, float], known: Collection[str]) -> None:
    """Where warmth and cold are both named: both in turns, or the choice between them."""
    cold = _COLD.search(text) is not None
    warm = cold and HEAT.search(_COLD_GADGET.sub(" ", text)) is not None
    if cold and (_ENDS.search(text) or (warm and _TURNS.search(text))):
        _first(likely, "contrast", known)
    elif warm and cold and _CHOOSES.search(text):
        _first(likely, "heat_vs_cold", known)


_COLD_GADGET = re.compile(
    r"\b(?:fajas?|pads?|wraps?|bolsas?|cobijas?|mantas?|almohadillas?|coj[ií]n|ba[nñ]os?|duchas?|toallas?|compresas?) "
    r"(?:de (?:gel|agua) )?(?:muy |bien )?(?:fr[ií]\w+|helad\w+|congelad\w+)|"
    r"\b(?:cold|chilled|frozen|icy|iced?|gel|cooling) (?:gel )?(?:pads?|wraps?|belts?|baths?|showers?|tubs?|"
    r"packs?|towels?)",
    re.IGNORECASE,
)
""" "Una faja de gel fría" warms nobody."""
_CONTRAST = re.compile(
    r"\b(?:contrast\w*|altern\w*|back and forth|hot (?:and|then)|brinc\w*|turn\w*|rounds?|plunge)\b", re.IGNORECASE
)
_TO_DO_WITH = re.compile(
    r"\b(?:(?:got|have|has) to do with|qu[eé] (?:tiene|tienen) que ver|y (?:eso )?a usted(?:es)? qu[eé])\b",
    re.IGNORECASE,
)
FAINT = 0.14
"""A likeness that offers a topic, and never means it."""
_PRODUCTS = {"capsaicin": "@chili", "menthol": "@mint", "cbd": "@hemp"}
"""Topics of one product, and the concept without which nobody asks about it."""


def _leave_out_products(spoken: Collection[str], likely: dict[str, float], heard: Mapping[str, int]) -> None:
    """Small words are like many questions about creams: without a word of the product none is meant."""
    for topic, concept in _PRODUCTS.items():
        if concept not in spoken and topic not in heard and topic in likely and likely[topic] < CLEAR:
            likely[topic] = min(likely[topic], FAINT)


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

"""Whether words that were typed where a name is asked for are a name, although they may sound like a symptom."""

import re
from collections.abc import Iterator

from bot.understanding.text import plain
from bot.understanding.words import word_set

MOST_WORDS = 5
LONGEST = 80
READ = 300
"""Characters that are read: a name and a sentence around it."""
_NO_NAME = word_set("""
    para quiere nombre name why que wants need needs sir really who tell
    i im my me ive have has had having cant cannot couldnt not no dont feel feeling feels felt pain pains hurt hurts
    hurting is am are help in on and between can walk walking breathe breathing pee numb numbness want myself right
    now very bad mi me no tengo siento puedo duele duelen dolor estoy ayuda en y muy las los mis quiero morir matarme
    respirar orinar caminar she he his her the esta a an need going think maybe was were emergency sudden severe
    attack pressure llamen llame call burning weak weakness what why how who when where que como por quien cuando
    donde porque you your it this that yes si ok okay sure maybe hello hi hola thanks gracias skip back cancel stop
    none nothing nada later luego dont prefer rather anonymous anonimo prefiero privacy private necesito hay con sin
    for of to do does please mucho gusto placer encantado encantada servirle servidor servidora nice meet pleased
    everybody everyone todos todas friends amigos familia family mejor just only solo same mismo misma whatever none
    does give real nope nah anyone anybody doctor here aqui but pero sorry perdon wait spelled spelling se escribe
    privado privada completo completa full secreto confidencial necesita necesitan quieren piden
    obligatorio necesario required mandatory necessary optional antes before always siempre again otra
    quieran quiera gusten guste sea casa house people folks gente rather
    u ur ya le lo su soy son es dicen llaman llamo ask pregunte pregunten both he's doesnt doesn hear well oye contesta
    somebody someone alguien
    hijo hija esposo esposa marido mujer mama papa hermano hermana nieto nieta sobrino sobrina cunado cunada cuidadora
    son daughter wife husband mother father brother sister caregiver paciente patient
    pa eso esto para contesto contestar phone telefono talk speak hablar cuenta english spanish ingles espanol
""")
_PARTICLES = frozenset(("de", "del", "la", "las", "los", "van", "von", "da", "dos", "y", "e", "bin", "al", "el"))
_ENDS_NO_NAME = frozenset(("de", "del", "von", "van", "y"))
_SAID_SO = re.compile(
    r"^\s*(?:(?:hi|hello|hey|hola|sure|ok(?:ay)?|yes|yeah|yep|yup|right|si|sí|bueno|claro|pues|just|well|oh|um+|"
    r"please|por favor|and|"
    r"y|but|pero|"
    r"so|que|solo|nom[aá]s|mejor|mi pareja|buenas(?: tardes| noches)?|buenos d[ií]as|good (?:morning|afternoon|"
    r"evening))[,.!]?\s+)*"
    r"(?:my (?:full |real |first |legal )?name(?:'s| is|s)?(?: is)?|the name(?:'s| is)|i am(?: called)?|i'm|im|"
    r"(?:(?:you|u) (?:can|could|may|should) )?(?:have|tell|let|get) (?:them|him|her|whoever \w+|the (?:nurse|"
    r"clinic|office|girl|lady|doctor)|somebody|someone)"
    r"(?: to)? (?:just )?(?:ask for|call for|look for|say)|whoever calls (?:can|should|may) ask for|"
    r"this is|(?:it'?s|i'?m|im) (?:(?:listed|registered|filed|down) )?(?:under|as)(?: the name(?: of)?)?|it'?s|"
    r"name is|name'?s|they (?:all )?call me|(?:everybody|everyone|people|folks|friends|my friends) calls? me|"
    r"(?:(?:you|u|ya|they|the clinic|have them|whoever calls|just) )?(?:(?:can|could|may|should|need to|gotta|"
    r"must) )?(?:just )?"
    r"(?:call me|ask for|put me (?:down )?(?:as|under)|list me as|save (?:it|me) (?:as|under)|file it under|"
    r"write me down as|look (?:me )?(?:up )?(?:for|under)|address me as|refer to me as|know me as|have me as)|"
    r"under(?: the name(?: of)?)?|name on (?:file|the chart)(?: is)?|"
    r"(?:[aá]p[uú]nt|an[oó]t|reg[ií]str|p[oó]ng|gu[aá]rd|inscr[ií]b|b[uú]squ)[a-z]{0,3}(?:me|lo|la|le)?n?(?:me)? "
    r"(?:como|a nombre de|bajo|por)|a nombre de|estoy (?:registrad[oa] )?como|aparezco como|me registr[eé] como|"
    r"(?:que )?(?:pidan|digan que es|busquen)(?: a| para)?|de (?:nombre|parte de)|con el nombre de|bajo el nombre de|"
    r"me puse|me bautizaron|mis papas me pusieron|de pila|la (?:señora|paciente|doñ[ae]) |el (?:señor|paciente) |"
    r"(?:just|only|solo|nom[aá]s|simplemente|simply)(?= \S+\W*$)|i (?:prefer|like|mostly go by|usually go by)|"
    r"prefiero(?: que me digan)?|call me|i go by|i answer to|goes by|just call me|"
    r"make (?:it|that)|go with|stick with|you'?re (?:talking|speaking) (?:to|with)|d[eé]jelo (?:en|como)|que sea|con|"
    r"put(?: down)?|(?:say|tell (?:them|him|her)|write(?: down)?|use)(?: it'?s| that its)?|"
    r"d[ií]ga(?:n)?(?:les?|me)?(?: que)?|dile(?:s)?(?: que)?|apunte(?:me|n)?|escriba|"
    r"(?:me )?(?:pueden?|puedes) (?:preguntar por|llamarme|decirme|llamarlo|llamarla)|p[oó]nga(?:le|me)?|"
    r"an[oó]te(?:me|n)?|"
    r"(?:se|me) llam[oa]|mi nombre(?: completo)? es|(?:su|el) nombre es|yo soy|soy|(?:todos |todas |"
    r"la gente |todo el mundo |en casa |"
    r"mis amig[oa]s |aqui |aquí )?me (?:dicen?|llaman?|conocen como|conocen por)|(?:they|people|folks|everyone|"
    r"everybody)(?: (?:at|in|around) (?:\w+ ){1,2})? ?knows? me as|aqu[ií]|habla|le habla|le saluda|"
    r"ll[aá]m[eae]n?me|d[ií]ga(?:n)?me|"
    r"pregunten?(?: usted(?:es)?)? (?:por|x)|que pregunten (?:por|x)|hablen? con|ask(?: them)? for|es|name|nombre|"
    r"the patient(?:'s name)? is|el paciente es|la paciente es)\s*[:,-]?\s+(?:el |la |a )?",
    re.IGNORECASE,
)
_FOR_KIN = re.compile(
    r"^\s*(?:it'?s|its|this is|es|el|la|ask)?\s*(?:for|on behalf of|para|de parte de)\s+(?:my|mi|the|el|la)\s+\w+"
    r"(?:[,:]|\s+(?:named|called|que se llama|se llama|su nombre es|her name is|his name is))\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:'s|’s)?[\s,]+(?:(?<='s )(?:fine|ok|okay|good|enough)|(?<=’s )(?:fine|ok|okay|good|enough)|please|"
    r"thanks|thank you|por favor|porfa|gracias|here|para servirle|a sus ordenes|a sus órdenes|"
    r"nom[aá]s|nada m[aá]s|solamente|solito|only|just that|no more|y ya|and that'?s it|that'?s (?:it|all)|"
    r"calling|speaking|on the line|at your service|checking in|reporting|al habla|al aparato|is my name|"
    r"es mi nombre|mucho gusto|un gusto|encantad[oa]|a la orden|nice to meet you|pleased to meet you|"
    r"ma'?am|sir|that'?s me|it'?s me|soy yo|"
    r"(?:is|will be|works|is just) (?:fine|ok|okay|good|enough|great)|is enough|works|for short|de cari[nñ]o|"
    r"para los amigos|a secas|est[aá] bien|servidora?|si no es molestia|aqu[ií])[.!]*$",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"\b(?:it'?s |its )?(?:spelled|spelt|written|se escribe)\s+(?:as |as in |like |as ?[íi] |con |with )?|"
    r"\bcon (?:[a-z]|hache|ce|ese|zeta)\b",
    re.IGNORECASE,
)
_MENDED = re.compile(
    r"(?:[,.;]|\bno\b|\s)\s*(?:no wait|wait|sorry|scratch that|i mean|i meant|correction|actually|make that|typo|"
    r"oops|digo|"
    r"perd[oó]n|mejor dicho|m[aá]s bien|quise decir|o sea|me equivoqu[eé])\b[\s,.:;-]*",
    re.IGNORECASE,
)
_ENDS_NAME = word_set("but pero although aunque or aka at with con sin no who quien que because porque everybody and")
"""Words behind a name that are none of it."""
_CUT = re.compile(r"[,;:!?¡¿()\n]|\.(?=\s|$)|\b(?:but|pero|so(?= (?:just|put|please|call|ask|you)))\b")
_TITLES = re.compile(r"\b(Mrs?|Ms|Dr|Dra|Sr|Sra|Srta|Don|Doña|Jr|St)\.(?=\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_INITIAL = re.compile(r"[^\W\d_]{1,4}\.")


_HONOURED = re.compile(r"^\s*(?:la |el )?(?:[Dd]oña|don|señora|señor|señorita|sra\.?|sr\.?) (?=[^\W\d_]{3})")
""" "Pregunten por doña Refugio"; "Don" is a name in English."""


def without_introduction(text: str) -> str:
    """The text after "my name is" and its like, and before "thanks"."""
    return _AFTER.sub("", _HONOURED.sub("", _SAID_SO.sub("", _FOR_KIN.sub("", text)))).strip(' .,!:;"“”()')


_LETTERS = re.compile(
    r"(?<=\w)[\s,:;(]*(?:\b(?:that'?s|it'?s|spelled|spelt|se escribe|o sea|"
    r"es)\b[\s:,]*)?\b(?:[^\W\d_][\s.-]+){2,}[^\W\d_]\b[\s).,]*"
)
""" "R-A-M-A-N": a name spelled out after it."""

_SHORT_FOR = re.compile(
    r",? (?:(?:it'?s|its|that'?s) )?(?:short for|diminutivo de|de cari[nñ]o por) \S+\s*$", re.IGNORECASE
)
_FIRST_AND_LAST = re.compile(
    r"^\W*(?:my |mi )?(?:first name|last name|surname|nombre(?: de pila)?|apellido)(?:'s| is| es)?[:,]?\s+"
    r"([^\W\d_]+)[,;.]?\s+(?:and |y )?(?:my |mi )?(?:first name|last name|surname|nombre(?: de pila)?|apellido)"
    r"(?:'s| is| es)?[:,]?\s+([^\W\d_]+)\W*$",
    re.IGNORECASE,
)


_WIDOW = re.compile(r",\s+(?=(?:viuda|vda\.?|sra\.?) de\b)", re.IGNORECASE)


def _in_order(match: re.Match[str]) -> str:
    """ "Last name Bell, first name Curtis": the first name comes first."""
    last_is_first = re.match(r"\W*(?:my |mi )?(?:last|surname|apellido)", match[0], re.IGNORECASE) is not None
    return f"{match[2]} {match[1]}" if last_is_first else f"{match[1]} {match[2]}"


_HOLDS_ON = re.compile(
    r"\b(?:(?:hang|hold) on|(?:one|a|just a) (?:sec(?:ond)?|min(?:ute)?|moment)|agu[aá]nt[ae]\w*|"
    r"esp[eé]r[ae](?:me|te|n)?|un (?:momento|momentito|ratito|segundo)|tantito)\b",
    re.IGNORECASE,
)
""" "Hang on a sec, somebody at the door": that clause gives no name."""


def as_name(text: str) -> str | None:
    """The name that a text gives, without the words around it; None for a sentence, a question or a number."""
    said = _WIDOW.sub(" ", " ".join(text[:READ].split()))
    said = _SHORT_FOR.sub("", _FIRST_AND_LAST.sub(_in_order, _LETTERS.sub(" ", said))).strip()
    if "?" in said or "¿" in said:
        return None
    if _HOLDS_ON.search(said):
        said = ", ".join(part.strip() for part in _CUT.split(said) if part.strip() and not _HOLDS_ON.search(part))
    mended = [part for part in _MENDED.split(said) if part.strip()]
    if len(mended) > 1 and (name := _named(mended[-1])):
        return name
    return _named(mended[0] if mended else said) if len(mended) < 2 else _named(mended[0])


def _named(said: str) -> str | None:
    parts = [part.strip() for part in _CUT.split(_TITLES.sub(r"\1", said)) if part and part.strip()]
    wanted = (_bare(part, told=True) for part in parts[1:] if _PREFERRED.search(part))
    whole = next(filter(None, wanted), None) or _bare(said, told=_SAID_SO.match(said) is not None)
    return whole or next(filter(None, _candidates(said)), None)


def _candidates(said: str) -> Iterator[str | None]:
    """What the clauses give, those first that say that they give a name."""
    cut = _CUT.split(_SPELLED.sub(" , ", _TITLES.sub(r"\1", said)))
    parts = [part.strip() for part in cut if part and part.strip()]
    told = [part for part in parts if _tells_name(part)]
    yield from (_bare(part, told=True) for part in told)
    rest = [part for part in parts if part not in told]
    spelled = _SPELLED.search(said) is not None
    rest = list(reversed(rest)) if spelled else sorted(rest, key=lambda part: -len(part.split()))
    yield from (_bare(part) for part in rest if len(part.split()) > 1 or len(parts) < 3)


_PREFERRED = re.compile(
    r"\b(?:go(?:es)? by|call(?:s|ed)? me|answer to|prefer|for short|me (?:dicen?|llaman?|conocen)|prefiero|"
    r"de cari[nñ]o|"
    r"d[ií]g[ae]n?me|ll[aá]m[ae]n?me|pregunten? (?:por|x)|para los amigos)\b",
    re.IGNORECASE,
)
"""What a person wants to be called comes before what they are called: "it's William but I go by Bill"."""


def _tells_name(said: str) -> bool:
    """Whether it introduces a name; "es" alone introduces anything."""
    found = _SAID_SO.match(said)
    return found is not None and not found[0].strip().casefold().startswith("es")


def _bare(said: str, told: bool = False) -> str | None:
    """A text that is a name and nothing else, but for its introduction and thanks."""
    words = _only_name(" ".join(without_introduction(said).split()), told)
    name = " ".join(words)
    if (
        not 0 < sum(plain(word) not in _PARTICLES for word in words) <= MOST_WORDS
        or len(name) > LONGEST
        or ("," in name and len(words) > 3)
    ):
        return None
    bare = [word.strip(",") for word in words]
    if not all(_WORD.fullmatch(word) or _INITIAL.fullmatch(word) for word in bare):
        return None
    spoken = [plain(word) for word in bare]
    common = [word for word in spoken if word in _NO_NAME and word not in _PARTICLES]
    ends = spoken[-1] in common or spoken[-1] in _ENDS_NO_NAME
    return None if spoken[0] in common or ends or len(common) * 2 > len(spoken) else name


def _only_name(said: str, told: bool) -> list[str]:
    """The words up to where something else begins: "Bob but I answer to Robert", "I am Al and my back hurts"."""
    words = said.split()
    ends = (at for at, word in enumerate(words) if at and plain(word) in (_ENDS_NAME | _NO_NAME if told else _ENDS_NAME)
            and plain(word) not in _PARTICLES)  # fmt: skip
    cut = next(ends, len(words))
    kept = words[:cut] if told or cut == len(words) or plain(words[cut]) in _ENDS_NAME else words
    while kept and kept[-1].strip(",").casefold() in ("y", "e", "and", "", *(("so",) if cut < len(words) else ())):
        kept = kept[:-1]
    return [*kept[:-1], kept[-1].strip(",")] if kept else []


_TELLS_OF_A_NAME = re.compile(
    r"^\s*(?:(?:yeah|yes|sure|just|please|s[ií]|pues|nom[aá]s|que)[,.]?\s+)*(?:my name is|call me|ask for|"
    r"me llamo|me dicen|"
    r"mi nombre es|pregunten? por|que (?:me )?pregunten por|busquen a|ll[aá]menme|d[ií]ganme)\s+[^\W\d_]+\W*$",
    re.IGNORECASE,
)
"""One word behind what only introduces a name."""


def might_be_a_name(vocabulary: frozenset[str], text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a text with symptoms in these places is a name: short, no complaint, and with a word that is none.

    "Ann Stroke" is a name, "stroke" alone is not, "my chest hurts" is not.
    """
    if not spans or _bare(" ".join(text.split())) is None or "?" in text:
        return False
    words = [plain(word) for word in without_introduction(text).split()]
    if len(words) == 1 and _TELLS_OF_A_NAME.match(text):
        return True  # "que pregunten por Chucho"
    return 1 < len(words) <= MOST_WORDS and any(word not in vocabulary and word not in _PARTICLES for word in words)

"""The part of a typed answer that answers: what stands after a correction, without questions and other people."""

import re
from collections.abc import Iterator

from msgspec import Struct

from bot.understanding.asking import asks_what_it_means
from bot.understanding.text import plain
from bot.understanding.words import word_set

_CUT = re.compile(r"([;!?¡¿\n…]+|\.+(?=\s|$)|\.{2,}|,(?!\d)|\s[-–—]+\s|—|[()])")
_BUT = re.compile(
    r"(?<!\ball)(?<!any time)(?<!anytime)(?<!thing)(?<!none)(?<!\bno)(?<!\banyone)\s+(?:but|pero|though|although|"
    r"aunque|sino)\s+",
    re.IGNORECASE,
)
"""Where a clause turns; "all but" and "nothing but" do not."""
_TITLE = re.compile(r"\b(Dr|Dra|Mr|Mrs|Ms|Sr|Sra|Srta|St|Sto|vs|approx|aprox|tel|ext)\.", re.IGNORECASE)
_ENDS = frozenset(".;!?¡¿\n…")

_MENDED = re.compile(
    r"(?:\b(?:no,? wait|wait,? no|oh wait|wait wait|hang on|hold on|(?:scratch|strike|scrap|forget|cancel|erase|"
    r"delete|ignore|disregard)(?: all)? (?:that|it|what i (?:said|wrote|put))|correction|make that|"
    r"(?:no,? )?(?:that'?s|that is) (?:not (?:right|it|what i meant)|wrong)|no,? eso no(?: es)?|no,? as[ií] no|"
    r"i mean|(?:i )?meant(?: to say)?|my bad|my mistake|oops|whoops|typo|let me (?:fix|correct) that|or rather|"
    r"wrong (?:line|"
    r"one|button|box)|(?:i )?(?:hit|tapped|pressed|clicked|picked|touched|chose) the wrong (?:one|thing|button|"
    r"line|box)|fat fingers?|"
    r"(?:toqu[eé]|apret[eé]|piqu[eé]|pul?s[eé]|marqu[eé]|puse|le di|me fui|eleg[ií])(?: a)?(?: la| el|"
    r" lo)? ?(?:donde no (?:era|iba|debia|deb[ií]a)|mal|sin querer|por error|"
    r"(?:que no era|equivocad[oa]|otr[oa]))|se me fue el dedo|"
    r"no,? sorry|sorry|change that(?: to)?|i take that back|"
    r"digo|perd[oó]n(?:e|a)?|mejor dicho|ay no|no,? espera|esp[eé]r(?:a|e|ate|ese)|me equivoqu[eé]|corrijo|(?:borre|"
    r"olvide|tache|quite|cancele|ignore)(?:lo| eso| lo (?:anterior|que dije))|no,? miento|miento|"
    r"correcci[oó]n|"
    r"quise decir|quer[ií]a decir|quiero decir|m[aá]s bien|o sea|no no|disculpe?|fe de erratas|me confund[ií])\b"
    r"|\b(?:too|muy|demasiado) (?:soon|early|late|long|little|poco|pronto|tarde|temprano|mucho)\s*[,.;]\s*"
    r"(?:mejor|better|rather|make it|que sea|prefiero|i'?d rather)\b"
    r"|(?<=[.,;])\s*(?:wait|actually)\b|\bno,\s*(?=(?:the|la|el)?\s*\d)|(?:[.,;…]|\.{2,})\s*no,?\s+(?=the\b)|"
    r"(?:[.,;…]|\.{2,})\s*no,\s+(?=(?:la|el|lo)\b))[\s,.:;…!-]*",
    re.IGNORECASE,
)
"""What takes back all that was said before it."""

_FILLER = (
    r"(?:\W*\b(?:so|and|but|ok|okay|hi|hello|hey|please|also|um+|y|pero|hola|oye|oiga|disculpe|bueno|pues|hmm+)\b\W*)*"
)
_WH = re.compile(
    rf"^{_FILLER}(?:what(?!ever)|whats|what's|why|how(?! about the| (?:would|could|can|should|do|am) i )|"
    r"where(?! (?:the|my|i|it|that|this|he|she|they|you|its|im|we) (?!.*\?))|"
    rf"who(?! knows| can say| could say| am i to say|'?s to say| is to say)|whos(?! to say)|which(?! is|ever)|"
    r"(?:is|are|do|does|did|can|could|should|would|will|may|am|was|were|isn'?t|aren'?t)\s+"
    r"(?:i|you|u|it|that|this|the|my|your|we|they|he|she|there|those|these|heat|cold|ice|\d+)\b(?!\s*,)|"
    r"is an?\b|(?:is|are) [\w' ]{3,20} (?:an?|the|one|considered) |"
    r"(?:is|are) (?:\w+ ){1,2}(?:bad|dangerous|safe|ok|okay)$|(?:es|son|est[aá]) (?:mal[oa]|peligros[oa]|buen[oa]) |"
    r"qué (?!va|bueno|pena|lata|horror|burr|tont|dolor|raro)\w|que (?:es|son|tipo|clase|significa|cuenta|pasa|"
    r"hago|quiere|tiene que ver)\b|"
    r"cu[aá]l(?:es)?\b|cuándo|cu[aá]nt[oa]s?|c[oó]mo (?:se|es|le|lo|la|puedo|sé|hago|cuento)|d[oó]nde|"
    r"quién (?!sabe)|por qu[eé]|"
    r"para qu[eé]|pa qu[eé]|puedo|se puede|y si (?!\w+,)\w|do you mean|you mean|a qu[eé] (?:le |les )?(?:llama|"
    r"dice)|te refieres|se refiere|cuenta si)",
    re.IGNORECASE,
)
_CLEFT = re.compile(
    r"^\W*(?:so |and |but |oh )?what (?:i (?:get|feel|have|use|got|notice|do|meant?)|it does|"
    r"(?:really |actually )?(?:goes|gets|happens|bothers|hurts|grows|changes|comes|rises|flares|swells|kills))\b.*"
    r"\b(?:is|are|was|were)\b",
    re.IGNORECASE,
)
""" "What goes up is the stiffness" asks nothing."""
_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|i think|i guess|probably|creo|quiz[aá]s?|tal vez|a lo mejor|yes|no|s[ií]|yeah)\b",
    re.IGNORECASE,
)
_TAG = 3
"""Words of a guess that ends in a question mark: "the second one?"."""

_KIN = word_set("""
    husband husbands wife wifes hubby mom mum mother mommy dad father daddy son daughter brother sister friend boyfriend
    girlfriend partner neighbor neighbour grandma grandmother grandpa grandfather granny nana uncle aunt auntie cousin
    boss coworker roommate spouse nephew niece grandson granddaughter bro sis
    esposo esposa marido mujer mama papa madre padre hijo hija hermano hermana amigo amiga novio novia pareja vecino
    vecina abuela abuelo abuelita abuelito tio tia primo prima suegra suegro cunado cunada comadre compadre nieto nieta
    sobrino sobrina jefe
""")
_THEY = word_set("he she ella hes shes")
_PARTICIPLES = ("ado", "ido", "cho", "sto")
"""'He' with one of them is "I have" in Spanish."""
_KIN_MARKS = word_set("my mi the la el mis our tu su his her")
_FIRST = word_set("""
    i im ive id me we us our myself mine yo me conmigo nosotros nos tengo uso tomo estoy soy traigo llevo ando
""")
_BEFORE = re.compile(
    r"^\W*(?:y |and |pero |but )?(?:(?:it|i|yo|lo|la|me) )?(?:antes|before|used to|at first|al principio|"
    r"in the past|years ago|ayer|yesterday)\b",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"^\W*(?:y |and |so |well |pues )?(?:(?:at first|al principio|yo) )?(?:i )?(?:(?:had |was )?(?:thought|"
    r"thinking|assumed|"
    r"figured|gonna say|going to say|about to say)|(?:yo )?(?:pens[eé]|pensaba|cre[ií]a?|iba a decir|hubiera dicho))\b",
    re.IGNORECASE,
)
"""What was thought first gives way to what is said then: "I thought moist, but it is dry"."""
_LATER = re.compile(
    r"^\W*(?:(?:ok|okay|hold on|hang on|wait|pues|bueno|a ver|y|and)\W+)*(?:(?:let me|lemme|gotta|i need to|i have to|"
    r"i'?ll|i will|going to|gonna|gimme a \w+ to|give me a \w+ to|d[eé]je(?:me)?|perm[ií]tame|voy a|tengo que|ahorita|"
    r"al rato|luego)\W+(?:go |me |le |lo |la |to )*(?:check|see(?! a|the)|look|find|get|grab|ask|think|read|measure|"
    r"ver\b|"
    r"veo|che[ck]\w+|busc\w+|pregunt\w+|revis\w+|fij\w+|traigo|traer|pens\w+|pienso|leer|paso|mand\w+)|busco\b|"
    r"(?:one|just a|give me a|gimme a) (?:sec|second|moment|minute)|un (?:momento|segundo|ratito)|esp[eé]r\w*)",
    re.IGNORECASE,
)
"""Who goes to look first answers later."""
_NOW = re.compile(
    r"\b(?:now|ahora|ya|hoy|today|pac[aá]|these days|lately|since|desde|actualmente|no more|anymore|no longer)\b",
    re.IGNORECASE,
)


class Clause(Struct, frozen=True):
    """One clause of a message: its text, and whether it asks, hesitates, or speaks of somebody else."""

    text: str
    asks: bool = False
    guesses: bool = False
    others: bool = False


def mended(text: str) -> tuple[str, str]:
    """What stands after the last correction, and before it; a text without one is all after."""
    found = [match for match in _MENDED.finditer(text) if any(map(str.isalnum, text[match.end() :]))]
    if not found:
        return text, ""
    return text[found[-1].end() :], text[: found[-1].start()]


def clauses(text: str) -> list[Clause]:
    """The clauses of a text, in order."""
    return [_clause(said, sign, opened) for said, sign, opened in _pieces(text)]


def answering(text: str, personal: bool) -> tuple[str, bool]:
    """The text without its questions, and without other people on a `personal` question; and whether it hesitates.

    What was so once gives way to what is so now.
    """
    said = [clause for clause in clauses(text) if not clause.asks and not (personal and clause.others)]
    said = [clause for clause in said if not _LATER.match(clause.text)]
    if any(_NOW.search(clause.text) and not _BEFORE.search(clause.text) for clause in said):
        said = [clause for clause in said if not _BEFORE.search(clause.text)]
    surer = [clause for clause in said if not _THOUGHT.match(clause.text)]
    said = surer if any(any(map(str.isalnum, clause.text)) for clause in surer) else said
    return ", ".join(clause.text for clause in said), any(clause.guesses for clause in said)


def asks_in_a_clause(text: str) -> bool:
    """Whether a clause of the text asks something."""
    return any(clause.asks for clause in clauses(text))


def of_others(text: str) -> bool:
    """Whether a clause of the text speaks of somebody else."""
    return any(clause.others for clause in clauses(text))


def _pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each clause with the sign that ends its sentence, and whether its sentence opens with "¿"."""
    cuts = _CUT.split(_TITLE.sub(r"\1", text))
    said, signs = cuts[::2], [*cuts[1::2], ""]
    opened = False
    for at, part in enumerate(said):
        if at and set(signs[at - 1]) & _ENDS:
            opened = "¿" in signs[at - 1]
        end = next((sign for sign in signs[at:] if not sign or set(sign) & _ENDS), "")
        asks_last = "?" in signs[at] or (part is said[-1] and "?" in end)
        for piece in _BUT.split(part):
            if any(map(str.isalnum, piece)) or "+" in piece:
                yield piece.strip(), "?" if asks_last else "", opened


def _clause(text: str, sign: str, opened: bool) -> Clause:
    words = [plain(_OWNS.sub("", word)) for word in text.split()]
    questioned = bool(sign) and (opened or len(words) > _TAG) and not _HEDGE.search(text)
    asks = (
        (_WH.match(text) is not None and (bool(sign) or _CLEFT.match(text) is None))
        or asks_what_it_means(text)
        or (bool(sign or opened) and _OF_WHICH.search(text) is not None)
        or (questioned and len(words) > _TAG)
        or (opened and len(words) > _TAG)
    )
    return Clause(text, asks, bool(sign) and not asks, _of_others(words))


_OWNS = re.compile(r"['’]s$", re.IGNORECASE)
""" "My mom's diabetic": she is."""
_OF_WHICH = re.compile(
    r"\b(?:of|in|like|from|for|to|de|en|como|a|con) (?:what|which|where|whose|cu[aá]l\w*|qu[eé])$", re.IGNORECASE
)
""" "Rigidez de cuál, de cuello?"."""


def _of_others(words: list[str]) -> bool:
    """ "My husband is the diabetic"; not "my husband rubbed it on me"."""
    kin = [
        at
        for at, word in enumerate(words)
        if word in _KIN and at and words[at - 1] in _KIN_MARKS and words[at - 2 : at - 1] not in (["is"], ["es"])
    ]
    he = bool(words) and words[0] in _THEY and not (len(words) > 1 and words[1].endswith(_PARTICIPLES))
    rest = [word for at, word in enumerate(words) if at + 1 not in kin]
    return bool(kin or he) and not _FIRST.intersection(rest) and "mi" not in rest and "my" not in rest

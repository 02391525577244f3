"""Clauses that deny one thing after another, and those that go on with what is not understood."""

import re

AND_THEN = re.compile(
    r"\b(?:(?<!nothing )(?<!anything )but|then (?:i|it|the|my|an?|half|later|comes|next|in|by|im|its)|later|"
    r"afterwards?|until|till|though|however|next (?:day|morning)|hours? (?:later|after)|once (?:its|it is|i take) off|"
    r"pero|luego (?:me|se|no|viene|ya|la|lo|amanezco|quedo|sube|empieza)|despues|al rato|mas tarde|hasta que|"
    r"aunque|al dia siguiente|al otro dia|cuando (?:me )?la quito|ya que)\b (?!no\b|not\b|nothing|none|nada|"
    r"nunca|never|it (?:feels|is) (?:fine|good|great|better)|better|fine|mejor|todo bien|bien)|"
    r"\b(?:in the moment|at first|at the time|while (?:its|it is|im using)|al principio|en el momento|de momento|"
    r"mientras)\b"
)
""" "Feels great, but an hour later I …": what follows is not understood, so nothing is denied."""
_FINE = re.compile(
    r"^(?:and |but |y |pero |mi |my |la |the |so |pues |bueno |estoy |ando |im |i am |ando )*(?:(?:skin|piel|back|"
    r"espalda|neck|cuello|all|todo|health|salud)s? )?"
    r"(?:(?:is|are|s|looks|feels|esta|se ve|la tengo|anda|it|looking|good and|stone cold|wide|bien|muy|super|all|"
    r"totally|completely|cold) )*"
    r"(?:fine|good|ok|okay|clear|clean|healthy|normal|perfect|intact|great|sober|awake|alert|thick|tough|"
    r"like leather|sanit[oa]|san[oa]|limpi[oa]|"
    r"limpiecit[oa]|bien|perfect[oa]|intact[oa]|sobri[oa]|despiert[oa]|tranquil[oa]|enter[oa]|lis[oa]|gruesa|"
    r"de elefante|como cuero|fresco|en orden|al cien|al 100)"
    r"(?: (?:as (?:a |the )?\w+|como \w+|gracias a dios|thank god|so far|there|ahi|aqui|back there|por ahora|hoy|"
    r"today))*$"
)
"""A clause of a list that says that something is in order."""
_DENIES = re.compile(
    r"^(?:and |but |y |pero )*(?:no|not|never|nothing|none|nada|ni|sin|nunca|tampoco|ningun[oa]?|zero|cero)\b"
)


def all_deny(words: tuple[str, ...]) -> bool:
    """Whether each clause denies something, and there are several, or "nothing" ends it."""
    clauses = [clause.strip() for clause in " ".join(words).split(",") if clause.strip()]
    if not clauses:
        return False
    ends = clauses[-1].endswith((" nothing", " nada", " none", " ninguna", " ninguno"))
    return (len(clauses) > 1 or ends) and all(_DENIES.match(clause) or _FINE.match(clause) for clause in clauses)

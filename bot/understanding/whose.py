"""Of whom a mention speaks: of the person who types, or of somebody else."""

from bot.understanding import cues
from bot.understanding.matching import Found
from bot.understanding.surroundings import SCOPE, Surroundings
from bot.understanding.words import word_set

_PARTICIPLES = ("ado", "ido", "echo", "icho", "isto", "uesto", "ierto", "oto", "rito")


OTHERS = cues.OTHERS | word_set("""
    viejo viejito viejita nuera yerno gf bf hubby missus nono nona tata gramps grandad grandpas pops
    muchacha muchacho chamo jefecita abue hermanito hermanita suegros padrino madrina comadre compadre
    fiance bisabuela bisabuelo vecina vecino resident tenant roommate landlady
""")
_TITLES = word_set("mujer lady senora senor gentleman client")
_NAMED = cues.FIRST_PERSON | OTHERS | _TITLES
_OF_TITLES = word_set("my mi la el the our old")
"""They stand before somebody else: "mi mujer", "the lady"; "soy una señora de 70" speaks of oneself."""


def whose(around: Surroundings, found: Found) -> str:
    """Of whom it is said, by the last one named in the mention or before it: "own", "other", or "" for nobody."""
    if woken(around, found) or named_behind(around, found):
        return "other"
    for at in reversed(around.places(_NAMED, found.start - SCOPE + 1, found.end)):
        word = around.words[at]
        if word in cues.FIRST_PERSON and not _is_of(around, at):
            return "own"
        if _is_titled(around, at):
            return "other"
        if word in OTHERS and not (_is_breast(around, at) or _is_anybody(around, at, found.end)):
            return "own" if _is_spanish_have(around, at) else "other"
    return ""


def named_behind(around: Surroundings, found: Found) -> bool:
    """ "The cancer was my dad", "infarto le dio a mi hermano", "al que le dio el infarto fue a mi suegro": whether
    it is said right behind it whose illness it was. What begins with the verb ("le dio un infarto a mi papá") tells
    news, and "the crash was my husband's fault", "the accident was my son driving" are no illness of theirs.
    """
    words, end = around.words, found.end
    if found.listen.flag in _BEFALLS_ALL:
        return False
    for size in (3, 2, 1):
        who = end + size + 1
        if words[end : end + size] in _WAS_THEIRS and words[who - 1 : who] in _MY and around.has(OTHERS, who, who + 1):
            return size == 3 or words[who + 1 : who + 2] in _THAT_IS_ALL
    return False


_BEFALLS_ALL = frozenset(("accident", "small_fall", "burn_deep", "blister_spreading"))
_THAT_IS_ALL = ((), (",",), ("not",), ("no",), ("and",), ("but",), ("y",), ("pero",))
_WAS_THEIRS = frozenset((
    ("was",), ("were",), ("that", "was"), ("le", "dio", "a"), ("fue", "a"), ("fue",), ("lo", "tuvo"), ("la", "tuvo"),
    ("tuvo",), ("los", "tuvo"), ("eso", "fue"),
))  # fmt: skip
_MY = (("my",), ("mi",), ("our",), ("el",))
_WAKE = frozenset(("wake", "waking", "waken", "awaken", "despertar", "despertarme", "up"))


def woken(around: Surroundings, found: Found) -> bool:
    """ "I can't wake up my husband": the one who sleeps is named after the mention or at its end."""
    if found.listen.flag not in ("drowsy", "self_harm"):
        return False
    places = around.places(_WAKE, found.start, found.end)
    if not places:
        return False
    at = places[-1]
    after = around.words[at + 1 : at + 4]
    return (
        any(word in cues.OTHERS for word in after)
        or around.words[at].startswith("despertarl")
        or (found.listen.flag == "self_harm" and around.has(_OF_A_NIGHT, at + 1, at + 6))
    )


_OF_A_NIGHT = word_set("tieso tiesa stiff dolor pain rigido rigida noche night adolorido adolorida")
"""Who would not "wake up stiff" or "in the night" would sleep through."""


def _is_titled(around: Surroundings, at: int) -> bool:
    return around.words[at] in _TITLES and around.has(_OF_TITLES, at - 1, at)


def _is_of(around: Surroundings, at: int) -> bool:
    """ "My" in "my mother"."""
    return any(word in OTHERS | _TITLES for word in around.words[at + 1 : at + 3]) and around.words[at] in (
        "my",
        "mi",
        "our",
    )


def _is_anybody(around: Surroundings, at: int, end: int) -> bool:
    """ "They took a melanoma off me", "they called it a small stroke": doctors, and it is said of oneself."""
    words = around.words
    return words[at] == "they" and (around.has(_ME, at, end + 4) or words[at + 1 : at + 3] in _CALL_IT)


_ME = frozenset(("me", "my"))
_CALL_IT = (("called", "it"), ("call", "it"), ("said", "it"), ("thought", "it"))


def _is_breast(around: Surroundings, at: int) -> bool:
    """ "Cáncer de mama" is of no mother."""
    return around.words[at] == "mama" and around.words[at - 1 : at] in (("de",), ("la",))


def _is_spanish_have(around: Surroundings, at: int) -> bool:
    """ "He perdido" is "I have lost"."""
    return around.words[at] == "he" and any(word.endswith(_PARTICIPLES) for word in around.words[at + 1 : at + 3])


def has_died(words: tuple[str, ...], at: int) -> bool:
    """ "My late husband couldn't …", "God rest him"."""
    is_late = words[at] == "late" and words[at - 1 : at] in _THEIR and words[at + 1 : at + 2] in _KIN
    return is_late or words[at : at + 2] in _AT_REST


_THEIR = (("my",), ("her",), ("his",), ("our",))
_KIN = tuple((word,) for word in sorted(cues.OTHERS) if not word.endswith("s"))
_AT_REST = (("god", "rest"), ("rest", "her"), ("rest", "his"), ("rest", "him"), ("que", "descanse"))

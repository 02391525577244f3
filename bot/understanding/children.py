"""Small children, whose wet nappies are no sign of danger."""

from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Surroundings
from bot.understanding.words import word_set

CHILDREN = word_set("""
    toddler toddlers baby babies newborn infant potty twins bebe bebita bebes mellizos gemelos
    preschooler kindergarten
""")
_WET = frozenset(("bladder", "bowel"))


def in_nappies(around: Surroundings, found: Found) -> int | None:
    """The word that says so, where a mention is of bladder or bowel."""
    if found.listen.flag not in _WET:
        return None
    small = next((at for at in range(len(around.words)) if _TODDLING.at(around.words, at)), None)
    if small is not None:
        return small
    return next((at for at, word in enumerate(around.words) if word in CHILDREN), None)


_TODDLING = Phrases(*(
    f"{before}{age} {unit}{after}"
    for before, ages, units, after in (
        ("de ", ("un", "dos", "tres", "1", "2", "3", "ocho", "diez"), ("ano", "anos", "meses"), ""),
        ("", ("one", "two", "three", "1", "2", "3"), ("year",), " old"),
    )
    for age in ages
    for unit in units
    if unit != "anos" or age not in ("ocho", "diez")
))  # fmt: skip
"""The age of somebody in nappies."""

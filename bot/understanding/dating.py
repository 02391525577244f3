"""Whether a name of something that only counts now is told of long ago, or of what somebody cannot bear."""

import re

_ONLY_NOW = {"precautions.right_now": None, "precautions.health": frozenset(("procedure",))}
"""Questions about now, and which of their choices are (None: all of them)."""
_LONG_AGO = re.compile(
    r"\b(?:in (?:19|20)\d\d|en (?:el )?(?:19|20)\d\d|(?:last|a|the other|el|un) (?:year|ano)(?: (?:ago|back|pasado))|"
    r"last (?:year|summer|winter|fall|spring)|(?:ano|verano|invierno) pasado|"
    r"(?:\w+ )?(?:years|decades|months) (?:ago|back)|hace (?:\w+ ){0,2}(?:anos|meses|un ano)|"
    r"used to|years before|antes usaba|as a (?:kid|child)|de (?:nino|nina|chico|chica))\b"
)
_CANNOT_BEAR = re.compile(
    r"\b(?:allerg\w+|alergi\w+|ran out|run out|se (?:me )?acab(?:o|aron)|"
    r"threw (?!my |mi |out my|the back)\w+|tire|stopped|deje)\b"
)


def is_of_now(state: str, choice: str, words: tuple[str, ...], at: int) -> bool:
    """Whether what is named at a place is told of now, where only that counts: not "a patch last year"."""
    if state not in _ONLY_NOW or not (_ONLY_NOW[state] is None or choice in (_ONLY_NOW[state] or ())):
        return True
    before = len(words[:at]) - next((back for back, word in enumerate(reversed(words[:at])) if word == ","), at)
    after = next((on for on, word in enumerate(words[at:]) if word == ","), len(words) - at)
    clause = " ".join(words[before : at + after])
    return not _LONG_AGO.search(clause) and not _CANNOT_BEAR.search(clause)

"""The part of the day that a person typed as a time: "after 2 pm", "9:30", "a las 4"."""

import re

from bot.understanding.counting import CARDINALS

NOON = 12
_CLOCK = re.compile(
    r"\b(?:at|after|around|before|past|by|from|till|until|a las?|despues de las?|antes de las?|como a las?|"
    r"entre las?|between)?\s*"
    r"(\d{1,2})(?::\d{2})?\s*(am|a\.m\.?|pm|p\.m\.?|o'?clock|de la manana|de la mañana|de la tarde|"
    r"de la noche)?(?![\w/])",
    re.IGNORECASE,
)
_WORDS = "|".join(word for word, hour in CARDINALS.items() if hour <= NOON and word != "uno")
_SAID = re.compile(
    rf"\b((?:at|after|around|before|past|by|about|till|until|like|from|between|a las?|de las?|tipo|hasta las?) )"
    rf"({_WORDS})\b(?! (?:of|minutes?|hours?|days?|horas|minutos|d[ií]as))"
    rf"|\b({_WORDS})(?= (?:thirty|fifteen|forty|ish|am|pm|o'?clock|y media|y cuarto|en punto|de la (?:ma[nñ]ana|"
    rf"tarde)))",
    re.IGNORECASE,
)
""" "Around nine thirty", "a las dos": the hour in words."""
_ISH = re.compile(r"\b(\d{1,2})[ -]?ish\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|antes de)\b", re.IGNORECASE)


def time_of_day(text: str) -> str | None:
    """`morning` or `afternoon` where the text gives one time of day; None otherwise."""
    text = _ISH.sub(r"\1", _SAID.sub(_in_digits, text[:200]))
    found = [match for match in _CLOCK.finditer(text[:200]) if 0 < int(match[1]) <= 2 * NOON]
    parts = {_part(int(match[1]), (match[2] or "").casefold()) for match in found}
    if len(parts) != 1:
        return None
    part = parts.pop()
    at_noon = part == "afternoon" and all(match[1] == str(NOON) for match in found)
    return "morning" if at_noon and _BEFORE.search(text) else part


_PREFERRED = re.compile(
    r"\b(?:mornings?|afternoons?|noon|mediod[ií]a|ma[nñ]anas?|tardes?)\b.*?[,;.]\s*(?:(?:and|y)\s+)?"
    r"(?:call me|ring me|ll[aá]meme|ll[aá]menme|m[aá]rqueme|h[aá]bleme)\b[,\s]*|"
    r"\b(?:mornings?|afternoons?|evenings?|ma[nñ]anas?|tardes?)\b.*?[,;.]\s*(?:(?:and|y|pues|o sea)\s+)?(?:so|then|"
    r"mejor|entonces|"
    r"better|rather|how about|make it|let'?s (?:do|say)|instead|as[ií] que|que sea|prefiero|i'?d (?:rather|prefer|"
    r"like))\b[,\s]*",
    re.IGNORECASE,
)


def preferred(text: str) -> str:
    """What stands after "so" or "better", where a part of the day is told before it: "I work mornings, so later"."""
    found = _PREFERRED.search(text)
    return text[found.end() :] if found and any(map(str.isalnum, text[found.end() :])) else text


def _part(hour: int, half: str) -> str:
    if half.startswith("a") or "ana" in half or "aña" in half:
        return "morning"
    if half.startswith("p") or "tarde" in half or "noche" in half:
        return "afternoon"
    return "morning" if 7 <= hour < NOON else "afternoon"


def _in_digits(match: re.Match[str]) -> str:
    word = (match[2] or match[3]).casefold()
    return f"{match[1] or ''}{CARDINALS[word]}"

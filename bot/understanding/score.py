"""A pain score from 0 to 10 in digits or words; durations, temperatures and other scales are none."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast
from unicodedata import normalize

from msgspec import Struct

TOP = 10
_MARKS = re.compile("[\u0300-\u036f]")


class Score(Struct, frozen=True):
    """A score, or None with `unclear` where numbers stand that cannot be one; `confirm` after a guess."""

    value: int | None = None
    confirm: bool = False
    unclear: bool = False


_UNITS = (
    r"(?:more\s+|mas\s+)?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|"
    r"yrs?|times?|nights?|segundos?|minutos?|horas?|dias?|"
    r"semanas?|mes(?:es)?|anos?|veces|noches?|degrees?|grados?|fahrenheit|celsius|mg|milligrams?|miligramos?|"
    r"ml|pounds?|lbs?|kilos?|kg|"
    r"libras?|pills?|pastillas?|tablets?|pm|am|a m|p m|percent|por ciento|feet|pies|miles|millas|blocks|"
    r"cuadras|kids|hijos|oclock|[fc]\b)"
)
_NOT_SCORES = re.compile(
    rf"\b(?:for|about|since|por|desde|hace|every|cada|at|a las)?\s*\d+(?:[.,]\d+)?\s*(?:(?:to|or|-|a|"
    rf"o)\s*\d+\s*)?(?:°|º|{_UNITS})(?!\w)"
    r"|\b(?:since|desde|in|en)\s+(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b(?:at|a las?|la)\s+\d{1,2}(?=\s*$)|"
    r"\b(?:im|i am|tengo)\s+\d{2}\b|%"
)
_OTHER_SCALE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:/|out of|of|de|sobre)\s*(?!10\b)\d+")
_OF_TEN = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|outta|of|de|sobre|over)\s*(?:a\s+|un\s+)?10\b")
_NOW = re.compile(
    r"(?:\bnow\b|\bright now\b|\btoday\b|\bcurrently\b|\bdown to\b|\bup to\b|\bdropped to\b|\bwent to\b|"
    r"\bahora\b|\bhoy\b|\bbajo a\b|\bsubio a\b|\bpaso a\b)"
    r"[^\d]{0,25}(\d+(?:[.,]\d+)?)"
)
_BEFORE_NOW = re.compile(r"(\d+(?:[.,]\d+)?)\s+(?:right now|now|ahora|hoy|today)\b")
_FROM_TO = re.compile(
    r"\b(?:went|gone|came|moved|dropped|paso|bajo|subio|fue)\s+(?:down |up )?(?:from|de|del)\s+(\d+)\s+(?:to|"
    r"a|al)\s+(?:un\s+)?(\d+)"
)
_NONE = re.compile(
    r"\b(?:no pain|pain free|painless|without pain|not hurting|doesnt hurt|does not hurt|no dolor|sin dolor|"
    r"nada de dolor|no me duele|no tengo dolor|no duele|"
    r"none at all|nothing at all|nada|ninguno|cero dolor|none)\b"
)
_WORST = re.compile(
    r"\b(?:worst (?:possible|imaginable|ever)|as bad as it (?:gets|can be)|the worst|maximum|the max|"
    r"off the charts|peor (?:posible|imaginable|que hay)|el peor|lo peor|el maximo|al maximo)\b"
)
_HALF = re.compile(r"(\d+)\s*(?:and a half|y medio|1/2)")
_ARTICLE = re.compile(
    r"\b(?:a|an|un|una)\s+(?=(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|cero|uno|dos|tres|"
    r"cuatro|cinco|seis|siete|ocho|nueve|diez|\d))"
)
_SIGNED = re.compile(r"(?:^|\s)-\s*\d|\bminus\b|\bmenos\s+\d")


def score(text: str) -> Score:
    """The score that the words give: a range its higher end, of "8 but now 4" the one of now."""
    bare = _MARKS.sub("", normalize("NFKD", text[:300])).casefold()
    said = _numbers(bare)
    if _SIGNED.search(said):
        return Score(unclear=True)
    said = _HALF.sub(lambda match: f"{match[1]}.5", said)
    if not _OF_TEN.search(said) and _OTHER_SCALE.search(said):
        return Score(unclear=True)
    said = _OF_TEN.sub(r" \1 ", said)
    said = _NOT_SCORES.sub(" ", said)
    return _chosen(said)


@lru_cache(maxsize=1024)
def _numbers(text: str) -> str:
    import text_to_num  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]

    said = _ARTICLE.sub("", text)
    digits = cast("Callable[[str, str, float], str]", text_to_num.alpha2digit)  # written in Rust, without types
    return digits(digits(said, "en", 0), "es", 0)


def _chosen(said: str) -> Score:
    numbers = [float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?", said)]
    if not numbers:
        return _in_words(said)
    now = _FROM_TO.search(said)
    now_number = (
        now[2] if now else next((match[1] for match in (*_NOW.finditer(said), *_BEFORE_NOW.finditer(said))), None)
    )
    if len(set(numbers)) > 1 and now_number:
        return _checked([float(now_number.replace(",", "."))])
    return _checked(numbers)


def _checked(numbers: list[float]) -> Score:
    highest = max(numbers)
    if highest > TOP:
        return Score(unclear=True)
    if len(set(numbers)) > 2:
        return Score(int(-(-highest // 1)), confirm=True)
    whole = int(-(-highest // 1))
    return Score(whole, confirm=len(set(numbers)) > 1 or whole != highest)


def _in_words(said: str) -> Score:
    if _NONE.search(said):
        return Score(0)
    return Score(TOP, confirm=True) if _WORST.search(said) else Score()

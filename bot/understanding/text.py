"""A message cut into sentences of plain words that still know where they stand."""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from msgspec import Struct

from bot.understanding.shorthand import SHORT

TEXT_LIMIT = 4096
"""Characters that are read: the longest message of any channel, and so a bound of the work for one text."""
COMMA = ","

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = "'`´‘’ʼʹ′＇"
_WORD = rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*"
_CLOCK = r"\d{1,2}(?::\d\d)?\s?(?:[aApP][mM]\b|[aApP]\.\s?[mM]\b\.?)"
_TOKEN = re.compile(rf"{_CLOCK}|\d+[.,]\d+|{_WORD}|w/o?(?=\W)|\.\.+|…|[.;!?¿¡\n]|[,:()\"“”–—*]|(?<=\s)-+(?=\s)|/")
_ADDRESS = re.compile(r"(?<!\S)[^\s@]+@[^\s@]+\.\S+")
_MASKED = re.compile(r"\b[A-Za-z]+[*@#$]+[A-Za-z]*")
_RUDE = (
    "shit",
    "shat",
    "shitting",
    "piss",
    "pissed",
    "pissing",
    "ass",
    "dick",
    "pussy",
    "crap",
    "fuck",
    "fucking",
    "cock",
    "balls",
)
_HOUR = re.compile(_CLOCK)
_DECIMAL = re.compile(r"\d+[.,]\d+")
_TEMPERATURE = re.compile(r"(?:37[.,][89]|(?:38|39|40|41)[.,]\d|100[.,][4-9]|10[1-6][.,]\d)")
"""A fever as a thermometer shows it; a price has two decimals."""
_ENDS = frozenset(".;!?¿¡\n")
_LETTER = re.compile(r"[^\W_]")
_WITH = {"w/": "with", "w/o": "without"}


class Token(Struct, frozen=True):
    """A plain word, or a comma, with the place in the text where it was read."""

    word: str
    start: int
    end: int


class Sentence(Struct, frozen=True):
    """The tokens of one sentence, and whether it asks."""

    tokens: tuple[Token, ...]
    asks: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters from one token up to another one."""
        return self.tokens[start].start, self.tokens[end - 1].end


def clean(text: str) -> str:
    """The text as it is read: composed, without invisible characters, not longer than the limit. Spans count in it."""
    said = _INVISIBLE.sub("", normalize("NFC", text[:TEXT_LIMIT]))[:TEXT_LIMIT]
    said = _FILLER.sub(_blank, _WITHOUT.sub("wo ", _APART.sub(r"\1 ", said)))
    said = _BEGUN_TWICE.sub(_blank, _STUTTER.sub(_blank, said))
    return _MASKED.sub(_unmasked, _ADDRESS.sub(_blank, said))


_APART = re.compile(r"(?<=[a-z]) (n['’]t)\b", re.IGNORECASE)
"""Transcripts part the denial from its verb: "have n't"; places behind it do not change."""
_WITHOUT = re.compile(r"\bw/o\b", re.IGNORECASE)
"""Written short, with places that do not change."""


_FILLER = re.compile(
    r"(?<!\buh[ -])\b(?:u+m+|u+h+|u+hm+|e+rm+|e+hm+|h+m{2,}|m{3,})\b(?![ -]?(?:huh|uh|hu)\b)(?:\s*,)?", re.IGNORECASE
)
_SAID = r"[^\W\d](?:['’]?[^\W\d]){0,19}"
_STUTTER = re.compile(rf"\b({_SAID}(?:\s{{1,9}}{_SAID}){{0,2}})\s*(?:,|\.\.+|…)\s*(?=\1\b)", re.IGNORECASE)
_BEGUN_TWICE = re.compile(
    r"\b(i|im|i'm|ive|i've|my|the|a|it|its|it's|and|he|she|we|they|in|to|of|yo|mi|mis|el|la|los|las|de|que|un|una|en)"
    r"\s{1,9}(?=\1\b)", re.IGNORECASE,
)  # fmt: skip
"""How people speak: "Um, I had a, uh, a bit of a, a cough". What means nothing is no sign of anything; places stay."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _unmasked(match: re.Match[str]) -> str:
    """ "Sh*t" as it is meant; places do not change."""
    pattern = re.compile(re.sub(r"[*@#$]", ".", match[0].casefold()))
    return next((word for word in _RUDE if pattern.fullmatch(word)), match[0])


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A word without case, accents and apostrophes."""
    bare = _MARKS.sub("", normalize("NFKD", word)).casefold()
    return "".join(char for char in bare if char.isalnum())


def sentences(text: str) -> list[Sentence]:
    """The sentences of a clean text; one without words is left out."""
    return list(_sentences(text))


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[Sentence, ...]:
    """Kept for as long as one message is looked at from several sides, and hardly longer: it is what somebody wrote."""
    found: list[Sentence] = []
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        sign = match.group()
        if sign in _ENDS:
            if tokens:
                found.append(Sentence(tuple(tokens), sign == "?"))
            tokens = []
        else:
            tokens.extend(_tokens(sign, match.start(), match.end(), tokens))
    return (*found, Sentence(tuple(tokens))) if tokens else tuple(found)


def _tokens(sign: str, start: int, end: int, before: list[Token]) -> Iterator[Token]:
    if sign in _WITH:
        yield Token(_WITH[sign], start, end)
    elif _HOUR.fullmatch(sign):
        yield Token(_hour(sign), start, end)
    elif _DECIMAL.fullmatch(sign):
        yield Token(_decimal(sign), start, end)
    elif not _LETTER.match(sign):
        yield Token("or" if sign == "/" else COMMA, start, end)
    elif sign in ("t", "T") and before and before[-1].word.endswith("n"):  # "can t", "don t"
        whole = before.pop()
        yield Token(whole.word + "t", whole.start, end)
    else:
        word = plain(sign)
        if word == "more" and before and before[-1].word == "any":
            whole = before.pop()
            yield Token("anymore", whole.start, end)
            return
        for part in SHORT.get(word, word).split():
            yield Token(part, start, end)


def _hour(sign: str) -> str:
    """ "3 am", "3:15 a.m." and "3AM" are one word, "3am"; "am" alone is a small word, which nothing listens for."""
    hour = re.match(r"\d+", sign)
    return f"{hour[0] if hour else ''}{'a' if 'a' in sign.lower() else 'p'}m"


def _decimal(sign: str) -> str:
    """A number without its decimals; "38.5" and "101.4" are temperatures, "38c" and "101f"."""
    whole = re.split("[.,]", sign)[0]
    if not _TEMPERATURE.fullmatch(sign):
        return whole
    return f"{whole}f" if len(whole) > 2 else f"{max(38, int(whole))}c"

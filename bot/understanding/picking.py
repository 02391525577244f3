"""Which choices of a screen typed words name: by number, by place in the list, or by what they are called."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import OSA

from bot.engine.screen import NONE
from bot.understanding.question import Option, Question
from bot.understanding.words import word_set

LONG, LONGER = 5, 8
"""From how many letters a word of a name may have one slip, and two."""
NEAR = 4
"""Words between the first and the last word of a name."""
STEM = 4

_ORDINALS = {
    **dict.fromkeys(("first", "1st", "primera", "primero", "primer", "1ra", "1ro", "1era", "1ero"), 1),
    **dict.fromkeys(("second", "2nd", "segunda", "segundo", "2da", "2do"), 2),
    **dict.fromkeys(("third", "3rd", "tercera", "tercero", "tercer", "3ra", "3ro", "3era", "3ero"), 3),
    **dict.fromkeys(("fourth", "4th", "cuarta", "cuarto", "4ta", "4to"), 4),
    **dict.fromkeys(("fifth", "5th", "quinta", "quinto", "5ta", "5to"), 5),
    **dict.fromkeys(("sixth", "6th", "sexta", "sexto", "6ta", "6to"), 6),
    **dict.fromkeys(("seventh", "7th", "septima", "septimo", "7ma", "7mo"), 7),
    **dict.fromkeys(("eighth", "8th", "octava", "octavo", "8va", "8vo"), 8),
}
_CARDINALS = {
    **dict.fromkeys(("one", "uno"), 1), **dict.fromkeys(("two", "dos"), 2), **dict.fromkeys(("three", "tres"), 3),
    **dict.fromkeys(("four", "cuatro"), 4), **dict.fromkeys(("five", "cinco"), 5), **dict.fromkeys(("six", "seis"), 6),
    **dict.fromkeys(("seven", "siete"), 7), **dict.fromkeys(("eight", "ocho"), 8),
    **dict.fromkeys(("nine", "nueve"), 9),
}  # fmt: skip
_LAST = frozenset(("last", "ultima", "ultimo", "bottom", "final"))
_MIDDLE = frozenset(("middle", "medio", "enmedio"))
_LIST_WORDS = word_set("""
    only solo solamente nomas just except the a and number numbers no num option options choice answer one ones line
    lines letter i have my its is pick choose for me please think of them these in list just also plus la el las los
    y numero numeros opcion opciones de lista e con elijo escojo seria es son tambien mas por favor creo que that
    those would be say id go with im going both s want marca marque mark select tick check item items both to tengo
""")
_NOT = word_set("""
    no not without less never dont doesnt didnt isnt havent neither nor sin menos nunca ni tampoco jamas fewer hardly
    barely except excepto salvo
""")
_STOPS = word_set("""
    but pero sino aunque though however
""")
_ALL = re.compile(
    r"\b(?:all(?: of)?(?: the above| them| these| those| that| \d| three| four| five)?|every ?(?:thing|"
    r"one)(?: of them)?|each of them|todas?(?: ellas| ellos)?|todos|todo(?: eso| lo anterior)?|"
    r"las \w+ juntas)\b"
)
_BOTH = re.compile(
    r"\b(?:both|ambos|ambas|los dos|las dos|either|a mix|mixed|mix of|bit of both|de ambos|de los dos)\b"
)
_NONE = re.compile(
    r"\b(?:none|neither|nothing|no to all|no to everything|not any(?: of)?|nada|ningun[oa]s?|ni un[oa]|"
    r"ni lo uno ni lo otro|no a todo|no todo|zero|zip|nil|nada de eso|nada de nada|dont have any|"
    r"no tengo ninguno)\b"
)


class Picked(Struct, frozen=True):
    """The choices that words name, in the order of the screen, and whether that is a guess worth confirming."""

    ids: tuple[str, ...] = ()
    confirm: bool = False
    denied: bool = False
    """Whether choices are named, but only to say that they are not meant."""
    not_these: tuple[str, ...] = ()


def pick(question: Question, words: Sequence[str]) -> Picked:
    """The choices that these plain words name."""
    plain = tuple(word for word in words if word != ",")
    exact = next((option.id for option in question.options if plain in option.labels), None)
    if exact:
        return Picked((exact,))
    listed = _by_number(question.options, plain)
    return listed if listed.ids else _by_name(question, tuple(words))


def means_all(text: str) -> bool:
    """Whether the words name everything that is there."""
    return _ALL.search(text) is not None


_EXCEPT = re.compile(
    r"\b(?:except(?: for)?|but(?: not)?|apart from|besides|other than|menos|excepto|salvo|pero no)\b(.*)$"
)


def exception(text: str) -> tuple[str, str] | None:
    """What stands before and after "except"; None where nothing is excepted."""
    found = _EXCEPT.search(text)
    return (text[: found.start()].strip(), found[1].strip()) if found and found[1].strip() else None


def means_both(text: str) -> bool:
    """Whether the words name two things together."""
    return _BOTH.search(text) is not None


def means_none(text: str) -> bool:
    """Whether the words name nothing of what is there."""
    return _NONE.search(text) is not None


# By number


def _by_number(options: Sequence[Option], words: tuple[str, ...]) -> Picked:
    spread = _range(words, sum(option.id != NONE for option in options))
    numbers = spread or list(_numbers(words, len(options)))
    rest = [word for word in words if not _is_number(word) and word not in _LIST_WORDS]
    if rest or not numbers or not all(1 <= number <= len(options) for number in numbers):
        return Picked()
    ids = tuple(option.id for at, option in enumerate(options, 1) if at in numbers)
    return Picked(ids)


def _is_number(word: str) -> bool:
    return (
        word in ("primeros", "primeras", "ultimos", "ultimas", "top")
        or word in _ORDINALS
        or word in _CARDINALS
        or word in _LAST
        or word in _MIDDLE
        or word.isdigit()
    )


def _range(words: tuple[str, ...], size: int) -> list[int]:
    """ "The first two", "the last three", "los dos primeros"."""
    for at, word in enumerate(words):
        follows = words[at + 1] if at + 1 < len(words) else ""
        for one, other in ((word, follows), (follows, word)):
            count = _CARDINALS.get(other, int(other) if other.isdigit() and len(other) == 1 else 0)
            if count > 1 and one in ("first", "primeros", "primeras", "top"):
                return list(range(1, count + 1))
            if count > 1 and one in ("last", "ultimos", "ultimas"):
                return list(range(size - count + 1, size + 1))
    return []


def _numbers(words: tuple[str, ...], size: int) -> Iterator[int]:
    for at, word in enumerate(words):
        if word in _ORDINALS:
            yield _ORDINALS[word]
        elif word in _LAST:
            yield size
        elif word in _MIDDLE and size % 2:
            yield size // 2 + 1
        elif word.isdigit() and len(word) <= 2:
            yield int(word)
        elif word in _CARDINALS and not _is_pronoun(words, at):
            yield _CARDINALS[word]


def _is_pronoun(words: tuple[str, ...], at: int) -> bool:
    """ "The second one"."""
    before = words[at - 1] if at else ""
    return words[at] in ("one", "uno") and (
        before in _ORDINALS or before in _LAST or before in ("the", "that", "this", "middle")
    )


# By name


def _by_name(question: Question, words: tuple[str, ...]) -> Picked:
    found = [(option, at) for option in question.options if (at := _best(option, words))]
    meant = [(option, at) for option, at in found if not _is_denied(words, at)]
    alone = [
        (option, at)
        for option, at in meant
        if not any(
            set(at) < set(other) or (set(at) == set(other) and one is not option and False) for one, other in meant
        )
    ]
    ids = tuple(option.id for option, _ in alone)
    slips = any(words[place] not in {w for name in option.names for w in name} for option, at in alone for place in at)
    doubted = question.screening or slips or (len(ids) > 1 and question.ask != "many")
    denied = tuple(option.id for option, at in found if _is_denied(words, at))
    return Picked(ids, doubted, bool(found) and not ids, denied)


def _best(option: Option, words: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the longest name of a choice that stands in the words."""
    places = (_places(name, words) for name in (*option.names, *option.labels))
    return max((found for found in places if found), key=len, default=())


def _places(name: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, ...]:
    places = [next((at for at, word in enumerate(words) if _same(part, word)), None) for part in name]
    found = [at for at in places if at is not None]
    if not name or len(found) < len(places) or len(set(found)) < len(found):
        return ()
    return tuple(found) if max(found) - min(found) < len(found) + NEAR else ()


@lru_cache(maxsize=65536)
def _same(part: str, word: str) -> bool:
    if part == word:
        return True
    shorter, longer = sorted((part, word), key=len)
    if len(shorter) < STEM or part[0] != word[0]:
        return False
    if longer.startswith(shorter) and longer[len(shorter) :] in ("s", "es", "ed", "d", "ing", "y", "ness", "n"):
        return True
    slips = 0 if len(shorter) < LONG else 1 if len(shorter) < LONGER else 2
    return slips > 0 and OSA.distance(part, word, score_cutoff=slips) <= slips


def _is_denied(words: tuple[str, ...], places: tuple[int, ...]) -> bool:
    after = words[max(places) + 1 : max(places) + 3]
    if after[:1] == ("no",) and after[1:] in ((), (",",)):  # "hinchado no, más tieso"
        return True
    for at in range(min(places) - 1, max(-1, min(places) - 5), -1):
        if words[at] in _STOPS or words[at] == ",":
            return False
        if words[at] in _NOT:
            return not (words[at] == "not" and words[at + 1 : at + 2] in (("sure",), ("just",), ("only",)))
    return False

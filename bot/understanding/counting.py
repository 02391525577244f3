"""Which lines of a list typed words count off: "1 and 3", "the last two", "second to last", "all four"."""

import re
from collections.abc import Iterator, Sequence

from bot.engine.screen import NONE
from bot.understanding.question import Option
from bot.understanding.words import word_set

ORDINALS = {
    **dict.fromkeys(("first", "1st", "primera", "primero", "primer", "1ra", "1ro", "1era", "1ero"), 1),
    **dict.fromkeys(("second", "2nd", "segunda", "segundo", "2da", "2do"), 2),
    **dict.fromkeys(("third", "3rd", "tercera", "tercero", "tercer", "3ra", "3ro", "3era", "3ero"), 3),
    **dict.fromkeys(("fourth", "4th", "cuarta", "cuarto", "4ta", "4to"), 4),
    **dict.fromkeys(("fifth", "5th", "quinta", "quinto", "5ta", "5to"), 5),
    **dict.fromkeys(("sixth", "6th", "sexta", "sexto", "6ta", "6to"), 6),
    **dict.fromkeys(("seventh", "7th", "septima", "septimo", "7ma", "7mo"), 7),
    **dict.fromkeys(("eighth", "8th", "octava", "octavo", "8va", "8vo"), 8),
    **dict.fromkeys(("ninth", "9th", "novena", "noveno", "9na", "9no"), 9),
    **dict.fromkeys(("tenth", "10th", "decima", "decimo"), 10),
    **dict.fromkeys(("eleventh", "11th", "undecima", "undecimo", "decimoprimera"), 11),
    **dict.fromkeys(("twelfth", "12th", "duodecima", "duodecimo", "decimosegunda"), 12),
    **dict.fromkeys(("thirteenth", "13th", "decimotercera", "decimotercero"), 13),
    **dict.fromkeys(("fourteenth", "14th", "decimocuarta", "decimocuarto"), 14),
    **dict.fromkeys(("fifteenth", "15th", "decimoquinta", "decimoquinto"), 15),
    **{f"{number}{end}": number for number in range(1, 16) for end in ("a", "o")},
}
CARDINALS = {
    **dict.fromkeys(("one", "uno", "una"), 1), **dict.fromkeys(("two", "dos"), 2),
    **dict.fromkeys(("three", "tres"), 3), **dict.fromkeys(("four", "cuatro"), 4),
    **dict.fromkeys(("five", "cinco"), 5), **dict.fromkeys(("six", "seis"), 6),
    **dict.fromkeys(("seven", "siete"), 7), **dict.fromkeys(("eight", "ocho"), 8),
    **dict.fromkeys(("nine", "nueve"), 9), **dict.fromkeys(("ten", "diez"), 10),
    **dict.fromkeys(("eleven", "once"), 11),
    **dict.fromkeys(("twelve", "doce"), 12), **dict.fromkeys(("thirteen", "trece"), 13),
    **dict.fromkeys(("fourteen", "catorce"), 14), **dict.fromkeys(("fifteen", "quince"), 15),
}  # fmt: skip
_LAST = word_set("last ultima ultimo bottom final")
_NEXT_TO_LAST = word_set("penultima penultimo penultimate")
_THIRD_FROM_END = word_set("antepenultima antepenultimo")
_MIDDLE = word_set("middle medio enmedio")
_TOP = word_set("top")
_MANY_FIRST, _MANY_LAST = word_set("first primeros primeras top arriba"), word_set("last ultimos ultimas bottom abajo")
_PLURAL_ENDS = _MANY_FIRST | _MANY_LAST
_FROM = word_set("to from before desde del")
LIST_WORDS = word_set("""
    only solo solamente nomas just except the a and number numbers no num option options choice answer one ones line
    lines letter i have my its is pick choose for me please think of them these in list just also plus la el las los
    y numero numeros opcion opciones de lista e con elijo escojo seria es son tambien mas por favor creo que that
    those would be say id say go with im going both s want marca marque mark select tick check item items both to tengo
    del lo al lado on from very yes si put ponga pongale marqueme marcame renglon renglones linea lineas sign signs
    senal
    senales diria yo digo vendria hasta afraid unfortunately sadly desgracia desgraciadamente lamentablemente
    honestly mainly
    mostly absolutely claro certainly obviously seguro sure nothing else ahi nada mas aqui en de fijo happens
    applying aplicaria corresponde toca tocan sintoma sintomas symptom symptoms thing things cosa cosas punto
    puntos or ending up down there here
    under within among kind kinds sort bajo debajo entre grupo seccion section group heading clase
    junto together soy bunch batch pile tanda bola little bit some poco poquito tantito
    mija mijo
    doc doctora doctor thanks gracias apply applies aplica aplican mine mia mio as well alone dame give guess supongo
    todas bullet bullets guilty culpable describes describe fits fit sounds closest closer match matches check by
    person me quedo identifico late caigo ando pique pica picale pico doy va vale parece acerca yup yep that thats
    point points box boxes casilla casillas every digamos en pienso definitely probably dear at do
""")


def counted(options: Sequence[Option], words: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the choices that a clause counts off, in their order; none where it says more than numbers."""
    pool, words = _in_group([option for option in options if not option.hidden], _bare_count(words))
    real = len(pool) - (bool(pool) and pool[-1].id == NONE)
    spread, used = _range(words, real)
    numbers = spread or list(_numbers(words, real))
    rest = [word for at, word in enumerate(words) if at not in used and not _counts(word) and word not in LIST_WORDS]
    if rest or not numbers or not all(1 <= number <= len(pool) for number in numbers):
        return ()
    return tuple(option.id for at, option in enumerate(pool, 1) if at in numbers)


def labelled(options: Sequence[Option], words: tuple[str, ...]) -> tuple[str, ...]:
    """The one choice whose label has the only number that is said: "in 2" among hours is no second line."""
    said = [word for word in words if word not in LIST_WORDS]
    if len(said) != 1 or not _count(said[0]) or said[0] in ORDINALS:
        return ()
    digits = {option.id: {word for label in option.labels for word in label if word.isdecimal()} for option in options}
    if sum(len(numbers) == 1 for numbers in digits.values()) < LABELLED:
        return ()
    return tuple(id for id, numbers in digits.items() if numbers == {str(_count(said[0]))})


LABELLED = 3
"""Choices whose labels have a number, from which on a number means one of those."""
_RIDER = re.compile(
    r"\b(?:(?:and |y )?(?:its |it is |thats )?(?:every|each) (?:single |damn )?time(?: i use (?:it|heat))?|"
    r"all the time|"
    r"without fail|(?:y )?sin falta|cada (?:vez(?: que \w+(?: \w+)?)?|que (?:la |lo |me )?\w+)|siempre|always|"
    r"(?:and |y )?(?:thats|that is) (?:it|all)(?: folks)?|(?:and )?nothing (?:else|more)|(?:and )?no more|"
    r"(?:y )?(?:parele|pare)(?: de contar)?|y (?:ya|listo|punto)|ya es todo|es todo|eso es todo|y sanseacabo)\b"
)
"""How often, and that this is all: it counts nothing."""
_BEFORE_NONE = re.compile(
    r"(?: right| just| justo)? (?:before|above|ahead of|antes de|arriba de|encima de)(?: the| el| la| del| that|"
    r" de la)? (?:none|ninguna|ninguno)"
    r"(?: of (?:these|them|those|the above)| de (?:estas|esas|ellas|las anteriores))?(?: (?:button|option|one|line|"
    r"boton|opcion))*$|"
    r"(?: right| just| justo)? antes del? (?:boton|opcion) (?:de )?ningun[oa]$"
)
""" "The last two before the none button" are the last two."""
_BOTH_THINGS = re.compile(r"\b(?:las|los|the|these|those|esas|esos) (?:dos|two|tres|three) (?:cosas|things)\b")
""" "Las dos cosas": both of what was named, and no second line."""
_CLOCK = re.compile(
    r"\b(?:(?:a|son|desde|hasta|como a|eran) las? \d|(?:at|around|its|since|till|until) \d+ ?(?:am|pm|oclock)?$)"
)
"""A time is no line of the list."""
_NUMBER = "|".join((*ORDINALS, *CARDINALS, r"\d{1,2}"))
_FROM_TO = re.compile(
    rf"\b(?:(?:from|desde|del?) )?(?:(?:the|la|el) )?({_NUMBER}) (?:to|thru|through|till|until|al?|hasta) "
    rf"(?:(?:the|la|el) )?({_NUMBER})\b"
)
""" "1 through 3", "de la 2 a la 4"."""
_DENIED_AT_END = re.compile(r" (?:no|not|nope|tampoco)$")
_NO_TO = re.compile(r"(?:no|not) (?:a|to|on|for|para|en) ")
""" "No a las tres"; "no. 3" is a number."""
_END_OF_LIST = (
    (
        re.compile(r"\b(?:(?:la |lo |el )?de |la |el )?(?:(?:hasta|mero|merito) abajo|(?<=de )abajo(?= de todo))\b"),
        "ultima",
    ),
    (re.compile(r"\b(?:(?:la |lo |el )?de |la |el )?(?:hasta|mero|merito) arriba\b"), "primera"),
    (re.compile(r"^((?:y |and )?(?:nomas |solo )?)(?:la|lo|el) de abajo$"), r"\1ultima"),
    (re.compile(r"^((?:y |and )?(?:nomas |solo )?)(?:la|lo|el) de arriba$"), r"\1primera"),
)

_AT_AN_END = re.compile(
    r"\b(?:(?:the|las|los) )?(two|three|four|dos|tres|cuatro|\d) (?:(?:ones|lines) )?(?:at|from|on|al|en el|"
    r"del?) (?:the |very |mero |"
    r"hasta )*(?:bottom|end|foot|tail end|final|fondo|ultimo)\b"
)
""" "The three at the bottom"."""
_PAIR = re.compile(r"\b(first|last|top|bottom|primer|ultimo) (?:couple|pair|par)\b(?: (?:of|de))?")
""" "The first couple of lines", "el ultimo par"."""
_SEVERAL = {"primer": "primeros", "ultimo": "ultimos"}
_DENIES_ONE = re.compile(r"^(?!no ,|not ,)(?:[^,]* )?(?:no|not|nope|tampoco) , |^(?:not|no) (?!,)[^,]*,", re.IGNORECASE)


def denies_one(words: Sequence[str]) -> bool:
    """Whether one clause refuses what it counts off and another follows: "la penultima no, la ultima"."""
    return _DENIES_ONE.search(" ".join(words)) is not None


def _bare_count(words: tuple[str, ...]) -> tuple[str, ...]:
    said = _FROM_TO.sub(_through, _RIDER.sub(" ", _BEFORE_NONE.sub("", _BOTH_THINGS.sub("", " ".join(words))))).strip()
    said = _PAIR.sub(lambda match: f"{_SEVERAL.get(match[1], match[1])} two", _AT_AN_END.sub(r"last \1", said))
    if _CLOCK.search(said) or _NO_TO.match(said) or _DENIED_AT_END.search(said):
        return ()
    for place, name in _END_OF_LIST:
        said = place.sub(name, said)
    return tuple(said.split())


def _through(match: re.Match[str]) -> str:
    """A run of lines, one by one; what does not go up is none."""
    first, last = (ORDINALS.get(word, _count(word)) for word in match.groups())
    return " ".join(map(str, range(first, last + 1))) if 0 < first < last else match[0]


def all_of(words: tuple[str, ...], size: int) -> bool:
    """ "All four", "las cuatro", "the whole lot": whether as many lines are named as there are."""
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if _count(word) == size > 1 and before in ("all", "las", "los", "the", "todas", "todos") and _bare(words[:at]):
            return _bare(words[at + 1 :])
    return False


def _bare(words: tuple[str, ...]) -> bool:
    return all(word in LIST_WORDS or word in ("all", "todas", "todos") for word in words)


def _in_group(options: Sequence[Option], words: tuple[str, ...]) -> tuple[Sequence[Option], tuple[str, ...]]:
    """The choices under the heading that the words name, and the words without it."""
    for group in dict.fromkeys(option.group for option in options if option.group):
        told = {at for at, word in enumerate(words) if any(_alike(word, part) for part in group)}
        if len(told) > 1:
            pool = [option for option in options if option.group == group]
            return pool, tuple(word for at, word in enumerate(words) if at not in told)
    return options, words


def _alike(word: str, part: str) -> bool:
    return word == part or (len(part) >= 6 and word[:6] == part[:6])


def _count(word: str) -> int:
    return CARDINALS.get(word, int(word) if word.isdecimal() and len(word) <= 2 else 0)


def _counts(word: str) -> bool:
    return word.isdecimal() or any(
        word in known for known in (ORDINALS, CARDINALS, _LAST, _NEXT_TO_LAST, _THIRD_FROM_END, _MIDDLE, _PLURAL_ENDS)
    )


def _range(words: tuple[str, ...], size: int) -> tuple[list[int], tuple[int, ...]]:
    """ "The first two", "los dos primeros", "second to last": the numbers, and the places of the words for them."""
    for at, word in enumerate(words):
        follows = words[at + 1] if at + 1 < len(words) else ""
        far = ORDINALS.get(word, 1 if word == "next" else 0)
        if far and follows in _FROM and _LAST.intersection(words[at + 2 : at + 5]):
            back = 2 if word == "next" else far
            return [size - back + 1], tuple(range(at, min(len(words), at + 5)))
        if (around := _in_the_middle(words, at, size)) != []:
            return around, (at, at + 1)
        behind = words[at + 2] if follows == "de" and at + 2 < len(words) else follows  # "las dos de abajo"
        for one, other in ((word, follows), (behind, word)):
            count = _count(other)
            if count > 1 and one in _MANY_FIRST:
                return list(range(1, count + 1)), ()
            if count > 1 and one in _MANY_LAST:
                return list(range(size - count + 1, size + 1)), ()
    return [], ()


def _in_the_middle(words: tuple[str, ...], at: int, size: int) -> list[int]:
    """ "The middle two", "las de en medio": the lines around the middle, as many as fit."""
    if words[at] not in _MIDDLE:
        return []
    follows = words[at + 1] if at + 1 < len(words) else ""
    count = _count(follows) or next((_count(word) for word in reversed(words[max(0, at - 4) : at]) if _count(word)), 0)
    several = count or (2 if {"las", "los", "ones"} & {*words[:at], follows} else 0)
    if several < 2 or (size - several) % 2:
        return []
    first = (size - several) // 2 + 1
    return list(range(first, first + several))


def _numbers(words: tuple[str, ...], size: int) -> Iterator[int]:
    for at, word in enumerate(words):
        number = ORDINALS.get(word) or _from_end(word, size) or _count(word)
        if number and not _is_pronoun(words, at):
            yield number
        elif word == "0":
            yield 0


def _from_end(word: str, size: int) -> int:
    """ "The last", "penúltima", "the middle one": counted by how many there are."""
    if word in _MIDDLE:
        return size // 2 + 1 if size % 2 else 0
    back = next((back for back, known in enumerate(_BACK) if word in known), None)
    return size - back if back is not None else 1 if word in _TOP else 0


_BACK = (_LAST, _NEXT_TO_LAST, _THIRD_FROM_END)


def _is_pronoun(words: tuple[str, ...], at: int) -> bool:
    """ "The second one", "una de ellas"; "la una y la dos" counts."""
    before = words[at - 1] if at else ""
    if (
        words[at] in ("una", "uno")
        and words[at + 1 : at + 2] in (("y",), ("e",))
        and any(map(_counts, words[at + 2 : at + 4]))
    ):
        return False
    return words[at] in ("one", "uno", "una") and (
        before in ORDINALS
        or before in _LAST
        or before in ("the", "that", "this", "middle", "top", "only", "solo")
        or words[at + 1 : at + 2] == ("of",)
        or words[at] == "una"
    )

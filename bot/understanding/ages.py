"""The age that somebody tells of themselves: "I'm a 52 year old teacher", "nací en el 48"."""

import re

from msgspec.structs import replace

from bot.understanding.picking import Picked
from bot.understanding.question import Question

AS_OF = 2026
"""The year from which on years of birth are counted back."""
OLD, UNSURE = 65, 10
"""From which age on "65 or older" is meant; whoever was born so many years too late for it in AS_OF may be by now."""
_CENTURY, _OLDEST, _YOUNGEST = 100, 105, 18
_AGE = re.compile(
    r"\b(?:im|i am|turned|turning|aged?|age is|my age|tengo|cumpli|cumplo|ando en los|ando por los|voy a cumplir|edad|"
    r"(?:senora|senor|mujer|hombre|persona|viej[oa]|abuel[oa]|muchach[oa]|joven|tipo|chav[oa]) de) "
    r"(?:a |an |now |almost |nearly |about |only |just |like |todavia |ya |apenas |solo |los |is |es |yo )*(\d{2,3})\b"
    r"(?! (?:weeks?|semanas?|mg|minutes|days|dias|meses|months|kilos?|pounds|libras|percent|units|unidades|hijos|"
    r"kids|over|sobre|degrees|grados))|"
    r"\b(\d{2,3}) ?(?:years? (?:old|young)|year old|yr old|yrs? old|yo\b|y o\b|yrs\b|anos(?: de edad| cumplidos|"
    r" y)?$|anos(?= ,)|anitos|primaveras|abriles)|"
    r"(?:^|, )(\d{2,3})(?= ,|$)"
)
_BORN = re.compile(
    r"\b(?:born|naci|soy|year of birth|nacid[oa]|cosecha|modelo|class of|del ano|from)\b(?: (?:back|in|on|en|el|"
    r"del|de|ano|the|year|soy|ano del))* (?:(?:19)?(\d{2})|(20\d{2}))\b(?! (?:years|anos))"
)


def age_told(words: tuple[str, ...]) -> int | None:
    """The age in years that plain words with commas tell; None where they tell none, or several."""
    said = " ".join(words)
    born = _BORN.search(said)
    if born and re.search(r"\b(?:born|naci|year of birth|nacid[oa]|cosecha|modelo|del ano|del \d)", said):
        year = int(born[2]) if born[2] else 1900 + int(born[1])
        age = AS_OF - year
        age = age - _CENTURY if age >= _CENTURY + _YOUNGEST else age
        return None if OLD - UNSURE <= age < OLD else age
    found = {int(next(filter(None, match.groups()))) for match in _AGE.finditer(said)}
    ages = {age for age in found if _YOUNGEST <= age <= _OLDEST}
    return ages.pop() if len(ages) == 1 else None


AGE = "age65"
"""The choice that an age decides about."""


def with_age(question: Question, words: tuple[str, ...], picked: Picked) -> Picked:
    """What is picked, with or without "65 or older" as the age says that is told: "I'm a 52 year old teacher"."""
    age = age_told(words) if question.has(AGE) else None
    if age is None or (age >= OLD) == (AGE in picked.ids) or AGE in picked.not_these:
        return picked
    ids = [option.id for option in question.options if option.id in picked.ids or option.id == AGE]
    kept = tuple(ids) if age >= OLD else tuple(id for id in ids if id != AGE)
    return replace(picked, ids=kept, confirm=True)

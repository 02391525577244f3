"""Texts that still stand in the words of another language, and those that nobody has compared with their source yet."""

from collections.abc import Mapping
from itertools import groupby

from bot.authoring.problems import Grade, one_of, shown
from bot.authoring.translations import Unit, of_danger
from bot.authoring.words import Words
from bot.engine.catalog import PLACEHOLDER

FEW = 4
"""Words that languages share by chance, as in "TENS" or "No"."""


def check_untranslated(
    source: str, words: Words, mine: Mapping[str, Unit], sources: Mapping[str, Unit], known: Mapping[str, str] | None
) -> None:
    """Tell once a file how many of its texts read as in the source.

    That is a note while a language is being translated. A text that counts as translated has been lost, as when the
    file of the source was saved over it: whoever reads only this language would not be told what it says.
    """
    same = {key: unit for key, unit in mine.items() if unit.print == sources[key].print and _long(unit.text)}
    lost = {key: unit for key, unit in same.items() if known and key in known}
    for keys in _by_file({key: unit for key, unit in same.items() if key not in lost}):
        mend = f"Translate them, unless they read alike in {words.lang}"
        _tell_same(source, same, keys, "", mend, Grade.INFO)
    for keys in _by_file(lost):
        grade = Grade.CRITICAL if any(map(of_danger, keys)) else Grade.WARNING
        mend = f"Put the words of {words.lang} back, from a copy of the file; or translate them anew"
        _tell_same(source, same, keys, f", and count as translated into {words.lang}", mend, grade)


def _tell_same(source: str, same: Mapping[str, Unit], keys: list[str], more: str, mend: str, grade: Grade) -> None:
    read = "reads" if len(keys) == 1 else "read"
    found = f"{_texts(keys)} of this file {read} as in content/{source}{more}: {_listed(keys)}"
    first = same[keys[0]].origin
    first.file.tell(first.path, found, "Each language has words of its own", mend, grade=grade, key=True)


def tell_unknown(words: Words) -> None:
    """No file says what the texts of a language were translated from."""
    some = next((origin for origin in words.origins.values()), None)
    if some:
        found = f"Nobody has compared the texts of content/{words.lang} with their source yet"
        mend = f"Once somebody has read both, type: heatwise translated {words.lang}"
        fits = "Then a text whose source changes is told"
        some.file.tell_at((1, 1), found, fits, mend, Grade.INFO)


def tell_unseen(words: Words, unseen: Mapping[str, Unit]) -> None:
    """Tell once a file which of its texts are new to the file of prints."""
    for keys in _by_file(unseen):
        found = f"Nobody has compared {_texts(keys)} of this file with the source yet: {_listed(keys)}"
        mend = f"Once somebody has, type: heatwise translated {words.lang} {' '.join(keys[:3])}{' …' * (len(keys) > 3)}"
        first = unseen[keys[0]].origin
        fits = "Then a text whose source changes is told"
        first.file.tell(first.path, found, fits, mend, grade=Grade.INFO, key=True)


def _by_file(units: Mapping[str, Unit]) -> list[list[str]]:
    """The keys, file by file, in the order in which the texts stand there."""
    at = {key: (unit.origin.file.name, unit.origin.file.node.at(unit.origin.path)) for key, unit in units.items()}
    keys = sorted(units, key=lambda key: at[key])
    return [list(group) for _, group in groupby(keys, key=lambda key: at[key][0])]


def _long(text: str) -> bool:
    return len([word for word in PLACEHOLDER.sub("", text).split() if word.isalpha()]) >= FEW


def _texts(keys: list[str]) -> str:
    return "1 text" if len(keys) == 1 else f"{len(keys)} texts"


def _listed(keys: list[str]) -> str:
    return one_of([shown(key, 60) for key in keys], limit=3).replace(" or ", " and ")

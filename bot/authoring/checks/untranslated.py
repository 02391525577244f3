"""Texts that still stand in the words of another language, and those that nobody has compared with their source yet."""

from collections.abc import Mapping
from itertools import groupby

from bot.authoring.problems import Grade, one_of, shown
from bot.authoring.translations import Unit
from bot.authoring.words import Words
from bot.engine.catalog import PLACEHOLDER

FEW = 4
"""Words that languages share by chance, as in "TENS" or "No"."""


def check_untranslated(source: str, words: Words, mine: Mapping[str, Unit], sources: Mapping[str, Unit]) -> None:
    """Tell once a file how many of its texts read as in the source."""
    same = {key: unit for key, unit in mine.items() if unit.print == sources[key].print and _long(unit.text)}
    for keys in _by_file(same):
        read = "reads" if len(keys) == 1 else "read"
        found = f"{_texts(keys)} of this file {read} as in content/{source}: {_listed(keys)}"
        mend = f"Translate them, unless they read alike in {words.lang}"
        first = same[keys[0]].origin
        first.file.tell(first.path, found, "Each language has words of its own", mend, grade=Grade.INFO, key=True)


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

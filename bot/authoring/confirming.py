"""Keeps what the texts of a language were translated from, once a person has compared them with their source."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.authoring.folder import translated_file
from bot.authoring.parts import Parts
from bot.authoring.problems import nearest, one_of, shown
from bot.authoring.translations import Unit, source_of, units

HEAD = """\
# What each text of this language was translated from: the print of the text in content/{source}, one line a text.
# heatwise writes this file; nobody need read it. When somebody has compared a text with its source, they type
#   heatwise translated {lang} NAME
"""


class CannotConfirm(Exception):
    """There is no such language, or no such text; the message says what there is."""


class Pair(NamedTuple):
    """A text that is now taken for a translation of its source."""

    key: str
    source: str
    translation: str


class Confirmed(NamedTuple):
    """What was kept: the two languages, the file, and the texts whose print is new or another one."""

    source: str
    lang: str
    file: str
    pairs: tuple[Pair, ...]


def confirm(parts: Parts, project: Path, lang: str, names: Collection[str]) -> Confirmed:
    """Keep the present source of these texts, or of all texts of the language.

    A name is that of a text, or of a whole state, dialog or file: all texts whose names begin so. Raises CannotConfirm,
    and OSError where the file cannot be written.
    """
    source = _source(parts, lang)
    sources, mine = units(parts.words[source]), units(parts.words[lang])
    both = {key: unit for key, unit in sources.items() if key in mine}
    known = parts.translated.get(lang) or {}
    chosen = set(_chosen(names, both)) if names else set(both)
    prints = {**_kept(parts, known, both), **{key: both[key].print for key in chosen}}
    file = translated_file(lang)
    (project / file).write_text("".join(_lines(source, lang, prints, both)), "utf-8")
    changed = (key for key in both if key in chosen and known.get(key) != both[key].print)
    return Confirmed(source, lang, file, tuple(Pair(key, both[key].text, mine[key].text) for key in changed))


def _source(parts: Parts, lang: str) -> str:
    source = source_of(parts.words)
    others = [name for name in parts.words if name != source]
    if source is None or not others:
        raise CannotConfirm("This project has one language, so there is nothing to compare.")
    if lang == source:
        raise CannotConfirm(f"{lang} is the language that the others are translated from. Choose {one_of(others)}.")
    if lang not in others:
        raise CannotConfirm(f"There is no folder content/{lang} with texts. Choose {one_of(others)}.")
    return source


def _chosen(names: Iterable[str], both: Mapping[str, Unit]) -> Iterator[str]:
    for name in names:
        found = [key for key in both if key == name or key.startswith((f"{name}.", f"{name}/"))]
        if not found:
            near = nearest(name, both)
            meant = f" Did you mean {shown(near, 80)}?" if near else " heatwise check names the texts to compare."
            raise CannotConfirm(f"There is no text {shown(name, 80)} in both languages.{meant}")
        yield from found


def _kept(parts: Parts, known: Mapping[str, str], both: Mapping[str, Unit]) -> dict[str, str]:
    """What stays; where a file could not be read, also what seems to be gone."""
    whole = all(file.whole for words in parts.words.values() for file in words.files.values())
    return {key: value for key, value in known.items() if key in both or not whole}


def _lines(source: str, lang: str, prints: Mapping[str, str], both: Mapping[str, Unit]) -> Iterator[str]:
    """In the order of the texts, so that versions of the file can be compared."""
    yield HEAD.format(source=source, lang=lang)
    order = [*(key for key in both if key in prints), *(key for key in prints if key not in both)]
    yield from (f"{key}: {prints[key]}\n" for key in order)

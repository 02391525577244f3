"""The review sheet of a language: every text with what a reviewer needs to judge it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from bot.authoring import models as m
from bot.authoring.parts import Parts
from bot.authoring.shapes import shape
from bot.authoring.words import Origin, Words
from bot.documents.places import Places, place, places_of
from bot.documents.reading import SCALES, rows
from bot.engine.catalog import Catalog, Line, Template
from bot.engine.library import Library


class Piece(Struct, frozen=True):
    """A part of a text: words; or what stands for a placeholder, its value, or its name where answers fill it."""

    words: str
    name: str = ""
    filled: bool = False


class Told(Struct, frozen=True):
    """One row of the clinic's article that this text tells."""

    id: str
    says: str
    contestable: bool


class Text(Struct, frozen=True):
    """One text, where it was written and is shown, who says it, and how plain it is."""

    key: str
    pieces: tuple[Piece, ...]
    places: tuple[str, ...]
    line: int
    attribution: str
    note: str
    sources: tuple[Told, ...]
    levels: tuple[str, ...]


class Label(Struct, frozen=True):
    """One button or line of a list."""

    key: str
    said: Line
    sources: tuple[Told, ...]


class Entry(Struct, frozen=True):
    """A state, or a group of texts: what belongs together."""

    name: str
    texts: tuple[Text, ...]
    labels: tuple[Label, ...]


class Sheet(Struct, frozen=True):
    """All of it: the entries of each file, and the clinic's own facts."""

    lang: str
    first: bool
    """Whether it was written first; the others are translations."""
    measure: str
    files: Mapping[str, tuple[Entry, ...]]
    facts: Mapping[str, str]


def sheet_of(library: Library, parts: Parts, lang: str) -> Sheet:
    """The sheet of one language."""
    writer = _Writer(library, parts, lang)
    files = {file.name: tuple(writer.entries(file.name)) for file in parts.words[lang].files.values()}
    scale = SCALES.get(lang)
    bound = f"{'at most' if scale.most else 'at least'} {scale.bound}" if scale else ""
    measure = f"{scale.name}, {bound} is plain" if scale else ""
    catalog = library.catalogs[lang]
    return Sheet(lang, lang == library.languages[0], measure, files, catalog.facts)


class _Writer:
    def __init__(self, library: Library, parts: Parts, lang: str) -> None:
        self.words: Words = parts.words[lang]
        self.catalog: Catalog = library.catalogs[lang]
        self.places: Places = places_of(library)
        self.sources = _sources(parts)
        self.levels = _levels(library, lang)

    def entries(self, file: str) -> Iterator[Entry]:
        """The entries of a file, in the order in which they were written."""
        texts: dict[str, list[Text]] = {}
        labels: dict[str, list[Label]] = {}
        for key, origin in self.words.origins.items():
            if origin.file.name == file:
                texts.setdefault(entry_of(key), []).append(self._text(key, origin))
        for key, origin in self.words.line_origins.items():
            if origin.file.name == file:
                said = Label(key, self.catalog.line(key), self.sources.get(key, ()))
                labels.setdefault(entry_of(key), []).append(said)
        for name in dict.fromkeys((*texts, *labels)):
            yield Entry(name, tuple(texts.get(name, ())), tuple(labels.get(name, ())))

    def _text(self, key: str, origin: Origin) -> Text:
        said = self.words.texts[key] if key in self.words.texts else self.words.after[key.removesuffix(".after")]
        return Text(
            key, tuple(self._pieces(said)), place(self.places, key), origin.file.node.at(origin.path)[0],
            origin.attribution or "", origin.note or "", self.sources.get(key, ()), self.levels.get(key, ()),
        )  # fmt: skip

    def _pieces(self, said: Template) -> Iterator[Piece]:
        for number, part in enumerate(said.parts):
            if number % 2 == 0:
                yield Piece(part)
            elif part in self.catalog.facts:
                yield Piece(self.catalog.facts[part], part, True)
            else:
                yield Piece(f"{{{part}}}", part)


def entry_of(key: str) -> str:
    """What a text or label belongs to: its state, or its group."""
    return ".".join(key.partition("/")[0].split(".")[:2]) if "." in key else key


def _sources(parts: Parts) -> dict[str, tuple[Told, ...]]:
    """The rows of the article that each key tells."""
    found: dict[str, list[Told]] = {}
    inventory: dict[str, m.RowModel] = shape(m.InventoryFile, parts.inventory_file) or {}
    for id, row in inventory.items():
        for key in row.where:
            found.setdefault(key, []).append(Told(id, row.says, row.contestable == "yes"))
    return {key: tuple(told) for key, told in found.items()}


def _levels(library: Library, lang: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows(library, lang) if lang in SCALES else ():
        score = "too short to measure" if row.score is None else f"{row.score:.1f}{'' if row.plain else ' (not plain)'}"
        found.setdefault(row.key.partition(" (")[0], []).append(f"{score}, {row.words} words")
    return {key: tuple(levels) for key, levels in found.items()}

"""What evidence does not support is called the article's in every language, and stays marked as contestable."""

import re
from collections.abc import Mapping

from bot.authoring.models import InventoryFile, RowModel
from bot.authoring.parts import Parts
from bot.authoring.problems import shown
from bot.authoring.shapes import shape
from bot.authoring.translations import source_of
from bot.authoring.words import Words

CONTESTABLE = frozenset(
    f"S{row}" for row in (6, 7, *range(9, 12), *range(13, 16), *range(17, 20), 22, 24, 30, *range(33, 37), 41, 43, 46)
)
"""Rows of the article that a careful reader would object to (clinical inventory); no edit makes them certain."""

ARTICLE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\barticle", re.IGNORECASE),
    "es": re.compile(r"\bartículo", re.IGNORECASE),
}
"""How a text names the article, in the languages that the program knows."""


def check_sources(parts: Parts) -> None:
    """Tell each row that lost its mark, and each text that does not say whose statement it is."""
    _rows(parts)
    source = source_of(parts.words)
    for lang, words in parts.words.items():
        if lang in ARTICLE:
            _names_the_article(words, ARTICLE[lang])
        if source and lang != source:
            _same_care(words, parts.words[source])


def _rows(parts: Parts) -> None:
    file = parts.inventory_file
    rows: dict[str, RowModel] | None = shape(InventoryFile, file)
    for name, row in (rows or {}).items():
        if name in CONTESTABLE and row.contestable != "yes":
            found = f"Row {name} is contestable, and not marked so"
            fits = "Evidence does not support it, whatever words it is said in"
            file.miss((name, "contestable"), found, fits, f"Add contestable: yes to {name}")


def _names_the_article(words: Words, article: re.Pattern[str]) -> None:
    for key, origin in words.origins.items():
        if origin.attribution and not article.search(words.written(key)):
            found = "This text is attributed to the article, and its words do not say so"
            mend = 'Begin it with "The article says", or take attribution: and note: away if it is the clinic\'s own'
            fits = "A patient reads whose statement it is"
            origin.file.tell((*origin.path, "attribution"), found, fits, mend, key=True)


def _same_care(words: Words, source: Words) -> None:
    for key, origin in words.origins.items():
        first = source.origins.get(key)
        if first and first.attribution and not origin.attribution and not origin.file.doubtful(origin.path):
            found = f"{shown(key, 80)} is attributed to the article in content/{source.lang}, and not here"
            fits = "attribution: article, and note: with the caution, in every language"
            line = first.file.node.at(first.path)[0]
            mend = f"Write it as in {first.file.name}, line {line}: text:, attribution:, note:"
            origin.file.tell(origin.path, found, fits, mend)

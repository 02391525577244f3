"""A project without the wording of its texts: no path depends on it, and nobody reads what an exploration says."""

from functools import lru_cache

from msgspec.structs import replace

from bot.engine.catalog import Catalog, Template
from bot.engine.library import Library

STANDINGS = 60_000
"""How many are remembered: far more than the engine needs for people who chat."""

WORDS = Template(("…",))
"""Stands for any text; it is not empty, for what is sent counts as sent only with some words in it."""

LABELS = "option."
"""Texts that are labels, too: an option's button can be typed, and is told in a counterexample."""


def wordless(library: Library) -> Library:
    """The same states, tables, keys, labels and words for commands; each text of a message is WORDS."""
    catalogs = {lang: _wordless(catalog) for lang, catalog in library.catalogs.items()}
    made = Library(replace(library.source, catalogs=catalogs))
    made.stand = lru_cache(maxsize=STANDINGS)(made.ground.stand)
    return made


def _wordless(catalog: Catalog) -> Catalog:
    texts = (bubbles for key, bubbles in catalog.bubbles.items() if not key.startswith(LABELS))
    said = {bubble for bubbles in texts for bubble in bubbles}
    return replace(catalog, texts={key: WORDS if key in said else text for key, text in catalog.texts.items()})

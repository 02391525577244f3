"""What a question asks, as a few bytes: they change when the question, or one of its lines, does."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b

from bot.engine.catalog import Catalog
from bot.engine.dialog import State

BYTES = 4
"""Enough that no edit is missed by chance, few enough to be stored for every question with every session."""


def print_of(state: State, catalogs: Mapping[str, Catalog]) -> bytes:
    """The print of a question: its name, its lines, what they mean, and the words in every language.

    The words count because of an emergency list they are all that was asked: a "none of these" to other words is no
    answer to the new ones. When a line shows, and where an answer leads, do not: both are worked out from the answers.
    """
    lines = [(choice.id, choice.sets) for choice in state.choices]
    words = [(lang, *_words(state, catalog)) for lang, catalog in catalogs.items()]
    parts = (state.name, state.ask, state.asks, lines, words)
    return blake2b(repr(parts).encode(), digest_size=BYTES).digest()


def cut(prints: bytes) -> frozenset[bytes]:
    """The prints that were put together."""
    return frozenset(prints[at : at + BYTES] for at in range(0, len(prints), BYTES))


def _words(state: State, catalog: Catalog) -> Iterator[object]:
    bubbles = (bubble for says in state.shows for bubble in catalog.bubbles.get(says.text, ()))
    yield from (catalog.texts[bubble].parts for bubble in bubbles)
    after = catalog.after.get(state.name)
    yield after.parts if after else None
    for choice in state.choices:
        line = catalog.lines.get(f"{state.name}.choices.{choice.id}")
        yield (line.label, line.line, line.heading) if line else None

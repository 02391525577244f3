"""Phrases of a few words, looked up by their first one."""

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word."""


def phrases(*lines: str) -> Phrases:
    """The phrases of these lines."""
    split = [tuple(line.split()) for line in lines]
    return {first[0]: tuple(line for line in split if line[0] == first[0]) for first in split}


def phrase_at(words: tuple[str, ...], at: int, index: Phrases) -> tuple[str, ...] | None:
    """The phrase that stands at a place."""
    return next((line for line in index.get(words[at], ()) if words[at : at + len(line)] == line), None)

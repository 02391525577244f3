"""Phrases of a few words, looked up by their first one."""

from collections.abc import Iterator

Phrase = tuple[str, ...]


class Phrases:
    """A table of phrases; where several of them begin at a word, the first of the table counts."""

    def __init__(self, *lines: str) -> None:
        split = [tuple(line.split()) for line in lines]
        self._by_first = {first[0]: tuple(line for line in split if line[0] == first[0]) for first in split}

    def standing(self, words: Phrase) -> Iterator[tuple[int, Phrase]]:
        """The phrases that stand in these words, each with its place."""
        if self._by_first.keys().isdisjoint(words):
            return
        for at, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                if words[at : at + len(phrase)] == phrase:
                    yield at, phrase
                    break

"""Phrases of a few words, looked up by their first one."""

from collections.abc import Iterator

Phrase = tuple[str, ...]


class Phrases:
    """A table of phrases; where several of them begin at a word, the first of the table counts."""

    def __init__(self, *lines: str) -> None:
        split = [tuple(line.split()) for line in lines]
        self._by_first = {first[0]: tuple(line for line in split if line[0] == first[0]) for first in split}

    def at(self, words: Phrase, at: int) -> Phrase | None:
        """The phrase that begins at this place; None without one."""
        begin = self._by_first.get(words[at], ())
        return next((phrase for phrase in begin if words[at : at + len(phrase)] == phrase), None)

    def standing(self, words: Phrase) -> Iterator[tuple[int, Phrase]]:
        """The phrases that stand in these words, each with its place."""
        if self._by_first.keys().isdisjoint(words):
            return
        for at in range(len(words)):
            phrase = self.at(words, at)
            if phrase:
                yield at, phrase

"""Members of hearing groups of which little is left, because small words are never looked at."""

from collections.abc import Collection, Iterator, Sequence

from bot.engine.phrase_context import SMALL
from bot.engine.phrase_index import heavy

_TELLING = frozenset(("ya", "still"))
"""Small words that turn the sense of what they stand before: "ya no veo" is no "no veo"."""


def shrunk(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The members that hear more than they say, each with what is left of it ("" for nothing).

    Told are those of which one word is left, or that lose a word which changes their sense; a member whose rest stands
    in the group itself is meant so.
    """
    listed = frozenset(lines)
    for line in lines:
        words = line.split()
        left = heavy(line)
        rest = " ".join(left)
        if len(left) < len(words) and rest not in listed and (len(left) < 2 or _lost(words)):
            yield line, rest


def _lost(words: Collection[str]) -> bool:
    return not (SMALL & _TELLING).isdisjoint(words)

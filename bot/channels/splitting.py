"""Long texts in pieces that a platform takes: cut where a paragraph, a sentence or at least a word ends."""

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from bot.channels.markup import Span, Spans

_ENDS = (
    re.compile(r"\n\n+"),
    re.compile(r"\n"),
    re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”»)])|(?<=[.!?…][\"”»)]{2}))\s+"),
    re.compile(r"\s+"),
)
"""Where a text is cut best, the best first; each matches nothing but the space that is left out there."""

LEAST = 0.3
"""A piece that ends well is taken when it is at least this part of what would fit: no crumbs."""


def pieces(words: Spans, limit: int, length: Callable[[Spans], int]) -> Iterator[Spans]:
    """The words in pieces of at most `limit`, as `length` counts; none is empty, and nothing but spaces is lost."""
    rest = words
    while length(rest) > limit:
        fits = _fitting(rest, limit, length)
        end, start = _cut(_text(rest), fits)
        yield _slice(rest, 0, end)
        rest = _slice(rest, start, len(_text(rest)))
    if rest or not words:
        yield rest


def _text(words: Spans) -> str:
    return "".join(span.text for span in words)


def _fitting(words: Spans, limit: int, length: Callable[[Spans], int]) -> int:
    """How many characters fit, one at least: found by halving, because marks and rare characters count for more."""
    low, high = 1, min(len(_text(words)), limit)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if length(_slice(words, 0, middle)) <= limit else (low, middle - 1)
    return low


def _cut(text: str, fits: int) -> tuple[int, int]:
    """Where the piece ends, and where the next one begins."""
    for ends in _ENDS:
        found = [end for end in ends.finditer(text[: fits + 1]) if end.start() <= fits]
        if found and found[-1].start() >= fits * LEAST:
            return found[-1].start(), _past_space(text, found[-1].end())
    return fits, fits


def _past_space(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _slice(words: Spans, start: int, end: int) -> Spans:
    """These characters of the words, each in its style."""
    cut: list[Span] = []
    at = 0
    for span in words:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        at += len(span.text)
        if text:
            cut.append(replace(span, text=text))
    return tuple(cut)

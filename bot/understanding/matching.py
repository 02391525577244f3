"""Finds the phrases of an index in a sentence, in every way in which its words can be read."""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from bot.engine import phrase_context as table
from bot.engine.phrase_index import END, Steps
from bot.understanding.lexicon import CANCEL, Index, Listen, Words
from bot.understanding.text import COMMA, Token

LIGHT_RUN = 4
"""Light words that one gap may hold; without a bound the work would grow with the square of the text."""
REACH = 4
"""Words before a reason in which it is denied."""
WALL = 99
"""The weight of a word that breaks the clause: more than any gap holds."""

Groups = tuple[str, ...]
Cells = list[list[tuple[int, Groups]]]
"""For each word of weight, the sequences that begin there: how many words they have, and their groups."""


class Unit(Struct, frozen=True):
    """A group of a phrase as it stands in a sentence: its first token and the one after its last."""

    group: str
    start: int
    end: int


class Found(Struct, frozen=True):
    """A phrase that stands in a sentence, and where."""

    listen: Listen
    units: tuple[Unit, ...]
    start: int
    """The first token."""
    end: int
    """The token after the last one."""


class Line:
    """A sentence as one index sees it: its words of weight, and what can begin at each of them."""

    def __init__(self, index: Index, tokens: tuple[Token, ...], put_aside: frozenset[int] = frozenset()) -> None:
        self.index = index
        self.places = [at for at, token in enumerate(tokens) if token.word not in table.SMALL]
        self.places_after = [*self.places, len(tokens)]
        self.plain = tuple(token.word for token in tokens)
        words = tuple(self.plain[at] for at in self.places)
        self.weights = [_weight(word) for word in words]
        self.cells: Cells = [_cell(index, words, at) for at in range(len(words))]
        for at, place in enumerate(self.places):
            if place in put_aside:
                self.cells[at] = []
        if put_aside:
            self._leave_out(put_aside)
        self.cells.append([(0, (END,))])
        self.weights.append(1)
        self.present = frozenset(chain.from_iterable(groups for cell in self.cells for _, groups in cell))

    def _leave_out(self, put_aside: frozenset[int]) -> None:
        aside = {at for at, place in enumerate(self.places) if place in put_aside}
        for at, cell in enumerate(self.cells):
            self.cells[at] = [(n, groups) for n, groups in cell if aside.isdisjoint(range(at, at + n))]

    def find(self) -> Iterator[Found]:
        """Every phrase in every way in which it stands there."""
        possible = self.index.possible(self.present)
        if not possible:
            return
        for at, cell in enumerate(self.cells):
            for length, groups in cell:
                if possible.keys().isdisjoint(groups):
                    continue
                for listen in (found for group in groups for found in possible.get(group, ())):
                    steps = listen.pattern.steps
                    for rest in self._follow(at + length, steps[1:]):
                        units = (self._unit(steps[0].group, at, length), *rest)
                        if listen.flag == CANCEL and self._is_denied(units):
                            continue
                        yield Found(listen, units, units[0].start, units[-1].end)

    def _is_denied(self, units: tuple[Unit, ...]) -> bool:
        """ "My pants fall off and I am not on a diet": a reason that is denied makes nothing harmless."""
        if len(units) == 1:
            return False
        last = units[-1]
        before = self.plain[max(units[-2].end, last.start - REACH) : last.start]
        return not table.CUES.isdisjoint(before)

    def _follow(self, after: int, steps: Steps) -> Iterator[tuple[Unit, ...]]:
        if not steps:
            yield ()
            return
        group, gap = steps[0].group, steps[0].gap
        for at in range(after, min(after + 1 + gap + LIGHT_RUN, len(self.cells))):
            for length, groups in self.cells[at]:
                if group in groups:
                    unit = self._unit(group, at, length)
                    yield from ((unit, *rest) for rest in self._follow(at + length, steps[1:]))
            gap -= self.weights[at]
            if gap < 0 or (not steps[0].over_comma and self._is_comma(at)):
                return

    def _is_comma(self, at: int) -> bool:
        return any(COMMA in groups for _, groups in self.cells[at])

    def _unit(self, group: str, at: int, length: int) -> Unit:
        if not length:
            return Unit(group, self.places_after[-1], self.places_after[-1])
        return Unit(group, self.places[at], self.places[at + length - 1] + 1)


def _cell(index: Index, words: Words, at: int) -> list[tuple[int, Groups]]:
    if words[at] == COMMA:
        return [(1, (COMMA, END))]
    after = words[at + 1] if at + 1 < len(words) else ""
    return [
        (1 + len(rest), groups)
        for rest, groups in index.starting(words[at], after)
        if not rest or words[at + 1 : at + 1 + len(rest)] == rest
    ]


def _weight(word: str) -> int:
    return 0 if word in table.LIGHT else WALL if word in table.BREAKS else 1

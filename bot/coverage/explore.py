"""Finds few conversations that close the gaps of a coverage: each goes from gap to nearest gap, for some 30 moves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.conversations.stage import START
from bot.coverage.hints import hint_for
from bot.coverage.item import GUARDS, LANGUAGES, TOPICS, Key
from bot.coverage.moves import Move
from bot.coverage.search import Found, Search
from bot.coverage.turn import Turns
from bot.coverage.walker import Here
from bot.coverage.watch import Coverage
from bot.coverage.watched import WatchedLibrary
from bot.engine.library import Library
from bot.engine.turn import newcomer

LONGEST = 30
"""Moves of a conversation: whoever reviews it must be able to follow."""


class Effort(NamedTuple):
    """Sessions that are looked at: to go on with a conversation, to begin one, and for one gap alone.

    For one outcome of a test fewer, because many cannot come.
    """

    near: int = 120
    far: int = 1500
    alone: int = 400
    alone_for_a_test: int = 150


EFFORT = Effort()


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation that was found: its language, its moves, and what it exercises that nothing did before."""

    lang: str
    moves: tuple[Move, ...]
    gains: tuple[Key, ...]


class Explorer:
    """Looks for conversations until no gap is left that it can reach."""

    def __init__(
        self, coverage: Coverage, library: Library, tick: Callable[[int, int], None], effort: Effort = EFFORT
    ) -> None:
        told = set[Key]()
        self._effort = effort
        self._listing = coverage.listing
        self._watched = WatchedLibrary(library, coverage.listing.guards, told.add)
        self._search = Search(told, Turns(coverage.listing, told.add), lambda looked: tick(len(self.gaps), looked))
        self.gaps = {key for key in coverage.listing.measured - coverage.reached.keys() if key[0] != TOPICS}
        """What is still missing; how a patient asks for a topic is better written by hand."""
        self.unreached: set[Key] = set()
        """What was looked for in vain."""

    def conversations(self) -> Iterator[Conversation]:
        """One after the other, the language in which most is told first."""
        for lang in self._watched.languages:
            while True:
                found = self._conversation(lang)
                if found is None:
                    break
                yield found
        self.unreached |= self.gaps

    def _wanted(self, lang: str) -> set[Key]:
        """Gaps of this language; those of no language are looked for in the first."""
        first = lang == self._watched.languages[0]
        return {key for key in self.gaps if (key[1] == lang if key[0] == LANGUAGES else first)}

    def _conversation(self, lang: str) -> Conversation | None:
        here = Here(self._watched, newcomer(self._watched, lang), (), START)
        path, gains = list[Move](), list[Key]()
        while len(path) < LONGEST:
            found = self._next(here, lang, self._effort.near if path else self._effort.far)
            if found is None or (path and len(path) + len(found.path) > LONGEST):
                break
            for move in found.path:
                here, new = self._search.do(here, move, self.gaps)
                path.append(move)
                gains += sorted(new)
                self.gaps -= new
        return Conversation(lang, tuple(path), tuple(gains)) if gains else None

    def _next(self, here: Here, lang: str, budget: int) -> Found | None:
        wanted = self._wanted(lang)
        if not wanted:
            return None
        found = self._search.nearest(here, wanted, hint_for(self._listing, self._watched, wanted), budget)
        return found or (self._alone(here, wanted) if budget == self._effort.far else None)

    def _alone(self, here: Here, wanted: set[Key]) -> Found | None:
        """Gaps one by one, with all that can help each: what is looked for in vain is not looked for again."""
        for key in sorted(wanted - self.unreached):
            hint = hint_for(self._listing, self._watched, {key}, alone=True)
            budget = self._effort.alone_for_a_test if key[0] == GUARDS else self._effort.alone
            found = self._search.nearest(here, wanted, hint, budget)
            if found:
                return found
            self.unreached.add(key)
        return None

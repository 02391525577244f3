"""What the steps of the last proof came to, as it lies on the disk, and whether it still counts."""

from collections.abc import Mapping, Set
from hashlib import blake2b

from msgspec import DecodeError, Struct, ValidationError, msgpack
from msgspec.structs import replace

from bot.engine.library import Library
from bot.engine.session import Answers, Session, Unseen
from bot.engine.standing import Standing
from bot.verify.classes import Look
from bot.verify.deeds import Input
from bot.verify.monitor import Pattern
from bot.verify.outlook import Weighed
from bot.verify.prints import SIZE, Prints
from bot.verify.reads import Given

COLUMNS = 6
"""Of a row, in numbers of the lists: session, doing, session after, pattern, what was read; and 1 if compared."""

WasRead = tuple[tuple[int, ...], tuple[int, ...]]
"""What was read: numbers of states, numbers of standings."""
Where = tuple[int, tuple[str, ...], tuple[int, ...] | None]
"""Where something was tried: the number of a session, which inputs, and what answers were told apart for."""
Tries = tuple[tuple[tuple[int, int], ...], int, bool]
"""What was tried somewhere: (number of the doing, how many answers it stands for), what was read to know it, and
whether it depends on the rules of `levels`: of a list only answers are tried that something can tell apart."""


class Stood(Struct, array_like=True, frozen=True):
    """A standing: what it is worked out from, the print of what comes out, and the rules of `levels` that fire."""

    given: bytes
    print: bytes
    fired: tuple[str, ...]


class Looked(Struct, array_like=True):
    """What the sessions of an exploration look like."""

    looks: list[Look | None]
    """By the number of a session, what it looks like without what is remembered, if that was asked for."""
    by: list[tuple[int, int]]
    """Beside each look, the places in `weighed` of what `Look.whole` and `Look.others` were worked out from."""
    weighed: list[tuple[Weighed, int]]
    """With the place in `rules` of the rules of `levels` that have part in it."""
    rules: list[frozenset[str]]
    levels: dict[str, tuple[tuple[str, str], ...]]
    """What each rule of `levels` can make of the options of this exploration."""


NOTHING = -1, -1
"""In `Looked.by`, of a session whose answers mean nothing where it is."""


class Kept(Struct, array_like=True):
    """All steps of one exploration in which nothing was broken. The lists stand for what the rows have numbers of."""

    prints: Prints
    aim: str
    """What the exploration was of: looks and tries are only its own."""
    sessions: list[bytes]
    looked: Looked
    doings: list[bytes]
    patterns: list[Pattern]
    states: list[str]
    standings: list[Stood]
    reads: list[WasRead]
    tries: list[tuple[Where, Tries]]
    rows: bytes


class Counts:
    """Which of all that was read is still the same in a project that may have changed since."""

    def __init__(self, kept: Kept, library: Library, prints: Prints) -> None:
        self._kept = kept
        self._library = library
        self._prints = prints
        before, now = kept.prints, prints
        self._states = {n for n, name in enumerate(kept.states) if before.states.get(name) != now.states.get(name)}
        self._levels = {id for id in before.levels if before.levels[id] != now.levels.get(id)}
        self._same_tests = before.tests() == now.tests()
        self.newly = frozenset(id for id, test in now.tests().items() if before.tests().get(id) != test)
        """The rules of `levels` that test something that they did not test before: they may fire elsewhere now."""
        self._same_ground = now.same_ground(before)
        self._same_but_levels = now.same_but_levels(before)
        self._known: dict[int, bool] = {}
        self._stands: dict[int, Stood] = {}

    def changed(self, levels: Mapping[str, tuple[tuple[str, str], ...]]) -> Set[str] | None:
        """The rules of `levels` that test or do something else here than before; None if more than that has changed.

        `levels`: what each rule can make of the options of this exploration now.
        """
        if not self._same_but_levels or self._kept.prints.outlook != self._prints.outlook:
            return None
        return {id for id, was in self._kept.looked.levels.items() if was != levels.get(id)} | self.newly

    def stood(self, number: int) -> Stood:
        """A kept standing as it is now; worked out anew only if it can have changed."""
        was = self._kept.standings[number]
        untouched = self._same_but_levels and self._same_tests and self._levels.isdisjoint(was.fired)
        if self._same_ground or untouched:
            return was
        known = self._stands.get(number)
        if known is None:
            known = self._stands[number] = stood(given_of(was.given), self._library, self._prints)
        return known

    def still(self, read: int) -> bool:
        """Whether all that has this number in `Kept.reads` is the same."""
        known = self._known.get(read)
        if known is None:
            states, standings = self._kept.reads[read]
            known = self._states.isdisjoint(states) and (self._same_ground or all(map(self._still_stands, standings)))
            self._known[read] = known
        return known

    def _still_stands(self, number: int) -> bool:
        return self.stood(number).print == self._kept.standings[number].print


_KEPT = msgpack.Decoder(Kept)
_GIVEN = msgpack.Decoder(tuple[Answers, Unseen])
_SESSION = msgpack.Decoder(Session)
_INPUT = msgpack.Decoder(Input)


def unpacked(packed: bytes) -> Kept | None:
    """What was packed; None for anything else."""
    try:
        return _KEPT.decode(packed)
    except (DecodeError, ValidationError):
        return None


def plain(session: Session) -> bytes:
    """A session without what says which files it was made with: of every session of an exploration it is the same."""
    return msgpack.encode(replace(session, version="", prints=b""))


def whole(packed: bytes, library: Library) -> Session:
    """What `plain` was made of, with the files of this library."""
    return replace(_SESSION.decode(packed), version=library.version, prints=library.prints)


def given_of(packed: bytes) -> Given:
    """What a standing is worked out from."""
    return _GIVEN.decode(packed)


def input_of(packed: bytes) -> Input:
    """Something that was done, standing for one answer."""
    return _INPUT.decode(packed)


def stood(given: Given, library: Library, prints: Prints) -> Stood:
    """A standing as it is kept."""
    standing = library.stand(*given)
    fired = tuple(rule.id for rule in standing.decision.level_rules)
    return Stood(msgpack.encode(given), _print_of(standing, prints), fired)


def _print_of(standing: Standing, prints: Prints) -> bytes:
    """All that a step can see of a standing; of its lines, which they are, and the questions that they belong to."""
    decision = standing.decision
    rules = [(rule.id, rule.levels, rule.cautions) for rule in decision.level_rules]
    lines = [(name, prints.states.get(name), [line.id for line in shown]) for name, shown in standing.lines.items()]
    seen = (
        standing.path, standing.answers, standing.unseen, lines, standing.facts.values, standing.facts.open,
        standing.asked, replace(decision, level_rules=()), rules, standing.complete, standing.has_draft,
    )  # fmt: skip
    return blake2b(msgpack.encode(seen, order="deterministic"), digest_size=SIZE).digest()

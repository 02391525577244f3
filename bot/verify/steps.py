"""All steps of one exploration: those of the last proof are recalled where they still count, the others are noted."""

from array import array
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from msgspec import msgpack

from bot.engine.library import Library
from bot.engine.session import Session
from bot.verify.deeds import Input
from bot.verify.kept import (
    COLUMNS,
    Counts,
    Kept,
    Stood,
    Tries,
    WasRead,
    Where,
    given_of,
    input_of,
    plain,
    stood,
    whole,
)
from bot.verify.looks import Looks
from bot.verify.monitor import Pattern
from bot.verify.numbers import Numbers
from bot.verify.outlook import Outlook
from bot.verify.prints import Prints
from bot.verify.reads import Given, Read

ALMOST_ALL = 0.95
"""From this part of the steps on, packing them anew takes longer than it saves the next proof."""


class Came(NamedTuple):
    """What a step came to: the number of the session after it, and how the statements see the step."""

    session: int
    pattern: Pattern
    compared: bool
    """Whether it was found to be the same in every language."""


class Do(NamedTuple):
    """Something to try, with its number: the same for the same deed, whatever it stands for."""

    number: int
    input: Input


class _Rows:
    """The rows of kept steps; most are asked for once, and read only then."""

    def __init__(self, rows: bytes = b"", patterns: Sequence[Pattern] = ()) -> None:
        self._rows = memoryview(rows).cast("I")
        self._patterns = patterns
        steps = zip(self._rows[::COLUMNS].tolist(), self._rows[1::COLUMNS].tolist(), strict=True)
        self._begun = dict(zip(steps, range(0, len(self._rows), COLUMNS), strict=True))

    def of(self, step: tuple[int, int]) -> tuple[Came, int] | None:
        """What came of a step, by the numbers of a session and of what was done there, and what was read."""
        row = self._begun.get(step)
        if row is None:
            return None
        after, pattern, read, compared = self._rows[row + 2 : row + COLUMNS]
        return Came(after, self._patterns[pattern], bool(compared)), read


class Steps:
    """Numbers all that steps begin with, do, come to and read; what is kept has the numbers that it had."""

    def __init__(
        self,
        library: Library,
        outlook: Outlook,
        prints: Prints | None = None,
        kept: Kept | None = None,
        aim: str = "",
    ) -> None:
        """`aim`: what the exploration is of, for the looks of sessions and what is tried differ with it."""
        self._library = library
        self._outlook = outlook
        self._prints = prints
        self._aim = aim
        self._sessions = Numbers[bytes]()
        self._made: dict[int, Session] = {}
        """Sessions by number, as far as they were asked for."""
        self.looks = Looks(outlook)
        self._inputs: list[Input] = []
        self._doings = Numbers[Hashable]()
        self._states = Numbers[str]()
        self._standings = Numbers[Given]()
        self._reads = Numbers[WasRead]()
        self._rows: dict[tuple[int, int], tuple[Came, int]] = {}
        """By the numbers of a session and of what was done there: what came of it, and the number of what was read."""
        self._tries: dict[Where, Tries] = {}
        self._counts: Counts | None = None
        self._old_rows = _Rows()
        self._old_tries: dict[Where, Tries] = {}
        self._given = 0
        """How many of the standings are kept ones."""
        self.recalled = 0
        """How many steps were not taken anew."""
        if kept and prints and kept.prints.core == prints.core:
            self._take_over(kept, prints)

    def _take_over(self, kept: Kept, prints: Prints) -> None:
        self._counts = Counts(kept, self._library, prints)
        self._sessions, self._states = Numbers(kept.sessions), Numbers(kept.states)
        self._reads = Numbers(kept.reads)
        self._standings = Numbers(given_of(each.given) for each in kept.standings)
        for doing in map(input_of, kept.doings):
            self._doing(doing)
        self._old_rows = _Rows(kept.rows, kept.patterns)
        self._given = len(kept.standings)
        changed = self._counts.changed(self._outlook.levels_of_rules) if kept.aim == self._aim else None
        if changed is not None:
            self.looks.take_over(kept, changed, self._counts.newly)
            self._old_tries = {where: tries for where, tries in kept.tries if not (changed and tries[2])}

    # Sessions

    def number(self, session: Session) -> int:
        """The number of a session at NOON: the same for the same session."""
        number = self._sessions[plain(session)]
        if number not in self._made:
            self._made[number] = session
        return number

    def session(self, number: int) -> Session:
        """The session with this number."""
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = whole(self._sessions.things[number], self._library)
        return made

    # What is tried

    def tries(self, where: Where) -> list[Do] | None:
        """What was tried there, if all that it depends on is still the same."""
        found = self._old_tries.get(where)
        if found is None or not (self._counts and self._counts.still(found[1])):
            return None
        self._tries[where] = found
        return [Do(doing, self._inputs[doing]._replace(answers=answers)) for doing, answers in found[0]]

    def note_tries(self, where: Where, inputs: Iterable[Input], read: Read, *, lists: bool) -> list[Do]:
        """Keep what is tried there; `lists`: answers to a list are among it."""
        every = [Do(self._doing(each), each) for each in inputs]
        told = tuple([(number, each.answers) for number, each in every])
        self._tries[where] = told, self._numbers(read.states, read.standings), lists
        return every

    def _doing(self, each: Input) -> int:
        number = self._doings[each.deed, each.events, each.after]
        if number == len(self._inputs):
            self._inputs.append(each._replace(answers=1))
        return number

    # What comes of it

    def recall(self, before: int, doing: int) -> Came | None:
        """What came of this at that session, if it was tried here, or is kept and still counts."""
        at = before, doing
        known = self._rows.get(at)
        if known is None:
            known = self._old_rows.of(at)
            if known is None or not (self._counts and self._counts.still(known[1])):
                return None
            self._rows[at] = known
            self.recalled += 1
        return known[0]

    def note(self, before: int, doing: int, came: Came, read: Read) -> None:
        """Keep what came of a step that was taken, and what it has read."""
        after = self.session(came.session)
        states, standings = {*read.states, after.place}, {*read.standings, (after.answers, after.unseen)}
        self._rows[before, doing] = came, self._numbers(states, standings)

    def _numbers(self, states: Iterable[str], standings: Iterable[Given]) -> int:
        named, given = (
            sorted(map(self._states.__getitem__, states)),
            sorted(map(self._standings.__getitem__, standings)),
        )
        return self._reads[tuple(named), tuple(given)]

    # For the next proof

    def serve_as_well(self, steps: int) -> bool:
        """Whether the kept steps serve the next proof as well as those of this one: hardly any was taken anew."""
        return bool(self._old_tries) and self.recalled >= steps * ALMOST_ALL

    def packed(self) -> bytes:
        """All steps of this exploration, for `bot.verify.kept.unpacked`; what none of them needs is left out.

        Raises ValueError for steps that were made without prints.
        """
        if self._prints is None:
            raise ValueError("Without prints of the project nobody could tell whether these steps still count.")
        return msgpack.encode(self._needed(self._prints))

    def _needed(self, prints: Prints) -> Kept:
        sessions, doings, reads = Numbers[int](), Numbers[int](), Numbers[int]()
        states, standings, patterns = Numbers[int](), Numbers[int](), Numbers[Pattern]()
        rows = array("I")
        for (before, doing), (came, read) in self._rows.items():
            rows.extend((
                sessions[before], doings[doing], sessions[came.session], patterns[came.pattern], reads[read],
                came.compared,
            ))  # fmt: skip
        tries = [
            ((sessions[at], how, apart), (tuple([(doings[each], n) for each, n in done]), reads[read], lists))
            for (at, how, apart), (done, read, lists) in self._tries.items()
        ]
        told = [self._reads.things[read] for read in reads.things]
        what_was_read = [
            (tuple([states[each] for each in named]), tuple([standings[each] for each in given]))
            for named, given in told
        ]
        return Kept(
            prints, self._aim, [self._sessions.things[each] for each in sessions.things],
            self.looks.packed(sessions.things),
            [msgpack.encode(self._inputs[each], order="deterministic") for each in doings.things], patterns.things,
            [self._states.things[each] for each in states.things],
            [self._standing(each, prints) for each in standings.things], what_was_read, tries,
            rows.tobytes(),
        )  # fmt: skip

    def _standing(self, number: int, prints: Prints) -> Stood:
        if self._counts and number < self._given:
            return self._counts.stood(number)
        return stood(self._standings.things[number], self._library, prints)

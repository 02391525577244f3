"""What the answers of a session still mean: no guard, table or property can tell two apart that are alike in it."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bot.engine import safety
from bot.engine.conditions import Condition, Facts, atoms, names
from bot.engine.decisions import DRY_HEAT, LEVELS
from bot.engine.library import Library
from bot.engine.session import Answers, Unseen
from bot.engine.standing import Standing
from bot.verify.every_test import deciding
from bot.verify.residue import Residue, Residues, Seen, residue, seen
from bot.verify.same import NumbersOf

REMEMBERED = 200_000

Levels = tuple[tuple[tuple[str, int], ...], frozenset[tuple[str, int, Residue]]]
"""By option the level that is reached, and what could still make it stricter."""


Weighed = tuple[Answers, Unseen, tuple[str, ...]]
"""What a class of answers is worked out from: the answers, what was not seen, and which options are stopped."""


class Meant(NamedTuple):
    """A class of answers, in numbers that are the same in every run."""

    led: int
    """What can lead elsewhere: the questions answered, the tier, guards."""
    apart: tuple[int, ...]
    """What each option with its card, and each statement of a property, makes of them, together with `led`."""


class Outlook:
    """Tells answers apart for one slice: the options whose cards may be opened, and the tests that matter there."""

    def __init__(self, library: Library, options: Iterable[str], watched: Iterable[Sequence[Condition]] = ()) -> None:
        """`watched`: the tests of each statement that speaks of paths."""
        self.library = library
        self.options = tuple(dict.fromkeys((*options, DRY_HEAT)))
        tables = library.source.tables
        self._asks = self._questions()
        self._answers = self._asks | frozenset(tables.inputs)
        self._tier = [(tables.tiers.index(rule.result[0]), rule.when) for rule in tables.tier]
        self._levels = [level for option in self.options for level in self._levels_of(option)]
        watched = tuple(watched)
        self.watched = tuple(test for tests in watched for test in tests)
        reading = [tests for tests in watched if any(self._reads_answers(test) for test in tests)]
        every = [*library.page_of, *options]
        guards = tuple(_guards(library))
        self._guarding = Residues(guards, self.stands)
        self._meaning = Residues(dict.fromkeys((*guards, *filter(self._reads_answers, self.watched))), self.stands)
        self._told = [
            (Residues(tests, self.stands), here)
            for tests in reading
            if (here := self._spoken_of(tests, self.options)) or not self._spoken_of(tests, every)
        ]
        """Statements of this slice: those that speak of its options, or of none."""
        self._check_in = Residues((rule.when for rule in tables.check_in if rule.when), self.stands)
        self._tiering = Residues((when for _, when in self._tier), self.stands)
        self._leveling = Residues((when for _, _, when in self._levels), self.stands)
        self.levels_of_rules = self._levels_of_rules()
        """By id, what a rule of `levels` can make of the options of this slice."""
        self._ruling = cache(self._residues_of)
        self._numbers = NumbersOf()
        self.weighs = (self._tier, guards, self.watched, tables.dry_heat)
        """All of the rules and tests that classes of answers depend on, beside the rules of `levels`."""
        self.of = lru_cache(maxsize=REMEMBERED)(self._of)
        """The class of (answers, unseen, stopped)."""

    def _questions(self) -> frozenset[str]:
        """The questions whose answers are advice: those of the check and of the cards."""
        cards = (state.questions for state in self.library.states.values() if state.questions)
        return frozenset((*self.library.ground.main, *cards, safety.HEARD))

    def _levels_of(self, option: str) -> Iterator[tuple[str, int, Condition | None]]:
        for rule in self.library.source.tables.levels:
            for member, level in rule.levels.items():
                if member in self.library.decider.family(option):
                    yield option, LEVELS.index(level), rule.when

    def _levels_of_rules(self) -> dict[str, tuple[tuple[str, str], ...]]:
        families = frozenset[str]().union(*(self.library.decider.family(option) for option in self.options))
        rules = self.library.source.tables.levels
        return {rule.id: tuple(sorted((o, n) for o, n in rule.levels.items() if o in families)) for rule in rules}

    def _reads_answers(self, test: Condition) -> bool:
        return not self._answers.isdisjoint(names(test))

    def _spoken_of(self, tests: Iterable[Condition], options: Iterable[str]) -> tuple[str, ...]:
        """The options that a statement speaks of: by their level, or by a button, a card or a text of theirs."""
        told = {word for test in tests for pair in atoms(test) for part in pair for word in part.split(".")}
        told |= {name for test in tests for name in names(test)}
        return tuple(option for option in options if told & {option, *self.library.decider.family(option)})

    def stands(self, name: str) -> bool:
        """Whether a fact is no answer: its place in the class is with the session, or with the levels."""
        return name not in self._answers

    def _of(self, answers: Answers, unseen: Unseen, stopped: tuple[str, ...]) -> "Meant":
        standing = self.library.stand(answers, unseen)
        if stopped:
            standing = self.library.closing(standing, stopped)
        known = seen(standing.facts)
        led = (
            tuple(sorted(name for name, _ in answers if name in self._asks)),
            standing.path[-1],
            standing.complete,
            self.tier(known),
            self._guarding.of(known),
            self._check_in.of(known) if safety.CHECK_IN_FLAGS in dict(answers) else None,
        )
        number = self._numbers[led]
        more = {DRY_HEAT: self._dry(standing), **dict(self._cards(standing))}
        dry = (more[DRY_HEAT],)
        added = [*map(more.get, self.options), *(dry if DRY_HEAT in options else None for _, options in self._told)]
        parts = zip(self.apart(known, stopped), added, strict=True)
        return Meant(number, tuple([self._numbers[number, at, *part] for at, part in enumerate(parts)]))

    def apart(self, known: Seen, stopped: tuple[str, ...] = ()) -> list[Hashable]:
        """What each option, and then each statement, makes of the answers: no two of them are read together."""
        reached, left = self.levels(known, stopped)
        levels = {option: (rank, frozenset(each for each in left if each[0] == option)) for option, rank in reached}
        told = [(tests.of(known), tuple([levels[option] for option in options])) for tests, options in self._told]
        return [*levels.values(), *told]

    def tier(self, known: Seen) -> Hashable:
        """How urgent the answers are, and what could still make them more so."""
        found = [(rank, left) for (rank, _), left in zip(self._tier, self._tiering.of(known), strict=True)]
        reached = max((rank for rank, left in found if left is True), default=0)
        return reached, frozenset((rank, left) for rank, left in found if rank > reached and left not in (True, False))

    def levels(self, known: Seen, stopped: tuple[str, ...] = ()) -> Levels:
        """How free each option is, and what could still make it stricter."""
        reached = dict.fromkeys(self.options, 0)
        left: set[tuple[str, int, Residue]] = set()
        for (option, rank, _), open_part in zip(self._levels, self._leveling.of(known), strict=True):
            if open_part is True:
                reached[option] = max(reached[option], rank)
            elif open_part is not False:
                left.add((option, rank, open_part))
        for option in stopped:
            if option in reached:
                reached[option] = len(LEVELS) - 1
        return tuple(reached.items()), frozenset(each for each in left if each[1] > reached[each[0]])

    def guards(self, known: Seen) -> Hashable:
        """What could lead elsewhere."""
        return self._guarding.of(known)

    def meaning(self, known: Seen) -> Hashable:
        """What guards and properties could make of the answers of one question."""
        return self._meaning.of(known)

    def tests(self, facts: Facts, tests: Iterable[Condition]) -> tuple[Residue, ...]:
        """What is left of some tests."""
        return tuple([residue(test, facts, self.stands) for test in tests])

    def touched(self, answers: Answers, unseen: Unseen, among: frozenset[str] | None = None) -> frozenset[str]:
        """The rules of `levels`, by id, that fire with these answers, or still can; the others have no part in them.

        `among`: only these are asked for.
        """
        ids, tests = self._ruling(among)
        left = tests.of(seen(self.library.stand(answers, unseen).facts))
        return frozenset(id for id, open_part in zip(ids, left, strict=True) if open_part is not False)

    def _residues_of(self, among: frozenset[str] | None) -> tuple[list[str], Residues]:
        rules = [rule for rule in self.library.source.tables.levels if among is None or rule.id in among]
        return [rule.id for rule in rules], Residues((rule.when for rule in rules), self.stands)

    def _dry(self, standing: Standing) -> Hashable:
        """What is said of dry heat; where that is settled, the kind of heat no longer matters for it."""
        decision = standing.decision
        heat = standing.facts.values.get("heat")
        settled = decision.levels[DRY_HEAT] == LEVELS[-1]
        return decision.dry_heat_result if standing.complete or settled else heat

    def _cards(self, standing: Standing) -> Iterator[tuple[str, Hashable]]:
        """By option, what its card must still ask, and which lines that question would show."""
        library = self.library
        for option in self.options:
            page = library.states.get(library.page_of.get(option, ""))
            if page is None:
                continue
            state = library.states.get(page.questions or "")
            lines = library.ground.choices(state, standing.facts, standing.asked) if state else ()
            yield option, (library.open_questions(option, standing.asked), tuple(line.id for line in lines))


def _guards(library: Library) -> list[Condition]:
    """The tests that decide where a dialog leads, and what is on a screen to press."""
    found: dict[Condition, None] = {}
    for state in library.states.values():
        found |= dict.fromkeys(filter(None, deciding(state)))
    return list(found)

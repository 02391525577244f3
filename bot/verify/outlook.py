"""What the answers of a session still mean: no guard, table or property can tell two apart that are alike in it."""

from collections.abc import Hashable, Iterable
from functools import lru_cache

from bot.engine import safety
from bot.engine.conditions import Condition, Facts, names
from bot.engine.decisions import DRY_HEAT, LEVELS
from bot.engine.library import Library
from bot.engine.session import Answers, Unseen
from bot.engine.standing import Standing
from bot.verify.every_test import deciding
from bot.verify.residue import Residue, Residues, residue

REMEMBERED = 200_000


class Outlook:
    """Tells answers apart for one slice: the options whose cards may be opened, and the tests that matter there."""

    def __init__(self, library: Library, options: Iterable[str], watched: Iterable[Condition] = ()) -> None:
        self.library = library
        self.options = tuple(dict.fromkeys((*options, DRY_HEAT)))
        tables = library.source.tables
        self._asks = self._questions()
        self._answers = self._asks | frozenset(tables.inputs)
        self._tier = [(tables.tiers.index(rule.result[0]), rule.when) for rule in tables.tier]
        self._levels = [
            (option, LEVELS.index(level), rule.when)
            for option in self.options
            for rule in tables.levels
            for member, level in rule.levels.items()
            if member in library.decider.family(option)
        ]
        self.watched = tuple(watched)
        told = (test for test in self.watched if not self._answers.isdisjoint(names(test)))
        self._guards = tuple(dict.fromkeys((*_guards(library), *told)))
        self._guarding = Residues(self._guards, self.stands)
        self._check_in = Residues((rule.when for rule in tables.check_in if rule.when), self.stands)
        self._tiering = Residues((when for _, when in self._tier), self.stands)
        self._leveling = Residues((when for _, _, when in self._levels), self.stands)
        self._numbers: dict[Hashable, int] = {}
        self.of = lru_cache(maxsize=REMEMBERED)(self._of)
        """The class of (answers, unseen, stopped), as a number."""

    def _questions(self) -> frozenset[str]:
        """The questions whose answers are advice: those of the check and of the cards."""
        cards = (state.questions for state in self.library.states.values() if state.questions)
        return frozenset((*self.library.ground.main, *cards, safety.HEARD))

    def stands(self, name: str) -> bool:
        """Whether a fact is no answer: its place in the class is with the session, or with the levels."""
        return name not in self._answers

    def _of(self, answers: Answers, unseen: Unseen, stopped: tuple[str, ...]) -> int:
        standing = self.library.stand(answers, unseen)
        if stopped:
            standing = self.library.closing(standing, stopped)
        facts = standing.facts
        whole = (
            tuple(sorted(name for name, _ in answers if name in self._asks)),
            standing.path[-1],
            standing.complete,
            self.tier(facts),
            self.levels(facts, stopped),
            self._dry(standing),
            self._guarding.of(facts),
            self._check_in.of(facts) if safety.CHECK_IN_FLAGS in dict(answers) else None,
            self._side(standing),
        )
        return self._numbers.setdefault(whole, len(self._numbers))

    def tier(self, facts: Facts) -> Hashable:
        """How urgent the answers are, and what could still make them more so."""
        found = [(rank, left) for (rank, _), left in zip(self._tier, self._tiering.of(facts), strict=True)]
        reached = max((rank for rank, left in found if left is True), default=0)
        return reached, frozenset((rank, left) for rank, left in found if rank > reached and left not in (True, False))

    def levels(self, facts: Facts, stopped: tuple[str, ...] = ()) -> Hashable:
        """How free each option is, and what could still make it stricter."""
        reached = dict.fromkeys(self.options, 0)
        left: set[tuple[str, int, Residue]] = set()
        for (option, rank, _), open_part in zip(self._levels, self._leveling.of(facts), strict=True):
            if open_part is True:
                reached[option] = max(reached[option], rank)
            elif open_part is not False:
                left.add((option, rank, open_part))
        for option in stopped:
            if option in reached:
                reached[option] = len(LEVELS) - 1
        return tuple(reached.items()), frozenset(each for each in left if each[1] > reached[each[0]])

    def meaning(self, facts: Facts) -> Hashable:
        """What guards and properties could make of the answers of one question."""
        return self._guarding.of(facts)

    def tests(self, facts: Facts, tests: Iterable[Condition]) -> tuple[Residue, ...]:
        """What is left of some tests."""
        return tuple([residue(test, facts, self.stands) for test in tests])

    def _dry(self, standing: Standing) -> Hashable:
        """What is said of dry heat; where that is settled, the kind of heat no longer matters for it."""
        decision = standing.decision
        heat = standing.facts.values.get("heat")
        settled = decision.levels[DRY_HEAT] == LEVELS[-1]
        return decision.dry_heat_result if standing.complete or settled else heat

    def _side(self, standing: Standing) -> Hashable:
        """What a card must still ask, and which lines its question would show."""
        library = self.library
        found: list[Hashable] = []
        for option in self.options:
            page = library.states.get(library.page_of.get(option, ""))
            if page is None:
                continue
            state = library.states.get(page.questions or "")
            lines = library.ground.choices(state, standing.facts, standing.asked) if state else ()
            found.append((option, library.open_questions(option, standing.asked), tuple(line.id for line in lines)))
        return tuple(found)


def _guards(library: Library) -> list[Condition]:
    """The tests that decide where a dialog leads, and what is on a screen to press."""
    found: dict[Condition, None] = {}
    for state in library.states.values():
        found |= dict.fromkeys(filter(None, deciding(state)))
    return list(found)

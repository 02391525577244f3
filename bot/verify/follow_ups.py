"""What a check-in means: how far it is, and what its answers can still decide."""

from collections.abc import Hashable, Iterable

from bot.engine import safety
from bot.engine.conditions import Condition, Facts, names
from bot.engine.library import Library
from bot.engine.named import CHECK_IN_RESULT
from bot.engine.pain import change
from bot.engine.session import Answers, Session
from bot.verify.every_test import every_test
from bot.verify.residue import residue

WEIGHED = frozenset((
    "check_in.words", "check_in.usual", "check_in.usual_before", "check_in.red_flags", "check_in.skin",
))  # fmt: skip
"""Answers of a check-in that its rules weigh, beside the scores."""


class FollowUps:
    """Two sides of a session: `far` and `told` are weighed apart, for no guard reads them together."""

    def __init__(self, library: Library, watched: Iterable[Condition]) -> None:
        self.library = library
        tests = [*every_test(library), *watched]
        self.tests = tuple(dict.fromkeys(test for test in tests if not WEIGHED.isdisjoint(names(test))))
        self._telling = frozenset(
            name
            for name, state in library.states.items()
            if any(CHECK_IN_RESULT in names(says.when) for says in state.shows)
        )
        self._spoken_of = any(CHECK_IN_RESULT in names(test) for test in watched)
        rules = library.source.tables.check_in
        self._no_change = frozenset(rule.id for rule in rules if rule.no_change)
        self._known: dict[Answers, Hashable] = {}

    def far(self, session: Session) -> tuple[Hashable, ...]:
        """How far a check-in is, how many there were, what they have closed; on its own pages how the last ended."""
        job = session.check_in
        far = (job.stage, bool(job.option)) if job else None, session.check_ins, len(session.stopped)
        if not session.place.startswith(safety.CHECK_IN):
            return far
        outcome = job.outcome if job else ()
        ended = bool(outcome), not self._no_change.isdisjoint(outcome)
        return (*far, *ended, session.unchanged, bool(session.opened))

    def told(self, session: Session) -> tuple[Hashable, ...]:
        """On the pages of the check-in, what its answers and the scores mean."""
        if not session.place.startswith(safety.CHECK_IN):
            return ()
        job = session.check_in
        stage = (job.stage, bool(job.option), job.before is not None) if job else None
        shown = self._spoken_of or session.place in self._telling
        outcome = job.outcome if job and shown else None
        answers = tuple(pair for pair in session.answers if pair[0] in WEIGHED)
        return stage, outcome, self._meaning(answers), change(session), min(len(session.scores), 2), session.unchanged

    def _meaning(self, answers: Answers) -> Hashable:
        """Which questions were answered, the facts that they set, and what is left of every test that asks for them."""
        found = self._known.get(answers)
        if found is None:
            facts = Facts({name: frozenset(answer) for name, answer in answers})
            states = self.library.states
            sets = frozenset(
                pair
                for name, answer in answers
                if name in states
                for choice in states[name].choices
                if choice.id in answer
                for pair in choice.sets
            )
            left = tuple([residue(test, facts, _stands) for test in self.tests])
            found = self._known[answers] = frozenset(facts.values), sets, left
        return found


def _stands(name: str) -> bool:
    return name not in WEIGHED

"""A library that tells what it tests and which way it takes; every turn is worked out anew."""

from collections.abc import Callable
from datetime import datetime

from bot.coverage.dialog_items import way
from bot.coverage.guards import Guards
from bot.coverage.item import Key
from bot.engine.conditions import Condition, Facts
from bot.engine.dialog import Rule, State
from bot.engine.events import AnyEvent
from bot.engine.library import Library
from bot.engine.look import Key as LookKey
from bot.engine.look import Look, Looks
from bot.engine.machine import ANSWERED, Moves, trigger_of
from bot.engine.remembered import Turns
from bot.engine.session import Session

Tell = Callable[[Key], None]


class WatchedLibrary(Library):
    """The same project and the same engine: only what is remembered between turns is not, for it would not be seen."""

    def __init__(self, library: Library, guards: Guards, tell: Tell) -> None:
        super().__init__(library.source)
        self._guards = guards
        self._tell = tell
        self.looks = _EveryLook()
        self.turns = _NoTurns(library.source.consent_version)
        self.moves = _WatchedMoves(self)  # not those of `ground`, which takes again ways that were gone before

    def holds(self, when: Condition | None, facts: Facts) -> bool:
        """Whether a condition holds, and tell how it came out."""
        held = super().holds(when, facts)
        if when is not None:
            self.tell_test(when, held)
        return held

    def tell_test(self, when: Condition, held: bool) -> None:
        """Tell how a test came out."""
        key = self._guards.key(when, held)
        if key:
            self._tell(key)

    def tell_way(self, state: str, trigger: str, rules: tuple[Rule, ...], taken: Rule, facts: Facts) -> None:
        """Tell the way that was taken, and the tests of those above it."""
        for number, rule in enumerate(rules):
            self.holds(rule.when, facts)
            if rule is taken:
                self._tell(way(state, trigger, str(number)))
                return


class _EveryLook(Looks):
    def of(self, key: LookKey | None, make: Callable[[], Look]) -> Look:
        """Made every time."""
        return make()


class _NoTurns(Turns):
    def key(self, session: Session, event: AnyEvent, now: datetime) -> None:
        """Nothing is recalled."""


class _WatchedMoves(Moves):
    """The ways of the library's own machine."""

    def __init__(self, library: WatchedLibrary) -> None:
        moves = library.ground.moves
        self.machine, self.table, self.single = moves.machine, moves.table, moves.single
        self._library = library

    def follow(self, state: str, trigger: str, facts: Facts) -> Rule | None:
        taken = super().follow(state, trigger, facts)
        if taken:
            rules = _rules(self._library.states[state], trigger)
            self._library.tell_way(state, trigger, rules, taken, facts)
        return taken


def _rules(state: State, trigger: str) -> tuple[Rule, ...]:
    if trigger == ANSWERED:
        return state.next
    return next(button.next for button in state.buttons if trigger_of(button.id) == trigger)

"""The state machine of a library: one shared `transitions.Machine`, and a table of its moves that is quick to read."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, cast

from transitions import EventData, Machine

from bot.engine import safety
from bot.engine.conditions import Condition, Facts, Test, compile_condition
from bot.engine.dialog import BACK, Rule, State

ANSWERED = "answered"
"""The trigger of a question's `next`; a button's is its id behind `press_`."""

TAKE_OVER = {"emergency": safety.EMERGENCY, "crisis": safety.CRISIS, "same_day": safety.SAME_DAY}
"""Triggers that the engine itself pulls, from every state."""


class Place:
    """The small model that carries one session's place through the machine."""

    __slots__ = ("facts", "rule", "state")

    def __init__(self, state: str, facts: Facts) -> None:
        self.state = state
        self.facts = facts
        self.rule: Rule | None = None


def trigger_of(button: str) -> str:
    """The trigger of a button."""
    return f"press_{button}"


class Moves:
    """Where a (state, trigger) leads. `transitions` accepts unknown targets silently, so names are checked before."""

    def __init__(self, states: Mapping[str, State]) -> None:
        self.machine = Machine(
            model=None, states=list(states), initial=safety.START, auto_transitions=False, send_event=True
        )
        self.table: dict[tuple[str, str], tuple[tuple[Test | None, Rule], ...]] = {}
        self.single: dict[tuple[str, str], Rule] = {}
        """Moves whose first rule has no condition."""
        for state in states.values():
            for trigger, rules in _triggers(state):
                self._add(state, trigger, rules)
        for trigger, target in TAKE_OVER.items():
            self.machine.add_transition(trigger, "*", target)

    def _add(self, state: State, trigger: str, rules: tuple[Rule, ...]) -> None:
        self.table[state.name, trigger] = tuple([(compile_condition(r.when) if r.when else None, r) for r in rules])
        for rule in rules:
            target = _target(state, rule)
            conditions = [_asks(rule.when)] if rule.when else []
            self.machine.add_transition(trigger, state.name, target, conditions, before=[partial(_note, rule)])
        if rules[0].when is None:
            self.single[state.name, trigger] = rules[0]

    def follow(self, state: str, trigger: str, facts: Facts) -> Rule | None:
        """The rule that is taken, the first whose condition holds; or None. A test holds it against the machine."""
        for test, rule in self.table.get((state, trigger), ()):
            if test is None or test(facts) is True:
                return rule
        return None

    def pull(self, state: str, trigger: str, facts: Facts) -> Rule | None:
        """What the machine itself says: the same, without the table."""
        place = Place(state, facts)
        event = cast("Mapping[str, Any]", self.machine.events)[trigger]
        event.trigger(place)
        return place.rule


def _triggers(state: State) -> Iterable[tuple[str, tuple[Rule, ...]]]:
    if state.next:
        yield ANSWERED, state.next
    for button in state.buttons:
        if button.next:
            yield trigger_of(button.id), button.next


def _target(state: State, rule: Rule) -> str:
    """Where the drawn transition ends: "back" is worked out from the answers, so it is drawn as a loop."""
    return state.name if rule.go == BACK else rule.go


def _asks(when: Condition) -> Any:
    test = compile_condition(when)

    def condition(event: EventData) -> bool:
        return test(cast("Place", event.model).facts) is True

    return condition


def _note(rule: Rule, event: EventData) -> None:
    cast("Place", event.model).rule = rule

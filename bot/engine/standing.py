"""What a person's answers come to: the path they make, the answers that stand, the facts and the decision."""

from msgspec import Struct

from bot.engine import safety
from bot.engine.conditions import Atom, Facts, Test, Value, compile_condition
from bot.engine.decisions import Decider, Decision, Input
from bot.engine.dialog import Choice, State, States
from bot.engine.machine import ANSWERED, Moves
from bot.engine.session import Answer, Answers


class Standing(Struct, frozen=True):
    """`path`: the states of the check, in order; the last is where the answers lead. `facts` include the results.

    `complete`: the path has reached its page, so every question of the check is answered. `asked`: what was asked.
    """

    path: tuple[str, ...]
    answers: Answers
    facts: Facts
    asked: frozenset[Atom]
    decision: Decision
    complete: bool


class Ground:
    """Works out standings for one library."""

    def __init__(self, states: States, decider: Decider, moves: Moves) -> None:
        self.states = states
        self.decider = decider
        self.moves = moves
        self.shown = {state.name: _shown_choices(state) for state in states.values()}
        self.every = frozenset(
            (name, value)
            for name, entry in decider.tables.inputs.items()
            if entry.kind == "set_of"
            for value in entry.values
            if value not in entry.only_heard
        )
        self.main = frozenset(main_questions(states))

    def stand(self, answers: Answers) -> Standing:
        """Replay the answers as a fresh run: what the path no longer reaches is dropped."""
        replay = _Replay(self)
        path, complete = replay.walk(dict(answers))
        for name, answer in answers:
            if name not in self.main:
                replay.beside(name, answer)
        facts = replay.facts()
        decision = self.decider.decide(facts)
        known = Facts({**replay.values, **decision.facts()}, facts.open)
        return Standing(path, tuple(replay.kept), known, frozenset(replay.asked), decision, complete)

    def choices(self, state: State, facts: Facts, asked: frozenset[Atom]) -> tuple[Choice, ...]:
        """The choices of a question as it is asked now; with `ask_once`, without those asked elsewhere."""
        shown = tuple(choice for choice, test in self.shown[state.name] if test(facts) is True)
        if not state.ask_once:
            return shown
        return tuple(choice for choice in shown if not choice.sets or not asked.issuperset(choice.sets))


def main_questions(states: States) -> list[str]:
    """The questions between the first red-flag screen and the result that a check can come through."""
    seen: list[str] = []
    ahead = [safety.CHECK_START]
    while ahead:
        state = states[ahead.pop()]
        if state.asks_something and state.name not in seen:
            seen.append(state.name)
            ahead += [rule.go for rule in state.next]
    return seen


class _Replay:
    """The answers, taken again in the order of the path."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.values: dict[str, Value] = {}
        self.asked: set[Atom] = set()
        self.kept: list[tuple[str, Answer]] = []
        self._lost = False

    def facts(self) -> Facts:
        """The facts so far."""
        return Facts(self.values, self.ground.every - self.asked)

    def walk(self, given: dict[str, Answer]) -> tuple[tuple[str, ...], bool]:
        state = self.ground.states[safety.CHECK_START]
        path = [state.name]
        while state.asks_something and state.name in given and self.take(state, given[state.name]):
            rule = self.ground.moves.follow(state.name, ANSWERED, self.facts())
            if rule is None or rule.go in path:
                break
            state = self.ground.states[rule.go]
            path.append(state.name)
        return tuple(path), not state.asks_something

    def beside(self, name: str, answer: Answer) -> None:
        """Take what was answered off the path: form, questions of one card, pages seen, flags heard."""
        if name == safety.HEARD:
            self._add("emergency_flags", frozenset(answer))
            self.kept.append((name, answer))
        elif name in self.ground.states:
            self.take(self.ground.states[name], answer)

    def take(self, state: State, answer: Answer) -> bool:
        """Count one answer; False when nothing of it is on the question any more, so that it must be asked again."""
        if state.choices:
            answer = self._count(state, answer)
            if not answer and self._lost:
                return False
        self.values[state.name] = frozenset(answer)
        self.kept.append((state.name, answer))
        return True

    def _count(self, state: State, answer: Answer) -> Answer:
        facts = self.facts()
        shown = [choice for choice, test in self.ground.shown[state.name] if test(facts) is True]
        kept = tuple(choice for choice in shown if choice.id in answer)
        self._lost = bool(answer) and not kept
        if self._lost:
            return ()
        for name, value in (*(pair for choice in shown for pair in choice.sets), *state.asks):
            self.asked.add((name, value))
            self._open(name)
        for choice in kept:
            for name, value in choice.sets:
                self._add(name, frozenset((value,)))
        return tuple(choice.id for choice in kept)

    def _open(self, name: str) -> None:
        """A question about this fact was answered: a set is now empty at least, a scale at its lowest."""
        entry = self.ground.decider.tables.inputs.get(name)
        if entry and name not in self.values and entry.kind != "one_of":
            self.values[name] = frozenset() if entry.kind == "set_of" else frozenset((entry.values[0],))

    def _add(self, name: str, value: Value) -> None:
        entry = self.ground.decider.tables.inputs.get(name)
        self.values[name] = _joined(entry, self.values.get(name, frozenset()), value)


def _joined(entry: Input | None, have: Value, more: Value) -> Value:
    if entry is None or entry.kind == "one_of":
        return more
    if entry.kind == "set_of":
        return have | more
    return frozenset((max(have | more, key=entry.values.index),))


def _shown_choices(state: State) -> tuple[tuple[Choice, Test], ...]:
    return tuple((choice, compile_condition(choice.when)) for choice in state.choices)

"""What a person's answers come to: the path they make, the answers that stand, the facts and the decision."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from bot.engine import safety
from bot.engine.conditions import Atom, Facts, Test, Value, compile_condition
from bot.engine.decisions import Decider, Decision, Input
from bot.engine.dialog import Choice, Rule, Sets, State, States
from bot.engine.machine import ANSWERED, Moves
from bot.engine.progress import ahead
from bot.engine.session import Answer, Answers, Unseen

COUNTED = 8192
"""How many answers are remembered with what they say: a list of twelve lines has four thousand."""


class Standing(Struct, frozen=True):
    """`path`: the states of the check, in order; the last is where the answers lead. `facts` include the results.

    `lines`: what each question of the path shows now. `asked`: what was on a screen when it was answered.
    `complete`: the path has reached its page, so every question of the check is answered.
    """

    path: tuple[str, ...]
    answers: Answers
    unseen: Unseen
    lines: Mapping[str, tuple[Choice, ...]]
    facts: Facts
    asked: frozenset[Atom]
    decision: Decision
    complete: bool
    has_draft: bool = False
    """Whether something that the person typed into the form is among the answers."""


class Counted(NamedTuple):
    """What one answer says, whatever else is answered: the lines that were asked, those that are true, those not seen.

    `opens`: by fact, what it is at least once it was asked about: a set is empty, a scale at its lowest.
    """

    asked: frozenset[Atom]
    opens: tuple[tuple[str, Value], ...]
    adds: Sets
    hidden: Answer


class Ground:
    """Works out standings for one library."""

    def __init__(self, states: States, decider: Decider, moves: Moves) -> None:
        self.states = states
        self.decider = decider
        self.moves = moves
        self.shown = {state.name: _shown_choices(state) for state in states.values()}
        self.always_shown = {
            state.name: state.choices
            for state in states.values()
            if all(choice.when is None for choice in state.choices)
        }
        """The choices of the states whose choices have no condition."""
        self.counted = lru_cache(maxsize=COUNTED)(self._counted)
        self.every = frozenset(
            (name, value)
            for name, entry in decider.tables.inputs.items()
            if entry.kind == "set_of"
            for value in entry.values
            if value not in entry.only_heard
        )
        self.main = frozenset(main_questions(states))
        self.always = frozenset(pair for name in self.main for pair in _always_asked(states[name]))
        """What the questions of the path ask whenever they are asked."""
        self.ahead = ahead(states)

    def stand(self, answers: Answers, unseen: Unseen = ()) -> Standing:
        """Replay the answers as a fresh run: what the path no longer reaches is dropped."""
        replay = _Replay(self, answers, unseen)
        path, complete = replay.walk()
        for name, answer in answers:
            if name not in self.main:
                replay.beside(name, answer)
        facts = replay.facts()
        decision = self.decider.decide(facts)
        known = Facts({**replay.values, **decision.facts()}, facts.open)
        asked = frozenset(replay.asked)
        kept, hidden = tuple(replay.kept), tuple(replay.hidden)
        has_draft = any(name.startswith(safety.DRAFTS) for name, _ in answers)
        return Standing(path, kept, hidden, replay.lines, known, asked, decision, complete, has_draft)

    def visible(self, state: State, facts: Facts) -> tuple[Choice, ...]:
        """The choices whose condition holds."""
        return tuple([choice for choice, test in self.shown[state.name] if test(facts) is True])

    def _counted(self, state: str, unseen: Answer, answer: Answer) -> Counted:
        return _counted(self.states[state], self.always_shown[state], unseen, answer, self.decider.tables.inputs)

    def choices(self, state: State, facts: Facts, asked: frozenset[Atom]) -> tuple[Choice, ...]:
        """The choices of a question as it is asked now; with `ask_once`, without those asked elsewhere."""
        visible = self.visible(state, facts)
        return _left(visible, asked) if state.ask_once else visible


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


def _left(lines: Iterable[Choice], asked: Set[Atom]) -> tuple[Choice, ...]:
    """The lines that were not asked yet."""
    return tuple(c for c in lines if c.closes or not c.sets or not all(pair in asked for pair in c.sets))


def nothing_left(state: State, lines: Iterable[Choice]) -> bool:
    """Whether a question that is asked once has only lines that this check has asked already."""
    return state.ask_once and not any(line.sets for line in lines if not line.closes)


def _always_asked(state: State) -> Sets:
    return (*(pair for choice in state.choices if choice.when is None for pair in choice.sets), *state.asks)


class _Replay:
    """The answers, taken again in the order of the path.

    Silence is never a "no": a line counts as asked only if it was on the screen when its question was answered. So an
    answer stands only while its question shows no line that it did not show then.
    """

    def __init__(self, ground: Ground, answers: Answers, unseen: Unseen) -> None:
        self.ground = ground
        self.given = dict(answers)
        self.unseen = dict(unseen)
        self.values: dict[str, Value] = {}
        self.asked: set[Atom] = set()
        self.kept: list[tuple[str, Answer]] = []
        self.hidden: list[tuple[str, Answer]] = []
        self.lines: dict[str, tuple[Choice, ...]] = {}
        self._asked_beside = frozenset(self._pairs_beside())

    def facts(self) -> Facts:
        """The facts so far."""
        return Facts(self.values, self.ground.every - self.asked)

    def walk(self) -> tuple[tuple[str, ...], bool]:
        state = self.ground.states[safety.CHECK_START]
        path, seen = [state.name], {state.name}
        while state.asks_something and self._passed(state):
            rule = self._onward(state)
            if rule is None or rule.go in seen:
                break
            if state.name not in self.given:
                path.pop()
            state = self.ground.states[rule.go]
            path.append(state.name)
            seen.add(state.name)
        return tuple(path), not state.asks_something

    def _onward(self, state: State) -> Rule | None:
        """The facts are put together only where a condition asks for them."""
        moves = self.ground.moves
        return moves.single.get((state.name, ANSWERED)) or moves.follow(state.name, ANSWERED, self.facts())

    def _visible(self, state: State) -> tuple[Choice, ...]:
        always = self.ground.always_shown.get(state.name)
        return self.ground.visible(state, self.facts()) if always is None else always

    def _passed(self, state: State) -> bool:
        """Whether a question of the path is behind: it is answered as it stands now, or has nothing left to ask."""
        visible = self._visible(state)
        lines = _left(visible, self._asked_beside | self.asked) if state.ask_once else visible
        self.lines[state.name] = lines
        if state.name not in self.given:
            return nothing_left(state, lines)
        unseen = self.unseen.get(state.name)
        as_seen = not unseen or not any(line.id in unseen for line in lines)
        return as_seen and self.take(state, self.given[state.name], visible)

    def beside(self, name: str, answer: Answer) -> None:
        """Take what was answered off the path: form, questions of one card, pages seen, flags heard."""
        if name == safety.HEARD:
            for fact in safety.FLAG_FACTS:
                flags = frozenset(answer).intersection(self.ground.decider.tables.inputs[fact].values)
                if flags:
                    self._add(fact, flags)
            self.kept.append((name, answer))
        elif name in self.ground.states:
            state = self.ground.states[name]
            self.take(state, answer, self._visible(state))

    def _pairs_beside(self) -> Iterator[Atom]:
        """What was asked off the path. A line with a condition does not count: whether it holds is not known yet."""
        for name, answer in self.given.items():
            state = self.ground.states.get(name)
            lines = [c for c in state.choices if c.when is None] if state and name not in self.ground.main else []
            if lines and (not answer or any(line.id in answer for line in lines)):
                unseen = self.unseen.get(name, ())
                yield from (pair for line in lines if line.id not in unseen for pair in line.sets)

    def take(self, state: State, answer: Answer, visible: tuple[Choice, ...]) -> bool:
        """Count one answer; False when nothing of it is on the question any more, so that it must be asked again."""
        if state.choices:
            kept = tuple(choice.id for choice in visible if choice.id in answer)
            if answer and not kept:
                return False
            self._count(state, visible, kept)
            answer = kept
        self.values[state.name] = frozenset(answer)
        self.kept.append((state.name, answer))
        return True

    def _count(self, state: State, visible: tuple[Choice, ...], answer: Answer) -> None:
        """Lines that do not show now count as not seen: a tick on one of them is dropped, and must not become a no."""
        unseen = self.unseen.get(state.name, ())
        if state.name in self.ground.always_shown:
            counted = self.ground.counted(state.name, unseen, answer)
        else:
            counted = _counted(state, visible, unseen, answer, self.ground.decider.tables.inputs)
        self.asked |= counted.asked
        for name, value in counted.opens:
            self.values.setdefault(name, value)
        for name, value in counted.adds:
            self._add(name, frozenset((value,)))
        if counted.hidden:
            self.hidden.append((state.name, counted.hidden))

    def _add(self, name: str, value: Value) -> None:
        entry = self.ground.decider.tables.inputs.get(name)
        self.values[name] = _joined(entry, self.values.get(name, frozenset()), value)


def _counted(
    state: State, visible: tuple[Choice, ...], unseen: Answer, answer: Answer, inputs: Mapping[str, Input]
) -> Counted:
    """What an answer says on a screen that shows these lines, some of which the person has not seen."""
    seen = [choice for choice in visible if choice.id not in unseen]
    asked = (*(pair for choice in seen for pair in choice.sets), *state.asks)
    known = {choice.id for choice in seen}
    entries = {name: inputs[name] for name, _ in asked if name in inputs and inputs[name].kind != "one_of"}
    return Counted(
        frozenset(asked),
        tuple(
            (name, frozenset[str]() if e.kind == "set_of" else frozenset((e.values[0],))) for name, e in entries.items()
        ),
        tuple(pair for choice in visible if choice.id in answer for pair in choice.sets),
        tuple(choice.id for choice in state.choices if choice.id not in known),
    )


def _joined(entry: Input | None, have: Value, more: Value) -> Value:
    if entry is None or entry.kind == "one_of":
        return more
    if entry.kind == "set_of":
        return have | more
    return frozenset((max(have | more, key=entry.values.index),))


def _shown_choices(state: State) -> tuple[tuple[Choice, Test], ...]:
    return tuple((choice, compile_condition(choice.when)) for choice in state.choices)

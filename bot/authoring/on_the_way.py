"""What answers of one value can be at each question of the check: only what the way to it allows."""

from collections.abc import Mapping, Sequence

from bot.authoring.parts import Parts
from bot.authoring.worlds import Allowed, Worlds
from bot.engine import safety
from bot.engine.conditions import All, Condition, Facts, names
from bot.engine.dialog import State
from bot.engine.standing import main_questions

Here = dict[str, frozenset[str | None]]
ALWAYS = All(())


def on_the_way(parts: Parts, worlds: Worlds) -> Mapping[str, Allowed]:
    """For each question of the check, what the facts can be once it is answered."""
    return _Way(parts, worlds).after


class _Way:
    """Follows every way of the check until nothing more is found."""

    def __init__(self, parts: Parts, worlds: Worlds) -> None:
        self.states, self.worlds = parts.states, worlds
        self.ones = [name for name, entry in parts.tables.inputs.items() if entry.kind == "one_of"]
        self.questions = set(main_questions(parts.states))
        self.after: dict[str, Here] = {}
        self.before: dict[str, Here] = {safety.CHECK_START: dict.fromkeys(self.ones, frozenset((None,)))}
        ahead = [safety.CHECK_START]
        while ahead:
            ahead += self._go(self.states[ahead.pop()])

    def _go(self, state: State) -> list[str]:
        here = self.after[state.name] = self._answered(state, self.before[state.name])
        earlier: list[Condition] = []
        found: list[str] = []
        for rule in state.next:
            found += self._arrive(rule.go, self._those(here, rule.when, earlier))
            earlier += [rule.when] if rule.when else []
        return found

    def _arrive(self, name: str, here: Here | None) -> list[str]:
        if here is None or name not in self.questions:
            return []
        known = self.before.get(name, {})
        joined = {fact: values | known.get(fact, frozenset()) for fact, values in here.items()}
        if joined == known:
            return []
        self.before[name] = joined
        return [name]

    def _answered(self, state: State, here: Here) -> Here:
        """After the answer; a choice that says nothing of a fact leaves it as it was."""
        after = dict(here)
        for fact in self.ones:
            given = [frozenset(value for name, value in choice.sets if name == fact) for choice in state.choices]
            if any(given):
                new = frozenset[str | None]().union(*given)
                after[fact] = new if all(given) and state.ask != "many" else new | here[fact]
        return after

    def _those(self, here: Here, when: Condition | None, earlier: Sequence[Condition]) -> Here | None:
        """What the facts can still be behind a rule; None where nobody takes it."""
        if when is None and not earlier:
            return here
        making = self.worlds.making(when or ALWAYS, earlier, here)
        made = list(making) if making else None
        if made is None:
            return here
        return {**here, **_seen(made, here, [*earlier, when])} if made else None


def _seen(made: Sequence[Facts], here: Here, tests: Sequence[Condition | None]) -> Here:
    tested = frozenset[str]().union(*map(names, tests)) & here.keys()
    return {fact: frozenset(next(iter(facts.values[fact])) if fact in facts.values else None for facts in made)
            for fact in tested}  # fmt: skip

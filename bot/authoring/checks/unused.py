"""An answer that changes nothing: perhaps its rule is still to be written."""

from collections.abc import Iterator

from bot.authoring.parts import Parts
from bot.authoring.problems import Grade
from bot.engine import safety
from bot.engine.conditions import Condition, atoms, names
from bot.engine.dialog import State

FITS = "What is asked is used by a rule of dialogs/decisions.yaml, or by a when:"
MEND = "Write the rule, or ask it no more; leave it if it is only for the summary"


def check_unused(parts: Parts) -> None:
    """Note each value of a set, and each fact, that no test asks for."""
    tested = {atom for when in _tests(parts) for atom in atoms(when)}
    facts = {name for when in _tests(parts) for name in names(when)}
    for name, entry in parts.tables.inputs.items():
        if name not in facts:
            _note(parts, (name,), f"No rule uses the answers of {name}")
        elif entry.kind == "set_of" and name not in safety.FLAG_FACTS:
            for i, value in enumerate(entry.values):
                if (name, value) not in tested and (name, "*") not in tested:
                    found = f"No rule uses {name}: {value}, so whoever says so gets the same advice"
                    _note(parts, (name, entry.kind, i), found)

    for state in parts.states.values():
        if _answers_for_nothing(state) and state.name not in facts:
            file, path = parts.where(state.name)
            found = f"Nothing uses the answer of {state.name}"
            file.tell(path, found, FITS, MEND, grade=Grade.INFO, key=True)


def _answers_for_nothing(state: State) -> bool:
    """Whether a question keeps no fact; what is asked for the form goes to the clinic."""
    kept = any(choice.sets for choice in state.choices) or state.asks
    return bool(state.choices) and not kept and not state.name.startswith(safety.DRAFTS)


def _note(parts: Parts, path: tuple[str | int, ...], found: str) -> None:
    parts.rules_file.tell(("inputs", *path), found, FITS, MEND, grade=Grade.INFO, key=len(path) == 1)


def _tests(parts: Parts) -> Iterator[Condition | None]:
    tables = parts.tables
    for rules in (tables.tier, tables.pattern, tables.order, tables.to_the_front, tables.levels, tables.dry_heat):
        yield from (rule.when for rule in rules)
    yield from (rule.when for rule in tables.check_in)
    for state in parts.states.values():
        yield from _of_state(state)


def _of_state(state: State) -> Iterator[Condition | None]:
    yield state.only_when
    for tested in (state.next, state.shows, state.opens_next, state.choices, state.buttons):
        yield from (each.when for each in tested)
    for button in state.buttons:
        yield from (rule.when for rule in button.next)

"""Every answer that could close an option's card must be asked before the card (SP24)."""

from collections.abc import Collection, Iterable

from bot.authoring.parts import Parts
from bot.authoring.problems import one_of
from bot.engine.conditions import Atom
from bot.engine.decisions import raising
from bot.engine.dialog import State
from bot.engine.standing import main_questions


def check_options(parts: Parts) -> None:
    """Tell answers that nobody can give, and cards that could open too early."""
    asked = asked_by(parts, parts.states)
    _nobody_asks(parts, asked)
    everybody = asked_by(parts, main_questions(parts.states)) - sometimes(parts)
    for state in parts.states.values():
        if state.option:
            _asked_before(parts, state, (raising(parts.tables, state.option) & asked) - everybody)


def _nobody_asks(parts: Parts, asked: set[Atom]) -> None:
    """A value that no answer gives makes rules that never fire."""
    for fact, entry in parts.tables.inputs.items():
        lowest = entry.values[:1] if entry.kind == "highest_of" else ()
        for i, value in enumerate(entry.values):
            if (fact, value) not in asked and value not in (*entry.only_heard, *lowest):
                found = f"No question asks for {fact}: {value}"
                fits = "Every value is set by an answer of some question"
                mend = "Add it to a question, or delete it here and in the rules"
                parts.rules_file.tell(("inputs", fact, entry.kind, i), found, fits, mend)


def _asked_before(parts: Parts, page: State, open_answers: Collection[Atom]) -> None:
    """What can raise the level and is not asked of everybody is asked by the card's own questions."""
    early = sorted(set(open_answers) - asked_by(parts, [page.questions] if page.questions else []))
    if early:
        file, path = parts.where(page.name)
        names = one_of(f"{fact}: {value}" for fact, value in early)
        found = f"The card of {page.option} could open before {names} is asked"
        fits = "Every answer that can close a card is asked before it, in the check or by the state under questions:"
        file.tell(path, found, fits, "Add it to a question of the check, or to that state", key=True)


def asked_by(parts: Parts, names: Iterable[str]) -> set[Atom]:
    """What these questions ask for, under a condition or not."""
    states = [parts.states[name] for name in names]
    return {pair for state in states for choice in state.choices for pair in (*choice.sets, *state.asks)}


def sometimes(parts: Parts) -> set[Atom]:
    """What the check asks only of some people, because the line has a condition."""
    choices = [choice for name in main_questions(parts.states) for choice in parts.states[name].choices]
    always = {pair for choice in choices if choice.when is None for pair in choice.sets}
    return {pair for choice in choices for pair in choice.sets} - always

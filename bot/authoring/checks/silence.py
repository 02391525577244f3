"""Silence is never a no: a list can be answered with "none of these", and no question about health can be skipped."""

from bot.authoring.parts import Parts
from bot.engine.dialog import State

SILENT = ("may_be_empty", "optional")
"""Settings with which a question is answered by saying nothing."""

NOT_SAID = ("set_of", "highest_of")
"""Kinds of facts that an answer without any line makes empty, or puts at their lowest."""


def check_silence(parts: Parts) -> None:
    """Tell each list that cannot be answered by somebody who has nothing, and each question that silence answers."""
    for state in parts.states.values():
        file, path = parts.where(state.name)
        if wants_none(parts, state) and not state.may_be_empty:
            found = f"Who has nothing on the list of {state.name} cannot answer it: Done asks for a line, for ever"
            fits = "none_of_these: true, a button of its own; or may_be_empty: true on a list that is no question"
            file.miss((*path, "none_of_these"), found, fits, "Add none_of_these: true")
        for setting in SILENT:
            if getattr(state, setting) and _about_health(parts, state):
                found = f"{setting}: stands at {state.name}, so that who says nothing says no"
                fits = "An answer to every question whose answers are facts: silence is never a no"
                mend = "Use none_of_these: true instead" if state.ask == "many" else "Take it away"
                file.tell((*path, setting), found, fits, mend, key=True)


def wants_none(parts: Parts, state: State) -> bool:
    """Whether a list lacks its button for somebody to whom no line applies."""
    may_be_empty = state.may_be_empty and not _about_health(parts, state)
    return state.ask == "many" and not (state.none_of_these or may_be_empty)


def _about_health(parts: Parts, state: State) -> bool:
    facts = {fact for choice in state.choices for fact, _ in (*choice.sets, *state.asks)}
    return any(parts.tables.inputs[fact].kind in NOT_SAID for fact in facts if fact in parts.tables.inputs)

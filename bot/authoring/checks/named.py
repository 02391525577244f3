"""Other names are names of choices that exist: a name of none is never read, and whoever wrote it waits for nothing."""

from collections.abc import Sequence

from bot.authoring.checks.reach import offered
from bot.authoring.files import File, Path, nearest, one_of
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown
from bot.engine.dialog import State
from bot.engine.screen import NONE, SKIP


def check_named(parts: Parts) -> None:
    """Tell each state and each choice of `content/names.yaml` that the dialogs do not have."""
    file = parts.hearing.names_file
    if file is None or not file.whole or not parts.dialogs.whole:
        return
    named = [name.rpartition(".") for name in parts.hearing.knowledge.names]
    for state in dict.fromkeys(state for state, _, _ in named):
        if state not in parts.states:
            dialog = state.partition(".")[0]
            states = sorted(parts.states, key=lambda name: (name.partition(".")[0] != dialog, name))
            _tell(file, (state,), f"There is no state {shown(state)}", state, states)
    for state, _, choice in named:
        if state in parts.states and choice not in (known := _named(parts, parts.states[state])):
            _tell(file, (state, choice), f"{state} has no choice {shown(choice)}", choice, known)


def _named(parts: Parts, state: State) -> tuple[str, ...]:
    """What can be named on a screen, in its order: the choices of a question, the options and buttons of a page."""
    choices = [choice.id for choice in state.choices if state.may_be_empty or not choice.closes]
    extra = [NONE] * state.none_of_these + [SKIP] * state.optional
    buttons = [] if state.asks_something else [button.id for button in state.buttons]
    return (*choices, *extra, *offered(parts, state), *buttons)


def _tell(file: File, path: Path, found: str, word: str, known: Sequence[str]) -> None:
    near = nearest(word, known)
    fits = f"Known here: {one_of(known)}" if known else "Nothing can be named there"
    mend = f"Did you mean {shown(near)}?" if near else "Give it the name that the dialog has, or take it out"
    file.tell(path, found, fits, mend, grade=Grade.INFO, key=True)  # a choice may go before its names do

"""The states that the engine leads to by name must be what the engine takes them for."""

from collections.abc import Mapping

from bot.authoring.parts import Parts
from bot.engine import safety
from bot.engine.dialog import State

EMERGENCY_SCREENS = tuple(screen for screen in safety.SCREENS if screen != safety.LAST_SCREEN)

ASKS: Mapping[str, str] = {
    **dict.fromkeys(safety.REQUIRED_STATES, "nothing"),
    **dict.fromkeys(EMERGENCY_SCREENS, "one"),
    safety.LAST_SCREEN: "many",
    safety.CALLBACK_NAME: "name",
    safety.CALLBACK_CONTACT: "contact",
    safety.CALLBACK_TIME: "one",
    safety.CALLBACK_REVIEW: "many",
    safety.OFFER: "one",
    safety.SET: "scale",
    safety.CHECK_IN_FLAGS: "many",
    safety.PAIN: "scale",
}
"""What each of them asks."""

OFFERING = (safety.RESULT, safety.LIST)
"""Those that show options; at any other one they would stand in the way of what it is for."""

LEADING = (safety.START, safety.SAME_DAY)
"""Those with a button for somebody who needs help now, or gets worse."""

GUARDS = ("choices_from", "option", "questions", "only_when")
"""Settings for which the engine may lead somewhere else."""


def check_required(parts: Parts) -> None:
    """Tell what would keep the engine from showing one of its states, or from understanding the answer."""
    for name, asks in ASKS.items():
        if name in parts.states:
            _kind(parts, parts.states[name], asks)
            _guards(parts, name)
    for name in EMERGENCY_SCREENS:
        if name in parts.states:
            _answers(parts, parts.states[name])
    for name in LEADING:
        if name in parts.states:
            _leads(parts, parts.states[name])


def _leads(parts: Parts, state: State) -> None:
    """Whether one of its buttons, always shown, leads to the emergency text."""
    file, path = parts.where(state.name)
    always = (button for button in state.buttons if button.when is None)
    if not any(rule.go == safety.EMERGENCY for button in always for rule in button.next):
        found = f"No button of {state.name} leads to {safety.EMERGENCY}"
        fits = "Who needs help now, or gets worse, has a button for it"
        file.miss((*path, "buttons"), found, fits, f"Let one of them, without when:, go: {safety.EMERGENCY}")


def _kind(parts: Parts, state: State, asks: str) -> None:
    file, path = parts.where(state.name)
    if state.ask != asks:
        found = f"{state.name} {'is a page' if state.ask == 'nothing' else f'has ask: {state.ask}'}"
        fits = "The engine needs a page here, without ask:" if asks == "nothing" else f"The engine needs ask: {asks}"
        file.miss((*path, "ask"), found, fits, "Put it back")


def _guards(parts: Parts, name: str) -> None:
    file, path = parts.where(name)
    model = parts.dialogs.states[name]
    for setting in GUARDS:
        allowed = name in OFFERING and setting == "choices_from"
        if setting in model.model_fields_set and not allowed:
            found = f"{setting}: stands at {name}, so that it may not be shown"
            fits = "The engine leads patients here when there is danger, on commands, or at the end"
            file.tell((*path, setting), found, fits, "Take it away, or put it at another state", key=True)


def _answers(parts: Parts, state: State) -> None:
    """On an emergency screen every answer but "none" is an emergency."""
    file, path = parts.where(state.name)
    for i, choice in enumerate(state.choices):
        flags = any(fact == "emergency_flags" for fact, _ in choice.sets)
        if choice.id != "none" and not flags and (parts.rules_file.whole or choice.id not in safety.SCREENED_EMERGENCY):
            # The engine takes some of them for an emergency by itself; no rule and no letter to the clinic would.
            what = "sets no flag" if choice.id in safety.SCREENED_EMERGENCY else "is no emergency"
            found = f'The answer "{choice.id}" of an emergency list {what}'
            fits = "Every answer but none sets a flag, such as {sets: {emergency_flags: listed}}"
            file.tell((*path, "choices", i), found, fits, "Add the flag, or ask this elsewhere")

"""Every way from one state to another, read off the machine that talks to patients, in words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, cast

from msgspec import Struct

from bot.documents.phrases import Phrases
from bot.engine import safety
from bot.engine.dialog import BACK, Button, Rule, State
from bot.engine.library import Library
from bot.engine.machine import ANSWERED, TAKE_OVER, trigger_of

ANYWHERE = "*"
"""The source of a way that leads from every state."""

OUTSIDE = "patient"
"""The source of a way that begins with no state."""

ENTRIES: Mapping[str, str] = {
    safety.START: "a new conversation, or /delete",
    safety.CHECK_START: "[I tapped by mistake] and [I am safe], at most twice in 24 hours",
    safety.MISTAKE_LIMIT: "[I tapped by mistake] for the third time in 24 hours",
    safety.AFTER_EMERGENCY: "any other message while an emergency locks the chat",
    safety.CALLBACK: "[Call me], which /human offers once the red-flag screens are done",
    safety.NOTIFICATION: "the time of a check-in has come",
    safety.STOPPED: "/stop",
    safety.TIMEOUT: "a day without a message",
    safety.CLOSED: "the review of the content has expired",
}
"""States to which the program leads by itself, and when."""

TAKES_OVER: Mapping[str, str] = {
    "emergency": "an emergency flag, an emergency phrase, or answers that come to the tier emergency",
    "crisis": "words of self-harm",
    "same_day": "a same-day flag, or answers that come to the tier same_day",
}
"""When the program pulls each trigger of `TAKE_OVER`."""


class Way(Struct, frozen=True):
    """One way: from where, where to, what opens it, under which test, and what is done or said on it.

    `kind`: answer, button, program (the program decides) or take_over. Where `go: back` leads is worked out from the
    answers: such a way ends where it begins, as in the machine.
    """

    source: str
    target: str
    kind: str
    opens: str
    when: str = ""
    does: tuple[str, ...] = ()
    back: bool = False


def ways(library: Library, phrases: Phrases) -> tuple[Way, ...]:
    """All of them: those of the machine in the order of the states, then those of the program."""
    found = [way for state in library.states.values() for way in _of_state(library, phrases, state)]
    return (*found, *_entries(library), *take_overs(library))


def take_overs(library: Library) -> Iterator[Way]:
    """Where every state can be left for, whatever is on the screen."""
    for trigger in TAKE_OVER:
        for transition in _transitions(library, trigger, ANYWHERE):
            yield Way(ANYWHERE, transition.dest, "take_over", TAKES_OVER[trigger])


def transitions(library: Library) -> int:
    """How many transitions the machine has, one for each of the take-overs' triggers."""
    events = cast("Mapping[str, Any]", library.moves.machine.events)
    single = (name for name in events if name not in TAKE_OVER)
    return sum(len(found) for name in single for found in events[name].transitions.values()) + len(TAKE_OVER)


def _of_state(library: Library, phrases: Phrases, state: State) -> Iterator[Way]:
    for number, transition in enumerate(found := _transitions(library, ANSWERED, state.name)):
        yield _move(phrases, state, transition, _otherwise(number, len(found), "any answer"))
    for button in state.buttons:
        for number, transition in enumerate(found := _transitions(library, trigger_of(button.id), state.name)):
            yield _move(phrases, state, transition, _otherwise(number, len(found), ""), button)
    yield from _options(library, phrases, state)
    if state.questions:
        opens = "first, where a question of this card is open"
        yield Way(state.name, state.questions, "program", opens)


def _otherwise(number: int, of: int, only: str) -> str:
    """What stands for the test of a rule that has none: `only` where it is the only one."""
    return only if of == 1 else "otherwise" if number == of - 1 else ""


def label_of(state: State, button: Button) -> str:
    """The key of a button's label."""
    return button.label or f"{state.name}.buttons.{button.id}"


def _move(phrases: Phrases, state: State, transition: Any, otherwise: str, button: Button | None = None) -> Way:
    rule = cast("Rule", cast("partial[None]", transition.before[0]).args[0])
    taken = f"if {phrases.when(rule.when)}" if rule.when else otherwise
    said = [f"says {text}" for text in (rule.say, button and button.show) if text]
    if button is None:
        return Way(state.name, transition.dest, "answer", "", taken, (*map(_did, rule.do), *said), rule.go == BACK)
    shown = f"shown if {phrases.when(button.when)}" if button.when else ""
    opens, when = f"[{phrases.label(label_of(state, button))}]", "; ".join(filter(None, (shown, taken)))
    does = (*map(_did, (*button.do, *rule.do)), *said)
    return Way(state.name, transition.dest, "button", opens, when, does, rule.go == BACK)


def _did(doing: str) -> str:
    return doing.replace("_", " ")


def _transitions(library: Library, trigger: str, source: str) -> Sequence[Any]:
    events = cast("Mapping[str, Any]", library.moves.machine.events)
    if trigger not in events:
        return ()
    found = events[trigger].transitions
    return next(iter(found.values()))[:1] if source == ANYWHERE else found.get(source, ())


def _options(library: Library, phrases: Phrases, state: State) -> Iterator[Way]:
    """A button for each option, which the engine shows at the levels at which it is open."""
    if state.choices_from is None:
        return
    options = library.options_of(state.choices_from) or library.source.tables.ranked
    for option in options:
        if option in library.page_of:
            opens = f"[{phrases.value('shown', option)}]"
            yield Way(state.name, library.page_of[option], "button", opens, "at the levels offer and caution")


def _entries(library: Library) -> Iterator[Way]:
    for state, when in ENTRIES.items():
        if state in library.states:
            yield Way(OUTSIDE, state, "program", when)

"""Reads `dialogs/safety.yaml`: the properties that `heatwise verify` proves on every path."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from bot.authoring import models as m
from bot.authoring.facts import Facts
from bot.authoring.files import File, Path
from bot.authoring.scope import ONE, SET, Domain, Scope
from bot.authoring.shapes import shape
from bot.authoring.whens import Whens
from bot.engine.commands import COMMANDS
from bot.engine.conditions import Condition
from bot.engine.decisions import DRY_HEAT
from bot.engine.dialog import State

SAFETY = "dialogs/safety.yaml"

PERSON = (
    "press", "choice", "tick", "none", "done", "skip", "move", "option", "call", "asked_back", "words",
    "somebody_else", "doubt", "unknown", "typed", "old_button", "proposal", "asks", "edited", "photo",
    "emergency_and_words", "silence", "timer", "left", "public", *COMMANDS,
)  # fmt: skip
"""What a person, or time, can do."""

YES_NO = ("yes", "no")
FORM_NAMES = ("never", "whenever", "then", "before", "first", "after", "until", "always_possible")


class Statement(Struct, frozen=True):
    """One thing that must hold; which parts are there says what kind it is."""

    never: Condition | None = None
    whenever: Condition | None = None
    then: Condition | None = None
    before: Condition | None = None
    first: Condition | None = None
    after: Condition | None = None
    until: Condition | None = None
    always_possible: Condition | None = None
    proved_by: str | None = None
    within: str = "check"
    line: int = 0
    """Where it stands in the file, from 1."""


class Property(Struct, frozen=True):
    """One property: its name, what it says to people, and what must hold."""

    id: str
    says: str
    holds: tuple[Statement, ...]
    line: int = 0


Properties = tuple[Property, ...]


def read_properties(
    file: File | None, facts: Facts, states: Mapping[str, State], texts: Iterable[str], torn: bool = False
) -> Properties:
    """The properties; what does not fit is told and left out.

    `torn`: something of the project could not be read, so that a name which is not known here may have stood there.
    """
    model: m.SafetyModel | None = shape(m.SafetyModel, file) if file else None
    if file is None or model is None:
        return ()
    whens = Whens(file, observed_scope(facts, states, texts, torn))
    return tuple(
        Property(
            name,
            " ".join(entry.says.split()),
            _statements(entry, ("properties", name), whens),
            _line(file, ("properties", name)),
        )
        for name, entry in model.properties.items()
    )


def _statements(entry: m.PropertyModel, path: Path, whens: Whens) -> tuple[Statement, ...]:
    read: list[Statement] = []
    for i, each in enumerate(entry.holds):
        at = (*path, "holds", i)
        tests = {name: whens.read(getattr(each, name), (*at, name)) for name in FORM_NAMES}
        if all(tests[name] is not None for name in FORM_NAMES if getattr(each, name) is not None):
            read.append(Statement(**tests, proved_by=each.proved_by, within=each.within, line=_line(whens.file, at)))
    return tuple(read)


def _line(file: File, path: Path) -> int:
    return file.node.at(path)[0]


def observed_scope(facts: Facts, states: Mapping[str, State], texts: Iterable[str], torn: bool = False) -> Scope:
    """All that dialogs can test, and what is seen of one step."""
    seen = _observed_domains(states, sorted(texts), (*facts.options, DRY_HEAT))
    return Scope(
        facts.dialogs.inputs,
        {**facts.dialogs.results, **seen},
        facts.dialogs.states,
        facts.dialogs.vague or torn,
        facts.dialogs.lost,
    )


def _observed_domains(states: Mapping[str, State], texts: Iterable[str], options: tuple[str, ...]) -> dict[str, Domain]:
    """What a property can ask of one step, beside the answers and what they come to."""
    keys, places = tuple(texts), tuple(states)
    buttons = tuple(dict.fromkeys(_buttons(states.values(), options)))
    sets = {
        "person": PERSON, "pressed": buttons, "danger": ("emergency", "crisis", "same_day"), "says": keys,
        "says_first": keys, "asks": places, "buttons": buttons, "offers": options, "card": options,
        "card_too_soon": options, "does": ("callback", "consent", "forget"),
    }  # fmt: skip
    single = {
        "at": places, "came_from_place": places, "locked": YES_NO, "agreed": YES_NO, "notice": YES_NO, "draft": YES_NO,
        "urgency": ("same", "more", "less"), "answers": ("same", "changed"), "place": ("same", "changed"),
        "check": ("same", "new"), "check_in_waits": YES_NO, "a_day_passed": YES_NO,
        "dry_heat_closed": ("now", "before", "no"),
        "waiting_question": ("none", "doubt", "proposal", "nearest"), "sent_is_complete": YES_NO,
        "sent_answers": YES_NO,
    }  # fmt: skip
    return {name: Domain(name, SET, values) for name, values in sets.items()} | {
        name: Domain(name, ONE, values) for name, values in single.items()
    }


def _buttons(states: Iterable[State], options: Iterable[str]) -> Iterable[str]:
    yield from ("none", "done", "skip", "call_me", "yes", "no", "unsure", "other", *map(str, range(11)), *options)
    for state in states:
        yield from (choice.id for choice in state.choices)
        yield from (button.id for button in state.buttons)

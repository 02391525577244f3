"""What `expect:` can ask about, and how each value is read."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.conversations.cell import Cell
from bot.engine import safety
from bot.engine.knowledge import Knowledge
from bot.engine.library import Library
from bot.engine.named import NAMED

UNANSWERED, NONE = "unanswered", "none"
LOCKED, UNLOCKED = "locked", "unlocked"

Values = tuple[str, ...] | None
"""What an answer or a fact can be; None where that is open."""


def read(cell: Cell) -> dict[str, Any]:
    """What a script asks for; what does not fit is told and left out."""
    cells = cell.group(tuple(_READ), "expect: {tier: emergency, session: locked}")
    values = {name: _READ[name](inner) for name, inner in cells.items()}
    return {name: value for name, value in values.items() if value is not None}


def _tier(cell: Cell) -> str | None:
    return cell.one_of("tier", safety.TIERS)


def _session(cell: Cell) -> str | None:
    return cell.one_of("word for the session", (LOCKED, UNLOCKED))


def _lang(cell: Cell) -> str | None:
    return cell.one_of("language", cell.known.library.languages)


def _number(cell: Cell) -> int | None:
    value = cell.node.value
    if isinstance(value, str) and value.isdecimal():
        return int(value)
    cell.misfit("A number would fit", "1")
    return None


def _options(cell: Cell) -> list[str]:
    return _words(cell, "option", cell.known.library.source.tables.options)


def _answers(cell: Cell) -> dict[str, Any] | None:
    """By state; an empty group means that no answer is kept."""
    return _sets(cell, "state with an answer", _answerable(cell.known.library))


def _facts(cell: Cell) -> dict[str, Any] | None:
    library = cell.known.library
    results: dict[str, Values] = dict.fromkeys(library.stand(()).facts.values)
    inputs = {name: entry.values for name, entry in library.source.tables.inputs.items()}
    return _sets(cell, "fact", {**results, **inputs, **NAMED})


def _sets(cell: Cell, what: str, known: Mapping[str, Values]) -> dict[str, Any] | None:
    if not cell.is_group:
        cell.misfit("A group of names with values would fit", "{name: value}")
        return None
    sets: dict[str, Any] = {}
    for name, inner in cell.named():
        if name in known:
            sets[name] = _set(inner, known[name])
        else:
            cell.unknown(what, name, list(known), key=name)
    return sets


def _set(cell: Cell, known: Values) -> str | list[str]:
    """`unanswered`, one value, or a list; the word none stands for an empty list where it is no value itself."""
    if cell.node.value == UNANSWERED:
        return UNANSWERED
    if known is None:
        return sorted(cell.texts(NONE))
    if cell.node.value == NONE and NONE not in known:
        return []
    return sorted(_words(cell, "answer", (*known, UNANSWERED)))


def _words(cell: Cell, what: str, known: tuple[str, ...]) -> list[str]:
    cells = cell.items() if cell.is_list else (cell,)
    return [word for inner in cells if (word := inner.one_of(what, known))]


def _heard(cell: Cell) -> list[str]:
    return sorted(_words(cell, "rule of hearing", rules_of(cell.known.library.source.knowledge)))


def rules_of(knowledge: Knowledge) -> tuple[str, ...]:
    """The rules that hear danger: those of staff, and the built-in phrases by their flag."""
    return (*(rule.id for rule in knowledge.rules), *(f"{FLOOR}{flag}" for flag in safety.FLOOR))


FLOOR = "floor."


def _answerable(library: Library) -> dict[str, Values]:
    """The states with an answer, and the name under which flags that were heard stand beside them."""
    asked = [state for state in library.states.values() if state.asks_something]
    return {
        **{state.name: tuple(choice.id for choice in state.choices) or None for state in asked},
        **{state.name: ("seen",) for state in library.states.values() if state.remember},
        safety.HEARD: library.source.tables.inputs[safety.FLAG_FACTS[0]].values,
    }


_READ: Mapping[str, Callable[[Cell], Any]] = {
    "tier": _tier,
    "session": _session,
    "place": Cell.state,
    "lang": _lang,
    "answers": _answers,
    "facts": _facts,
    "options": _options,
    "callbacks": _number,
    "heard": _heard,
}

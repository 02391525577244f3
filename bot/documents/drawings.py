"""What the diagrams show: a drawing for each dialog, and one of all dialogs."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from bot.documents.phrases import Phrases
from bot.documents.ways import ANYWHERE, OUTSIDE, Way, label_of, take_overs, ways
from bot.engine import safety
from bot.engine.dialog import BACK, CAME_FROM, NOWHERE, State
from bot.engine.library import Library

WIDTH = 42
"""Characters of a line inside a box."""
OVERVIEW = "overview"
EVERY_STATE = "every_state"
UNNAMED = (ANYWHERE, OUTSIDE, EVERY_STATE)
"""Boxes that stand for no state: what they are is said in their lines."""

KINDS = {
    "nothing": "a page", "one": "takes one answer", "many": "ticks, then Done", "yes_no": "yes, no or not sure",
    "scale": "a number from 0 to 10", "text": "typed text", "name": "a typed name",
    "contact": "a phone number or e-mail",
}  # fmt: skip


class Node(Struct, frozen=True):
    """A box: its name, its kind (state, end, take_over, elsewhere or program), and groups of lines below it."""

    name: str
    kind: str
    groups: tuple[tuple[str, ...], ...] = ()
    link: str = ""
    """The dialog that has a drawing of its own."""

    @property
    def title(self) -> str:
        """What stands over its lines."""
        return "" if self.name in UNNAMED else self.name


class Edge(Struct, frozen=True):
    """An arrow with its lines; the kinds are those of ways."""

    source: str
    target: str
    kind: str
    lines: tuple[str, ...]


class Drawing(Struct, frozen=True):
    """One diagram."""

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def draw(library: Library, phrases: Phrases) -> dict[str, Drawing]:
    """The overview, then a drawing for each dialog, by name."""
    every = ways(library, phrases)
    dialogs = dict.fromkeys(map(dialog_of, library.states))
    return {
        OVERVIEW: _overview(library, tuple(dialogs), every),
        **{name: _dialog(library, phrases, name, every) for name in dialogs},
    }


def dialog_of(state: str) -> str:
    """The dialog of a state."""
    return state.partition(".")[0]


def _dialog(library: Library, phrases: Phrases, name: str, every: Iterable[Way]) -> Drawing:
    own = [state for state in library.states.values() if dialog_of(state.name) == name]
    here = {state.name for state in own}
    out = [way for way in every if way.source in here and not way.back]
    into = [way for way in every if way.source in (ANYWHERE, OUTSIDE) and way.target in here]
    elsewhere = dict.fromkeys(way.target for way in out if way.target not in here)
    nodes = [*(_state(library, phrases, state) for state in own), *map(_elsewhere, elsewhere)]
    return Drawing(name, (*nodes, *_beginnings(library, every, into)), tuple(_edges((*into, *out))))


def _state(library: Library, phrases: Phrases, state: State) -> Node:
    taken = {way.target for way in take_overs(library)}
    kind = "take_over" if state.name in taken else "end" if state.end else "state"
    groups = (_what(phrases, state), _says(phrases, state), _answers(phrases, state), _stays(phrases, state))
    return Node(state.name, kind, tuple(group for group in groups if group))


def _what(phrases: Phrases, state: State) -> tuple[str, ...]:
    lines = ["an end: the check has come to rest" if state.end else KINDS[state.ask]]
    lines += ["can be skipped"] * state.optional + ["lines asked before are left out"] * state.ask_once
    lines += [f"card of the option {state.option}: opens only at the levels offer and caution"] * bool(state.option)
    if state.only_when:
        lines.append(f"opens only if {phrases.when(state.only_when)}")
    lines.append(f"/back: {_back(state.back)}")
    return wrapped(lines)


def _back(back: str | None) -> str:
    named = {None: "the question before", CAME_FROM: "where it was opened from", NOWHERE: "stays here"}
    return named.get(back, back or "")


def _says(phrases: Phrases, state: State) -> tuple[str, ...]:
    """How its own text begins."""
    if state.name not in phrases.catalog.texts:
        return ()
    said = " ".join(phrases.catalog.text(state.name).split())
    return wrapped([f"“{textwrap.shorten(said, 2 * WIDTH, placeholder=' …')}”"])


def _answers(phrases: Phrases, state: State) -> tuple[str, ...]:
    lines = [_answer(phrases, state, choice.id, choice.sets) for choice in state.choices if state.ask != "scale"]
    return wrapped([*lines, *["• none of these"] * state.none_of_these])


def _answer(phrases: Phrases, state: State, id: str, sets: Sequence[tuple[str, str]]) -> str:
    flags = [f"{fact}: {value}" for fact, value in sets if fact.endswith("_flags")]
    return f"• {phrases.label(f'{state.name}.choices.{id}')}" + (f" → {', '.join(flags)}" if flags else "")


def _stays(phrases: Phrases, state: State) -> tuple[str, ...]:
    """The buttons that lead to no state that could be drawn."""
    return wrapped(
        [
            f"[{phrases.label(label_of(state, button))}] {what}"
            for button in state.buttons
            if (what := _what_it_does(button.say, button.do, [rule.go for rule in button.next]))
        ]
    )


def _what_it_does(say: str | None, do: Sequence[str], goes: Sequence[str]) -> str:
    if say:
        return f"says {say}"
    if not goes:
        return f"{', '.join(do).replace('_', ' ')}: the program decides where to"
    return "leads back" if BACK in goes else ""


def wrapped(lines: Iterable[str], width: int = WIDTH) -> tuple[str, ...]:
    """The lines, none of them longer than `width` unless a word is."""
    return tuple(
        part
        for line in lines
        for part in textwrap.wrap(line, width, subsequent_indent="   ", break_long_words=False, break_on_hyphens=False)
    )


def _elsewhere(state: str) -> Node:
    return Node(state, "elsewhere", (), dialog_of(state))


def _beginnings(library: Library, every: Iterable[Way], into: Sequence[Way]) -> Iterator[Node]:
    """Where the program itself begins: for this dialog, or for all of them as a reminder."""
    if any(way.source == OUTSIDE for way in into):
        yield Node(OUTSIDE, "program", (("the program leads here",),))
    if any(way.source == ANYWHERE for way in into):
        yield Node(ANYWHERE, "program", (("every state of every dialog",),))
        return
    lines = [f"→ {way.target}: {way.opens}" for way in every if way.source == ANYWHERE]
    first = next(iter(take_overs(library))).target
    yield Node(
        EVERY_STATE, "take_over", (wrapped(["From each of these states, at once:"]), wrapped(lines)), dialog_of(first)
    )


def _edges(found: Iterable[Way]) -> Iterator[Edge]:
    """One arrow for all ways of one kind between two states."""
    together: dict[tuple[str, str, str], list[str]] = {}
    for way in found:
        together.setdefault((way.source, way.target, way.kind), []).append(told(way))
    for (source, target, kind), lines in together.items():
        yield Edge(source, target, kind, wrapped(lines, 34))


def told(way: Way) -> str:
    """A way in one line: what opens it, its test, what is done."""
    does = f"({'; '.join(way.does)})" if way.does else ""
    return " ".join(filter(None, (way.opens, way.when, does)))


def _overview(library: Library, dialogs: Sequence[str], every: Iterable[Way]) -> Drawing:
    between: dict[tuple[str, str, str], list[Way]] = {}
    for way in every:
        ends = _end(way.source), dialog_of(way.target)
        if ends[0] != ends[1]:
            kind = "take_over" if way.kind == "take_over" else "program" if way.source == OUTSIDE else "answer"
            between.setdefault((*ends, kind), []).append(way)
    states = {name: [state for state in library.states if dialog_of(state) == name] for name in dialogs}
    nodes = [_box(name, states[name]) for name in _from_the_start(dialogs, between)]
    outside = [Node(OUTSIDE, "program", (("the program leads here",),)), Node(ANYWHERE, "program", (("every state",),))]
    edges = [Edge(source, target, kind, _few(found)) for (source, target, kind), found in between.items()]
    return Drawing(OVERVIEW, (*nodes, *outside), tuple(edges))


def _from_the_start(dialogs: Sequence[str], between: Iterable[tuple[str, str, str]]) -> list[str]:
    """The dialogs in the order in which a patient gets to them: the layout draws what comes later below."""
    ends = [(source, target) for source, target, _ in between]
    found = [dialog_of(safety.START)]
    for dialog in found:
        found += dict.fromkeys(end for source, end in ends if source == dialog and end not in found)
    return [*found, *(name for name in dialogs if name not in found)]


def _end(source: str) -> str:
    return source if source in (ANYWHERE, OUTSIDE) else dialog_of(source)


def _box(dialog: str, states: Sequence[str]) -> Node:
    names = ", ".join(state.partition(".")[2] for state in states)
    return Node(dialog, "state", (wrapped([names]),), dialog)


def _few(found: Sequence[Way]) -> tuple[str, ...]:
    opens = dict.fromkeys(way.opens or "answers" for way in found)
    first, rest = list(opens)[:3], len(opens) - 3
    return wrapped([*first, *([f"and {rest} more"] if rest > 0 else [])], 34)

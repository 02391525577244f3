"""A way through the dialogs, told as a conversation that anybody can read, and written as a script that replays it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.engine.effects import Reply, Turn
from bot.engine.library import Library
from bot.engine.turn import newcomer, work_out
from bot.verify.classes import NOON, at_noon
from bot.verify.deeds import Input

LONGEST = 100
"""Of a bubble so many characters are told."""


class Line(NamedTuple):
    """One line of the conversation: who says it, and what."""

    who: str
    words: str


def tell(library: Library, way: Sequence[Input]) -> list[Line]:
    """The conversation: what the person does by its label, and what the bot says, shortened."""
    lines: list[Line] = []
    for each, turn in _played(library, way):
        lines.append(Line("person", _done(each)))
        lines += [Line("bot", words) for words in _said(turn)] or [Line("bot", "(says nothing)")]
    return lines


def script(library: Library, way: Sequence[Input], name: str) -> str:
    """The same as a scripted conversation; steps that no script can write are a comment."""
    steps = [line for each, turn in _played(library, way) for line in _steps(each, turn)]
    head = [f"conversation: {_quoted(name)}", f"lang: {library.languages[0]}", "steps:"]
    return "\n".join([*head, *(f"  {step}" for step in steps)]) + "\n"


def _played(library: Library, way: Sequence[Input]) -> Iterator[tuple[Input, Turn]]:
    session = newcomer(library)
    for each in way:
        turn = Turn(session)
        for event in each.events:
            turn = work_out(library, turn.session, event, NOON + each.after)
        yield each, turn
        session = at_noon(turn.session, NOON + each.after)


def _done(each: Input) -> str:
    kinds = each.deed.kinds
    if "press" in kinds:
        return f"[{each.deed.line}]"
    if "old_button" in kinds:
        return f"(presses a button of an earlier message: {each.deed.line.removeprefix('old: ')})"
    if "silence" in kinds:
        return "(says nothing for 25 hours, then writes again)"
    if "timer" in kinds:
        return f"({each.deed.line.removeprefix('wait: ')} go by)"
    return each.deed.line


def _said(turn: Turn) -> Iterator[str]:
    for effect in turn.effects:
        if isinstance(effect, Reply):
            for bubble in effect.bubbles:
                words = " ".join(bubble.text.split())
                yield words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
            if effect.screen and effect.screen.buttons:
                yield " ".join(f"[{'x ' if button.ticked else ''}{button.label}]" for button in effect.screen.buttons)


def _steps(each: Input, turn: Turn) -> Iterator[str]:
    yield from _step(each)
    yield f"- expect: {{place: {turn.session.place}, tier: {turn.session.tier}}}"


def _step(each: Input) -> Iterator[str]:
    kinds, deed = each.deed.kinds, each.deed
    if each.after and "timer" not in kinds:
        yield f"- wait: {int(each.after.total_seconds() // 3600) + 1} hours"
    if "done" in kinds:
        *lines, done = deed.lines
        ids = ", ".join(lines)
        yield f"- select: {{lines: [{ids}], done: {done}}}" if done != "done" else f"- select: [{ids}]"
    elif "press" in kinds:
        yield f"- tap: {_quoted(next(iter(deed.pressed)))}"
    elif "timer" in kinds:
        yield f"- wait: {max(1, int(each.after.total_seconds() // 3600))} hours"
    elif "old_button" in kinds:
        yield f"# an earlier button: {deed.line.removeprefix('old: ')} (write tap_old: with the screen that had it)"
    else:
        yield f"- user: {_quoted(deed.line)}"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'

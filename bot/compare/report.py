"""How a comparison reads: in words for staff, or as JSON."""

import json
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

import msgspec

from bot.compare.change import Change, Comparison, Effect, Grade, Move, count

WIDTH = 100
MOST = 6
"""So many places are named for one reason to be moved; JSON names all."""
HEADS = {
    Grade.MILDER: "MILDER – a clinician must look at these before patients meet them",
    Grade.STRICTER: "STRICTER",
    Grade.DIFFERENT: "DIFFERENT – neither milder nor stricter by itself",
    Grade.WORDING: "WORDING ONLY",
}
SAME = "Nothing changed for patients."
ONLY_WORDS = "Nothing changed but wording."


def report(found: Comparison, old: str, new: str) -> str:
    """The whole comparison in words; `old` and `new` say what was compared."""
    return "\n".join([f"From {old} to {new}", "", *_summary(found), *_changes(found), *_moves(found.moves)])


def report_json(found: Comparison, old: str, new: str) -> str:
    """The same as JSON."""
    changes = [msgspec.to_builtins(change) for change in found.changes]
    moved = [msgspec.to_builtins(move) for move in found.moves]
    told = {
        "old": old,
        "new": new,
        "changed": found.changed,
        "combinations": found.combinations,
        "other_advice": found.other_advice,
        "changes": changes,
        "moved": moved,
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _summary(found: Comparison) -> Iterator[str]:
    if not found.changes:
        yield SAME
        return
    if not found.changed:
        yield ONLY_WORDS
    advised = found.other_advice
    if advised:
        gets = "gets" if advised == 1 else "get"
        number = count(advised, "answer combination")
        yield from _wrapped(f"{number} now {gets} different advice (of {found.combinations:,}; all were compared).", 0)
    else:
        yield f"All {found.combinations:,} answer combinations get the same advice as before."


def _changes(found: Comparison) -> Iterator[str]:
    for grade, changes in groupby(found.changes, key=lambda change: change.grade):
        yield from ("", HEADS[grade], "")
        for change in changes:
            yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    yield from _wrapped(change.title, 2)
    if change.combinations:
        yield from _wrapped(f"Different advice for {count(change.combinations, 'answer combination')}:", 4)
    for effect in change.effects:
        yield from _effect(effect)
    for line in change.lines:
        yield from _wrapped(line, 4)
    yield ""


def _effect(effect: Effect) -> Iterator[str]:
    people = count(effect.combinations, "combination")
    yield from _wrapped(f"{effect.what}: {effect.old} → {effect.new}  [{effect.grade}], {people}", 4)
    yield from _wrapped(f"for example {effect.example}", 6)


def _moves(moved: tuple[Move, ...]) -> Iterator[str]:
    if not moved:
        return
    yield from ("", "PEOPLE WHO ARE IN THE MIDDLE OF A CHAT", "")
    for (there, everyone, why), same in groupby(sorted(moved, key=_alike), key=_alike):
        names = [f"*{move.old}*" for move in same]
        rest = f" and {count(len(names) - MOST, 'more place')}" if len(names) > MOST else ""
        places = ", ".join(names[:MOST]) + rest
        who = "People" if everyone else "Some of the people"
        yield from _wrapped(f"{who} now at {places} will be moved to *{there}*, with a text that says so: {why}.", 2)


def _wrapped(text: str, indent: int) -> list[str]:
    own = indent + len(text) - len(text.lstrip())
    return wrap(
        text.strip(), WIDTH, initial_indent=" " * own, subsequent_indent=" " * (own + 2), break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _alike(move: Move) -> tuple[str, bool, str]:
    return move.new, move.everyone, move.why

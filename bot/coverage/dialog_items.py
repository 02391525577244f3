"""What the dialogs have: states, the ways from each, the answers of each, and the words of each language."""

from collections.abc import Iterator
from dataclasses import replace

from bot.authoring.files import File, Path
from bot.authoring.parts import Parts
from bot.coverage.item import ANSWERS, LANGUAGES, STATES, TRANSITIONS, Item, Key
from bot.coverage.lenders import lender
from bot.coverage.never import never_taken
from bot.engine.dialog import Button, Rule, State
from bot.engine.machine import ANSWERED, trigger_of
from bot.engine.screen import DONE, NONE, SKIP

STAYS = "stays"
"""Stands for the rule of a button that says something and leads nowhere."""


def way(state: str, trigger: str, rule: str) -> Key:
    """The key of one way on; `rule` is its number among those of the trigger, or `stays`."""
    return TRANSITIONS, state, trigger, rule


def dialog_items(parts: Parts) -> Iterator[Item]:
    """All of it, state by state."""
    for state in parts.states.values():
        file, path = parts.where(state.name)
        mend = f"Lead a conversation there: - start_at: {state.name}"
        yield _item((STATES, state.name), file, path, f"{state.name} was never shown", mend)
        yield from _answered(parts, state, file, path)
        for button in state.buttons:
            yield from _pressed(parts, state, button)
        yield from _answers(state, file, path)
        yield from _languages(parts, state)


def _item(key: Key, file: File, path: Path, what: str, mend: str) -> Item:
    return Item(key, file.name, file.node.key_at(path)[0], what, mend)


def _answered(parts: Parts, state: State, file: File, path: Path) -> Iterator[Item]:
    never = never_taken(parts, state)
    for number, rule in enumerate(state.next):
        what = f"after {state.name}, the way on to {_told(rule)} was never taken"
        mend = _how(rule, f"Answer {state.name}")
        found = _item(way(state.name, ANSWERED, str(number)), file, (*path, "next", number), what, mend)
        yield replace(found, measured=number not in never)


def _told(rule: Rule) -> str:
    return "the screen before" if rule.go == "back" else rule.go


def _how(rule: Rule, act: str) -> str:
    return f"{act} where its when: holds and none above it does" if rule.when else act


def _pressed(parts: Parts, state: State, button: Button) -> Iterator[Item]:
    file, path = parts.where(lender(parts, state.name))
    at, trigger, mend = (*path, "buttons", button.id), trigger_of(button.id), f"At {state.name}: - tap: {button.id}"
    for number, rule in enumerate(button.next):
        key, below = way(state.name, trigger, str(number)), (*at, "next", number) if rule.when else at
        what = f"at {state.name}, the button {button.id} never led to {_told(rule)}"
        yield _item(key, file, below, what, _how(rule, mend))
    if not button.next:
        what = f"at {state.name}, the button {button.id} was never pressed"
        yield _item(way(state.name, trigger, STAYS), file, at, what, mend)


def _answers(state: State, file: File, path: Path) -> Iterator[Item]:
    """The answers that can be chosen; of a scale not each number, for tests alone tell them apart."""
    for id, place in _choices(state, path).items():
        what, mend = f"{state.name} was never answered with {id}", f"At {state.name}: - tap: {id}"
        if state.ask == "many" and id != NONE and place[-2] == "choices":
            mend = f"At {state.name}: - select: [{id}]"
        yield _item((ANSWERS, state.name, id), file, place, what, mend)


def _choices(state: State, path: Path) -> dict[str, Path]:
    places: dict[str, Path] = {}
    for setting, closes in (("choices", False), ("done", True)) if state.ask != "scale" else ():
        ids = [choice.id for choice in state.choices if choice.closes is closes]
        places |= {id: (*path, setting, number) for number, id in enumerate(ids) if id != DONE}
    places |= {NONE: (*path, "none_of_these")} if state.none_of_these else {}
    places |= {SKIP: (*path, "optional")} if state.optional else {}
    return places


def _languages(parts: Parts, state: State) -> Iterator[Item]:
    dialog, _, name = state.name.partition(".")
    for lang, words in parts.words.items():
        if dialog in words.files:
            what = f"{state.name} was never shown in {lang}"
            mend = f"Lead a conversation with lang: {lang} there"
            yield _item((LANGUAGES, lang, state.name), words.files[dialog], (name,), what, mend)

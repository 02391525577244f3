"""Whether a conversation stumbled over words alone, and which new words then stand in the place of the old ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from bot.conversations import steps as s
from bot.conversations.chat import DRAFT, words_of
from bot.conversations.expected import DANGER
from bot.conversations.presses import named
from bot.conversations.stage import Stage
from bot.engine.catalog import PLACEHOLDER
from bot.engine.effects import Bubble, Button
from bot.engine.screen import plain_words

ALIKE, ALIKE_IN_DANGER = 0.5, 0.65
"""Words that are less alike than this (difflib's ratio, 0 to 1) are other words, not words that were changed."""

AHEAD = 0.2
"""The label that is meant is more alike than every other label on the screen, by this at least."""

SHORT = 3
"""Parts of an id with no more letters than this are told by whole words alone."""

_SENTENCES = re.compile(r"\n|(?<=\D[.?!]) ")
_NUMBER = re.compile(r"\d+")
_NOT = re.compile(r"\b(?:not|no|never|nor|cannot|without|nunca|ni|sin|jamás)\b|n[’']t\b", re.IGNORECASE)
"""Numbers and words that turn a sentence round: where they differ, it is another statement."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a step that are said otherwise now: under which name of the step they stand (or "")."""

    where: s.Where
    field: str
    old: str
    new: str
    danger: bool
    """They belong to a screen on which a wrong word can harm."""


def reworded_act(stage: Stage, act: s.Step) -> tuple[s.Step, list[Change]] | None:
    """The same press with the labels of today, where each old label is near to exactly one of them."""
    buttons = stage.screen.buttons if stage.screen else ()
    match act:
        case s.Tap(where, name):
            new = _tapped(stage, buttons, name)
            return _changed(stage, act, where, [("", name, new)], s.Tap(where, new)) if new else None
        case s.Tick(where, lines) | s.Select(where, lines):
            return _listed(stage, act, where, lines, buttons)
        case s.TapOld(where, state, name):
            old = [screen for screen in stage.seen if screen.state == state]
            new = _label(stage, old[-1].buttons, name) if old else None
            return _changed(stage, act, where, [("choice", name, new)], s.TapOld(where, state, new)) if new else None
        case _:
            return None


def _listed(
    stage: Stage, act: s.Tick | s.Select, where: s.Where, lines: Sequence[str], buttons: Sequence[Button]
) -> tuple[s.Step, list[Change]] | None:
    ticks = [button for button in buttons if button.kind == "tick"]
    closing = [button for button in buttons if button.kind == "done"]
    news = [_label(stage, ticks, name) for name in lines]
    done = act.done if isinstance(act, s.Select) else None
    new_done = _label(stage, closing, done) if done else None
    if None in news or (done and not new_done) or len(set(news)) < len(news):
        return None
    kept = tuple(new for new in news if new)
    pairs = [("lines" if done else "", old, new) for old, new in zip(lines, kept, strict=True)]
    step = replace(act, lines=kept) if isinstance(act, s.Tick) else s.Select(where, kept, new_done)
    return _changed(stage, act, where, [*pairs, ("done", done or "", new_done or "")], step)


def _label(stage: Stage, buttons: Sequence[Button], name: str) -> str | None:
    """The label where it still stands, else that of the button whose id it names, else the one that is near."""
    filled = stage.fill(name)
    if named(buttons, filled):
        return name
    meant = _meant_by_id(buttons, filled) or _ahead(buttons, filled)
    return meant.label if meant and _still(meant, filled) else None


def _tapped(stage: Stage, buttons: Sequence[Button], name: str) -> str | None:
    """A label of any kind of button; of a list, a tap names its lines last."""
    others = [button for button in buttons if button.kind != "tick"]
    found = named(buttons, stage.fill(name))
    return name if found else _label(stage, others, name) or _label(stage, buttons, name)


def _ahead(buttons: Sequence[Button], label: str) -> Button | None:
    """The one button whose label is far more alike than the others, or which alone begins with these words."""
    begun = [button for button in buttons if button.label.casefold().startswith(label.casefold())]
    if len(begun) == 1:
        return begun[0]
    ranked = sorted(buttons, key=lambda button: _alike(label, button.label), reverse=True)
    likes = [_alike(label, button.label) for button in ranked]
    return ranked[0] if likes and likes[0] - max(likes[1:], default=0) >= AHEAD else None


def _still(button: Button, old: str) -> bool:
    """Whether a button can have been called so."""
    return _names(button.id, old) or (_near(old, button.label) and _same_sense(old, button.label))


def _meant_by_id(buttons: Sequence[Button], label: str) -> Button | None:
    """The one button whose id, which does not change with its words, is in the old label: `none`, "None of these"."""
    found = [button for button in buttons if _names(button.id, label)]
    return found[0] if len(found) == 1 else None


def _names(id: str, label: str) -> bool:
    """Whether each part of the id is a word of the label, or begins one: but "no" does not mean "none"."""
    words = plain_words(label).split()
    return all(
        any(word == part or (len(part) > SHORT and word.startswith(part)) for word in words) for part in id.split("_")
    )


def _changed(
    stage: Stage, act: s.Step, where: s.Where, pairs: Sequence[tuple[str, str, str]], step: s.Step
) -> tuple[s.Step, list[Change]] | None:
    danger = stage.session.place in DANGER
    changes = [Change(where, field, old, new, danger) for field, old, new in pairs if old != new]
    return (step, changes) if step != act else None


def reworded_bots(stage: Stage, bots: Sequence[s.Bot]) -> tuple[list[s.Bot], list[Change]]:
    """The same lines with the words of today where they are near; what is not near stays, and fails as before."""
    changes: list[Change] = []
    taken = [part for bot in bots for part in bot.says if _said(stage, part)]
    told: list[s.Bot] = []
    for bot in bots:
        says = [_part(stage, part, taken) for part in bot.says]
        labels = _labels(stage, bot.buttons)
        pairs = [("says", old, new) for old, new in zip(bot.says, says, strict=True)]
        pairs += [("buttons", old, new) for old, new in zip(bot.buttons or (), labels or (), strict=True)]
        danger = stage.session.place in DANGER
        changes += [Change(bot.where, field, old, new, danger) for field, old, new in pairs if old != new]
        told.append(replace(bot, says=tuple(says), buttons=labels))
    return told, changes


def _labels(stage: Stage, names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The labels on the screen, if there are as many, each in its place and near to what it was."""
    buttons = stage.last.screen.buttons if stage.last.screen else ()
    if names is None or len(names) != len(buttons):
        return names
    pairs = list(zip(names, buttons, strict=True))
    news = [name if stage.fill(name) in (b.label, b.id) else b.label for name, b in pairs]
    changed = [(stage.fill(old), b) for old, new, b in zip(names, news, buttons, strict=True) if old != new]
    standing = {button.label for button in buttons} | {button.id for button in buttons}
    moved = any(old in standing for old, _ in changed)
    return tuple(news) if not moved and all(_still(button, old) for old, button in changed) else names


def _near(old: str, new: str) -> bool:
    return new.casefold().startswith(old.casefold()) or _alike(old, new) >= ALIKE


def _part(stage: Stage, part: str, taken: list[str]) -> str:
    """The words of today for a part of a text, with its placeholders put back; a sentence for a sentence."""
    if _said(stage, part):
        return part
    filled, least = stage.fill(part), ALIKE_IN_DANGER if stage.session.place in DANGER else ALIKE
    whole = filled.endswith((".", "?", "!"))
    candidates = [
        window
        for bubble in _bubbles(stage)
        for sentence in _SENTENCES.split(words_of(bubble))
        for free in _without(sentence, [stage.fill(other) for other in taken])
        for window in ([free.strip()] if whole else _windows(free, len(filled.split())))
    ]
    best = max(candidates, key=lambda window: _alike(filled, window) - _longer(filled, window), default="")
    if _alike(filled, best) < least or not _same_sense(filled, best):
        return part
    taken.append(best)
    return _with_placeholders(stage, part, best) or part


def _with_placeholders(stage: Stage, old: str, new: str) -> str | None:
    """None where a value that the old words named is not in the new ones."""
    for name in PLACEHOLDER.findall(old):
        value = stage.fill("{" + name + "}")
        if value not in new:
            return None
        new = new.replace(value, "{" + name + "}", 1)
    return new


def _without(sentence: str, taken: Sequence[str]) -> list[str]:
    """What is left of a sentence where the words that other lines have named are cut out."""
    parts = [sentence]
    for words in taken:
        parts = [part for each in parts for part in each.split(words)]
    return [part for part in parts if part.strip()]


def _windows(sentence: str, length: int) -> Iterator[str]:
    """Runs of words of about this length."""
    words = sentence.split()
    for size in range(max(1, length - 3), length + 4):
        for begin in range(max(1, len(words) - size + 1)):
            yield " ".join(words[begin : begin + size])


def _said(stage: Stage, part: str) -> bool:
    words = " ".join(stage.fill(part).split())
    return any(words in " ".join(words_of(bubble).split()) for bubble in _bubbles(stage))


def _bubbles(stage: Stage) -> list[Bubble]:
    return [bubble for bubble in stage.last.bubbles if bubble.key != DRAFT]


def _alike(old: str, new: str) -> float:
    return SequenceMatcher(None, old.casefold(), new.casefold(), autojunk=False).ratio()


def _longer(old: str, new: str) -> float:
    """A little for each word more or less: of two runs that are as alike, the one of the same length is meant."""
    return 0.05 * abs(len(old.split()) - len(new.split()))


def _same_sense(old: str, new: str) -> bool:
    """Whether numbers and words such as "not" and "never" are the same."""
    return _sense(old) == _sense(new)


def _sense(text: str) -> tuple[list[str], int]:
    return sorted(_NUMBER.findall(text)), len(_NOT.findall(text))

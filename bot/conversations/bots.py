"""Holds what the bot said in a turn against the `bot` lines of the script."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.authoring.problems import nearest, shown
from bot.conversations.chat import DRAFT, snippet, words_of
from bot.conversations.mismatch import Mismatch
from bot.conversations.stage import Stage
from bot.conversations.steps import Bot
from bot.conversations.yaml_words import flow, line
from bot.engine.effects import Bubble
from bot.engine.library import Library

Difference = tuple[str, str]

TELLING = 4
"""So many words tell one text from another."""

_SENTENCES = re.compile(r"\n|(?<=[.?!]) ")


def check(stage: Stage, bots: Sequence[Bot]) -> None:
    """Compare the last turn with these lines, which together describe it. Raises Mismatch."""
    if not stage.last.bubbles:
        mend = line("expect", {"place": stage.session.place})
        raise Mismatch(("the bot to say something", "silence"), mend=mend)
    heard = _Heard(stage, bots)
    wrong = list(heard.other_state()) or [*heard.missing(), *heard.other_buttons(), *heard.unexpected()]
    if wrong:
        raise Mismatch(*wrong, mend=line("bot", heard.as_it_was()))


def blamed(stage: Stage, bots: Sequence[Bot]) -> tuple[Bot, ...]:
    """Of the lines that describe the last turn those that one file can put right.

    An included file may begin the description and another one go on with it: lines that do not even hold alone are to
    be changed where they stand, and otherwise the last ones, which name what the others leave out.
    """
    groups = [tuple(lines) for _, lines in groupby(bots, key=lambda bot: bot.where.file)]
    return next((lines for lines in groups[:-1] if _Heard(stage, lines).is_wrong()), groups[-1])


def belongs(library: Library, key: str, state: str) -> bool:
    """Whether a bubble is said by this state: its own texts, what else its message shows, cautions on a card."""
    base = _base(key)
    found = library.states[state]
    shows = {says.text for says in found.shows}
    caution = found.option is not None and base.startswith("caution.")
    return caution or base in shows or base == state or base.startswith(f"{state}.")


def _base(key: str) -> str:
    return key.partition("/")[0]


class _Heard:
    """One turn, and the lines that describe it put together."""

    def __init__(self, stage: Stage, bots: Sequence[Bot]) -> None:
        self.stage = stage
        self.bubbles = stage.last.bubbles
        self.bots = bots
        self.says = [says for bot in bots for says in bot.says]
        self.not_says = [says for bot in bots for says in bot.not_says]
        self.keys = [key for bot in bots for key in bot.says_key]
        self.states = [bot.state for bot in bots if bot.state]

    # What differs

    def is_wrong(self) -> bool:
        """Whether one of these lines does not hold, whatever others name besides."""
        return any((*self.other_state(), *self.missing(), *self.other_buttons()))

    def other_state(self) -> Iterator[Difference]:
        place = self.stage.session.place
        return ((f"state {state}", f"state {place}") for state in self.states if state != place)

    def missing(self) -> Iterator[Difference]:
        for says in self.says:
            if not self._saying(says):
                near = self._nearest(says)
                yield f"says {shown(says, 90)}", f"nearest is {shown(near, 90)}" if near else "nothing like it"
        for key in self.keys:
            if not self._keyed(key):
                yield f"says_key {key}", f"the keys {flow(self._keys_said())}"
        for says in self.not_says:
            for bubble in self._saying(says)[:1]:
                yield f"not_says {shown(says, 90)}", f"{shown(snippet(bubble.text), 90)} ({bubble.key})"

    def other_buttons(self) -> Iterator[Difference]:
        screen = self.stage.last.screen
        buttons = screen.buttons if screen else ()
        for named in (bot.buttons for bot in self.bots if bot.buttons is not None):
            filled = [self.stage.fill(name) for name in named]
            pairs = zip(filled, buttons, strict=False)
            if len(filled) != len(buttons) or not all(name in (b.label, b.id) for name, b in pairs):
                yield f"buttons {flow(filled)}", f"buttons {flow([button.label for button in buttons])}"

    def unexpected(self) -> Iterator[Difference]:
        for bubble in self._unmatched(self.says, self.keys, self.states):
            yield "nothing else to be said", f"{shown(snippet(bubble.text), 90)} ({bubble.key})"

    # What matches

    def _saying(self, says: str) -> list[Bubble]:
        words = _plain(self.stage.fill(says))
        return [bubble for bubble in self.bubbles if words in _plain(words_of(bubble))]

    def _keyed(self, key: str) -> list[Bubble]:
        return [bubble for bubble in self.bubbles if key in (bubble.key, _base(bubble.key))]

    def _unmatched(self, says: Sequence[str], keys: Sequence[str], states: Sequence[str]) -> list[Bubble]:
        named = {b.key for part in says for b in self._saying(part)} | {b.key for key in keys for b in self._keyed(key)}
        return [
            bubble
            for bubble in self.bubbles
            if bubble.key != DRAFT
            and bubble.key not in named
            and not any(belongs(self.stage.library, bubble.key, state) for state in states)
        ]

    def _nearest(self, says: str) -> str | None:
        sentences = [part for bubble in self.bubbles for part in _SENTENCES.split(words_of(bubble))]
        return nearest(self.stage.fill(says), sentences)

    def _keys_said(self) -> list[str]:
        return list(dict.fromkeys(_base(bubble.key) for bubble in self.bubbles if bubble.key != DRAFT))

    # The mend

    def as_it_was(self) -> dict[str, object]:
        """The one line that describes the turn: what held of the script is kept, the rest is put right."""
        place, screen = self.stage.session.place, self.stage.last.screen
        mended = [part if self._saying(part) else self._nearest(part) for part in self.says]
        says = [part for part in mended if part] or self._first_words()
        keys = [key for key in self.keys if self._keyed(key)]
        keys += [_base(bubble.key) for bubble in self._unmatched(says, keys, [place])]
        buttons = [button.label for button in screen.buttons] if screen else []
        asked = any(bot.buttons is not None for bot in self.bots)
        parts = {
            "says": _single(says),
            "says_key": _single(list(dict.fromkeys(keys))),
            "not_says": _single([part for part in self.not_says if not self._saying(part)]),
        }
        named = {name: value for name, value in parts.items() if value}
        return {"state": place, **named, **({"buttons": buttons} if asked else {})}

    def _first_words(self) -> list[str]:
        """Where the script asked for words and nothing like any of them was said."""
        place = self.stage.session.place
        own = [bubble for bubble in self.bubbles if belongs(self.stage.library, bubble.key, place)]
        return [_telling((own or self.bubbles)[0].text)] if self.says else []


def _telling(text: str) -> str:
    """A sentence that says what this text is about: the first of some length, and no "Hi."."""
    sentences = _SENTENCES.split(text)
    return next((part for part in sentences if len(part.split()) >= TELLING), max(sentences, key=len))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _single(parts: list[str]) -> str | list[str]:
    return parts[0] if len(parts) == 1 else parts

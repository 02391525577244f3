"""Answers to questions with choices: what the words name, looked at from every side until one fits."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from bot.engine.screen import NONE
from bot.understanding.meant import NO_ANSWER, Answer
from bot.understanding.picking import Picked, exception, means_all, means_both, means_none, pick
from bot.understanding.question import Question, without_commas
from bot.understanding.replies import CLARIFY, NO, UNSURE, YES, reply
from bot.understanding.times import time_of_day


class _Typed(NamedTuple):
    """An answer to a question with choices while it is looked at from every side."""

    question: Question
    text: str
    words: tuple[str, ...]
    said: str
    replied: str | None
    picked: Picked

    @property
    def real(self) -> list[str]:
        """The choices without "none of these"."""
        return [option.id for option in self.question.options if option.id != NONE]


_Look = Callable[[_Typed], Answer | None]


def _first(looks: Iterable[_Look], question: Question, text: str, words: tuple[str, ...]) -> Answer:
    said = without_commas(words)
    typed = _Typed(question, text, words, said, reply(said), pick(question, words))
    return next((found for look in looks if (found := look(typed))), NO_ANSWER)


def _time(typed: _Typed) -> Answer | None:
    part = time_of_day(typed.text) if typed.question.has("morning") else None
    return _chosen([part]) if part else None


def _both_of_one(typed: _Typed) -> Answer | None:
    return _chosen(["both"]) if typed.question.has("both") and means_both(typed.said) else None


def _one_picked(typed: _Typed) -> Answer | None:
    if len(typed.picked.ids) != 1:
        return None
    return _chosen(list(typed.picked.ids), typed.picked.confirm or typed.replied == UNSURE)


def _other_kind(typed: _Typed) -> Answer | None:
    """ "Not the dry one, the other", and two kinds of heat named together."""
    if {"dry", "moist"} <= set(typed.picked.ids):
        return _chosen(["both"], confirm=True)
    kinds = [kind for kind in ("dry", "moist") if kind in typed.picked.not_these]
    if len(kinds) != 1 or not _OTHER.search(typed.said):
        return None
    return _chosen(["moist" if kinds == ["dry"] else "dry"], confirm=True)


_OTHER = re.compile(r"\b(?:other|otro|otra)\b")


def _too_many(typed: _Typed) -> Answer | None:
    return Answer(CLARIFY) if len(typed.picked.ids) > 1 or means_both(typed.said) else None


def _not_sure(typed: _Typed) -> Answer | None:
    return Answer(UNSURE) if typed.replied == UNSURE else None


def _none_of_one(typed: _Typed) -> Answer | None:
    short_no = typed.replied == NO and len(typed.words) <= 3
    return _chosen([NONE]) if typed.question.has(NONE) and (means_none(typed.said) or short_no) else None


def _other_reply(typed: _Typed) -> Answer | None:
    if not typed.question.options or typed.replied is None:
        return None
    return Answer(NO if typed.replied == NO else CLARIFY)


def _every_one(typed: _Typed) -> Answer | None:
    is_all = len(typed.words) <= 4 and typed.replied != NO and means_all(typed.said) and not means_none(typed.said)
    return Answer(YES) if is_all else None


def _none_of_screen(typed: _Typed) -> Answer | None:
    is_none = typed.picked.ids == (NONE,) or (len(typed.words) <= 5 and means_none(typed.said))
    return _chosen([NONE]) if is_none else None


def _replied(typed: _Typed) -> Answer | None:
    return Answer(typed.replied) if typed.replied else None


def _except_some(typed: _Typed) -> Answer | None:
    return _excepted(typed.question, typed.said, typed.real)


def _both_of_many(typed: _Typed) -> Answer | None:
    if not means_both(typed.said) or len(typed.words) > 3 or _COUNTED.search(typed.said):
        return None
    return _chosen(typed.real) if len(typed.real) == 2 else Answer(CLARIFY)


_COUNTED = re.compile(r"\b(?:first|last|top|primer|ultim)")


def _some_picked(typed: _Typed) -> Answer | None:
    if not typed.picked.ids or (typed.picked.ids == (NONE,) and len(typed.words) > 6):
        return None
    return _chosen([id for id in typed.picked.ids if id != NONE] or [NONE], typed.picked.confirm)


def _all_of_many(typed: _Typed) -> Answer | None:
    is_all = len(typed.words) <= 6 and typed.replied != NO and means_all(typed.said) and not means_none(typed.said)
    return _chosen(typed.real) if is_all else None


def _none_of_many(typed: _Typed) -> Answer | None:
    is_none = typed.replied == NO or (means_none(typed.said) and not typed.picked.denied)
    return _chosen([NONE]) if is_none and typed.question.has(NONE) and len(typed.words) <= 8 else None


def _yes_of_many(typed: _Typed) -> Answer | None:
    return Answer(CLARIFY) if typed.replied in (YES, CLARIFY) else None


_ONE: tuple[_Look, ...] = (
    _both_of_one, _time, _one_picked, _other_kind, _too_many, _not_sure, _none_of_one, _other_reply,
)  # fmt: skip
_SCREENING: tuple[_Look, ...] = (_every_one, _none_of_screen, _replied, _one_picked)
_MANY: tuple[_Look, ...] = (
    _except_some, _both_of_many, _some_picked, _all_of_many, _not_sure, _none_of_many, _yes_of_many,
)  # fmt: skip


def one(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    """One choice; a screening question has none, some and not sure."""
    return _first(_SCREENING if question.has("some") else _ONE, question, text, words)


def many(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    """Any choices of a list."""
    return _first(_MANY, question, text, words)


def _excepted(question: Question, said: str, real: list[str]) -> Answer | None:
    """ "Everything but the redness", "nothing except number 4"."""
    parts = exception(said)
    named = pick(question, tuple(parts[1].split())).ids if parts else ()
    if not parts or not named or len(parts[0].split()) > 4:
        return None
    if means_none(parts[0]):
        return _chosen(list(named), confirm=True)
    return _chosen([id for id in real if id not in named], confirm=True) if means_all(parts[0]) else None


def _chosen(ids: list[str], confirm: bool = False) -> Answer:
    return Answer(UNSURE, confirm) if ids == [UNSURE] else Answer({"choices": ids}, confirm)

"""Answers to questions with choices: what the words name, looked at from every side until one fits."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from bot.engine.screen import NONE
from bot.understanding.ages import with_age
from bot.understanding.counting import all_of
from bot.understanding.denying import AND_THEN, all_deny
from bot.understanding.meant import NO_ANSWER, Answer
from bot.understanding.others import READ, left_by_exception, names_all_alone, refused_of_the_rest
from bot.understanding.picking import Picked, means_all, means_both, means_none, pick
from bot.understanding.question import Question, with_commas, without_commas
from bot.understanding.replies import CLARIFY, NO, UNSURE, YES, reply
from bot.understanding.times import time_of_day
from bot.understanding.whole_list import denies_whole_list

FEW = 8
"""Words up to which "none" and "nothing" speak of the whole list."""


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
    picked = with_age(question, words, pick(question, words))
    typed = _Typed(question, text, words, without_commas(words), reply(with_commas(words)), picked)
    return next((found for look in looks if (found := look(typed))), NO_ANSWER)


# One choice


def _unsure_which(typed: _Typed) -> Answer | None:
    """ "I could not tell whether it was dry or moist" names both and picks neither."""
    return Answer(UNSURE) if typed.question.has(UNSURE) and _WHICH.search(typed.said) else None


_WHICH = re.compile(
    r"\b(?:no idea|(?:could|can|do) not (?:say|tell|know)|cannot (?:say|tell)|not (?:real |quite |too )?sure|"
    r"unsure|couldnt (?:say|tell)(?: you)?|cant (?:say|tell|remember)|"
    r"dont (?:know|"
    r"remember|recall)|dunno|idk|no clue|no se|no sabria(?: decir(?:le)?)?|ni idea(?: de)?|no tengo idea(?: de)?|"
    r"no me fije|"
    r"quien sabe|no supe|no recuerdo|no me acuerdo|nunca supe|never (?:knew|noticed|checked)) "
    r"(?:if|whether|which|what|what kind|si|cual|que tipo|de que|que clase|de cual)\b"
)


def _time(typed: _Typed) -> Answer | None:
    part = time_of_day(typed.text) if typed.question.has("morning") else None
    named = set(typed.picked.ids) & {"morning", "afternoon"}
    if part and len(named) == 1 and part not in named and not _HALF_DAY.search(typed.said):
        return _chosen(sorted(named), confirm=True)  # "I am up at six, so early"
    return _chosen([part]) if part else None


_HALF_DAY = re.compile(r"\d ?(?:am|pm)\b")


def _both_of_one(typed: _Typed) -> Answer | None:
    if not typed.question.has("both") or not means_both(typed.said) or _NOT_EITHER.search(typed.said):
        return None
    return _chosen(["both"], confirm=typed.replied == NO or len(typed.words) > FEW)


_NOT_EITHER = re.compile(
    r"\b(?:not|never|no|nunca|\w{2,6}nt|cannot) (?:\w+ ){0,3}(?:either|ambos|ambas|(?:los|las) dos|any of the two)\b"
)


def _neither_of_one(typed: _Typed) -> Answer | None:
    """ "Haven't used either"."""
    return _chosen([NONE]) if typed.question.has(NONE) and _NOT_EITHER.search(typed.said) else None


def _one_picked(typed: _Typed) -> Answer | None:
    if len(typed.picked.ids) != 1:
        return None
    id = typed.picked.ids[0]
    against = (id == NONE) == (typed.replied == YES) and typed.replied in (YES, NO) and typed.question.has(NONE)
    return _chosen([id], typed.picked.confirm or against or typed.replied in (UNSURE, CLARIFY))


def _other_kind(typed: _Typed) -> Answer | None:
    """ "Not the dry one, the other", and two kinds of heat named together."""
    if len({"dry", "moist", "both"}.intersection(typed.picked.ids)) > 1:
        return _chosen(["both"], confirm=True)
    return _the_other(typed, ("dry", "moist")) or _the_other(typed, ("morning", "afternoon"))


def _the_other(typed: _Typed, pair: tuple[str, str]) -> Answer | None:
    """The one of two that is left when the other is refused; where both could be, only "the other" says so."""
    denied = [id for id in pair if id in typed.picked.not_these]
    if len(denied) != 1 or not typed.question.has(pair[0]):
        return None
    if typed.question.has("both") and not _OTHER.search(typed.said):
        return None
    return _chosen([pair[1] if denied == [pair[0]] else pair[0]], confirm=True)


_OTHER = re.compile(
    r"\b(?:other|otro|otra|anything but|everything but|all but|(?:todo|cualquiera|cualquier cosa) menos)\b"
)


_NARROWER: Mapping[frozenset[str], str] = {
    frozenset(("any_time", "morning", "afternoon")): "any_time",
    frozenset(("any_time", "morning")): "morning", frozenset(("any_time", "afternoon")): "afternoon",
    frozenset(("normal", "fades")): "fades",
}  # fmt: skip
"""Which of two choices is meant where both are named: "any time before noon", "pink, then back to normal"."""


def _narrower(typed: _Typed) -> Answer | None:
    found = _NARROWER.get(frozenset(typed.picked.ids))
    return _chosen([found], confirm=True) if found and typed.question.has(found) else None


def _too_many(typed: _Typed) -> Answer | None:
    return Answer(CLARIFY) if len(typed.picked.ids) > 1 or means_both(typed.said) else None


def _not_sure(typed: _Typed) -> Answer | None:
    return Answer(UNSURE) if typed.replied == UNSURE else None


def _none_of_one(typed: _Typed) -> Answer | None:
    short_no = typed.replied == NO and len(typed.words) <= 3
    is_none = typed.question.has(NONE) and not typed.picked.denied and (means_none(typed.said) or short_no)
    return _chosen([NONE], confirm=len(typed.words) > FEW) if is_none else None


def _other_reply(typed: _Typed) -> Answer | None:
    if not typed.question.options or typed.replied is None:
        return None
    refusable = typed.question.has(NO) or (typed.question.has(NONE) and _begins_bare(typed.words))
    return Answer(NO if typed.replied == NO and refusable else CLARIFY)


def _begins_bare(words: tuple[str, ...]) -> bool:
    """Whether the message begins with its reply: "no, I never did", not "it came by mail, no label on it"."""
    return reply(with_commas(words).split(" , ")[0]) == NO


# A list of dangers that has none, some and not sure


def _every_one(typed: _Typed) -> Answer | None:
    is_all = len(typed.words) <= 4 and typed.replied != NO and means_all(typed.said) and not means_none(typed.said)
    return Answer(YES) if is_all and not denies_whole_list(typed.said) else None


_FEWER, _TOLD = 5, 14
"""Words up to which "none" answers a list of dangers, whatever is said, and where nothing speaks against it."""
_TURNS = re.compile(
    r"\b(?:but|except|although|though|however|pero|excepto|salvo|aunque|menos|my|mi|mis|feel|siento|work|respond\w*)\b"
)


def _none_of_list(typed: _Typed) -> Answer | None:
    """ "Neither of us could find me in there": said of the whole list, however much is told beside it."""
    return _chosen([NONE], confirm=True) if typed.question.has(NONE) and denies_whole_list(typed.said) else None


def _none_of_screen(typed: _Typed) -> Answer | None:
    is_none = typed.picked.ids == (NONE,) or (len(typed.words) <= _TOLD and means_none(typed.said))
    if is_none and len(typed.words) > _FEWER and (_TURNS.search(typed.said) or typed.picked.ids not in ((), (NONE,))):
        return None
    return _chosen([NONE]) if is_none and typed.replied not in (UNSURE, YES) else None


def _replied(typed: _Typed) -> Answer | None:
    if typed.said in _GOES_ON:
        return None
    return Answer(typed.replied) if typed.replied else None


_GOES_ON = frozenset(("aja", "aja siga", "aja aja", "uh huh go on", "mhm go on"))
"""What only says that one listens."""

# Several choices


def _except_some(typed: _Typed) -> Answer | None:
    left = left_by_exception(typed.question, typed.said, typed.real)
    return left if left is None else _chosen(left, confirm=True) if left else Answer(CLARIFY)


def _the_rest(typed: _Typed) -> Answer | None:
    """ "Not the first two, the others"."""
    refused = [pick(typed.question, clause).ids for clause in refused_of_the_rest(typed.words)]
    if not refused or not all(refused):
        return None
    left = [id for id in typed.real if not any(id in ids for ids in refused)]
    return _chosen(left, confirm=True) if left else None


def _both_of_many(typed: _Typed) -> Answer | None:
    if not means_both(typed.said) or len(typed.words) > 3 or _COUNTED.search(typed.said):
        return None
    return _chosen(typed.real) if len(typed.real) == 2 else Answer(CLARIFY)


_COUNTED = re.compile(r"\b(?:first|last|top|bottom|primer|ultim)")


def _some_picked(typed: _Typed) -> Answer | None:
    ids = [id for id in typed.picked.ids if id != NONE]
    if not ids:
        return None
    if NONE in typed.picked.ids or typed.replied == NO:
        return _chosen(ids, confirm=True)
    return _chosen(ids, typed.picked.confirm)


def _all_of_many(typed: _Typed) -> Answer | None:
    plain = tuple(typed.said.split())
    is_all = (
        len(plain) <= 6
        and names_all_alone(plain)
        and typed.replied != NO
        and not READ.search(typed.said)
        and means_all(typed.said)
        and not means_none(typed.said)
    )
    return _chosen(typed.real, confirm=len(plain) > 2) if is_all else None


def _as_many(typed: _Typed) -> Answer | None:
    """ "All four", where there are four."""
    is_all = all_of(tuple(typed.said.split()), len(typed.real)) and typed.replied != NO
    return _chosen(typed.real) if is_all and not means_none(typed.said) else None


def _none_picked(typed: _Typed) -> Answer | None:
    """What "none of these" is called, or every mention denied."""
    if not typed.question.has(NONE):
        return None
    if typed.picked.ids == (NONE,):
        return Answer(CLARIFY) if AND_THEN.search(typed.said) else _chosen([NONE], confirm=typed.picked.confirm)
    if not typed.picked.ids and denies_whole_list(typed.said):
        return _chosen([NONE], confirm=True)
    denied = len(typed.picked.not_these) > 1 or all_deny(typed.words)
    return _chosen([NONE], confirm=True) if denied and not typed.picked.ids else None


def _none_of_many(typed: _Typed) -> Answer | None:
    is_none = typed.replied == NO or means_none(typed.said)
    if not is_none or not typed.question.has(NONE) or typed.picked.denied:
        return None
    return _chosen([NONE], confirm=len(typed.words) > FEW) if typed.replied == NO or len(typed.words) <= FEW else None


def _yes_of_many(typed: _Typed) -> Answer | None:
    if typed.replied == YES and typed.question.has("send"):
        return _chosen(["send"], confirm=True)  # what was to be checked is right
    return Answer(CLARIFY) if typed.replied in (YES, CLARIFY) else None


_ONE: tuple[_Look, ...] = (
    _unsure_which, _neither_of_one, _both_of_one, _time, _one_picked, _other_kind, _narrower, _too_many, _not_sure,
    _none_of_one, _other_reply,
)  # fmt: skip
_SCREENING: tuple[_Look, ...] = (_every_one, _none_of_list, _none_of_screen, _replied, _one_picked)
_MANY: tuple[_Look, ...] = (
    _the_rest, _except_some, _both_of_many, _as_many, _some_picked, _all_of_many, _not_sure, _none_picked,
    _none_of_many, _yes_of_many,
)  # fmt: skip


def one(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    """One choice; a screening question has none, some and not sure."""
    return _first(_SCREENING if question.has("some") else _ONE, question, text, words)


def many(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    """Any choices of a list."""
    return _first(_MANY, question, text, words)


def _chosen(ids: list[str], confirm: bool = False) -> Answer:
    return Answer(UNSURE, confirm) if ids == [UNSURE] else Answer({"choices": ids}, confirm)

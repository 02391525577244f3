"""What typed words answer to the question on the screen: one grammar for each kind of question."""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from bot.engine.screen import NONE
from bot.understanding.contact import contact
from bot.understanding.names import as_name
from bot.understanding.picking import exception, means_all, means_both, means_none, pick
from bot.understanding.question import Question, spoken
from bot.understanding.replies import CLARIFY, NO, UNSURE, YES, is_no_answer, reply
from bot.understanding.score import score
from bot.understanding.times import time_of_day

TEXT_LIMIT = 500
"""Characters that are read of an answer: what is longer is a story, and no answer."""
LONGEST = 40
"""Words of an answer."""

Value = str | Mapping[str, int | str | list[str]]


class Answer(Struct, frozen=True):
    """What words answer.

    `value` is `yes`, `no`, `unsure`, `clarify`, {"choices": [ids]}, {"score": n}, {"text": …}, or None for no answer.
    `confirm`: it is a guess, or stands on a screening question, and counts only once the person has confirmed it.
    """

    value: Value | None = None
    confirm: bool = False


NO_ANSWER = Answer()


def answer(question: Question, text: str, region: str = "US") -> Answer:
    """What `text` answers to the question; pure, and no text makes it fail."""
    if question.ask in ("name", "contact", "text"):
        return _FREE[question.ask](text, region)
    words = spoken(text[:TEXT_LIMIT])
    if not words or len(words) > LONGEST or is_no_answer(_said(words)):
        return NO_ANSWER
    found = _GRAMMARS.get(question.ask, _nothing)(question, text, words)
    return Answer(found.value, True) if question.screening and found.value not in (None, CLARIFY) else found


def _said(words: tuple[str, ...]) -> str:
    return " ".join(word for word in words if word != ",")


def _nothing(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    """No question: a bare yes or no, a score that is called one, or what a button is called."""
    if question.options and (picked := pick(question, words)).ids:
        return Answer({"choices": list(picked.ids)}, picked.confirm)
    if len(words) <= 4 and (said := reply(_said(words))):
        return Answer(said)
    if re.search(r"(?:/ ?10\b|out of (?:10|ten)|\b(?:like|about|como) an? \d+$)", text.casefold()):
        return _scale(question, text, words)
    return NO_ANSWER


def _yes_no(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    said = reply(_said(words))
    if said:
        return Answer(said)
    picked = pick(question, words) if len(words) <= 10 else None
    if picked and len(picked.ids) == 1 and picked.ids[0] in (YES, NO, UNSURE):
        return Answer(picked.ids[0], picked.confirm)
    said_none = len(words) <= 4 and words[:1] != (NO,) and means_none(_said(words))
    return Answer(NO) if said_none else NO_ANSWER


def _scale(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    found = score(text)
    if found.value is not None:
        return Answer({"score": found.value}, found.confirm)
    if found.unclear:
        return Answer(CLARIFY)
    said = reply(_said(words))
    return Answer(UNSURE) if said == UNSURE else NO_ANSWER


def _one(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    said = _said(words)
    replied = reply(said)
    if question.has("some"):
        return _screening(question, words, replied)
    if question.has("both") and means_both(said):
        return _chosen(["both"])
    part = time_of_day(text) if question.has("morning") else None
    if part:
        return _chosen([part])
    picked = pick(question, words)
    if len(picked.ids) == 1:
        return _chosen(list(picked.ids), picked.confirm or replied == UNSURE)
    if "dry" in picked.not_these or ("moist" in picked.not_these and re.search(r"\b(?:other|otro|otra)\b", said)):
        return _chosen(["moist" if "dry" in picked.not_these else "dry"], confirm=True)
    if {"dry", "moist"} <= set(picked.ids):
        return _chosen(["both"], confirm=True)
    if len(picked.ids) > 1 or means_both(said):
        return Answer(CLARIFY)
    return _one_without_name(question, text, words, replied)


def _one_without_name(question: Question, text: str, words: tuple[str, ...], replied: str | None) -> Answer:
    if replied == UNSURE:
        return Answer(UNSURE)
    if question.has(NONE) and (means_none(_said(words)) or (replied == NO and len(words) <= 3)):
        return _chosen([NONE])
    if question.options and replied in (YES, NO, CLARIFY):
        return Answer(CLARIFY if replied != NO else NO)
    return NO_ANSWER


def _screening(question: Question, words: tuple[str, ...], replied: str | None) -> Answer:
    """None, one or more, not sure."""
    picked = pick(question, words)
    said = _said(words)
    if len(words) <= 4 and replied != NO and means_all(said) and not means_none(said):
        return Answer(YES)
    if picked.ids == (NONE,) or (len(words) <= 5 and means_none(said)):
        return _chosen([NONE])
    if replied:
        return Answer(replied)
    return _chosen(list(picked.ids)) if len(picked.ids) == 1 else NO_ANSWER


def _many(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    said = _said(words)
    replied = reply(said)
    picked = pick(question, words)
    real = [option.id for option in question.options if option.id != NONE]
    excepted = _excepted(question, said, real)
    if excepted:
        return excepted
    counted = re.search(r"\b(?:first|last|top|primer|ultim)", said)
    if means_both(said) and len(words) <= 3 and len(real) != 2 and not counted:
        return Answer(CLARIFY)
    if picked.ids and (picked.ids != (NONE,) or len(words) <= 6):
        ids = [id for id in picked.ids if id != NONE] or list(picked.ids)
        return _chosen(ids, picked.confirm)
    if means_all(said) and len(words) <= 6 and not means_none(said) and replied != NO:
        return _chosen(real)
    if means_both(said) and len(words) <= 4:
        return _chosen(real) if len(real) == 2 else Answer(CLARIFY)
    if replied == UNSURE:
        return Answer(UNSURE)
    if question.has(NONE) and len(words) <= 8 and (replied == NO or (means_none(said) and not picked.denied)):
        return _chosen([NONE])
    return Answer(CLARIFY) if replied in (YES, CLARIFY) else NO_ANSWER


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


def _name(text: str, _region: str) -> Answer:
    name = as_name(text)
    return Answer({"text": name}) if name else NO_ANSWER


def _contact(text: str, region: str) -> Answer:
    found = contact(text, region)
    return Answer({"text": found}) if found else NO_ANSWER


def _text(text: str, _region: str) -> Answer:
    said = " ".join(text.split())
    return Answer({"text": said}) if said else NO_ANSWER


_FREE: Mapping[str, Callable[[str, str], Answer]] = {"name": _name, "contact": _contact, "text": _text}
_GRAMMARS: Mapping[str, Callable[[Question, str, tuple[str, ...]], Answer]] = {
    "nothing": _nothing, "yes_no": _yes_no, "scale": _scale, "one": _one, "many": _many,
}  # fmt: skip

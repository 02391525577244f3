"""What typed words answer to the question on the screen: one grammar for each kind of question."""

import re
from collections.abc import Callable, Mapping

from bot.understanding.choosing import many, one
from bot.understanding.contact import contact
from bot.understanding.meant import NO_ANSWER, Answer
from bot.understanding.names import as_name
from bot.understanding.picking import means_none, pick
from bot.understanding.question import Question, spoken, without_commas
from bot.understanding.replies import CLARIFY, NO, UNSURE, YES, is_no_answer, reply
from bot.understanding.score import score

TEXT_LIMIT = 500
"""Characters that are read of an answer: what is longer is a story, and no answer."""
LONGEST = 40
"""Words of an answer."""


def answer(question: Question, text: str, region: str = "US") -> Answer:
    """What `text` answers to the question; pure, and no text makes it fail."""
    if question.ask in ("name", "contact", "text"):
        return _FREE[question.ask](text, region)
    words = spoken(text[:TEXT_LIMIT])
    if not words or len(words) > LONGEST or is_no_answer(without_commas(words)):
        return NO_ANSWER
    found = _GRAMMARS.get(question.ask, _nothing)(question, text, words)
    return Answer(found.value, True) if question.screening and found.value not in (None, CLARIFY) else found


def _nothing(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    """No question: a bare yes or no, a score that is called one, or what a button is called."""
    if question.options and (picked := pick(question, words)).ids:
        return Answer({"choices": list(picked.ids)}, picked.confirm)
    if len(words) <= 4 and (said := reply(without_commas(words))):
        return Answer(said)
    if re.search(r"(?:/ ?10\b|out of (?:10|ten)|\b(?:like|about|como) an? \d+$)", text.casefold()):
        return _scale(question, text, words)
    return NO_ANSWER


def _yes_no(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    said = reply(without_commas(words))
    if said:
        return Answer(said)
    picked = pick(question, words) if len(words) <= 10 else None
    if picked and len(picked.ids) == 1 and picked.ids[0] in (YES, NO, UNSURE):
        return Answer(picked.ids[0], picked.confirm)
    said_none = len(words) <= 4 and words[:1] != (NO,) and means_none(without_commas(words))
    return Answer(NO) if said_none else NO_ANSWER


def _scale(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    found = score(text)
    if found.value is not None:
        return Answer({"score": found.value}, found.confirm)
    if found.unclear:
        return Answer(CLARIFY)
    said = reply(without_commas(words))
    return Answer(UNSURE) if said == UNSURE else NO_ANSWER


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
    "nothing": _nothing, "yes_no": _yes_no, "scale": _scale, "one": one, "many": many,
}  # fmt: skip

"""What typed words answer to the question on the screen: one grammar for each kind of question."""

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from bot.engine.screen import NONE, SKIP
from bot.understanding.beside import beside, step_of
from bot.understanding.choosing import many, one
from bot.understanding.clauses import answering, asks_in_a_clause, mended, of_others
from bot.understanding.contact import contact
from bot.understanding.meant import NO_ANSWER, Answer
from bot.understanding.names import as_name
from bot.understanding.picking import Picked, means_none, pick
from bot.understanding.question import Question, spoken, with_commas, without_commas
from bot.understanding.replies import CLARIFY, NO, UNSURE, YES, is_no_answer, reply
from bot.understanding.score import score
from bot.understanding.signs import without_pictures
from bot.understanding.slips import with_slips_mended
from bot.understanding.times import preferred
from bot.understanding.wording import in_one_way, unhedged, without_devices, without_the_rest

_TAKEN_BACK = re.compile(
    r"[.,;…]\s*(?:(?:h*m+|uh+|um+|eh+|ay|oh|well|bueno|mejor)\b[\s,.…]*)?(?:no|nah|nope)\b[\s,.…]+", re.IGNORECASE
)
""" "Mornings. Hm, no, afternoons": where only one can be meant, the last word counts."""
TEXT_LIMIT = 500
"""Characters that are read of an answer: what is longer is a story, and no answer."""
LONGEST = 40
"""Words of an answer."""
LISTED = re.compile(r"(?<=\d)[,&+/](?=\d)|\s[+&]\s")
"""Between lines: "1,3", "pain + tingling"."""
_RUN = re.compile(r"(?<=\b\d)\s*[-–]\s*(?=\d\b)")
""" "1-3": from one line to another."""
MAY_TELL_OF_OTHERS = frozenset({"heat_check.heat_kind", "callback.time", "callback.review", "welcome.start"})
"""Questions on which other people are no reason for doubt: whoever lays on the towel does not matter."""

ASKED_WITH_A_QUESTION = frozenset({"quick_answers.menu"})
"""Screens whose buttons are questions: who asks one picks it."""


def answer(question: Question, text: str, region: str = "US") -> Answer:
    """What `text` answers to the question; pure, and no text makes it fail."""
    if question.ask == "name" and _LOOKS_FIRST.fullmatch(with_commas(spoken(text[:TEXT_LIMIT]))):
        return NO_ANSWER
    if question.ask in ("name", "contact", "text"):
        return _FREE[question.ask](text, region)
    shown = without_pictures(text[:TEXT_LIMIT])
    said, before = mended(shown)
    found = _beside(question, said, before) or _said(question, said)
    if found.value is None and before:
        found = replace(_said(question, shown), confirm=True)
    if question.ask == "one" and found.value == CLARIFY and (last := _TAKEN_BACK.split(shown)[-1]) != shown:
        found = replace(_said(question, last), confirm=True)
    return Answer(found.value, True) if question.screening and found.value not in (None, CLARIFY) else found


def _beside(question: Question, said: str, before: str) -> Answer | None:
    """ "The redness - no, the one above it", "the second one, and the one right below it"."""
    if question.ask not in ("one", "many") or question.screening:
        return None
    clauses = [spoken(part) for part in _PARTS.split(said) if spoken(part)]
    named = list(pick(question, in_one_way(spoken(before))).not_these or pick(question, in_one_way(spoken(before))).ids)
    kept: list[str] = []
    steps = 0
    for words in clauses:
        step = step_of(words)
        last = (kept or named)[-1:]
        if step and last and (found := beside(question.options, last[0], step)):
            kept.append(found)
            steps += 1
        else:
            kept += pick(question, in_one_way(words)).ids
    ids = [option.id for option in question.options if option.id in kept]
    fits = steps and (question.ask == "many" or len(ids) == 1)
    return Answer({"choices": ids}, confirm=True) if fits else None


_TAG = re.compile(r"\w[,;]? (?:verdad|right|cierto|correct|huh|eh|no)\W*$", re.IGNORECASE)
_LOOKS_FIRST = re.compile(
    r"(?:(?:ok|okay|wait|well|hmm+|um+|oh|a ver|pues|bueno|espere?|esperame) ,? ?)*"
    r"(?:let me (?:go )?(?:check|look|see|get|grab|find|ask|fetch|put on|think)|(?:ill|i will|im going to|gonna|"
    r"going to|"
    r"gotta|i need to|i have to|need to|have to) (?:go )?(?:check|look|get (?:a|my|the)|grab|find|ask|fetch)|"
    r"(?:give me|gimme|just|wait|one|hang on) (?:a |one )?(?:sec|second|min|minute|moment)|hold on|hang on|"
    r"(?:deje?(?:me|n)?|dejeme|dejame) (?:ver|veo|checo|checar|reviso|revisar|busco|buscar|pienso|pensar|pregunto|voy|"
    r"me fijo|fijarme)|(?:voy|vamos|ire|ahorita voy|ahora voy|orita voy) (?:a (?:ver|checar|revisar|buscar|preguntar|"
    r"fijarme)|por)|(?:ahorita|orita|ahora|luego) (?:veo|checo|reviso|le digo|te digo|regreso|vuelvo|busco)|"
    r"(?:un|deme un|espere un|dame un) (?:moment(?:o|it[oa]|ico)|segund(?:o|ito|ico)|"
    r"rat(?:o|ito|ico)|minut(?:o|ito|ico))|"
    r"esper(?:e|en|eme|enme|ame|ate)(?: (?:tantito|tantitito|un (?:poco|poquito|toque|cachito)|por favor))?)"
    r"(?: (?!yes|no\b|si\b|both|none|first|second|third|last|\d)\w+){0,7}"
)
"""Who goes to look has not answered: "voy por un espejo", "let me ask my wife"."""
_NO_WORD_OF_IT = re.compile(
    r"\b(?:don'?t (?:even )?know|idk|dunno|no idea|no clue|no s[eé]|ni idea|no entiendo|not sure|"
    r"don'?t understand)\b[^.;]*"
    r"\b(?:what|qu[eé])\b[^.;]*\b(?:these|those|that|half|most|words?|any of)\b[^.;]*\b(?:are|is|means?)\b|"
    r"\b(?:mitad|mayor[ií]a|varias|algunas|palabras)\b[^.;]*\bno (?:s[eé]|entiendo|conozco)\b|"
    r"\b(?:no s[eé]|ni idea de|no entiendo)\b[^.;]*\bqu[eé] (?:es|son|significan?|quieren? decir)\b",
    re.IGNORECASE,
)
"""Who does not know the words of a list has not said that they are not sure."""
_PARTS = re.compile(r"[.,;!?\n]+|\b(?:and|y)\b", re.IGNORECASE)


_OR = re.compile(r"^\W*(?:\S+ )?\S+ (?:or|o) \S+(?: \S+)?\W*$", re.IGNORECASE)


def _said(question: Question, text: str) -> Answer:
    if _answers_nothing(question, text):
        return NO_ANSWER
    kept, guesses = _that_answers(question, text)
    words = in_one_way(unhedged(with_slips_mended(spoken(kept))))
    words = words if question.has("dry") else without_devices(words)
    if not words and question.screening and of_others(text) and reply(with_commas(spoken(text))) == NO:
        return Answer(NO, confirm=True)  # somebody answers for the person: "my dad has none of these"
    if not words or len(words) > LONGEST or is_no_answer(without_commas(words)):
        return NO_ANSWER
    if (guesses and not question.options) or (_OR.search(kept) and asks_in_a_clause(text)):
        return NO_ANSWER  # "venden unas compresas, ¿esas sí?", "patch or cream, what's the difference"
    found = _read(question, kept, words)
    if question.ask == "many" and found.value == {"choices": [NONE]} and len(kept) < len(text) and of_others(text):
        return Answer(CLARIFY)  # "my sister gets the burning, not me"
    return Answer(found.value, found.confirm or guesses)


def _answers_nothing(question: Question, text: str) -> bool:
    """Whether a text only acknowledges, does not know the words, goes to look, or asks for assent."""
    words = spoken(text)
    if is_no_answer(without_commas(words)) or _LOOKS_FIRST.fullmatch(with_commas(words)):
        return True
    if question.ask == "many" and _NO_WORD_OF_IT.search(text):
        return True
    return not question.options and _TAG.search(text) is not None and asks_in_a_clause(text)  # "qué calor, verdad"


def _that_answers(question: Question, text: str) -> tuple[str, bool]:
    """The part of a text that answers, and whether it guesses."""
    kept, guesses = answering(text, personal=question.state not in MAY_TELL_OF_OTHERS)
    kept = text if question.state in ASKED_WITH_A_QUESTION else kept
    kept = preferred(kept) if question.has("morning") else kept
    return LISTED.sub(" , ", _RUN.sub(" to ", kept)) if question.ask == "many" else kept, guesses


def _read(question: Question, kept: str, words: tuple[str, ...]) -> Answer:
    read = _GRAMMARS.get(question.ask, _nothing)
    found = read(question, kept, plainer := without_the_rest(words))
    return found if found.value is not None or plainer == words else read(question, kept, words)


def _nothing(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    """No question: a bare yes or no, a score that is called one, or what a button is called."""
    if question.options and (picked := pick(question, words)).ids:
        return Answer({"choices": list(picked.ids)}, picked.confirm)
    if len(words) <= 4 and (said := reply(with_commas(words))):
        return Answer(said)
    if re.search(r"(?:/ ?10\b|out of (?:10|ten)|\b(?:like|about|como) an? \d+$)", text.casefold()):
        return _scale(question, text, words)
    return NO_ANSWER


def _yes_no(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    said = reply(with_commas(words))
    picked = pick(question, words)
    named = picked.ids[0] if len(picked.ids) == 1 else None
    if {YES, NO} <= set(picked.ids) and said in (None, YES):
        return Answer(YES, confirm=True)  # "every time I go skiing I break out in welts"
    if said == CLARIFY and _in_part(question, words):
        return Answer(YES, confirm=True)
    if said and named in (YES, NO) and said != UNSURE:
        return _named_beside(question, said, named, words)
    if said:
        return Answer(UNSURE if named == UNSURE and said == NO else said)  # "I have never tried"
    if named in (YES, NO, UNSURE):
        return Answer(named, picked.confirm)
    return _denied_or_none(picked, words)


def _denied_or_none(picked: Picked, words: tuple[str, ...]) -> Answer:
    if picked.denied and not picked.ids and picked.not_these == (YES,):
        return Answer(NO, confirm=True)
    said_none = len(words) <= 4 and words[:1] != (NO,) and means_none(without_commas(words))
    return Answer(NO) if said_none else NO_ANSWER


_PLAINLY = re.compile(
    r"\b(?:yes|yeah|yep|yup|si|sip|simon|no|nope|nah|none|not|never|nunca|ninguna?|claro|sure|correct)\b"
)


def _in_part(question: Question, words: tuple[str, ...]) -> bool:
    """Whether one clause says yes and another one takes back only its own part: "no osteoporosis, but prednisone"."""
    parts = [tuple(part.split()) for part in with_commas(words).split(" , ") if part.strip()]
    named = [pick(question, part) for part in parts]
    affirmed = any(
        each.ids == (YES,) or reply(with_commas(part)) == YES for each, part in zip(named, parts, strict=True)
    )
    return affirmed and any(YES in each.not_these for each in named)


def _named_beside(question: Question, said: str, named: str, words: tuple[str, ...]) -> Answer:
    """A reply beside what one of yes and no is called: "it's always like this" names no, "always" is no yes there."""
    if said == named:
        return Answer(said)
    if said == CLARIFY:  # "yes, never been this bad"
        return Answer(named, confirm=True) if reply(with_commas(words).split(" , ")[0]) == named else Answer(CLARIFY)
    return _contradiction(said, words) if _PLAINLY.search(with_commas(words)) else Answer(named, confirm=True)


def _contradiction(said: str, words: tuple[str, ...]) -> Answer:
    """ "No, my fingers turn white": nobody can tell. A bare reply with a name of the other is asked about."""
    return Answer(said, confirm=True) if len(words) <= 2 else Answer(CLARIFY)


def _scale(question: Question, text: str, words: tuple[str, ...]) -> Answer:
    found = score(text)
    if found.value is not None:
        return Answer({"score": found.value}, found.confirm)
    if found.unclear:
        return Answer(CLARIFY)
    if question.has(SKIP) and pick(question, words).ids == (SKIP,):
        return Answer({"choices": [SKIP]})
    said = reply(with_commas(words))
    return Answer(CLARIFY if _DEPENDS.search(text) else UNSURE) if said == UNSURE else NO_ANSWER


_DEPENDS = re.compile(r"\b(?:depends|depend|depende|according to|seg[uú]n)\b", re.IGNORECASE)


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

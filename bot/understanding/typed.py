"""What typed words can mean on the screen that the person sees."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace

from bot.engine.events import TextUnderstood
from bot.engine.library import Library
from bot.engine.meaning import Meaning
from bot.engine.session import Session
from bot.understanding.answers import Answer
from bot.understanding.asking import asks_surely
from bot.understanding.contact import contact
from bot.understanding.hearing import ALARM, ASK_FIRST, SELF, Hearing
from bot.understanding.making import MAKER
from bot.understanding.message import Understanding
from bot.understanding.question import Question, question_of

CHOICES: Mapping[str, tuple[str, ...]] = {"yes": ("yes", "some"), "no": ("no", "none"), "unsure": ("unsure",)}
"""What a bare reply can be called on a screen."""


@lru_cache(maxsize=4)
def understanding_of(library: Library) -> Understanding:
    """Made once for a library; a running service has two of them while edited files are taken."""
    return MAKER.make(library) if MAKER.make else Understanding(library)


BARE = 3
"""Words of a reply such as "none of those"."""


def danger(library: Library, session: Session, words: str) -> Meaning:
    """What is heard in words that answer nothing: those of a command, a caption, an edited message."""
    understanding = understanding_of(library)
    return _danger(understanding, session, understanding.understand(words).hearing)


def typed(library: Library, session: Session, text: str) -> TextUnderstood:
    """A message with what it means on the screen."""
    understanding = understanding_of(library)
    question = question_of(understanding.questions, session.place)
    found = understanding.understand(text, session.place, _shown(library, session, question))
    reached = contact(text) if question.ask == "contact" else None
    choices = _choices(question, found.answer) if _may_answer(question, text, found.hearing) else ()
    danger = _danger(understanding, session, found.hearing)
    said = _name(found.answer) if question.ask == "name" and found.hearing.outcome != ALARM else ""
    topic = found.topic or ""
    asked = asks_surely(text)
    meaning = replace(danger, choices=choices, topic=topic, nearest=found.nearest, asks=asked, said=said)
    return TextUnderstood(text, reached, meaning)


def _shown(library: Library, session: Session, question: Question) -> tuple[str, ...]:
    """The choices that this person sees, where they depend on what was answered before."""
    if not any(option.hidden for option in question.options):
        return ()
    standing = library.stand(session.answers, session.unseen)
    on_path = standing.lines.get(session.place)
    asked_now = library.ground.choices(library.states[session.place], standing.facts, standing.asked)
    choices = asked_now if on_path is None else on_path
    return tuple(choice.id for choice in choices)


def _may_answer(question: Question, text: str, hearing: Hearing) -> bool:
    """An alarm answers nothing. On a list of dangers only a bare reply does: to deny one line is not to deny all."""
    if hearing.outcome == ALARM:
        return False
    bare = not hearing.why and len(text.split()) <= BARE
    worded = any(map(str.isalpha, text))
    if question.screening:
        return worded and bare
    return worded or not any(map(str.isdecimal, text))  # a picture may answer; a number that is no button does not


def _danger(understanding: Understanding, session: Session, hearing: Hearing) -> Meaning:
    alarm, ask = hearing.outcome == ALARM, hearing.outcome == ASK_FIRST
    rules = [f"{w.rule} {w.flag} {w.span[0]}-{w.span[1]} {w.outcome} {w.kind}".rstrip() for w in hearing.why]
    return Meaning(
        flags=frozenset(hearing.flags if alarm else ()),
        doubt=hearing.flags if ask else (),
        somebody_else=hearing.about != SELF,
        why=(f"{understanding.lexicon.hash} {session.place}", *rules) if rules else (),
    )


def _name(answer: Answer) -> str:
    value = answer.value
    return str(value.get("text", "")) if isinstance(value, Mapping) else ""


def _choices(question: Question, answer: Answer) -> tuple[str, ...]:
    value = answer.value
    if isinstance(value, str):
        return tuple(id for id in CHOICES.get(value, ()) if question.has(id))
    picked = (value or {}).get("choices", ())
    return tuple(picked) if isinstance(picked, list) else ()

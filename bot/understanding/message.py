"""All that a message can mean: danger first, then an answer to the question asked, then a question of its own."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from bot.engine.library import Library
from bot.engine.screen import NONE
from bot.understanding.answers import ASKED_WITH_A_QUESTION, answer
from bot.understanding.encoder import switched_on
from bot.understanding.gate import hear
from bot.understanding.hearing import ALARM, ASK_FIRST, Hearing, milder
from bot.understanding.lexicon import Lexicon, lexicon_of
from bot.understanding.likeness import Likeness
from bot.understanding.meant import NO_ANSWER, Answer
from bot.understanding.question import (
    Questions,
    names_a_choice,
    question_of,
    spoken,
    with_shown,
    without_commas,
)
from bot.understanding.text import clean
from bot.understanding.topics import Asked, Topics
from bot.understanding.whole_list import denies_whole_list

SAME_DAY = "same_day"


class Meaning(Struct, frozen=True):
    """What a message means: what the gate hears, what it answers, and what it asks in passing."""

    hearing: Hearing
    answer: Answer = NO_ANSWER
    topic: str | None = None
    nearest: tuple[str, ...] = ()
    """Topics to offer where something is asked and no topic is meant."""


class Made(NamedTuple):
    """What takes long to make and depends on what staff wrote and on nothing else; it can be pickled."""

    lexicon: Lexicon
    likeness: Likeness


@lru_cache(maxsize=4)
def _made(lexicon: Lexicon) -> Made:
    """Shared like the lexicon: a project that is loaded again asks for the same."""
    return Made(lexicon, Likeness(lexicon.knowledge.topics))


class Understanding:
    """Understands messages of one project; build it once for each version and share it.

    `made`: of an earlier one, for the same knowledge.
    """

    def __init__(self, library: Library, made: Made | None = None) -> None:
        knowledge = library.source.knowledge
        self.made = made or _made(lexicon_of(knowledge))
        self.lexicon = self.made.lexicon
        self.topics = Topics(*self.made, switched_on(knowledge.topics))
        self.questions = Questions(library, knowledge.names)

    def understand(self, text: str, state: str | None = None, shown: Collection[str] = ()) -> Meaning:
        """What `text` means on the screen of `state` (`dialog.state`; None for no question). Pure; never fails.

        `shown`: the choices on this person's screen, where some of them stand there only for some.
        """
        question = with_shown(question_of(self.questions, state), shown)
        hearing = hear(self.lexicon, text, question.ask)
        if hearing.outcome == ALARM and hearing.tier == SAME_DAY and names_a_choice(question, text):
            hearing = Hearing()
        found = answer(question, text)
        if hearing.learned and not question.screening and _names(found):
            hearing = milder(hearing)
        if hearing.learned and _is_none(found) and denies_whole_list(without_commas(spoken(clean(text)))):
            hearing = milder(hearing)  # "went down it top to bottom and nothing to tick"
        if hearing.outcome == ALARM:
            return Meaning(hearing, found)  # the dialog does what the danger asks for; the answer is only told
        answered = found.value is not None or hearing.outcome == ASK_FIRST
        asked = self.topics.of(clean(text), question, answered)
        if question.state in ASKED_WITH_A_QUESTION and found.value is not None:
            asked = Asked()
        kept = found if asked.topic is None or question.ask == "contact" else NO_ANSWER
        return Meaning(hearing, kept, asked.topic, asked.nearest)


def _is_none(found: Answer) -> bool:
    return found.value == {"choices": [NONE]}


def _names(found: Answer) -> bool:
    """Whether a choice of the screen is named, or its question is answered with yes: that explains many words."""
    value = found.value
    return value == "yes" or (isinstance(value, Mapping) and value.get("choices", ["none"]) != ["none"])

"""What a message is about when it asks in passing: keywords and examples that staff wrote, then what none of "
"them covers."""

import re
from collections.abc import Mapping

from msgspec import Struct

from bot.engine import safety
from bot.understanding import frames
from bot.understanding.asking import (
    asks,
    asks_for_meaning,
    asks_surely,
    asks_what_it_is_like,
    asks_what_it_means,
    asks_whether_it_is_one,
)
from bot.understanding.encoder import Encoder
from bot.understanding.leading import led_to
from bot.understanding.lexicon import PRONOUNS, Lexicon
from bot.understanding.likeness import Likely, Likeness
from bot.understanding.matching import Line
from bot.understanding.picking import pick
from bot.understanding.question import Question, spoken
from bot.understanding.strange import is_elsewhere, is_gibberish, is_insult, is_offer, is_order, is_riddle
from bot.understanding.telling import is_brought, told_by
from bot.understanding.text import Sentence, sentences

GIBBERISH, OFFTOPIC, SPAM, INJECTION, JOKE = "gibberish", "offtopic", "spam", "injection", "joke"
SMALLTALK = "smalltalk"
_CHARGES = frozenset((INJECTION, SPAM, "abuse"))
"""Nobody is told such a thing on a small likeness."""
EXPLAIN, ABUSE = "explain_option", "abuse"
FEW_WORDS = 4
TALK = 3
"""Words from which on a question is more than small talk."""
HEARD = 0.05
"""What each word of a keyword adds to the likeness of its topic, up to four words."""
LIKE, APART = 0.15, 0.01
"""From which likeness a topic is meant, and how far the next one must be."""
STATED = 0.3
"""The same where nothing is asked."""
ALWAYS, OTHERWISE = 0.33, 0.45
"""From which likeness a topic that counts in any message, and any other, is meant where nothing surely asks."""
WHILE_ANSWERED = 0.35
"""The same where the words also answer the question on the screen."""
CHARGED = 0.7
"""From which likeness on abuse and orders are told although the words also answer: "no sirves para nada"."""
CLEAR, OWN = frames.CLEAR, 0.2
"""Below this likeness a topic is only meant where one of the words is so far its own."""
ELSEWHERE = 0.3
"""Below this likeness a message without a word of ours speaks of something else."""
OFFERED = 3
"""Topics that are offered as buttons where none is meant."""
_TELLS = re.compile(
    r"^\W*(?:i|i'?m|i'?ve|we|yo|me|mi|my|uso|tengo|estoy|soy|traigo|ando|llevo)\b(?!.*\b(?:never know|nunca s[eé]|"
    r"not sure|dunno|no s[eé])\b)",
    re.IGNORECASE,
)

Heard = Mapping[str, int]
"""The topics whose keywords stand in the text, and how many words they cover."""


class Asked(Struct, frozen=True):
    """What is asked in passing: a topic, or, where none is meant, those that are nearest."""

    topic: str | None = None
    nearest: tuple[str, ...] = ()


class Topics:
    """The topics of a project, made ready: their words and their examples."""

    def __init__(self, lexicon: Lexicon, likeness: Likeness, encoder: Encoder | None = None) -> None:
        self.lexicon = lexicon
        self._always = {name for name, topic in lexicon.knowledge.topics.items() if topic.always}
        self._likeness = likeness
        self._encoder = encoder

    def of(self, text: str, question: Question, answered: bool = False) -> Asked:
        """What a text asks in passing. `answered`: it also answers the question on the screen."""
        said = sentences(text)
        words = [token.word for sentence in said for token in sentence.tokens if token.word.isalpha()]
        heard = self._heard(said)
        surely = asks_surely(text) if answered else asks(text) or is_brought(text)
        if answered:
            return Asked(self._while_answered(text, heard, surely))
        strange = self._strange(text, words, heard, surely)
        if strange or not words:
            return Asked(strange)
        what = asks_what_it_means(text) or asks_whether_it_is_one(text)
        if what and self._names_choice(text, heard, question):
            return Asked(EXPLAIN)
        return self._meant(text, heard, words, surely)

    def _strange(self, text: str, words: list[str], heard: Heard, asking: bool) -> str | None:
        known = self.lexicon.knowledge.topics
        found = (
            INJECTION if is_order(text)
            else SPAM if is_offer(text, asking)
            else ABUSE if is_insult(text)
            else JOKE if is_riddle(text)
            else GIBBERISH if text.strip() and not _has_emoji(text) and is_gibberish(self.lexicon, words, text)
            and not heard
            else None
        )  # fmt: skip
        return found if found in known or found == GIBBERISH else None

    def _names_choice(self, text: str, heard: Heard, question: Question) -> bool:
        """Whether the words name a choice of the screen that is no topic of its own."""
        if len(text.split()) > 16 or EXPLAIN not in self.lexicon.knowledge.topics:
            return False
        named = pick(question, spoken(text[:200]))
        if question.ask == "yes_no" or not (named.ids or named.not_these):
            return False
        return len(named.ids) > 1 or "both" in named.ids or asks_for_meaning(text) or _OWN.isdisjoint(heard)

    def _while_answered(self, text: str, heard: Heard, surely: bool) -> str | None:
        charges = {name for name in _CHARGES if heard.get(name, 0) > 1}
        if not surely and not charges:
            return None
        likely = self._likely(text, heard)
        if likely and likely[0][0] in charges and likely[0][1] >= CHARGED:
            return likely[0][0]
        if surely and asks_what_it_is_like(text) and EXPLAIN in self.lexicon.knowledge.topics:
            return EXPLAIN
        if not surely or not likely or likely[0][1] < WHILE_ANSWERED or likely[0][0] in self._always:
            return None
        return likely[0][0]

    def _meant(self, text: str, heard: Heard, words: list[str], asking: bool) -> Asked:
        likely = self._likely(text, heard)
        best, like = likely[0] if likely else ("", 0.0)
        apart = like - (likely[1][1] if len(likely) > 1 else 0.0)
        elsewhere = len(words) > 1 and asking and is_elsewhere(self.lexicon, words)
        if elsewhere and like < ELSEWHERE and best not in safety.SMALL_TALK:
            return Asked(OFFTOPIC if OFFTOPIC in self.lexicon.knowledge.topics else None)
        chats = best == SMALLTALK and is_elsewhere(self.lexicon, words)
        least = CLEAR if best in _CHARGES else LIKE if asking or chats else STATED
        if not asking and best not in self._always and _TELLS.search(text):
            return Asked()
        if (
            not (asking and len(words) > FEW_WORDS)
            and not asks_surely(text)
            and not self._is_told(text, heard, best, like, chats)
        ):
            return Asked()
        if len(likely) > 1 and apart < APART and best in heard and likely[1][0] not in heard:
            apart = APART  # of two that are as likely the one with a keyword in the text
        if len(likely) > 1 and apart < APART and likely[1][0].startswith(f"{best}_"):
            apart = APART  # of TENS and its safety the wider one
        if self._encoder is not None and asking and like < CLEAR and (found := self._encoder.topic(text, likely)):
            return Asked(found)
        if like >= least and apart >= APART and self._is_clear(text, best, like):
            return Asked(best)
        offered = (name for name, _ in likely if name not in safety.SMALL_TALK)
        return Asked(None, tuple(offered)[:OFFERED] if asks_surely(text) else ())

    def _is_told(self, text: str, heard: Heard, topic: str, like: float, chats: bool) -> bool:
        """Whether one of its keywords stands in a text that may ask nothing: "the blue one" is no question."""
        few = topic not in self._always and len(text.split()) < FEW_WORDS  # a bare "cold" asks nothing
        return chats or (like >= self._told_from(topic) and not few) or topic in heard

    def _told_from(self, topic: str) -> float:
        """From which likeness a topic is meant by a text that may ask nothing."""
        return ALWAYS if topic in self._always else OTHERWISE

    def _is_clear(self, text: str, topic: str, like: float) -> bool:
        """Whether more than small words speak for a topic: "is it good for my knees" is like too many of them."""
        told = told_by(text) == topic
        return like >= CLEAR or told or topic in safety.SMALL_TALK or self._likeness.own(text, topic) >= OWN

    def _likely(self, text: str, heard: Heard) -> Likely:
        likely = dict(self._likeness.of(text, self.lexicon.speller.meant))
        talk = len(text.split()) > TALK and asks_surely(text)
        for name, covered in heard.items():
            if talk and name in self._always:
                continue  # "morning" greets nobody in the middle of a question
            likely[name] = likely.get(name, 0.0) + HEARD * min(covered, FEW_WORDS)
        self._leave_to_own(text, likely, heard)
        frames.settle(text, likely, heard, self.lexicon.knowledge.topics)
        led = led_to(self.lexicon, text)
        if led and not frames.is_misled(led, text):
            frames.put_first(likely, led)
        return sorted(likely.items(), key=lambda each: (-each[1], each[0]))

    def _leave_to_own(self, text: str, likely: dict[str, float], heard: Heard) -> None:
        """ "What is moist heat" is answered by its own text; and without a word of warmth nothing is compared."""
        for name in _OWN.intersection(heard):
            frame = max(likely.get(EXPLAIN, 0.0), likely.get("why_asking", 0.0))
            same = _SAME.search(text) is not None
            if (heard[name] > 1 or same or asks_what_it_means(text)) and likely[name] < frame:
                likely[name] = frame + APART
        if COLD in heard and not _WARM.search(text):
            for name in ("heat_vs_cold", "contrast"):
                likely.pop(name, None)

    def _heard(self, said: list[Sentence]) -> Heard:
        heard: dict[str, int] = {}
        for sentence in map(self.lexicon.spelled, said):
            tokens = tuple(token for token in sentence.tokens if token.word not in PRONOUNS)
            for found in Line(self.lexicon.topics, tokens).find():
                covered = sum(unit.end - unit.start for unit in found.units)
                heard[found.listen.flag] = max(heard.get(found.listen.flag, 0), covered)
        return heard


_SAME = re.compile(r"\b(?:same|different|lo mismo|igual|distint[oa]|diferente)\b", re.IGNORECASE)
COLD = "cold"
_WARM = re.compile(
    r"\b(?:heat\w*|hot\w*|warm\w*|pads?|steam\w*|sauna|baths?|tub|cook|calor\w*|cal[ie]e?n[tc]\w*|tibi\w*|"
    r"coj[ií]n\w*|almohadill\w*|"
    r"altern\w*|switch\w*|contrast\w*|both|either|or|versus|vs|o|u|y luego|between|entre)\b",
    re.IGNORECASE,
)
_OWN = frozenset(("moist_heat", "cbd", "capsaicin", "menthol", "tens", "contrast", "cold"))
"""Topics that are explained by a text of their own."""


def _has_emoji(text: str) -> bool:
    return any(ord(char) > 0x2600 for char in text)

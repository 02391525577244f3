"""Runs the sentences that each rule must hear, and must not, and the questions of each way of asking."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, msgpack

from bot.engine.knowledge import ASK, HeardRule, Knowledge
from bot.understanding.anchors import NO_WEIGHTS
from bot.understanding.gate import hear
from bot.understanding.hearing import ALARM, ASK_FIRST
from bot.understanding.leading import way_led
from bot.understanding.lexicon import Lexicon, lexicon_of
from bot.understanding.text import clean


class Example(Struct, frozen=True):
    """A sentence of a rule that is not understood as it should be; `by` is the rule that heard it all the same."""

    rule: str
    flag: str
    text: str
    must: bool
    by: str = ""


def failing(knowledge: Knowledge) -> tuple[Example, ...]:
    """The sentences of all rules that come out otherwise than they say."""
    return _failing(msgpack.encode(knowledge))


@lru_cache(maxsize=4)  # a project is checked again and again while nothing of this changes
def _failing(said: bytes) -> tuple[Example, ...]:
    knowledge = msgpack.decode(said, type=Knowledge)
    lexicon = lexicon_of(knowledge)
    return tuple(example for rule in knowledge.rules for example in _examples(lexicon, rule))


def _examples(lexicon: Lexicon, rule: HeardRule) -> Iterator[Example]:
    least = (ALARM, ASK_FIRST) if rule.tier == ASK else (ALARM,)
    for text in rule.heard:
        hearing = hear(lexicon, text, weights=NO_WEIGHTS)
        if hearing.outcome not in least or rule.flag not in hearing.flags:
            yield Example(rule.id, rule.flag, text, must=True)
    for text in rule.not_heard:
        hearing = hear(lexicon, text, weights=NO_WEIGHTS)
        if hearing.outcome != "none" and rule.flag in hearing.flags:
            by = next((why.rule for why in hearing.why if why.flag == rule.flag), "")
            yield Example(rule.id, rule.flag, text, must=False, by=by)


class Astray(Struct, frozen=True):
    """A question of a way of asking that leads elsewhere than it says; `by` is the way that led it to `topic`."""

    rule: str
    text: str
    must: bool
    topic: str = ""
    by: str = ""


def astray(knowledge: Knowledge) -> tuple[Astray, ...]:
    """The questions of all ways of asking that lead elsewhere than they say."""
    return _astray(msgpack.encode(knowledge))


@lru_cache(maxsize=4)
def _astray(said: bytes) -> tuple[Astray, ...]:
    knowledge = msgpack.decode(said, type=Knowledge)
    lexicon = lexicon_of(knowledge)
    return tuple(
        Astray(rule, text, must, knowledge.asking[by].topic if by else "", by)
        for rule, way in knowledge.asking.items()
        for must, texts in ((True, way.heard), (False, way.not_heard))
        for text in texts
        if _leads_to(knowledge, by := way_led(lexicon, clean(text)) or "", way.topic) != must
    )


def _leads_to(knowledge: Knowledge, rule: str, topic: str) -> bool:
    return bool(rule) and knowledge.asking[rule].topic == topic

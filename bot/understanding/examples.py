"""Runs the sentences that each rule must hear, and must not."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, msgpack

from bot.engine.knowledge import ASK, HeardRule, Knowledge
from bot.understanding.anchors import NO_WEIGHTS
from bot.understanding.gate import hear
from bot.understanding.hearing import ALARM, ASK_FIRST
from bot.understanding.lexicon import Lexicon, lexicon_of


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

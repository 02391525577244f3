"""Ways of asking that lead to one topic, whatever else their words are like: `content/asking.yaml`."""

from collections.abc import Iterator

from bot.understanding.lexicon import PRONOUNS, UNLESS, Lexicon, Listen
from bot.understanding.matching import Line
from bot.understanding.text import sentences


def led_to(lexicon: Lexicon, text: str) -> str | None:
    """The topic that a way of asking leads to; None where no such way is in the clean text."""
    way = way_led(lexicon, text)
    return lexicon.knowledge.asking[way].topic if way else None


def way_led(lexicon: Lexicon, text: str) -> str | None:
    """The first way of asking that is in a clean text and that none of its other words keeps from leading."""
    parts: dict[tuple[str, str], set[int]] = {}
    led, kept = set[str](), set[str]()
    for listen in _standing(lexicon, text):
        found = parts.setdefault((listen.rule, listen.flag), set())
        found.add(listen.part)
        if len(found) == listen.parts:
            (kept if listen.flag == UNLESS else led).add(listen.rule.partition("#")[0])
    return next((way for way in lexicon.knowledge.asking if way in led and way not in kept), None)


def _standing(lexicon: Lexicon, text: str) -> Iterator[Listen]:
    known = lexicon.asking.vocabulary
    for sentence in sentences(text):
        pairs = zip(sentence.tokens, lexicon.spelled(sentence).tokens, strict=True)
        tokens = tuple(typed if typed.word in known else meant for typed, meant in pairs if typed.word not in PRONOUNS)
        yield from (found.listen for found in Line(lexicon.asking, tokens).find())

"""A second listener for what no rule calls danger: words that were learned to come with it, weighed."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field

from bot.engine import phrase_context as floor
from bot.engine import safety
from bot.engine.knowledge import ASK
from bot.engine.phrase_index import Pattern
from bot.understanding import cues
from bot.understanding.lexicon import Listen
from bot.understanding.matching import Found, Unit
from bot.understanding.status import SAID, Status, judge
from bot.understanding.stems import stem
from bot.understanding.surroundings import Surroundings
from bot.understanding.text import COMMA
from bot.understanding.words import word_set

LEARNED = Path(__file__).with_name("anchors.tsv")
"""Written by `make anchors`; docs/understanding.md says how to read it."""
NEAR = 7
"""Words of a clause after an anchor's first in which its second one may stand."""
TOLD = 4
"""Anchors that the audit names."""
CLOSE = 15
"""Two flags whose points differ by less than this (a factor of two in the odds) are both named by an alarm."""
DENIED = "-"
"""Before an anchor that counts where its word is denied: "-fever" is the fever that somebody has not."""
LONG, EACH, AT_MOST = 20, 2, 25
"""Whoever tells much comes upon more anchors by chance: for each word beyond `LONG` the sums that are worth an alarm,
and a doubt about one, are so many points higher, up to a limit. Without it a tenth of the harmless messages of 25 words
and more came to an alarm, and a hundredth of the shorter ones (writers who were not learned from)."""
BIAS = "*"
"""The line of the file with what is added whatever is said."""
_LISTEN = Listen(Pattern("anchor", (), frozenset(), False), "anchor", "anchor", ASK)

Places = tuple[int, ...]


class Reading(Struct, frozen=True):
    """A sentence with its cues, the sentence after it, and the tokens that a rule found and the context cancelled."""

    place: Surroundings
    after: Surroundings | None
    cancelled: frozenset[int]
    known: dict[int, Status] = field(default_factory=dict[int, Status])
    """What the context was found to make of a word."""


class Weight(Struct, frozen=True):
    """How much an anchor speaks of danger (less than 0: of none), and of which flags."""

    danger: int
    flags: Mapping[str, int]


class Weights(Struct, frozen=True):
    """All that was learned: the anchors, and what sums of points are worth.

    From the sums `ask` and `alarm` on, a flag of a tier is asked about, and is an alarm. Below the sum `doubt` the
    words speak against danger so much that an alarm of a rule is asked about first.
    """

    anchors: Mapping[str, Weight]
    bias: Weight
    ask: Mapping[str, int]
    alarm: Mapping[str, int]
    doubt: int


_NEVER: Mapping[str, int] = {str(tier): 1 for tier in safety.TIERS}
NO_WEIGHTS = Weights({}, Weight(0, {}), ask=_NEVER, alarm=_NEVER, doubt=-AT_MOST)
"""For whoever wants to know what the rules hear by themselves."""


class Anchor(Struct, frozen=True):
    """An anchor as it stands in a message: what the context made of it, and its weight."""

    reading: Reading
    places: Places
    status: Status
    weight: Weight

    def of(self, flags: tuple[str, ...]) -> str:
        """Which of these flags it speaks of most."""
        return max(flags, key=lambda flag: self.weight.flags.get(flag, 0))

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the text in which it stands."""
        return self.reading.place.sentence.span(self.places[0], self.places[-1] + 1)


class Weighed(Struct, frozen=True):
    """What the anchors of a message add up to.

    `flags` are the one or two that they speak of most, `sum` is what speaks for danger, `sure` whether that is enough
    for an alarm and not only for a question; `anchors` are those that weigh most.
    """

    flags: tuple[str, ...]
    sum: int
    sure: bool
    anchors: tuple[Anchor, ...]


@lru_cache(maxsize=1)
def learned() -> Weights:
    """The weights that are shipped."""
    return read(LEARNED.read_text("utf-8"))


def read(text: str) -> Weights:
    """The weights of a file; its first lines say what stands where."""
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    sums = {name.removeprefix(f"{BIAS} "): list(map(int, of)) for name, *of in lines if name.startswith(f"{BIAS} ")}
    [doubt] = sums.pop("doubt")
    ask, alarm = ({tier: of[nth] for tier, of in sums.items()} for nth in range(2))
    anchors = {name: _weight(*rest) for name, *rest in lines if not name.startswith(f"{BIAS} ")}
    return Weights(anchors, anchors.pop(BIAS), ask, alarm, doubt)


def _weight(danger: str, flags: str = "") -> Weight:
    pairs = (pair.rsplit(":", 1) for pair in flags.split())
    return Weight(int(danger), {flag: int(weight) for flag, weight in pairs})


def weigh(weights: Weights, readings: list[Reading], asked: bool = False) -> Weighed | None:
    """What the anchors that the context lets stand add up to; None where it is not worth a question. Pure.

    `asked`: a question is asked in any case, and only an alarm is worth more.
    """
    more = _more(readings)
    least = min(weights.alarm.values()) + more if asked else min(weights.ask.values())
    anchors = _standing(weights, _places(weights, readings), least)
    return _added(weights, anchors, more) if anchors else None


def speaks_against(weights: Weights, readings: list[Reading]) -> bool:
    """Whether the words speak so much against danger that an alarm of a rule is asked about first. Pure."""
    places = _places(weights, readings)
    doubt, points = weights.doubt + _more(readings), {name: weights.anchors[name].danger for name in places}
    least = weights.bias.danger + sum(min(0, each) for each in points.values())
    most = weights.bias.danger + sum(max(0, each) for each in points.values())
    for name in sorted(places, key=lambda name: (-abs(points[name]), name)):
        if most < doubt or least >= doubt:
            break
        if any(stands(name, *place) for place in places[name]):
            most, least = most + min(0, points[name]), least + max(0, points[name])
        else:
            most, least = most - max(0, points[name]), least - min(0, points[name])
    return most < doubt


def _more(readings: list[Reading]) -> int:
    """Points that a message must come to beyond what a short one must."""
    words = sum(len(reading.place.words) for reading in readings)
    return min(AT_MOST, EACH * max(0, words - LONG))


_Candidates = Mapping[str, list[tuple[Reading, Places]]]


def _places(weights: Weights, readings: list[Reading]) -> _Candidates:
    places: dict[str, list[tuple[Reading, Places]]] = {}
    for reading in readings:
        for name, at in candidates(reading.place):
            if name in weights.anchors:
                places.setdefault(name, []).append((reading, at))
    return places


def _standing(weights: Weights, places: _Candidates, least: int) -> list[Anchor] | None:
    """The anchors that the context lets stand; None as soon as it is sure that their sum stays below `least`.

    What speaks against danger is looked at first: to judge a place takes longer than all the rest.
    """
    order = sorted(
        places, key=lambda name: (weights.anchors[name].danger > 0, -abs(weights.anchors[name].danger), name)
    )
    most = weights.bias.danger + sum(max(0, weights.anchors[name].danger) for name in order)
    found = list[Anchor]()
    for name in order:
        if most < least:
            return None
        weight = weights.anchors[name]
        anchor = next(filter(None, (_anchor(name, weight, *place) for place in places[name])), None)
        found += [anchor] if anchor else []
        most += min(0, weight.danger) if anchor else -max(0, weight.danger)
    return found if most >= least else None


def _anchor(name: str, weight: Weight, reading: Reading, places: Places) -> Anchor | None:
    status = stands(name, reading, places)
    return Anchor(reading, places, status, weight) if status else None


def _added(weights: Weights, anchors: list[Anchor], more: int) -> Weighed | None:
    total = weights.bias.danger + sum(anchor.weight.danger for anchor in anchors)
    sums = dict(weights.bias.flags)
    for anchor in anchors:
        for flag, weight in anchor.weight.flags.items():
            sums[flag] = sums.get(flag, 0) + weight
    speaking = (anchor for anchor in anchors if anchor.weight.danger > 0 and anchor.status.outcome == SAID)
    told = sorted(speaking, key=lambda anchor: -anchor.weight.danger)
    best = sorted(sums, key=lambda flag: (-sums[flag], flag))
    if not told or not best or total < weights.ask[safety.FLOOR[best[0]]]:
        return None
    sure = total >= weights.alarm[safety.FLOOR[best[0]]] + more
    return Weighed(_named(best, sums) if sure else _asked(best), total, sure, tuple(told[:TOLD]))


def _asked(best: list[str]) -> tuple[str, ...]:
    """The best flag and the next one; the question about self-harm is asked alone."""
    return tuple(best[:1] if safety.SELF_HARM in best[:2] else best[:2])


def _named(best: list[str], sums: Mapping[str, int]) -> tuple[str, ...]:
    """The best flag, and the next one if it is nearly as good; self-harm only if nothing else is nearly as good."""
    first, *others = best
    close = [flag for flag in others if sums[first] - sums[flag] < CLOSE]
    if first == safety.SELF_HARM and close:
        first, *close = close
    return (first, *[flag for flag in close if flag != safety.SELF_HARM][:1])


def candidates(place: Surroundings) -> Iterator[tuple[str, Places]]:
    """What a sentence could be weighed by: its stems, two in a row ("a b"), two words of weight in a clause ("a ~ b"),
    and in a sentence with a denial those that may be denied ("-a").
    """
    may_be_denied = place.answered or not _DENIES.isdisjoint(place.words)
    for start, end in place.clauses:
        words = [(at, stem(word)) for at, word in enumerate(place.words[start:end], start) if _counts(word)]
        for nth, (at, word) in enumerate(words):
            yield word, (at,)
            for next_at, other in words[nth + 1 : nth + 2]:
                yield f"{word} {other}", (at, next_at)
            if word not in floor.SMALL:
                if may_be_denied and word not in _DENIES:
                    yield f"{DENIED}{word}", (at,)
                for other_at, other in words[nth + 2 : nth + 1 + NEAR]:
                    if other not in floor.SMALL:
                        yield f"{word} ~ {other}", (at, other_at)


_DENIES = cues.DENIALS | cues.NEGATING
_COURTESY = word_set(
    "hola buenas buenos tardes disculpe disculpa disculpen molestia gracias muchas favor hello hi hey thanks thank "
    "please sorry bother doc doctor doctora licenciada senorita"
)
"""Whoever is polite is neither well nor ill."""


def _counts(word: str) -> bool:
    return word != COMMA and word not in floor.BREAKS and word not in _COURTESY


def stands(name: str, reading: Reading, places: Places) -> Status | None:
    """What the context makes of words in these places; None where it takes one back, or a rule was cancelled there.

    Of an anchor that is to be denied: the denial, or None where there is none.
    """
    if name.startswith(DENIED):
        status = _judged(reading, places[0])
        return status if status.outcome != SAID and status.cue and status.cue.kind == "negated" else None
    if not reading.cancelled.isdisjoint(places):
        return None
    statuses = [_judged(reading, at) for at in places]
    return statuses[0] if all(status.outcome == SAID for status in statuses) else None


def _judged(reading: Reading, at: int) -> Status:
    """Of one word; it is looked at once, for all anchors in which it stands."""
    known = reading.known.get(at)
    if known is None:
        found = Found(_LISTEN, (Unit("WORD", at, at + 1),), at, at + 1)
        known = reading.known[at] = judge(reading.place, found, reading.after)
    return known

"""The red-flag gate: what a message says of danger, in English and Spanish at once, before anything else is done."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec import Struct
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.knowledge import ASK
from bot.understanding.anchors import Reading, Weighed, Weights, learned, speaks_against, weigh
from bot.understanding.context import denied_before, is_negative
from bot.understanding.cues import LAUGHTER, NEGATING
from bot.understanding.hearing import ALARM, ASK_FIRST, NONE, SELF, SOMEBODY_ELSE, Hearing, Why
from bot.understanding.lexicon import Lexicon
from bot.understanding.matching import Found, Line, Unit
from bot.understanding.names import might_be_a_name
from bot.understanding.over import CANCELLED
from bot.understanding.said_no import says_no
from bot.understanding.status import Status, judge
from bot.understanding.surroundings import Surroundings
from bot.understanding.text import Sentence, clean, sentences
from bot.understanding.words import word_set

NORMAL = word_set("""
    fine ok okay normal normally good great warm well better siempre always usual usually same gained gain subi
    aumente bien normales limpio clear healthy sano sana ice icy heat cream help helps ayuda massage pillow pad
    caliente fria perfect perfecta perfecto steady
    birth nacimiento dentist dentista clockwork regular regularly
""")
"""Words near an anchor that make a question about it needless."""
NEAR = 5
FIGURES = frozenset(("self_harm", "head_sudden", "chest", "sudden_pain"))
"""Flags whose words are figures of speech, too; about others people laugh out of shame."""


Heard = tuple[Surroundings, list[Found], Surroundings | None]


class Mention(Struct, frozen=True):
    """A phrase that was found, what the context made of it, and the characters of the text in which it stands."""

    rule: str
    flag: str
    tier: str
    status: Status
    start: int
    end: int
    part: int = 0
    parts: int = 1


def hear(lexicon: Lexicon, text: str, ask: str = "nothing", weights: Weights | None = None) -> Hearing:
    """What `text` says of danger; `ask` is the kind of question on the screen. Pure, and no text makes it fail.

    On a question for a name, words that are a name as much as a symptom ("Ann Stroke") are a name. `weights` are those
    of the anchors, which are looked at where no rule raises an alarm; None for those that are shipped.
    """
    said = clean(text)
    heard = _heard(lexicon, said)
    mentions = list(_mentions(heard))
    if ask == "name" and _is_a_name(lexicon, said, mentions):
        mentions = []
    live = _joined([mention for mention in mentions if mention.status.outcome == "said"])
    alarms = [mention for mention in live if mention.tier != ASK]
    why = tuple(dict.fromkeys(_why(said, mention) for mention in _joined(mentions)))
    weights, read = weights or learned(), readings(heard, why)
    if alarms:
        jokes = _ends_laughing(said) and all(mention.flag in FIGURES for mention in alarms)
        doubted = not any(_is_beyond_doubt(mention) for mention in alarms) and speaks_against(weights, read)
        why = (*why, *([_against(said)] if doubted else []))
        return _hearing(ASK_FIRST if jokes or doubted else ALARM, alarms, why)
    asks = [*_joined([mention for mention in mentions if mention.status.outcome == "ask"]), *_open(live, mentions)]
    weighed = weigh(weights, read, asked=bool(asks))
    if weighed and (weighed.sure or not asks):
        learnt = _of_anchors(lexicon, said, ask, weighed)
        if learnt.outcome != NONE:
            return replace(learnt, why=(*why, *learnt.why))
    return _hearing(ASK_FIRST, asks, why) if asks else Hearing(why=why)


def _against(said: str) -> Why:
    """What the audit says where a rule and the learned words disagree."""
    return Why("anchors", "", said, (0, len(said)), ASK, kind="all the words speak against it")


def _is_beyond_doubt(mention: Mention) -> bool:
    """Whether an alarm stands whatever else is said: the built-in phrases, and self-harm."""
    return mention.flag == safety.SELF_HARM or mention.rule.startswith("floor.")


def _of_anchors(lexicon: Lexicon, said: str, ask: str, weighed: Weighed) -> Hearing:
    """The alarm or the question that the anchors are worth, unless they are a name."""
    pairs = [(flag, anchor) for flag in weighed.flags for anchor in weighed.anchors]
    mentions = [Mention(f"anchor.{flag}", flag, _tier_of(flag, weighed), a.status, *a.span) for flag, a in pairs]
    if ask == "name" and _is_a_name(lexicon, said, mentions):
        return Hearing()
    why = tuple(
        replace(_why(said, mention), kind=f"weighs {anchor.weight.danger}")
        for mention, (flag, anchor) in zip(mentions, pairs, strict=True)
        if flag == anchor.of(weighed.flags)
    )
    return _hearing(ALARM if weighed.sure and not _ends_laughing(said) else ASK_FIRST, mentions, why)


def _tier_of(flag: str, weighed: Weighed) -> str:
    return safety.FLOOR[flag] if weighed.sure else ASK


def _is_a_name(lexicon: Lexicon, said: str, mentions: list[Mention]) -> bool:
    spans = [(mention.start, mention.end) for mention in mentions]
    return might_be_a_name(lexicon.red_flags.vocabulary, said, spans)


def unexplained(lexicon: Lexicon, text: str) -> list[Reading]:
    """A message as the anchors read it: without what the rules found and the context cancelled."""
    said = clean(text)
    heard = _heard(lexicon, said)
    return readings(heard, [_why(said, mention) for mention in _joined(list(_mentions(heard)))])


def readings(heard: Sequence[Heard], why: Iterable[Why]) -> list[Reading]:
    """The sentences for the anchors."""
    spans = [line.span for line in why if line.outcome == CANCELLED]
    return [Reading(place, after, _within(place, spans)) for place, _, after in heard]


def _within(place: Surroundings, spans: list[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        at
        for at, token in enumerate(place.sentence.tokens)
        if any(start <= token.start and token.end <= end for start, end in spans)
    )


def _ends_laughing(said: str) -> bool:
    """ "That price gave me a heart attack, haha": worth a question before an alarm."""
    words = said.rstrip(" .!)").rsplit(maxsplit=1)
    return bool(words) and words[-1].lower() in LAUGHTER


def _hearing(outcome: str, mentions: list[Mention], why: tuple[Why, ...]) -> Hearing:
    flags = tuple(sorted({mention.flag for mention in mentions}))
    tiers = (safety.most_urgent(safety.floor(frozenset((m.flag,))), _tier(m)) for m in mentions)
    about = SOMEBODY_ELSE if all(mention.status.somebody_else for mention in mentions) else SELF
    return Hearing(outcome, flags, safety.most_urgent(*tiers), about, why)


def _tier(mention: Mention) -> str:
    return mention.tier if mention.tier in safety.TIERS else safety.TIERS[0]


def _joined(mentions: list[Mention]) -> list[Mention]:
    """The mentions that stand for themselves, and those whose other parts are there, too, and said of the same one."""
    parts: dict[tuple[str, str], set[int]] = {}
    for mention in mentions:
        for one in _might_be(mention):
            parts.setdefault((mention.rule, one), set()).add(mention.part)
    return [m for m in mentions if any(len(parts[m.rule, one]) == m.parts for one in _might_be(m))]


def _might_be(mention: Mention) -> tuple[str, ...]:
    """Of whom it can be said; my mother's cancer and my own back are two things."""
    return (mention.status.whose,) if mention.status.whose else _BOTH


_BOTH = ("own", "other")


def _open(live: list[Mention], mentions: list[Mention]) -> list[Mention]:
    """The anchors that no rule has judged: not inside a mention that was cancelled."""
    cancelled = [m for m in mentions if m.status.outcome == "cancelled" and m.tier != ASK]
    return [
        anchor
        for anchor in live
        if anchor.tier == ASK and not any(m.start <= anchor.start and anchor.end <= m.end for m in cancelled)
    ]


def _heard(lexicon: Lexicon, text: str) -> list[Heard]:
    """Each sentence with its cues, what was found in it, and the sentence after it."""
    read = [lexicon.spelled(sentence) for sentence in sentences(text)]
    around = [Surroundings(sentence, says_no(sentence, after)) for sentence, after in _pairs(read)]
    for before, place in pairwise(around):
        place.before = before
    pairs = zip(around, [*around[1:], None], strict=False)
    heard = [(place, _found(lexicon, place.sentence), after) for place, after in pairs]
    for place, all_found, _ in heard:
        place.symptoms = _places(unit for found in all_found for unit in found.units)
        place.denials = _places(
            u for found in all_found for u in found.units if u.end - u.start > 1 and is_negative(place, u)
        )
    return heard


def _mentions(heard: list[Heard]) -> Iterator[Mention]:
    parts: dict[str, set[int]] = {}
    for found in chain.from_iterable(all_found for _, all_found, _ in heard):
        parts.setdefault(found.listen.rule, set()).add(found.listen.part)
    for place, all_found, after in heard:
        judged: dict[tuple[str, tuple[Unit, ...]], Status] = {}
        for found in all_found:
            of = found.listen
            if len(parts[of.rule]) < of.parts or (of.tier == ASK and _needs_no_question(place, found)):
                continue
            status = judged.get((of.flag, found.units))  # several rules hear the same words
            if status is None:
                status = judged[of.flag, found.units] = judge(place, found, after)
            start, end = place.sentence.span(found.start, max(found.end, found.start + 1))
            yield Mention(of.rule, of.flag, of.tier, status, start, end, of.part, of.parts)


def _places(units: Iterable[Unit]) -> frozenset[int]:
    """The tokens of these."""
    return frozenset(at for unit in units for at in range(unit.start, unit.end))


def _needs_no_question(place: Surroundings, found: Found) -> bool:
    """Whether an anchor is called normal, denied earlier in its sentence, or only asked about."""
    if (
        place.has(NORMAL, found.start - NEAR, found.end + NEAR)
        or _says_none(place, found)
        or _all_well(place, found.start)
    ):
        return True
    if denied_before(place, found.start) or _is_able(place, found.start):
        return True
    return place.only_asks and found.listen.flag != "self_harm"


_NO_TROUBLE = frozenset(
    (no, what)
    for no in ("no", "sin", "without", "ningun")
    for what in ("trouble", "problem", "problems", "issue", "issues", "problema", "problemas", "novedad", "changes")
)


def _all_well(place: Surroundings, start: int) -> bool:
    """ "Everything works, legs, bladder, bowels"."""
    return place.words[:1] == ("everything",) and start > 1 and place.words[1] in _WELL


_WELL = frozenset(("works", "working", "fine", "good", "ok", "normal"))


def _says_none(place: Surroundings, found: Found) -> bool:
    """ "Bowels are moving, no trouble"."""
    after = place.words[found.end : found.end + NEAR]
    return any(pair in _NO_TROUBLE for pair in pairwise(after))


def _is_able(place: Surroundings, start: int) -> bool:
    """ "I can control my bladder"."""
    return any(not place.has(NEGATING, at - 1, at) for at in place.places(_CAN, start - NEAR, start))


_CAN = frozenset(("can", "puedo", "puede"))


def _pairs(read: list[Sentence]) -> Iterable[tuple[Sentence, Sentence | None]]:
    return zip(read, [*read[1:], None], strict=False)


def _found(lexicon: Lexicon, sentence: Sentence) -> list[Found]:
    """Each rule once for each place, where it needs the fewest words."""
    aside = {
        at
        for found in Line(lexicon.harmless, sentence.tokens).find()
        for unit in found.units
        for at in range(unit.start, unit.end)
    }
    seen: dict[tuple[str, int, int], Found] = {}
    for found in Line(lexicon.red_flags, sentence.tokens, frozenset(aside)).find():
        seen.setdefault((found.listen.rule, found.start, found.end), found)
    return list(seen.values())


def _why(text: str, mention: Mention) -> Why:
    status, cue = mention.status, mention.status.cue
    outcome = ASK if mention.tier == ASK and status.outcome == "said" else status.outcome
    told = (cue.words, cue.kind) if cue else ("", "uncertain" if status.uncertain else "")
    return Why(
        mention.rule, mention.flag, text[mention.start : mention.end], (mention.start, mention.end), outcome, *told
    )

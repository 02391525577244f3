"""Every set of answers without a flag, decided, and packed so that neighbours can be compared all at once."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from bot.engine.conditions import Facts, Value
from bot.engine.decisions import Decider, Decision
from tests.decisions import oracle
from tests.decisions.oracle import LEVELS, OPTIONS, TIERS, Answers, Outcome

Ranks = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
Truths = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

HEATS = ("dry", "moist", "both", "none", "unsure")
SIGNS = ("worse_pain", "nerve_feelings", "stiffness", "swelling")
SKINS = ("none", "mild", "marks", "blister", "spreading", "deep_burn")
RECENTS = ("none", "flare", "injury")
NERVES = ("numb_patch", "shooting")
PRECAUTIONS = (
    "numb_skin", "broken_skin", "medicine_patch", "cream_on", "sleepy", "blood_flow", "heart", "pregnant", "cancer",
    "procedure", "pump_stim", "implant", "epilepsy", "age65", "cold_allergy", "thinner_liver", "cream_allergy",
    "weak_bones",
)  # fmt: skip
EMERGENCY_FLAGS = (
    "bladder", "bowel", "saddle", "both_legs", "worse_weakness", "chest", "drowsy", "sudden_pain", "head_sudden",
    "accident", "infection", "cancer_nerves", "procedure_nerves", "burn_deep", "pregnant_bleeding", "self_harm",
)  # fmt: skip
SAME_DAY_FLAGS = (
    "fever", "cancer_new_pain", "new_weakness", "weight_loss", "night_pain", "lump", "small_fall", "weak_defenses",
    "shingles", "blister_spreading", "upper_back", "worst_pain",
)  # fmt: skip


def up_to(most: int, words: tuple[str, ...]) -> list[frozenset[str]]:
    """Every set of so many words and fewer, the smaller ones first."""
    return [frozenset(chosen) for size in range(most + 1) for chosen in combinations(words, size)]


AXES: tuple[tuple[str, tuple[frozenset[str], ...]], ...] = (
    ("signs", tuple(up_to(4, SIGNS))),
    ("consistent", (frozenset(), frozenset(("each time",)))),
    ("skin", tuple(frozenset((skin,)) for skin in SKINS)),
    ("recent", tuple(frozenset((recent,)) for recent in RECENTS)),
    ("nerves", tuple(up_to(2, NERVES))),
    ("precautions", tuple(up_to(2, PRECAUTIONS))),
)
"""The axes of a table; heat is another one, with a table a value."""

SHAPE = tuple(len(values) for _, values in AXES)


class Table(NamedTuple):
    """The decisions for one kind of heat: `ranks[…]` holds the tier and then the levels of OPTIONS."""

    heat: str
    ranks: Ranks
    decisions: tuple[Decision, ...]
    """One of every kind that came out."""
    wrong: list[str]
    """Where the engine and the oracle do not agree: the first few."""

    def tier(self) -> Ranks:
        """The tier of every set of answers."""
        return self.ranks[..., 0]

    def level(self, option: str) -> Ranks:
        """The level of an option for every set of answers."""
        return self.ranks[..., 1 + OPTIONS.index(option)]


def table(decider: Decider, heat: str) -> Table:
    """Decide every set of answers with this kind of heat."""
    kinds: dict[Outcome, int] = {}
    decisions: list[Decision] = []
    wrong: list[str] = []
    numbers = np.empty(np.prod(SHAPE), np.uint32)
    for i, answers in enumerate(every(heat)):
        decision = decider.decide(facts(answers))
        found, expected = outcome(decision), oracle.decide(answers)
        if found != expected and len(wrong) < 5:
            wrong.append(f"{answers}: {found}, not {expected}")
        number = kinds.setdefault(found, len(kinds))
        if number == len(decisions):
            decisions.append(decision)
        numbers[i] = number
    ranks = np.array([_ranks(kind) for kind in kinds], np.uint8)
    return Table(heat, ranks[numbers].reshape(*SHAPE, -1), tuple(decisions), wrong)


def every(heat: str) -> Iterator[Answers]:
    """Every set of answers with this kind of heat, in the order of the axes."""
    signs, nerves, precautions = (dict(AXES)[name] for name in ("signs", "nerves", "precautions"))
    for chosen in product(signs, (False, True), SKINS, RECENTS, nerves, precautions):
        yield Answers(heat, *chosen)


_ONE: dict[str, Value] = {word: frozenset((word,)) for word in (*HEATS, *SKINS, *RECENTS)}
_YES_NO: dict[bool, Value] = {True: frozenset(("yes",)), False: frozenset(("no",))}
_LEVELS = itemgetter(*OPTIONS)


def facts(answers: Answers) -> Facts:
    """The answers as the engine takes them."""
    heat, signs, consistent, skin, recent, nerves, precautions, emergency_flags, same_day_flags = answers
    return Facts(
        {
            "heat": _ONE[heat],
            "signs": signs,
            "consistent": _YES_NO[consistent],
            "skin": _ONE[skin],
            "recent": _ONE[recent],
            "nerves": nerves,
            "precautions": precautions,
            "emergency_flags": emergency_flags,
            "same_day_flags": same_day_flags,
        }
    )


def outcome(decision: Decision) -> Outcome:
    """The decision in the words of the oracle."""
    levels = _LEVELS(decision.levels)
    return Outcome(decision.tier, decision.pattern, decision.order, levels, decision.dry_heat_result)


def _ranks(found: Outcome) -> list[int]:
    return [TIERS.index(found.tier), *(LEVELS.index(level) for level in found.levels)]


def has(axis: str, words: Iterable[str]) -> Truths:
    """Where an answer of this axis has one of these words; it spreads over the other axes."""
    at = [name for name, _ in AXES].index(axis)
    truths = np.array([not value.isdisjoint(words) for value in AXES[at][1]])
    return truths.reshape([len(truths) if i == at else 1 for i in range(len(AXES))])


def one_more(axis: str) -> tuple[list[int], list[int]]:
    """Pairs of places on an axis, of which the second says one thing more (or the next worse one) than the first."""
    values = dict(AXES)[axis]
    if axis in {"skin", "recent"}:
        return list(range(len(values) - 1)), list(range(1, len(values)))
    pairs = [(i, j) for i, a in enumerate(values) for j, b in enumerate(values) if a < b and len(b) == len(a) + 1]
    return [i for i, _ in pairs], [j for _, j in pairs]

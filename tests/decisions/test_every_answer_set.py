"""Every set of answers: the engine decides as the clinical logic says, and keeps its invariants (sections 5 and 9)."""

from collections.abc import Iterator
from itertools import chain, product

import numpy as np
import pytest

from bot.engine.decisions import Decider
from tests.decisions import oracle
from tests.decisions.oracle import LEVELS, OPTIONS, TIERS, Answers
from tests.decisions.space import (
    AXES,
    EMERGENCY_FLAGS,
    HEATS,
    NERVES,
    PRECAUTIONS,
    RECENTS,
    SAME_DAY_FLAGS,
    SHAPE,
    SIGNS,
    SKINS,
    Table,
    facts,
    has,
    one_more,
    outcome,
    table,
    up_to,
)

NO = LEVELS.index("not_for_you")
ASK = LEVELS.index("ask_first")
CAUTION = LEVELS.index("caution")
HEAT = ("moist_heat", "contrast", "dry_heat")

AT_LEAST = (
    ("signs", SIGNS, ("dry_heat",), NO),
    ("signs", ("swelling",), (*HEAT, "creams", "tens"), NO),
    ("signs", ("swelling",), ("cold",), CAUTION),
    ("precautions", ("numb_skin", "broken_skin"), (*HEAT, "cold", "creams", "tens"), NO),
    ("precautions", ("medicine_patch", "cream_on", "sleepy"), HEAT, NO),
    ("recent", ("injury",), HEAT, NO),
    ("skin", ("marks",), HEAT, NO),
    ("precautions", ("cream_on",), ("creams", "cold"), NO),
    ("nerves", ("numb_patch",), (*HEAT, "cold", "creams", "tens"), ASK),
    ("precautions", ("implant", "pump_stim", "cancer"), ("tens",), NO),
    ("recent", ("injury",), ("tens",), NO),
    ("precautions", ("pump_stim", "cancer", "procedure"), ("moist_heat", "stretching", "dry_heat"), ASK),
    ("precautions", ("cold_allergy",), ("cold", "contrast"), NO),
    ("precautions", ("pregnant",), ("tens", "creams", "contrast", "dry_heat"), ASK),
    ("precautions", ("sleepy",), ("cold", "contrast", "tens"), NO),  # SP8, SP9
    ("precautions", ("epilepsy", "heart", "procedure"), ("tens",), ASK),  # SP9
)
"""With one of these answers, each of these options has at least this level."""

BOOK = (("precautions", ("numb_skin", "broken_skin")), ("nerves", ("numb_patch",)))
"""With one of these answers the tier is at least book_soon."""


def sets_that_are_not_closed(decided: Table) -> dict[str, int]:
    """An answer closes what it must close."""
    return {
        f"{option} with {' or '.join(words)}": int(np.count_nonzero(has(axis, words) & (decided.level(option) < least)))
        for axis, words, options, least in AT_LEAST
        for option in options
    }


def sets_that_are_seen_late(decided: Table) -> dict[str, int]:
    """Skin or nerves in danger are seen soon."""
    late = decided.tier() < TIERS.index("book_soon")
    return {f"late with {' or '.join(words)}": int(np.count_nonzero(has(axis, words) & late)) for axis, words in BOOK}


def options_that_are_too_free(decided: Table) -> dict[str, int]:
    """Contrast is never freer than moist heat or cold."""
    stricter = np.maximum(decided.level("moist_heat"), decided.level("cold"))
    return {"contrast": int(np.count_nonzero(decided.level("contrast") < stricter))}


def options_that_are_not_always_offered(decided: Table) -> dict[str, int]:
    """Breathing, and the page that it stands on, are always offered."""
    return {option: int(np.count_nonzero(decided.level(option))) for option in ("mind_body", "breathing")}


def lists_that_do_not_name_every_option_once(decided: Table) -> dict[str, int]:
    """Every option stands in exactly one of the three lists."""
    every_option = sorted(("moist_heat", "contrast", "cold", "creams", "mind_body"))
    lists = [
        [decision.at("offer", "caution"), decision.at("ask_first"), decision.at("not_for_you")]
        for decision in decided.decisions
    ]
    return {"lists": sum(sorted(chain(*three)) != every_option for three in lists)}


def answers_that_permit_more(decided: Table) -> dict[str, int]:
    """One more yes never lowers a level and never makes the tier less urgent."""
    lower: dict[str, int] = {}
    for at, (axis, _) in enumerate(AXES):
        less, more = (decided.ranks.take(places, at) for places in one_more(axis))
        fewer = more < less
        if axis == "skin":  # "blister" takes the place of "marks", and ends the check: no option is shown any more
            fewer[..., 1:] &= more[..., :1] < TIERS.index("same_day")
        lower[f"one more of {axis}"] = int(np.count_nonzero(fewer))
    return lower


INVARIANTS = (
    sets_that_are_not_closed,
    sets_that_are_seen_late,
    options_that_are_too_free,
    options_that_are_not_always_offered,
    lists_that_do_not_name_every_option_once,
    answers_that_permit_more,
)


def test_every_set_without_flags_and_with_up_to_two_precautions_is_tried():
    assert (len(HEATS) * np.prod(SHAPE), SHAPE[-1]) == (1_981_440, 172)


@pytest.mark.parametrize("heat", HEATS)
def test_every_set_is_decided_as_the_clinical_logic_says_and_keeps_its_invariants(decider: Decider, heat: str):
    decided = table(decider, heat)
    broken = {name: count for invariant in INVARIANTS for name, count in invariant(decided).items() if count}
    assert (decided.wrong, broken) == ([], {})


# Flags, and heat that is not dry, beside fewer of the other answers


def some_answers() -> Iterator[Answers]:
    """Every answer but heat and flags, with up to one sign or all of them, and up to one precaution."""
    signs = (*up_to(1, SIGNS), frozenset(SIGNS))
    for chosen in product(signs, (False,), SKINS, RECENTS, up_to(2, NERVES), up_to(1, PRECAUTIONS)):
        yield Answers("dry", *chosen)


@pytest.mark.parametrize("flag", [*EMERGENCY_FLAGS, "listed", *SAME_DAY_FLAGS])
def test_a_flag_raises_the_tier_and_leaves_the_levels(decider: Decider, flag: str):
    field, least = ("same_day_flags", 2) if flag in SAME_DAY_FLAGS else ("emergency_flags", 3)
    for answers in some_answers():
        flagged = answers._replace(**{field: frozenset((flag,))})
        found, without = outcome(decider.decide(facts(flagged))), oracle.decide(answers)
        assert found == oracle.decide(flagged), flagged
        assert found.levels == without.levels
        assert TIERS.index(found.tier) >= max(least, TIERS.index(without.tier))


@pytest.mark.parametrize("heat", ["moist", "both", "unsure"])
def test_a_sign_closes_no_less_with_heat_that_may_be_moist(decider: Decider, heat: str):
    for answers in some_answers():
        dry = decider.decide(facts(answers))
        other = decider.decide(facts(answers._replace(heat=heat)))
        assert other.tier == dry.tier
        assert [o for o in OPTIONS if LEVELS.index(other.levels[o]) < LEVELS.index(dry.levels[o])] == []


COMBINED_FLAGS = ("fever", "weak_defenses", "cancer_new_pain", "new_weakness", "worst_pain")
COMBINED_PRECAUTIONS = ("cancer", "procedure", "age65", "weak_bones", "thinner_liver")


def combinations_of_the_tier_table() -> Iterator[Answers]:
    """All that section 5.1 asks about at once, whatever the number of answers."""
    skins = ("none", "marks", "blister", "deep_burn")
    signs = (frozenset[str](), frozenset(("swelling",)))
    precautions, flags = up_to(5, COMBINED_PRECAUTIONS), up_to(5, COMBINED_FLAGS)
    for chosen in product(signs, (False,), skins, RECENTS, up_to(2, NERVES), precautions, [frozenset[str]()], flags):
        yield Answers("dry", *chosen)


def test_every_combination_of_the_tier_table_is_as_the_clinical_logic_says(decider: Decider):
    tiers: dict[Answers, int] = {}
    for answers in combinations_of_the_tier_table():
        decision = decider.decide(facts(answers))
        assert outcome(decision) == oracle.decide(answers), answers
        tiers[answers] = TIERS.index(decision.tier)
    for answers, tier in tiers.items():
        for flag in answers.same_day_flags:
            assert tiers[answers._replace(same_day_flags=answers.same_day_flags - {flag})] <= tier, (flag, answers)

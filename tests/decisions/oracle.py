"""The clinical rules (logic, section 5) written a second time by hand, sharing nothing with tables or engine."""

from collections.abc import Iterator
from typing import NamedTuple

TIERS = ("self_care", "book_soon", "same_day", "emergency")
LEVELS = ("offer", "caution", "ask_first", "not_for_you")
OPTIONS = ("moist_heat", "contrast", "cold", "creams", "stretching", "tens", "dry_heat", "mind_body", "breathing")
"""The columns of LEVEL_TABLE, and the two that are always offered."""


class Answers(NamedTuple):
    """One set of answers."""

    heat: str = "dry"
    signs: frozenset[str] = frozenset()
    consistent: bool = False
    skin: str = "none"
    recent: str = "none"
    nerves: frozenset[str] = frozenset()
    precautions: frozenset[str] = frozenset()
    emergency_flags: frozenset[str] = frozenset()
    same_day_flags: frozenset[str] = frozenset()


class Outcome(NamedTuple):
    """What they come to; the levels are those of OPTIONS, in that order."""

    tier: str
    pattern: str
    order: tuple[str, ...]
    levels: tuple[str, ...]
    dry_heat_result: str


def decide(answers: Answers) -> Outcome:
    """All of section 5."""
    pattern = pattern_of(answers.signs)
    levels = levels_of(answers)
    dry_heat = dry_heat_of(levels[OPTIONS.index("dry_heat")], answers.heat)
    return Outcome(tier_of(answers), pattern, order_of(pattern, answers.recent), levels, dry_heat)


# 5.1


def tier_of(answers: Answers) -> str:
    """The most urgent rule that fires."""
    if is_emergency(answers):
        return "emergency"
    if is_same_day(answers):
        return "same_day"
    return "book_soon" if is_book_soon(answers) else "self_care"


def is_emergency(answers: Answers) -> bool:
    """Any line of "emergency" holds."""
    today, nerves, precautions = answers.same_day_flags, answers.nerves, answers.precautions
    numb, weak = "numb_patch" in nerves, "new_weakness" in today
    numb_shooting_or_weak = numb or weak or "shooting" in nerves
    return (
        bool(answers.emergency_flags)
        or answers.skin == "deep_burn"
        or ("fever" in today and "weak_defenses" in today)
        or ("cancer_new_pain" in today and numb_shooting_or_weak)
        or ("cancer" in precautions and numb_shooting_or_weak)
        or ("procedure" in precautions and (numb or weak))
    )


def is_same_day(answers: Answers) -> bool:
    """Any line of "same_day" holds."""
    precautions = answers.precautions
    fragile = "age65" in precautions or "weak_bones" in precautions or "thinner_liver" in precautions
    return (
        bool(answers.same_day_flags)
        or answers.skin in {"blister", "spreading"}
        or ("procedure" in precautions and "swelling" in answers.signs)
        or (answers.recent == "injury" and fragile)
        or ("cancer" in precautions and answers.recent in {"flare", "injury"})
    )


def is_book_soon(answers: Answers) -> bool:
    """Any line of "book_soon" holds."""
    return (
        "nerve_feelings" in answers.signs
        or bool(answers.nerves)
        or answers.skin == "marks"
        or (bool(answers.signs) and answers.consistent)
        or "numb_skin" in answers.precautions
        or "broken_skin" in answers.precautions
    )


# 5.2


def pattern_of(signs: frozenset[str]) -> str:
    """The one word for what was reported."""
    swelling, nerve = "swelling" in signs, "nerve_feelings" in signs
    if swelling:
        return "mixed" if nerve else "inflammatory"
    if nerve:
        return "nerve"
    if "worse_pain" in signs:
        return "some"
    return "stiff" if "stiffness" in signs else "none"


ORDERS = {
    "none": ("moist_heat", "mind_body", "cold", "contrast", "creams"),
    "stiff": ("moist_heat", "mind_body", "contrast", "creams", "cold"),
    "some": ("mind_body", "moist_heat", "cold", "creams", "contrast"),
    "nerve": ("mind_body", "creams", "cold", "moist_heat", "contrast"),
    "inflammatory": ("cold", "mind_body", "creams", "moist_heat", "contrast"),
    "mixed": ("mind_body", "cold", "creams", "moist_heat", "contrast"),
}
COLD_FIRST = {pattern: ("cold", *(option for option in order if option != "cold")) for pattern, order in ORDERS.items()}


def order_of(pattern: str, recent: str) -> tuple[str, ...]:
    """All five; after a flare or an injury cold stands first."""
    return (ORDERS if recent == "none" else COLD_FIRST)[pattern]


# 5.3, column for column as it stands there

LEVEL_TABLE = """
| any sign       | –           | –           | –           | –           | –         | –           | not_for_you |
| worse_pain     | caution     | –           | –           | –           | –         | –           | –           |
| nerve_feelings | caution     | ask_first   | caution     | caution     | caution   | caution     | –           |
| swelling       | not_for_you | not_for_you | caution     | not_for_you | –         | not_for_you | –           |
| sign and moist | ask_first   | –           | –           | –           | –         | –           | –           |
| numb_patch     | ask_first   | –           | ask_first   | ask_first   | caution   | ask_first   | ask_first   |
| shooting       | –           | –           | –           | –           | caution   | –           | –           |
| marks          | not_for_you | –           | –           | –           | –         | –           | not_for_you |
| flare          | –           | ask_first   | –           | –           | –         | –           | –           |
| injury         | not_for_you | not_for_you | –           | ask_first   | ask_first | not_for_you | not_for_you |
| numb_skin      | not_for_you | –           | not_for_you | not_for_you | –         | not_for_you | not_for_you |
| broken_skin    | not_for_you | –           | not_for_you | not_for_you | –         | not_for_you | not_for_you |
| medicine_patch | not_for_you | –           | caution     | caution     | –         | caution     | not_for_you |
| cream_on       | not_for_you | –           | not_for_you | not_for_you | –         | not_for_you | not_for_you |
| sleepy         | not_for_you | –           | not_for_you | –           | –         | not_for_you | not_for_you |
| blood_flow     | ask_first   | –           | ask_first   | –           | –         | –           | ask_first   |
| heart          | ask_first   | –           | caution     | –           | –         | ask_first   | ask_first   |
| pregnant       | caution     | ask_first   | –           | ask_first   | caution   | ask_first   | ask_first   |
| cancer         | ask_first   | –           | –           | –           | ask_first | not_for_you | ask_first   |
| procedure      | ask_first   | –           | ask_first   | ask_first   | ask_first | ask_first   | ask_first   |
| pump_stim      | ask_first   | –           | –           | –           | ask_first | not_for_you | ask_first   |
| implant        | –           | –           | –           | –           | –         | not_for_you | –           |
| epilepsy       | –           | –           | –           | caution     | –         | ask_first   | –           |
| age65          | caution     | –           | caution     | caution     | –         | –           | caution     |
| cold_allergy   | –           | –           | not_for_you | –           | –         | –           | –           |
| thinner_liver  | –           | –           | –           | ask_first   | –         | –           | –           |
| cream_allergy  | –           | –           | –           | not_for_you | –         | ask_first   | –           |
| weak_bones     | –           | –           | –           | –           | ask_first | –           | –           |
"""
NOTHING = (0,) * 7


def _rows() -> Iterator[tuple[str, tuple[int, ...]]]:
    for line in LEVEL_TABLE.strip().splitlines():
        name, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        yield name, tuple(0 if cell == "–" else LEVELS.index(cell) for cell in cells)


ROWS = dict(_rows())


def levels_of(answers: Answers) -> tuple[str, ...]:
    """The highest rule that fires; contrast is never below moist heat or cold."""
    rows = [ROWS.get(name, NOTHING) for name in conditions(answers)]
    moist_heat, contrast, cold, *others = map(max, NOTHING, NOTHING, *rows)
    ranks = (moist_heat, max(contrast, moist_heat, cold), cold, *others, 0, 0)
    return tuple([LEVELS[rank] for rank in ranks])


def conditions(answers: Answers) -> list[str]:
    """The names of the rows that fire."""
    found = [*answers.signs, *answers.nerves, *answers.precautions, answers.recent]
    if answers.signs:
        found.append("any sign")
        if answers.heat in {"moist", "both", "unsure"}:
            found.append("sign and moist")
    if answers.skin == "marks":
        found.append("marks")
    return found


# 5.4


def dry_heat_of(level: str, heat: str) -> str:
    """What is said of dry heat."""
    if level == "not_for_you":
        return "stop"
    if level == "ask_first":
        return "ask"
    return "may_continue" if heat in {"dry", "both"} else "not_suggested"

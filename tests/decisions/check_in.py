"""An independent model of what a check-in comes to: rows C1 to C10 of the clinical logic, written anew."""

from typing import NamedTuple

BETTER, SAME, WORSE, MUCH_WORSE = "better", "same", "worse", "much_worse"
NORMAL, FADES, STILL_RED, BLISTER, UNSURE = "normal", "fades", "still_red", "blister", "unsure"
FLAGS = ("bladder", "saddle", "weak_legs", "chest", "fever", "fever_weak_defenses")


class Told(NamedTuple):
    """One check-in: the red flags, the pain before (None: skipped), the pain now or in words, usual, skin, try."""

    flags: frozenset[str] = frozenset()
    before: int | None = None
    now: int | str = 0
    usual: str | None = None
    skin: str = NORMAL
    second: bool = False


class Comes(NamedTuple):
    """The tier, and the texts that say why (none where a screen takes over)."""

    tier: str
    says: frozenset[str] = frozenset()


def outcome(told: Told) -> Comes:
    urgent = _urgent(told)
    if urgent:
        return Comes(urgent)
    says: set[str] = set()
    if isinstance(told.now, int) and told.now > 8:
        says.add("high_pain")
    if _worse(told):
        says.add("worse")
    if told.skin == STILL_RED:
        says.add("still_red")
    if not says:
        says.add("better" if _better(told) else "same_twice" if told.second else "same_once")
    return Comes("book_soon" if says & {"high_pain", "worse", "same_twice"} else "self_care", frozenset(says))


def _urgent(told: Told) -> str | None:
    if told.flags - {"fever"}:
        return "emergency"
    much_worse = told.now == MUCH_WORSE or told.usual in ("yes", "unsure")
    return "same_day" if told.flags or much_worse or told.skin in (BLISTER, UNSURE) else None


def _worse(told: Told) -> bool:
    if isinstance(told.now, str):
        return told.now == WORSE
    return told.before is not None and told.now - told.before >= 2


def _better(told: Told) -> bool:
    if isinstance(told.now, str):
        return told.now == BETTER
    if not told.before:
        return False
    return told.before - told.now >= 2 or told.now / told.before <= 0.7 + 1e-9

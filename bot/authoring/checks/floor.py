"""No flag may lose its floor: the tier table may raise a flag above what the engine ships, and never lower it."""

from collections.abc import Iterator

from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import one_of
from bot.engine import safety
from bot.engine.conditions import Facts
from bot.engine.decisions import Decider

INPUTS: Path = ("inputs",)
TIER: Path = ("tier",)


def check_floor(parts: Parts) -> None:
    """Tell the flags that alone come to a tier that is too low, those that one rule should cover together."""
    if parts.rules_file.doubtful(TIER) or parts.rules_file.doubtful(INPUTS):
        return
    decider = Decider(parts.tables)
    for fact in safety.FLAG_FACTS:
        too_low: dict[tuple[str, str], list[str]] = {}
        for flag, given, least in _tiers(parts, decider, fact):
            if safety.TIERS.index(given) < safety.TIERS.index(least):
                too_low.setdefault((given, least), []).append(flag)
        for (given, least), flags in too_low.items():
            _too_low(parts, fact, flags, given, least)


def _tiers(parts: Parts, decider: Decider, fact: str) -> Iterator[tuple[str, str, str]]:
    """Each flag with the tier that it comes to, and with its floor."""
    for flag in parts.tables.inputs[fact].values:
        yield flag, decider.tier(Facts({fact: frozenset((flag,))})), safety.floor(frozenset((flag,)))


def _too_low(parts: Parts, fact: str, flags: list[str], given: str, least: str) -> None:
    names = "any" if len(flags) == len(parts.tables.inputs[fact].values) else f"[{', '.join(flags)}]"
    found = f"Alone, {one_of(flags)} comes to the tier {given}"
    fits = f"At least {least}: rules may raise a flag, never lower it"
    mend = f"Add a rule such as {{result: {least}, when: {{{fact}: {names}}}}}"
    parts.rules_file.tell((*TIER, "rules"), found, fits, mend, key=True)

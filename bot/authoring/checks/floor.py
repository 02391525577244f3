"""No flag may lose its floor: the tier table may raise a flag above what the engine ships, and never lower it."""

from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import one_of, shown
from bot.engine import safety
from bot.engine.conditions import Facts
from bot.engine.decisions import Decider

INPUTS: Path = ("inputs",)
TIER: Path = ("tier",)


def check_floor(parts: Parts) -> None:
    """Tell each flag that alone comes to a tier that is too low."""
    if parts.rules_file.doubtful(TIER) or parts.rules_file.doubtful(INPUTS):
        return
    decider = Decider(parts.tables)
    for fact in safety.FLAG_FACTS:
        known = parts.tables.inputs.get(fact)
        if known is None:
            fits = f"The engine keeps its flags in {one_of(safety.FLAG_FACTS)}"
            parts.rules_file.miss(INPUTS, f"The input {shown(fact)} is missing", fits, "Put it back")
            continue
        for flag in known.values:
            given = decider.tier(Facts({fact: frozenset((flag,))}))
            if safety.TIERS.index(given) < safety.TIERS.index(safety.floor(frozenset((flag,)))):
                _too_low(parts, fact, flag, given)


def _too_low(parts: Parts, fact: str, flag: str, given: str) -> None:
    least = safety.floor(frozenset((flag,)))
    found = f"The flag {shown(flag)} alone comes to the tier {given}"
    fits = f"At least {least}: rules may raise a flag, never lower it"
    mend = f"Add a rule such as {{result: {least}, when: {{{fact}: {flag}}}}}"
    parts.rules_file.miss((*TIER, "rules"), found, fits, mend)

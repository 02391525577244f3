"""No answer may lose its floor: the tier table may raise it above what the program ships, and never lower it."""

from collections.abc import Iterable, Iterator

from bot.authoring import floors
from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import one_of
from bot.engine import safety
from bot.engine.conditions import Atom, Facts
from bot.engine.decisions import Decider

INPUTS: Path = ("inputs",)
TIER: Path = ("tier",)
FITS = "rules may raise an answer, never lower it"


def check_floor(parts: Parts) -> None:
    """Tell what comes to a tier that is too low: flags that one rule should cover together, answers, and choices."""
    if parts.rules_file.doubtful(TIER) or parts.rules_file.doubtful(INPUTS):
        return
    decider = Decider(parts.tables)
    if not _flags(parts, decider):
        for atoms, least in _known(parts):
            _answers(parts, atoms, decider.tier(facts(atoms)), least)
        if parts.dialogs.whole:
            _choices(parts, decider)


def facts(atoms: Iterable[Atom]) -> Facts:
    """These answers and no others."""
    values: dict[str, frozenset[str]] = {}
    for fact, value in atoms:
        values[fact] = values.get(fact, frozenset()) | {value}
    return Facts(values)


def _lower(given: str, least: str) -> bool:
    return safety.TIERS.index(given) < safety.TIERS.index(least)


def _flags(parts: Parts, decider: Decider) -> bool:
    """Tell the flags that are too low; whether there are any, for then answers that set them are too."""
    told = False
    for fact in safety.FLAG_FACTS:
        too_low: dict[tuple[str, str], list[str]] = {}
        for flag, given, least in _tiers(parts, decider, fact):
            if _lower(given, least):
                too_low.setdefault((given, least), []).append(flag)
        for (given, least), flags in too_low.items():
            _too_low(parts, fact, flags, given, least)
            told = True
    return told


def _tiers(parts: Parts, decider: Decider, fact: str) -> Iterator[tuple[str, str, str]]:
    """Each flag with the tier that it comes to, and with its floor."""
    for flag in parts.tables.inputs[fact].values:
        yield flag, decider.tier(Facts({fact: frozenset((flag,))})), safety.floor(frozenset((flag,)))


def _too_low(parts: Parts, fact: str, flags: list[str], given: str, least: str) -> None:
    names = "any" if len(flags) == len(parts.tables.inputs[fact].values) else f"[{', '.join(flags)}]"
    _tell(parts, f"Alone, {one_of(flags)} comes to the tier {given}", f"{fact}: {names}", least)


def _known(parts: Parts) -> Iterator[tuple[list[Atom], str]]:
    """The answers with a floor that this project asks for."""
    inputs = parts.tables.inputs
    for least, every in floors.TIERS.items():
        for atoms in every:
            if all(fact in inputs and value in inputs[fact].values for fact, value in atoms):
                yield list(atoms), least


def _answers(parts: Parts, atoms: list[Atom], given: str, least: str) -> None:
    if _lower(given, least):
        said = " with ".join(f"{fact}: {value}" for fact, value in atoms)
        tests = ", ".join(f"{{{fact}: {value}}}" for fact, value in atoms)
        when = tests[1:-1] if len(atoms) == 1 else f"all: [{tests}]"
        _tell(parts, f"{said} comes to the tier {given}", when, least)


def _tell(parts: Parts, found: str, when: str, least: str) -> None:
    mend = f"Add a rule such as at_least: {{result: {least}, when: {{{when}}}}}"
    parts.rules_file.tell((*TIER, "rules"), found, f"At least {least}: {FITS}", mend, key=True)


def _choices(parts: Parts, decider: Decider) -> None:
    """A choice that stands for an answer in other words sets one that is urgent enough."""
    for key, least in floors.CHOICES.items():
        name, _, id = key.partition(".choices.")
        for i, choice in enumerate(parts.states[name].choices if name in parts.states else ()):
            given = decider.tier(facts(choice.sets))
            if choice.id == id and _lower(given, least):
                file, path = parts.where(name)
                found = f'The answer "{id}" sets what comes to the tier {given}'
                mend = "Put back under sets: what it stood for"
                file.tell((*path, "choices", i), found, f"At least {least}: who is not sure is not safe", mend)

"""No answer may open a card that it closes: rules may be stricter than what the program ships, and never milder."""

from collections.abc import Iterator

from bot.authoring import floors
from bot.authoring.checks.floor import facts
from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, one_of
from bot.engine.conditions import Atom, Has
from bot.engine.decisions import DRY_HEAT, LEVELS, OPEN_LEVELS, Decider

RULES: Path = ("levels", "rules")
LEAST = "ask_first"
SAID = {"not_for_you": ("stop",), "ask_first": ("stop", "ask")}
"""By the level of dry heat: what must be said about it (SP6)."""


def check_closing(parts: Parts) -> None:
    """Tell each answer with which a card opens that must not, what is said wrong of dry heat, and rules in vain."""
    file = parts.rules_file
    if file.whole:
        decider = Decider(parts.tables)
        complete = not file.problems.critical  # a table of the first hit that misses some answers was told before
        _in_vain(parts)
        for atom, options in _known(parts):
            levels = decider.levels(facts([atom]))
            opened = [option for option in options if levels[option] in OPEN_LEVELS]
            if opened:
                _open(parts, atom, opened)
        if complete:
            _dry_heat(parts, decider)


def _known(parts: Parts) -> Iterator[tuple[Atom, tuple[str, ...]]]:
    """The answers that this project asks for, with those of the options that it has."""
    inputs = parts.tables.inputs
    for (fact, value), options in floors.CLOSED.items():
        if fact in inputs and value in inputs[fact].values:
            yield (fact, value), tuple(option for option in options if option in parts.tables.options)


def _open(parts: Parts, atom: Atom, options: list[str]) -> None:
    """At the rule that is about this answer alone, where there is one."""
    fact, value = atom
    alone = Has(fact, frozenset((value,)))
    rule = next((rule.id for rule in parts.tables.levels if rule.when == alone), None)
    levels = ", ".join(f"{option}: {LEAST}" for option in options)
    mend = f"Write into the rule {rule} {levels}, or something stricter"
    if rule is None:
        mend = f"Add a rule such as {value}: {{when: {{{fact}: {value}}}, {levels}}}"
    found = f"{fact}: {value} does not close {one_of(options).replace(' or ', ' and ')}"
    fits = f"At least {LEAST} for each: rules may be stricter than this, never milder"
    parts.rules_file.tell((*RULES, rule) if rule else RULES, found, fits, mend, key=True)


def _dry_heat(parts: Parts, decider: Decider) -> None:
    wrong = dict.fromkeys(pair for atom, _ in _known(parts) for pair in _said(parts, decider, atom))
    for level, result in wrong:
        found = f"With dry_heat: {level}, what is said of dry heat is {result}"
        fits = f"Only {' or '.join(SAID[level])}: nobody is told to go on with what is closed to them"
        mend = f"Write as the first rule closed: {{result: {SAID[level][-1]}, when: {{dry_heat: {level}}}}}"
        parts.rules_file.tell(("dry_heat_result", "rules"), found, fits, mend, key=True)


def _said(parts: Parts, decider: Decider, atom: Atom) -> Iterator[tuple[str, str]]:
    """With this answer and each kind of heat: level and result of dry heat that do not go together."""
    heats = parts.tables.inputs["heat"].values if "heat" in parts.tables.inputs else ()
    for heat in heats:
        decision = decider.decide(facts([atom, ("heat", heat)]))
        level = decision.levels.get(DRY_HEAT, LEVELS[0])
        if decision.dry_heat_result not in SAID.get(level, (decision.dry_heat_result,)):
            yield level, decision.dry_heat_result


def _in_vain(parts: Parts) -> None:
    """What no rule touches is free, and the strictest rule counts: so a rule can free nothing."""
    for rule in parts.tables.levels:
        for option, level in rule.levels.items():
            if level == LEVELS[0]:
                found = f"{option}: {level} changes nothing: it takes no other rule back"
                mend = "Delete it, or write a stricter level"
                fits = f"One of {', '.join(LEVELS[1:])}"
                parts.rules_file.tell((*RULES, rule.id, option), found, fits, mend, grade=Grade.WARNING, key=True)

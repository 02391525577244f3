"""Compiles the table of `dialogs/decisions.yaml` that says what a check-in comes to."""

from bot.authoring import models as m
from bot.authoring.facts import Facts
from bot.authoring.files import File, Path
from bot.authoring.rules import check_last
from bot.authoring.whens import Whens
from bot.engine.decisions import CheckInRule

RULES: Path = ("check_in", "rules")


def compile_check_in(model: m.CheckInModel, facts: Facts, file: File) -> tuple[CheckInRule, ...]:
    """The rules; what does not fit is told and left out."""
    whens = Whens(file, facts.told, "check_in")
    made: list[CheckInRule] = []
    for name, rule in model.rules.items():
        when = whens.read(rule.when, (*RULES, name, "when"))
        if when or rule.when is None:
            made.append(CheckInRule(name, when, rule.tier, rule.otherwise, rule.no_change, rule.stops_option))
    _orders(model, file)
    return tuple(made)


def _orders(model: m.CheckInModel, file: File) -> None:
    """Rules with `otherwise:` stand last, and the last of them has no test, so that something is always said."""
    last = [((*RULES, name), rule.when is not None) for name, rule in model.rules.items() if rule.otherwise]
    check_last(file, last, "Add one more rule at the end, with otherwise: true and no when:")
    if not last:
        fits = "A last rule with otherwise: true and no test, so that something is always said"
        file.miss(RULES, "No rule has otherwise: true", fits, "Add one")
    for name, rule in model.rules.items():
        if rule.when is None and not rule.otherwise:
            found = f"{name} has no test, so it always fires"
            fits = "A test, or otherwise: true"
            file.tell((*RULES, name), found, fits, "Add when:, or otherwise: true", key=True)

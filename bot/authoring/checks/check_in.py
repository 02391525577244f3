"""A check-in can be set, nothing told in it is passed over, and whatever it comes to is said."""

from bot.authoring import floors
from bot.authoring.check_in_table import RULES
from bot.authoring.parts import Parts
from bot.engine import safety
from bot.engine.check_in import DECLINED, delay_of
from bot.engine.conditions import Facts, atoms, compile_condition
from bot.engine.named import CHECK_IN_RESULT


def check_check_in(parts: Parts) -> None:
    """Tell delays that are none, answers that no rule hears, and rules without their text."""
    if safety.OFFER in parts.states:
        _delays(parts)
    if not parts.rules_file.doubtful(RULES):
        _passed_over(parts)
        if safety.CHECK_IN_RESULT in parts.states:
            _said(parts)


def _delays(parts: Parts) -> None:
    file, path = parts.where(safety.OFFER)
    for i, choice in enumerate(parts.states[safety.OFFER].choices):
        if choice.id != DECLINED and delay_of(choice.id) is None:
            found = f'"{choice.id}" is no delay'
            fits = f"hours_1 to hours_24, and {DECLINED}"
            file.tell((*path, "choices", i), found, fits, "Write hours_ and the number of hours")


def _passed_over(parts: Parts) -> None:
    """Each of these alone makes a rule fire, with its tier, whatever else was told."""
    every = {(name, value) for rule in parts.tables.check_in for name, value in atoms(rule.when)}
    for (fact, value), least in floors.CHECK_IN.items():
        state = parts.states.get(fact)
        if state is None and fact.startswith(safety.CHECK_IN):
            continue
        facts = Facts({fact: frozenset((value,))})
        firing = [r for r in parts.tables.check_in if not r.otherwise and compile_condition(r.when)(facts) is True]
        tier = safety.most_urgent(safety.TIERS[0], *(rule.tier for rule in firing if rule.tier))
        if not firing or safety.TIERS.index(tier) < safety.TIERS.index(least):
            what = f"comes to the tier {tier}" if (fact, value) in every and firing else "is heard by no rule"
            found, fits = (
                f"In a check-in, {fact}: {value} {what}",
                f"At least {least}: rules may raise it, never lower it",
            )
            mend = f"Add a rule such as at_least: {{tier: {least}, when: {{{fact}: {value}}}}}"
            parts.rules_file.tell(RULES, found, fits, mend, key=True)


def _said(parts: Parts) -> None:
    file, path = parts.where(safety.CHECK_IN_RESULT)
    said = {atom for says in parts.states[safety.CHECK_IN_RESULT].shows for atom in atoms(says.when)}
    for rule in parts.tables.check_in:
        if (CHECK_IN_RESULT, rule.id) not in said:
            found = f"Nothing is said when the check-in comes to {rule.id}"
            fits = f"A text for each rule of check_in in {parts.rules_file.name}"
            mend = f"Add - {{text: {rule.id}, when: {{{CHECK_IN_RESULT}: {rule.id}}}}}"
            file.miss((*path, "shows"), found, fits, mend)

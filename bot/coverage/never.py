"""Ways on from the question of a card that no answer can take, as the rules stand."""

from collections.abc import Iterator

from bot.authoring.parts import Parts
from bot.engine.conditions import Has, atoms
from bot.engine.decisions import OPEN_LEVELS, Decider
from bot.engine.dialog import State


def never_taken(parts: Parts, state: State) -> frozenset[int]:
    """The numbers of the rules under `next:` of this question that are never taken.

    The question of a card is asked only while its option is open, and its answer adds nothing but what the question
    sets: so the option comes to the level that it had, or to one that a rule gives for just these answers.
    """
    option = next((page.option for page in parts.states.values() if page.option and page.questions == state.name), None)
    if option is None or any(rule.when is not None and not _asks_level(rule.when, option) for rule in state.next):
        return frozenset()
    left, never = OPEN_LEVELS | _raised(parts, state, option), set[int]()
    for number, rule in enumerate(state.next):
        wanted = rule.when.values if isinstance(rule.when, Has) else left
        if wanted.isdisjoint(left):
            never.add(number)
        left = left - wanted
    return frozenset(never)


def _asks_level(when: object, option: str) -> bool:
    return isinstance(when, Has) and when.name == option


def _raised(parts: Parts, state: State, option: str) -> frozenset[str]:
    """The levels that a rule can give the option because of what this question sets."""
    return frozenset(_levels(parts, state, option))


def _levels(parts: Parts, state: State, option: str) -> Iterator[str]:
    sets, family = {pair for choice in state.choices for pair in choice.sets}, Decider(parts.tables).family(option)
    for rule in parts.tables.levels:
        if not sets.isdisjoint(atoms(rule.when)):
            yield from (rule.levels[member] for member in family if member in rule.levels)

"""Diagrams say the same of sets as a list of all combinations does."""

import random
from itertools import product

import pytest

from bot.compare.diagrams import EVERYTHING, NOTHING, Diagrams

SIZES = (2, 3, 2, 4, 2)
EVERY = list(product(*map(range, SIZES)))


def made(diagrams: Diagrams, rng: random.Random, depth: int = 4) -> tuple[int, set[tuple[int, ...]]]:
    """A set made at random, as a diagram and as a list."""
    if depth == 0:
        question = rng.randrange(len(SIZES))
        answers = rng.sample(range(SIZES[question]), rng.randrange(1, SIZES[question]))
        return diagrams.answered(question, answers), {each for each in EVERY if each[question] in answers}
    (one, ones), (other, others) = (made(diagrams, rng, depth - 1) for _ in range(2))
    return rng.choice(
        (
            (diagrams.both(one, other), ones & others),
            (diagrams.any((one, other)), ones | others),
            (diagrams.without(one, other), ones - others),
        )
    )


@pytest.mark.parametrize("seed", range(60))
def test_a_set_has_and_counts_the_combinations_that_a_list_has(seed: int):
    diagrams = Diagrams(SIZES)
    found, listed = made(diagrams, random.Random(seed))
    assert {each for each in EVERY if diagrams.has(found, each)} == listed
    assert diagrams.count(found) == len(listed)


def test_equal_sets_are_one_number():
    diagrams = Diagrams(SIZES)
    one, other = diagrams.answered(1, (0, 2)), diagrams.answered(3, (1,))
    assert diagrams.other(diagrams.other(one)) == one
    assert diagrams.any((one, other)) == diagrams.other(diagrams.both(diagrams.other(one), diagrams.other(other)))
    assert (diagrams.any((one, diagrams.other(one))), diagrams.without(one, one)) == (EVERYTHING, NOTHING)


@pytest.mark.parametrize("seed", range(40))
def test_the_cheapest_combination_costs_no_more_than_any_other(seed: int):
    diagrams, rng = Diagrams(SIZES), random.Random(seed)
    costs = [tuple(rng.randrange(5) for _ in range(size)) for size in SIZES]
    costs = [(0, *more[1:]) for more in costs]
    found, listed = made(diagrams, rng)
    if not listed:
        with pytest.raises(ValueError, match="empty set"):
            diagrams.cheapest(found, costs)
        return
    chosen = diagrams.cheapest(found, costs)
    least = min(sum(cost[answer] for cost, answer in zip(costs, each, strict=True)) for each in listed)
    assert sum(costs[question][answer] for question, answer in chosen.items()) == least
    assert tuple(chosen.get(question, 0) for question in range(len(SIZES))) in listed

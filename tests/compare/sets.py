"""Answer combinations of a space, drawn at random, and as the facts that the engine takes."""

import random

from bot.compare.space import Space
from bot.engine.conditions import Facts


def drawn(space: Space, rng: random.Random) -> list[int]:
    """A combination: every set has few ticks, often none, for those are told apart most."""
    few = rng.choice((0.0, 0.05, 0.2, 0.5))
    return [
        int(rng.random() < (few if name.endswith("flags") else 0.2))
        if answers[0] == ""
        else rng.randrange(len(answers))
        for name, answers in space.questions
    ]


def as_facts(space: Space, combination: list[int]) -> Facts:
    """The same as facts."""
    values: dict[str, frozenset[str]] = {}
    for (name, answers), answer in zip(space.questions, combination, strict=True):
        chosen = frozenset({answers[answer]}) - {""}
        values[name] = values.get(name, frozenset()) | chosen
    return Facts(values)


def smallest(space: Space, combinations: int) -> list[int]:
    """The smallest example of a set, every question answered."""
    chosen = space.diagrams.cheapest(combinations, space.costs)
    return [chosen.get(question, 0) for question in range(len(space.questions))]

"""Answers of a check-in that mean the same are one; those that any rule tells apart are two."""

from collections.abc import Iterator
from itertools import product

from bot.engine.conditions import Facts
from bot.engine.session import Answers
from bot.verify.follow_ups import FollowUps
from tests.engine.talk import shipped

ASKED = ("check_in.words", "check_in.usual", "check_in.skin")


def every_answer() -> Iterator[Answers]:
    """All answers to the questions of ASKED, each of which can be left out."""
    states = shipped().states
    ways = [(None, *((choice.id,) for choice in states[name].choices)) for name in ASKED]
    for given in product(*ways):
        yield tuple((name, answer) for name, answer in zip(ASKED, given, strict=True) if answer is not None)


def meaning(answers: Answers) -> object:
    return FollowUps(shipped(), ())._meaning(answers)  # pyright: ignore[reportPrivateUsage]


def firing(answers: Answers, change: str, tries: str) -> tuple[object, ...]:
    """What the engine makes of them: facts and decision, and the rules of the check-in that hold."""
    standing = shipped().stand(answers)
    told = {"pain_change": frozenset((change,)), "tries": frozenset((tries,))}
    facts = Facts({**standing.facts.values, **told}, standing.facts.open)
    rules = shipped().source.tables.check_in
    return standing.decision, tuple(rule.id for rule in rules if shipped().holds(rule.when, facts))


def test_answers_that_mean_the_same_come_to_the_same():
    first: dict[object, Answers] = {}
    for answers in every_answer():
        known = first.setdefault(meaning(answers), answers)
        for change, tries in product(("unknown", "better", "same", "worse"), ("first", "second")):
            assert firing(answers, change, tries) == firing(known, change, tries)


def test_skin_that_is_normal_again_and_skin_that_fades_mean_the_same():
    normal, fades, red = (meaning((("check_in.skin", (answer,)),)) for answer in ("normal", "fades", "still_red"))
    assert normal == fades != red

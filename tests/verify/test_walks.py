"""Random walks tell what an exploration has not met, and nothing that it has; `make walks` does it for the whole."""

from functools import cache

from bot.authoring.project import load
from bot.verify.explore import Explorer
from bot.verify.walks import LENGTH, strays
from bot.verify.wordless import wordless
from tests.engine.talk import PROJECT, shipped

NODES = 150


@cache
def begun() -> Explorer:
    """An exploration that ends long before all is known."""
    explorer = Explorer(wordless(shipped()), load(PROJECT).parts.properties, ["moist_heat"])
    explorer.enough = lambda: len(explorer.nodes) > NODES
    explorer.run()
    return explorer


def test_every_session_that_an_exploration_has_met_is_in_one_of_its_classes():
    assert [explored for explored in begun().nodes if begun().unknown(explored.session, explored.memory)] == []


def test_what_an_exploration_has_not_met_is_told_with_the_way_there():
    found = list(strays(begun(), walks=20))
    assert found
    assert all(0 < len(stray.way) <= LENGTH for stray in found)


def test_the_same_seed_walks_the_same_ways():
    first, second = (
        [[each.deed.line for each in stray.way] for stray in strays(begun(), walks=5, seed=3)] for _ in range(2)
    )
    assert first == second

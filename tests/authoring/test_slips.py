"""Mistakes of every kind, planted together: each is told with its place and a mend, and the mend makes it go away."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.app.rooms import ROOMS
from bot.authoring.problems import Problem
from bot.authoring.project import load
from tests.authoring.planted import HERE, copy_project, copy_whole_project, place, problems_of, replace
from tests.authoring.slips import SETS, TRANSLATED, Slip

EVERY = [pytest.param(name, slip, id=slip.what) for name, slips in SETS.items() for slip in slips]


class Seen(NamedTuple):
    """What was told of a set of mistakes, where each of them should be told, and what was left once all were mended."""

    told: list[Problem]
    places: Mapping[str, tuple[str, int, int]]
    left: list[Problem]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Seen]:
    return {name: plant(tmp_path_factory.mktemp(name), name) for name in SETS}


def plant(folder: Path, name: str) -> Seen:
    """Plant a whole set, look, mend it, and look again; a new source is only compared, as the mend says."""
    slips = SETS[name]
    project = copy_whole_project(folder) if slips is TRANSLATED else copy_project(folder)
    for slip in slips:
        replace(project, slip.file, slip.old, slip.new)
    places = {slip.what: placed(project, slip) for slip in slips}
    told = problems_of(load(project, rooms=ROOMS))
    for slip in reversed(slips):
        replace(project, slip.file, slip.new.replace(HERE, ""), slip.mended or slip.old)
    return Seen(told, places, problems_of(load(project, rooms=ROOMS)))


def placed(project: Path, slip: Slip) -> tuple[str, int, int]:
    file, marked = slip.at if slip.at[0] else (slip.file, slip.new)
    return (file, *place(project, file, marked))


def test_there_are_at_least_thirty():
    assert len(EVERY) >= 40
    assert len({slip.what for slips in SETS.values() for slip in slips}) == len(EVERY)


@pytest.mark.parametrize(("name", "slip"), EVERY)
def test_a_mistake_is_told_with_its_place_and_a_mend(seen: Mapping[str, Seen], name: str, slip: Slip):
    here = [problem for problem in seen[name].told
            if (problem.file, problem.line, problem.column) == seen[name].places[slip.what]]  # fmt: skip
    found = [problem for problem in here if problem.found.startswith(slip.found)]
    assert [(problem.grade, slip.mend in problem.mend) for problem in found] == [(slip.grade, True)], here


@pytest.mark.parametrize("name", SETS)
def test_nothing_else_is_told(seen: Mapping[str, Seen], name: str):
    assert len(seen[name].told) == sum(1 + slip.also for slip in SETS[name]), seen[name].told


@pytest.mark.parametrize("name", SETS)
def test_the_mend_makes_it_go_away(seen: Mapping[str, Seen], name: str):
    assert seen[name].left == []

"""Whatever is done to the files, loading tells it and never falls over; and what loads can be talked to."""

import random
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.authoring.project import load
from bot.engine import safety
from bot.engine.effects import Reply, Screen, Turn
from bot.engine.events import ChoicePressed, CommandGiven
from bot.engine.library import Library
from bot.engine.turn import advance
from tests.authoring.mutations import mutated, slips
from tests.authoring.planted import copy_project

NOW = datetime(2030, 6, 1, 12, tzinfo=UTC)
STEPS = 40


class Mutable:
    """A copy of the shipped project in which one file at a time is changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = copy_project(folder)
        self.texts = {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*.yaml")}
        self.words = sorted({word for text in self.texts.values() for word in re.findall(r"[a-z_0-9.]+", text)})
        self.changed = ""

    def change(self, name: str, pick: random.Random, times: int) -> str:
        self.changed = name
        text = mutated(self.texts[name], pick, self.words, times)
        (self.folder / name).write_text(text, "utf-8", newline="")
        return text

    def restore(self) -> None:
        (self.folder / self.changed).write_text(self.texts[self.changed], "utf-8", newline="")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Mutable:
    return Mutable(tmp_path_factory.mktemp("mutable"))


def lines_of(project: Mutable, name: str) -> int:
    """How many lines a file has; one for what is missing."""
    path = project.folder / name
    return len(re.split("\r\n|\r|\n", path.read_bytes().decode("utf-8", "replace"))) if path.is_file() else 1


# A slip in what is heard has thousands of sentences tried anew: two of five of what the profile says, which is forty
# of chance in each run, and thousands with --hypothesis-profile=long.
@settings(
    max_examples=settings().max_examples * 2 // 5,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(name=st.data(), slip=slips)
def test_loading_never_falls_over_and_what_loads_can_be_talked_to(
    project: Mutable, name: st.DataObject, slip: tuple[random.Random, int]
):
    changed = name.draw(st.sampled_from(sorted(project.texts)))
    text = project.change(changed, *slip)
    try:
        loaded = load(project.folder, NOW.date())
        for problem in loaded.problems:
            assert problem.file in project.texts, problem
            assert 1 <= problem.line <= lines_of(project, problem.file) + 1, (problem, text)
            assert problem.column >= 1
            assert problem.found
        assert (loaded.library is None) is loaded.problems.critical
        if loaded.library is not None:
            walk(loaded.library)
    finally:
        project.restore()


def walk(library: Library) -> None:
    """From /start as far as the first answers lead: to the result, or to an end."""
    turn = advance(library, None, CommandGiven("start"), NOW)
    for _ in range(STEPS):
        screen = shown(turn)
        if screen is None or screen.state == safety.RESULT or not screen.buttons:
            break
        turn = advance(library, turn.session, ChoicePressed(screen.number, chosen(screen)), NOW)


def shown(turn: Turn) -> Screen | None:
    return next((effect.screen for effect in turn.effects if isinstance(effect, Reply)), None)


def chosen(screen: Screen) -> str:
    """The answer without danger where there is one."""
    ids = [button.id for button in screen.buttons]
    return next((id for id in ("agree", "none", "dry", "no") if id in ids), ids[-1])


def test_the_walk_comes_to_the_result_of_the_shipped_project(tmp_path: Path):
    library = load(copy_project(tmp_path)).library
    assert library is not None
    turn = advance(library, None, CommandGiven("start"), NOW)
    while (screen := shown(turn)) and screen.state != safety.RESULT:
        turn = advance(library, turn.session, ChoicePressed(screen.number, chosen(screen)), NOW)
    assert turn.session.place == safety.RESULT

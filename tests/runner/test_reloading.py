"""Edited dialogs come into force when they are good; with a mistake the last good ones stay."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.authoring.project import Loaded
from bot.runner.reloading import Reloader
from bot.settings import find_project
from bot.understanding.typed import understanding_of
from tests.runner.test_inlet import House

GREETING = "I am not a person or a doctor."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for part in ("dialogs", "content"):
        shutil.copytree(find_project() / part, tmp_path / part)
    return tmp_path


def edit(project: Path, old: str, new: str) -> None:
    file = project / "content" / "en" / "welcome.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def reloader(project: Path, house: House) -> tuple[Reloader, list[Loaded]]:
    refused: list[Loaded] = []
    return Reloader(project, house.intake, house.log, refused.append, asyncio.Event()), refused


def greeting(house: House) -> str:
    catalog = house.intake.library.catalog("en")
    return "\n".join(catalog.text(key) for key in catalog.bubbles["welcome.start"])


async def test_an_edited_text_is_said_from_then_on(project: Path):
    house = House()
    reload, _ = reloader(project, house)
    edit(project, GREETING, "I am no person and no doctor.")
    await reload.reload()
    assert "I am no person and no doctor." in greeting(house)
    assert [event for event, _ in house.told] == ["dialogs_taken"]


async def test_what_words_mean_is_made_before_an_edit_comes_into_force(project: Path):
    house = House()
    edit(project, GREETING, "I am no person and no doctor.")
    await reloader(project, house)[0].reload()
    made = understanding_of.cache_info().misses
    understanding_of(house.intake.library)
    assert understanding_of.cache_info().misses == made


async def test_with_a_mistake_the_last_good_texts_stay_and_staff_are_told(project: Path):
    house = House()
    reload, refused = reloader(project, house)
    edit(project, GREETING, "I am {nobody}.")
    await reload.reload()
    assert GREETING in greeting(house)
    assert "content/en/welcome.yaml" in [problem.file for problem in refused[0].problems]
    assert [event for event, _ in house.told] == ["dialogs_refused"]


async def test_nothing_changed_is_no_change(project: Path):
    house = House()
    await reloader(project, house)[0].reload()
    assert house.told == []


async def test_saving_a_file_is_enough_when_the_folder_is_watched(project: Path):
    house = House()
    reload, _ = reloader(project, house)
    stop = asyncio.Event()
    jobs = [asyncio.create_task(job(stop)) for job in (reload.run, reload.watch)]
    await asyncio.sleep(0.3)  # until the system watches the folders
    edit(project, GREETING, "I am no person and no doctor.")
    await until(lambda: bool(house.told))
    stop.set()
    await asyncio.wait_for(asyncio.gather(*jobs), 10)
    assert "I am no person and no doctor." in greeting(house)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - what is waited for is a list that grows
            await asyncio.sleep(0.02)

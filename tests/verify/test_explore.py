"""One slice of the shipped project holds, and planted faults are found with the shortest conversation."""

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from bot.authoring.project import load
from bot.authoring.properties import Properties
from bot.conversations.suite import play_all
from bot.engine.library import Library
from bot.verify.explore import Explorer
from bot.verify.story import script, tell
from bot.verify.ways import combinations
from tests.engine.talk import PROJECT, shipped


@cache
def properties() -> Properties:
    return load(PROJECT).parts.properties


@cache
def without_numb_skin() -> Explorer:
    """The shipped project, explored without the rule that closes moist heat on numb skin."""
    return explored(without_level("numb_skin", "moist_heat"), "moist_heat", beyond=False)


def explored(library: Library, *options: str, beyond: bool = True) -> Explorer:
    explorer = Explorer(library, properties(), options, everything=False, beyond=beyond)
    explorer.run()
    return explorer


def test_every_property_of_the_clinical_knowledge_base_is_there():
    assert [each.id for each in properties()] == [f"SP{number}" for number in range(1, 25)]


def without_level(rule: str, option: str) -> Library:
    """The shipped project with one level of one rule left out."""
    source = shipped().source
    levels = tuple(
        replace(each, levels={name: level for name, level in each.levels.items() if name != option})
        if each.id == rule
        else each
        for each in source.tables.levels
    )
    return Library(replace(source, tables=replace(source.tables, levels=levels)))


def test_moist_heat_on_numb_skin_is_found_and_told_as_a_conversation():
    explorer = without_numb_skin()
    library = explorer.library
    found = [each for (id, _), each in explorer.found.items() if id == "SP7"]
    assert found
    assert found[0].by is not None
    way = (*explorer.path(found[0].node), found[0].by)
    lines = [line.words for line in tell(library, way) if line.who == "person"]
    assert lines[-1].startswith("[")
    assert any("Numb skin" in line for line in lines)
    assert "conversation:" in script(library, way, "found")


def test_a_saved_conversation_is_one_that_can_be_played(tmp_path: Path):
    explorer = without_numb_skin()
    found = next(each for (id, _), each in explorer.found.items() if id == "SP7")
    assert found.by is not None
    saved = tmp_path / "found.yaml"
    saved.write_text(script(explorer.library, (*explorer.path(found.node), found.by), "found"), encoding="utf-8")
    assert [result.passed for result in play_all([saved], explorer.library)] == [True]


def test_all_answers_of_the_shipped_project_keep_every_property():
    explorer = explored(shipped(), "moist_heat", beyond=False)
    assert explorer.found == {}
    assert "heat_check.result" in explorer.places
    assert combinations(explorer) > 1_000_000

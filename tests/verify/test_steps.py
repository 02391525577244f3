"""Kept steps give what the engine would give, and count only while all that they have read is the same."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from bot.authoring.project import Loaded, load
from bot.verify.explore import Explorer
from bot.verify.kept import Kept, unpacked
from bot.verify.prints import prints
from bot.verify.steps import Steps
from bot.verify.ways import combinations
from bot.verify.wordless import wordless
from tests.authoring.planted import copy_project

OPTIONS = ("moist_heat",)


NODES = 250
"""So many sessions are enough to come to the rules and to the end of the check."""


class Edit(NamedTuple):
    """One text of one file, and what stands in its place."""

    file: str
    old: str
    new: str


def explored(loaded: Loaded, kept: Kept | None = None) -> Explorer:
    """The check, from a newcomer on."""
    library = loaded.library
    assert library is not None
    bare, found = wordless(library), prints(loaded)
    explorer = Explorer(bare, loaded.parts.properties, OPTIONS, everything=False, beyond=False)
    explorer.enough = lambda: len(explorer.nodes) > NODES
    explorer.steps = Steps(bare, explorer.outlook, found, kept, explorer.aim)
    explorer.run()
    return explorer


@cache
def unedited() -> Loaded:
    """A copy of the shipped project: it speaks English alone, so that the others are quick, too."""
    with TemporaryDirectory() as folder:
        return load(copy_project(Path(folder) / "project"))


@cache
def first() -> tuple[Explorer, bytes]:
    """The copy, explored without any kept steps, and what it keeps."""
    explorer = explored(unedited())
    return explorer, explorer.steps.packed()


def kept() -> Kept:
    found = unpacked(first()[1])
    assert found is not None
    return found


def came_to(explorer: Explorer) -> object:
    """All that a proof takes from an exploration."""
    nodes = [(node.session, node.memory, node.tried, node.apart) for node in explorer.nodes]
    return nodes, explorer.edges, explorer.reached, explorer.found, explorer.places, combinations(explorer)


def edited(folder: Path, edit: Edit) -> Loaded:
    project = copy_project(folder / "project")
    path = project / edit.file
    text = path.read_text("utf-8")
    assert edit.old in text
    path.write_text(text.replace(edit.old, edit.new, 1), "utf-8")
    return load(project)


def test_without_an_edit_nothing_is_taken_anew():
    again = explored(unedited(), kept())
    assert again.steps.recalled == again.tried == first()[0].tried
    assert came_to(again) == came_to(first()[0])


def test_what_is_kept_again_serves_the_next_proof():
    again = unpacked(explored(unedited(), kept()).steps.packed())
    third = explored(unedited(), again)
    assert third.steps.recalled == third.tried
    assert came_to(third) == came_to(first()[0])


def test_what_is_no_record_of_steps_counts_as_none():
    assert unpacked(b"") is None
    assert unpacked(first()[1][:-1]) is None


HEAT, RULES = "dialogs/heat_check.yaml", "dialogs/decisions.yaml"
A_RULE = "    moist_signs: {when: {signs: any, heat: [moist, both, unsure]}, moist_heat: ask_first}\n"
WITHOUT_A_RULE = Edit(RULES, A_RULE, "")
EDITS = (
    Edit(HEAT, "{when: {heat: none}, go: red_flags.today}", "{when: {heat: dry}, go: red_flags.today}"),
    Edit(HEAT, "- {when: {signs: any}, say: stop_dry}", "- {when: {signs: swelling}, say: stop_dry}"),
    Edit(HEAT, "unsure: {sets: {skin: spreading}}", "unsure: {sets: {skin: blister}}"),
    Edit(RULES, "      moist_heat: not_for_you\n      cold", "      moist_heat: ask_first\n      cold"),
    Edit(RULES, "heart}, moist_heat: ask_first", "heart}, moist_heat: not_for_you"),
    Edit(RULES, "{signs: any}, dry_heat: not_for_you", "{signs: any}, dry_heat: ask_first"),
    Edit(RULES, "{signs: worse_pain}, moist_heat: caution", "{signs: worse_pain}, moist_heat: ask_first"),
    Edit(RULES, "{recent: flare}, contrast: ask_first", "{recent: flare}, contrast: not_for_you"),
    Edit(RULES, "fragile_skin: {result: book_soon", "fragile_skin: {result: same_day"),
    Edit(RULES, "{signs: any, heat: [moist, both, unsure]}, moist", "{signs: any, heat: [moist, both]}, moist"),
    Edit(RULES, "{when: {signs: worse_pain}, moist_heat", "{when: {signs: worse_pain, heat: dry}, moist_heat"),
    WITHOUT_A_RULE,
)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.new)
def test_after_an_edit_the_result_is_that_of_an_exploration_without_kept_steps(tmp_path: Path, edit: Edit):
    loaded = edited(tmp_path, edit)
    anew, again = explored(loaded), explored(loaded, kept())
    assert came_to(again) == came_to(anew)
    assert again.tried == anew.tried > again.steps.recalled > 0


def test_after_a_rule_is_added_the_result_is_that_of_an_exploration_without_kept_steps(tmp_path: Path):
    before = unpacked(explored(edited(tmp_path, WITHOUT_A_RULE)).steps.packed())
    again = explored(unedited(), before)
    assert came_to(again) == came_to(first()[0])
    assert again.tried > again.steps.recalled > 0


def test_a_rule_that_comes_and_goes_leaves_nothing_behind(tmp_path: Path):
    without = edited(tmp_path, WITHOUT_A_RULE)
    back = unpacked(explored(unedited(), unpacked(explored(without, kept()).steps.packed())).steps.packed())
    third = explored(unedited(), back)
    assert third.steps.recalled == third.tried
    assert came_to(third) == came_to(first()[0])


def test_steps_count_for_nothing_once_something_else_than_states_and_rules_has_changed():
    was = kept()
    was.prints = replace(was.prints, core=b"another program")
    assert explored(unedited(), was).steps.recalled == 0

"""A proof is made anew for what it depends on, and for nothing else."""

from pathlib import Path

import pytest

from bot.authoring.project import load
from bot.verify.prints import prints
from tests.authoring.planted import copy_project


def edited(folder: Path, file: str, old: str, new: str) -> tuple[bytes, bytes]:
    """What the proof depends on before and after an edit of one file of a copy."""
    project = copy_project(folder / "project")
    before = prints(load(project)).whole
    path = project / file
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")
    return before, prints(load(project)).whole


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("dialogs/safety.yaml", "properties:", "# A note that moves every line.\nproperties:"),
        ("content/en/welcome.yaml", "Hi", "Hello"),
        ("content/topics.yaml", "do you hold on to what i answered", "do you hold on to what i have answered"),
    ],
)
def test_what_no_path_depends_on_needs_no_new_proof(tmp_path: Path, file: str, old: str, new: str):
    before, after = edited(tmp_path, file, old, new)
    assert before == after


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            "dialogs/heat_check.yaml",
            "choices: [dry, moist, both, none, unsure]",
            "choices: [moist, dry, both, none, unsure]",
        ),
        ("dialogs/decisions.yaml", "contrast: ask_first}", "contrast: not_for_you}"),
        (
            "dialogs/safety.yaml",
            "whenever: {danger: [emergency, crisis], person",
            "whenever: {danger: emergency, person",
        ),
        ("dialogs/alternatives.yaml", "[never_with_heat, say, ", "[say, never_with_heat, "),
    ],
)
def test_what_a_path_depends_on_needs_a_new_one(tmp_path: Path, file: str, old: str, new: str):
    before, after = edited(tmp_path, file, old, new)
    assert before != after

"""A proof is made anew for what it depends on, and for nothing else."""

from pathlib import Path

import pytest

from bot.app.verifying import depends_on
from bot.authoring.project import load
from tests.authoring.planted import copy_project


def edited(folder: Path, file: str, old: str, new: str) -> tuple[bytes, bytes]:
    """What the proof depends on before and after an edit of one file of a copy."""
    project = copy_project(folder / "project")
    before = depends_on(load(project))
    path = project / file
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")
    return before, depends_on(load(project))


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
        ("dialogs/decisions.yaml", "swelling", "stiffness"),
        ("dialogs/safety.yaml", "swelling", "stiffness"),
    ],
)
def test_what_a_path_depends_on_needs_a_new_one(tmp_path: Path, file: str, old: str, new: str):
    before, after = edited(tmp_path, file, old, new)
    assert before != after

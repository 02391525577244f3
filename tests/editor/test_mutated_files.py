"""What `heatwise check` accepts, an editor accepts: held against files with every kind of slip in them."""

import random
from pathlib import Path

from bot.authoring.problems import Grade
from bot.authoring.project import load
from bot.authoring.schemas.project import MARK, draw_all, schema_for, written
from tests.authoring.test_mutated_files import NOW, Mutable, project
from tests.editor.editor import Editor

__all__ = ["project"]

EXAMPLES = 30
AT_LEAST = 5
"""So many of them must be left that `heatwise check` accepts, or the test shows nothing."""


def accepted(project: Mutable, chance: random.Random) -> tuple[str, str] | None:
    """A changed file of which check tells nothing, and its schema; None where it tells something."""
    name = chance.choice(sorted(project.texts))
    text = project.change(name, chance, 1)
    try:
        loaded = load(project.folder, NOW.date())
    finally:
        project.restore()
    if text == project.texts[name] or any(problem.grade is not Grade.INFO for problem in loaded.problems):
        return None
    return text, written(draw_all(loaded.parts)[schema_for(name)])


def test_an_editor_marks_nothing_that_check_accepts(editor: Editor, project: Mutable, tmp_path: Path):
    chance, texts = random.Random(5), dict[Path, str]()
    for number in range(EXAMPLES):
        found = accepted(project, chance)
        if found:
            text, schema = found
            (tmp_path / f"{number}.json").write_text(schema, "utf-8")
            texts[tmp_path / f"{number}.yaml"] = f"{MARK}{number}.json\n" + text.replace(MARK, "# ")
    marks = editor.marks_of_all(texts)
    assert [(texts[path], found) for path, found in marks.items() if found] == []
    assert len(texts) >= AT_LEAST

"""Every shipped file names its schema, and an editor finds nothing to mark in it."""

from bot.app.schemas import draw
from bot.authoring.schemas.project import MARK
from tests.editor.editor import SHIPPED, Editor

FILES = sorted(
    path
    for part in ("dialogs", "content", "tests/conversations")
    for path in (SHIPPED / part).rglob("*.yaml")
    if path.name != "translated.yaml"  # heatwise writes it, and nobody need read it
)


def test_there_are_files_of_each_kind():
    kinds = {path.relative_to(SHIPPED).parts[0] for path in FILES}
    assert kinds == {"dialogs", "content", "tests"}


def test_an_editor_marks_nothing_in_any_of_them(editor: Editor):
    marks = editor.marks_of_all({path: path.read_text("utf-8") for path in FILES})
    assert {str(path): found for path, found in marks.items() if found} == {}


def test_the_first_line_of_each_names_a_schema_that_is_there():
    firsts = {path: path.read_text("utf-8").partition("\n")[0] for path in FILES}
    named = {path: path.parent / first.removeprefix(MARK) for path, first in firsts.items() if first.startswith(MARK)}
    assert [str(path) for path in FILES if path not in named or not named[path].is_file()] == []


def test_the_schemas_are_what_heatwise_schema_writes():
    drawn = draw(SHIPPED)
    assert (drawn.stale, drawn.without_line) == ([], {})

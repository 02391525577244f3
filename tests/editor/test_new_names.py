"""Who adds a question sees its name marked as unknown, until `heatwise schema` has told the editor of it."""

from pathlib import Path

from bot.app.new import start
from bot.app.schemas import draw, write
from bot.authoring.schemas.entries import NOBODY
from tests.editor.editor import SHIPPED, Editor

MORE = """\
states:
  more:
    buttons:
      back: {go: back}
"""


def test_a_new_state_is_known_once_the_schemas_are_written(editor: Editor, tmp_path: Path):
    clinic = start(tmp_path / "clinic")
    dialog, words = clinic / "dialogs/reading.yaml", clinic / "content/en/reading.yaml"
    dialog.write_text(dialog.read_text("utf-8").replace("states:\n", MORE), "utf-8")
    words.write_text(words.read_text("utf-8") + "\nmore:\n  say: Here is more.\n  buttons: {back: Back}\n", "utf-8")
    marks = editor.marks_of_all({words: words.read_text("utf-8")})[words]
    assert [(mark.column, mark.says) for mark in marks] == [(1, NOBODY)]
    changed = write(draw(clinic))
    assert editor.marks_after(words, [clinic / name for name in changed]) == []


def test_a_new_conversation_is_known_by_its_folder_alone(editor: Editor):
    talk = SHIPPED / "tests/conversations/happy/a_new_one.yaml"
    marks = editor.marks_of_all({talk: "conversation: New\nsteps:\n  - uesr: /start\n"})[talk]
    assert [(mark.line, mark.column) for mark in marks] == [(3, 5)], marks

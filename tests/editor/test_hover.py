"""Where the mouse rests on a word, the editor says what it does, in words for somebody who does not program."""

import pytest

from tests.editor.editor import Editor

HEAT = "dialogs/heat_check.yaml"

TABLE = [
    (HEAT, "heat_kind:\n    ask: one\n", "heat_kind:\n    a‸sk: one\n", "What the patient does here."),
    (HEAT, "heat_kind:\n    ask: one\n", "heat_kind:\n    a‸sk: one\n", "ticks lines, then Done"),
    (HEAT, "  heat_kind:\n", "  he‸at_kind:\n", "One place in the conversation"),
    (HEAT, "go: red_flags.today}", "g‸o: red_flags.today}", "a state of this dialog, a state of another one"),
    (HEAT, "when: {heat: none}", "when: {he‸at: none}", "heat: dry, moist, both, none, unsure"),
    ("dialogs/decisions.yaml", "\nlevels:\n", "\nlev‸els:\n", "the strictest rule that fires"),
    ("content/en/heat_check.yaml", "      label: Dry\n", "      la‸bel: Dry\n", "The short words on the button."),
    ("content/es/letter.yaml", "\nsubject:", "\nsub‸ject:", "Everybody on the way can read it"),
    ("content/clinic.yaml", "notice_version: ", "notice_ver‸sion: ", "the notice before the call form"),
    ("content/inventory.yaml", "S1:\n  says:", "S1:\n  sa‸ys:", "The gist of the row"),
    ("tests/conversations/same_day/fever.yaml", "lang: en", "la‸ng: en", "The language of the chat."),
]


@pytest.mark.parametrize(("file", "old", "new", "says"), TABLE, ids=[f"{row[0]} {row[3]}" for row in TABLE])
def test_it_says_what_the_word_does(editor: Editor, file: str, old: str, new: str, says: str):
    assert says in editor.told(editor.typed(file, old, new))

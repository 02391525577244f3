"""The command `heatwise test --accept`: words that were changed on purpose are taken, and nothing else ever is."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.app import load_library
from bot.app.accepting import accept as take
from bot.cli import main_app
from tests.test_conversations.small import ROOT, write

TALK = """\
conversation: Numb between the legs   # a comment that stays
lang: en
steps:
  - include: ../_shared/agreed.yaml
  - bot: {state: red_flags.nerves, buttons: [None of these, 'Yes, one or more', Not sure]}
  # and so does this one
  - tap:   "Not sure"
  - bot:
      state: red_flags.emergency
      says: [have someone drive you, "If you cannot call"]
      says_key: [red_flags.emergency.unsure, red_flags.emergency.outside]
"""

ROWS = """\
conversation: What is ticked
each:
  - {lines: [Pain goes up, More stiff], often: "Done: only now and then"}
  - {lines: [More stiff], often: "Done: each time, or not sure"}
start_at: heat_check.signs
steps:
  - select: {lines: "{lines}", done: "{often}"}
  - bot: {state: red_flags.today, says_key: heat_check.stop_dry}
"""

AGREED = "conversation: Agrees\nsteps:\n- user: /start\n- tap: The person with pain is 18+ and agrees\n"


@pytest.fixture
def clinic(folder: Path) -> Path:
    for part in ("dialogs", "content"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.rmtree(folder / "content/es")  # a danger text that is newer than its translation is not served
    write(AGREED, "talks/_shared/agreed.yaml")
    return folder


def reword(file: str, old: str, new: str) -> None:
    path = Path("content") / "en" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def accept(*words: str) -> Result:
    return CliRunner().invoke(main_app, ["test", "--project", ".", "talks", "--accept", *words])


def written(name: str) -> str:
    return Path(name).read_text("utf-8")


def test_words_are_taken_in_place_and_all_else_stays(clinic: Path):
    write(TALK, "talks/emergency/saddle.yaml")
    reword("red_flags.yaml", "have someone drive you to", "let someone drive you to")
    reword("red_flags.yaml", "Yes, one or more", "Yes, one or more things")
    reword("red_flags.yaml", "unsure: Not sure", "unsure: Not sure, or maybe")
    reword("welcome.yaml", "The person with pain is 18+ and agrees", "The person with pain is 18+, and agrees")
    ended = accept("--yes")
    assert (ended.exit_code, ended.stdout.splitlines()[-1]) == (
        0,
        "Wrote 5 changes. Played again: 1 passed, 0 failed",
    ), ended.stdout
    expected = TALK.replace("have someone drive", "let someone drive").replace("one or more'", "one or more things'")
    expected = expected.replace("more things', Not sure]", 'more things\', "Not sure, or maybe"]')
    expected = expected.replace('tap:   "Not sure"', 'tap:   "Not sure, or maybe"')
    assert written("talks/emergency/saddle.yaml") == expected
    assert written("talks/_shared/agreed.yaml") == AGREED.replace(
        "The person with pain is 18+ and agrees", '"The person with pain is 18+, and agrees"'
    )


def test_words_of_a_table_are_taken_in_its_rows(clinic: Path):
    write(ROWS, "talks/rows.yaml")
    reword("heat_check.yaml", "label: More stiff", "label: More stiffness")
    reword("heat_check.yaml", "Done: only now and then", "Done, only now and then")
    ended = accept("--yes")
    assert ended.exit_code == 0, ended.stdout
    expected = ROWS.replace("More stiff]", "More stiffness]").replace("Done: only now", "Done, only now")
    assert written("talks/rows.yaml") == expected


@pytest.mark.parametrize(("begin", "end"), [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n")], ids=["bom", "crlf"])
def test_line_ends_and_marks_of_other_editors_stay(clinic: Path, begin: bytes, end: bytes):
    path = Path("talks/agrees.yaml")
    talk = AGREED.replace("Agrees", "Él está de acuerdo 👍").encode().replace(b"\n", end)
    path.write_bytes(begin + talk)
    reword("welcome.yaml", "is 18+ and agrees", "is 18+ and accepts")
    ended = accept("--yes")
    assert ended.exit_code == 0, ended.stdout
    assert path.read_bytes() == begin + talk.replace(b"and agrees", b"and accepts")


def test_a_label_in_other_words_is_known_by_its_id(clinic: Path):
    write(TALK, "talks/emergency/saddle.yaml")
    reword("red_flags.yaml", "none: None of these", "none: Nothing like that")
    reword("red_flags.yaml", "some: Yes, one or more", "some: Some")
    ended = accept("--yes")
    assert ended.exit_code == 1, ended.stdout  # "Yes, one or more" names no id, and is not near
    reword("red_flags.yaml", "some: Some", "some: Yes, one of these, or more")
    ended = accept("--yes")
    assert ended.exit_code == 0, ended.stdout
    new = "[Nothing like that, 'Yes, one of these, or more', Not sure]"
    assert written("talks/emergency/saddle.yaml") == TALK.replace("[None of these, 'Yes, one or more', Not sure]", new)


def test_old_and_new_are_shown_with_their_place_and_nothing_is_written_without_consent(clinic: Path):
    write(TALK, "talks/emergency/saddle.yaml")
    reword("red_flags.yaml", "have someone drive you to", "let someone drive you to")
    shown = (
        "Only words have changed in 1 conversation:\n\n"
        "  talks/emergency/saddle.yaml:8  (a text about danger: read it twice)\n"
        "    was  have someone drive you\n    now  let someone drive you\n\n"
    )
    dry, alone = accept("--dry-run"), accept()
    place = shown.replace(":8 ", ":10 ")
    assert (dry.exit_code, dry.stdout) == (1, place)
    nobody = "Nothing was written: nobody is here to ask. To take these words: heatwise test --accept --yes\n"
    assert (alone.exit_code, alone.stdout) == (1, place + nobody)
    assert written("talks/emergency/saddle.yaml") == TALK


class Somebody(StringIO):
    """Somebody at a terminal, who types this."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "taken"), [("n", False), ("", False), ("y", True)])
def test_somebody_who_sits_there_is_asked(clinic: Path, monkeypatch: pytest.MonkeyPatch, answer: str, taken: bool):
    path = write(TALK, "talks/emergency/saddle.yaml")
    reword("red_flags.yaml", "have someone drive you to", "let someone drive you to")
    monkeypatch.setattr("sys.stdin", Somebody(f"{answer}\n"))
    assert take([path], load_library(clinic), yes=False, dry_run=False) is taken
    assert written("talks/emergency/saddle.yaml") == (TALK.replace("have someone", "let someone") if taken else TALK)


REFUSED = {
    "another place": ("red_flags.body}", "red_flags.emergency}"),
    "another tier": ("tier: self_care", "tier: same_day"),
    "a lock": ("session: unlocked", "session: locked"),
}

BODY = """\
conversation: On to the body
steps:
  - include: _shared/agreed.yaml
  - tap: None of thees
  - bot: {state: red_flags.body}
  - expect: {tier: self_care, session: unlocked}
"""


@pytest.mark.parametrize(("old", "new"), REFUSED.values(), ids=REFUSED)
def test_a_change_of_anything_but_words_stays_a_failure_and_is_named(clinic: Path, old: str, new: str):
    wrong = BODY.replace(old, new)
    write(wrong, "talks/body.yaml")
    ended = accept("--yes")
    assert ended.exit_code == 1
    assert "FAILED  talks/body.yaml:" in ended.stdout
    assert "1 failure in what may be more than words: nothing of these conversations is accepted." in ended.stdout
    assert written("talks/body.yaml") == wrong


def test_another_question_is_no_rewording(clinic: Path):
    talk = "conversation: x\nstart_at: precautions.for_cold\nsteps:\n- tap: None of these\n"
    write(talk, "talks/cold.yaml")
    ended = accept("--yes")
    assert (ended.exit_code, written("talks/cold.yaml")) == (1, talk), ended.stdout


OTHER_WORDS = {
    "a number": ("Call {emergency.number} now.", "Call {clinic.phone} now.", 'says: "Call {emergency.number} now."'),
    "a not": ("Do not drive yourself.", "Do drive yourself.", "says: Do not drive yourself."),
    "a bubble": ("Do not wait for this chat. Nobody is reading it.", "", "says: Do not wait for this chat."),
    "a button": (
        "cannot_call: I cannot call",
        "cannot_call: I can't call",
        "buttons: [Help is on the way, I cannot call, Call for me, Show the number again, I tapped by mistake]",
    ),
    "an order": (
        "cannot_call: I cannot call",
        "cannot_call: Show the number again",
        "buttons: [Help is on the way, Show the number again, I cannot call, I tapped by mistake]",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), OTHER_WORDS.values(), ids=OTHER_WORDS)
def test_an_emergency_text_that_says_something_else_is_never_accepted(clinic: Path, old: str, new: str, expected: str):
    talk = "conversation: x\nstart_at: red_flags.emergency\nsteps:\n- user: hi\n- command: start\n"
    talk += f"- bot: {{state: red_flags.emergency, {expected}}}\n"
    write(talk, "talks/emergency.yaml")
    reword("red_flags.yaml", old, new)
    ended = accept("--yes")
    assert (ended.exit_code, written("talks/emergency.yaml")) == (1, talk), ended.stdout


def test_where_nothing_has_changed_nothing_is_asked(clinic: Path):
    write(TALK, "talks/emergency/saddle.yaml")
    ended = accept()
    assert (ended.exit_code, ended.stdout) == (0, "No words to accept. 1 passed, 0 failed\n")

"""The command `heatwise test --record`: what it asks, writes and refuses, in a pipe and in a window."""

from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli import main_app
from tests.terminal.window import Window
from tests.test_conversations.small import ROOT

AGREED = """\
conversation: My talk
lang: en
steps:
  - user: /start
  - bot: {state: welcome.start}
  - tap: The person with pain is 18+ and agrees
  - bot: {state: red_flags.nerves, buttons: [none, some, unsure]}
"""


def record(*words: str, typed: str = "1\n") -> Result:
    return CliRunner().invoke(main_app, ["test", "--record", *words], input=typed)


def test_a_chat_is_written_and_played_at_once(folder: Path):
    ended = record("talks/my_talk.yaml")
    assert ended.exit_code == 0
    assert (folder / "talks" / "my_talk.yaml").read_text("utf-8") == AGREED
    assert ended.stdout.endswith(
        "\nWrote talks/my_talk.yaml\npassed  talks/my_talk.yaml\n"
        "It can be edited like any other. Next: heatwise test talks/my_talk.yaml\n"
        f"To have it played with the others, move it into {ROOT / 'tests' / 'conversations'}\n1 passed, 0 failed\n"
    )


def test_save_ends_it_and_time_can_be_turned(folder: Path):
    ended = record(
        "talk.yaml", "--name", "Hours later: nothing", "--lang", "es", typed="/wait soon\n/wait 3 hours\n/save\n1\n"
    )
    assert '"soon" is no span of time. A number and its unit: seconds, minutes, hours or days.' in ended.stdout
    written = (folder / "talk.yaml").read_text("utf-8")
    assert written.splitlines()[:2] == ['conversation: "Hours later: nothing"', "lang: es"]
    assert written.endswith("  - bot: {state: welcome.start}\n  - wait: 3 hours\n")


def test_a_file_that_is_there_is_kept(folder: Path):
    (folder / "talk.yaml").write_text("mine", "utf-8")
    ended = record("talk.yaml")
    told = "talk.yaml is there already. Give another name, or add --overwrite to replace it.\n"
    assert (ended.exit_code, ended.stderr, (folder / "talk.yaml").read_text("utf-8")) == (2, told, "mine")
    assert record("talk.yaml", "--overwrite").exit_code == 0
    assert (folder / "talk.yaml").read_text("utf-8").startswith("conversation: Talk\n")


def test_a_name_that_no_run_would_find_is_refused():
    ended = record("talk.txt")
    told = "talk.txt would not be found as a conversation. Give a name that ends in .yaml.\n"
    assert (ended.exit_code, ended.stderr) == (2, told)


def test_a_chat_in_a_window_with_keys(folder: Path):
    file = folder / "my_talk.yaml"
    with Window(folder / "data", "--record", str(file), command="test", rows=40) as window:
        window.see("Privacy", "/save").press("down", "enter").see("Question 1 of at most 9").press("ctrl-c")
        window.see("What does this conversation show? (Enter: My talk)").press("enter").see("1 passed, 0 failed")
        assert window.closed() == 0
    assert file.read_text("utf-8") == AGREED
    assert not (folder / "data").exists()

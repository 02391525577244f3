"""The whole chat in a window: by arrows, by numbers, by words, in all kinds of terminals, and through a kill."""

from pathlib import Path

import pytest

from tests.durability.chat_process import ChatProcess
from tests.terminal.window import Window

RESULT = "What next?"
CARD = "lower pain sensitivity"

BY_ARROWS = [
    ("Question 1 of at most 9", ["down", "enter"]),
    ("Question 2 of at most 9", ["down", "enter"]),
    ("Question 3 of at most 9", ["down", "enter"]),
    ("Question 4 of at most 9", ["down", "enter"]),
    ("Question 5 of at most 9", ["down", "space", "end", "enter"]),
    ("Question 6 of 8", ["end", "up", "enter"]),
    ("Question 7 of 8", ["end", "up", "enter"]),
    ("Question 8 of 8", ["end", "up", "enter"]),
    (RESULT, ["down", "enter"]),
]

BY_NUMBERS = ["1", "1", "1", "1", "1 7", "16", "9", "8", "1"]

BY_WORDS = [
    "none of these", "None of these", "NONE OF THESE", "Dry", "None of these", "none of these", "none of these",
    "none of these", "Mind and body",
]  # fmt: skip


def begun(data: Path, *words: str, columns: int = 80, rows: int = 40, **environment: str) -> Window:
    """A window in which the person has agreed."""
    window = Window(data, *words, columns=columns, rows=rows, **environment)
    return window.see("Privacy", "/stop").press("1", "enter").see("Question 1 of at most 9")


def _last(window: Window, words: str) -> int:
    return max(y for y, line in enumerate(window.lines) if words in line)


def test_arrows_alone_lead_to_the_first_card(tmp_path: Path) -> None:
    with Window(tmp_path, "--ephemeral", rows=40) as window:
        window.see("Privacy", "/stop").press("down", "enter")
        for question, keys in BY_ARROWS:
            window.see(question).press(*keys)
        window.see("› Mind and body", CARD)
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("typed", [BY_NUMBERS, BY_WORDS])
def test_numbers_or_words_lead_to_the_first_card(tmp_path: Path, typed: list[str]) -> None:
    with begun(tmp_path, "--ephemeral") as window:
        for (question, _), answer in zip(BY_ARROWS, typed, strict=True):
            window.see(question).press(answer, "enter")
        window.see(CARD)


def test_enter_by_chance_answers_nothing(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral") as window:
        window.press("enter", "space", "enter").see("Please choose first", "Question 1 of at most 9")


def test_a_list_is_ticked_with_space_and_stays_in_the_conversation(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral") as window:
        for question, keys in BY_ARROWS[:4]:
            window.see(question).press(*keys)
        window.see("Question 5").press("down", "space", "down", "space", "down", "space", "space")
        window.see("1  [x]", "2  [x]", "→  3  [ ] More stiff")
        window.press("end", "up", "enter").see("› Done: each time", "Question 6 of 8")
        assert "│  2  [x] More burning, tingling, or nerve-like feelings" in window.text


def test_back_help_and_stop_are_always_in_sight(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral") as window:
        for question, keys in [*BY_ARROWS, (CARD, ["/stop", "enter"])]:
            window.see(question)
            last = [line for line in window.lines if line][-1]
            assert all(command in last for command in ("/back", "/help", "/stop"))
            window.press(*keys)
        window.see("Stopped.", "/back", "/help", "/stop")


def test_an_emergency_is_seen_in_colour_and_in_words(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral") as window:
        window.press("2", "enter").see("EMERGENCY: call 911", "Call 911 now.", "Help is on the way")
        assert window.text.count("EMERGENCY: call 911") == 2  # over its message, and over the menu
        assert window.style_of("Call 911 now.").bg == "red"
        assert window.cells()[_last(window, "EMERGENCY: call 911")][4].bg == "red"
        assert "┏━" in window.text


def test_a_crisis_is_seen_as_one(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral") as window:
        window.paste("I want to\nkill myself").press("enter").see("HELP DAY AND NIGHT: call or text 988")
        assert window.style_of("I am sorry things are this hard.").bg == "blue"


def test_keys_typed_ahead_do_not_answer_an_emergency(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral") as window:
        window.press("2\r4\r").see("Help is on the way", "/stop")
        assert "I erased your answers" not in window.text


@pytest.mark.parametrize("answer", ["1", "2", "i want to die"])
def test_without_colour_everything_is_there_and_no_colour(tmp_path: Path, answer: str) -> None:
    with begun(tmp_path, "--ephemeral", NO_COLOR="1") as window:
        window.press(answer, "enter").see(f"› {answer}" if answer not in "12" else "› ", "/stop")
        window.see("┏━" if answer != "1" else "Question 2")
        assert {(char.fg, char.bg) for line in window.cells() for char in line} == {("default", "default")}


def test_a_narrow_window_shows_the_menu_whole(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral", columns=40, rows=20) as window:
        window.see("It begins above.", "3  Not sure", "/stop")
        window.press("2", "enter").see("EMERGENCY: call 911", "4  I tapped by mistake", "/stop")


def test_a_window_that_changes_its_size_keeps_the_menu(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral") as window:
        window.resize(50, 22).press("down").see("→  1  None of these", "Ctrl-C")
        window.resize(100, 30).press("down", "enter").see("› Yes, one or more", "EMERGENCY: call 911")


@pytest.mark.parametrize(
    ("words", "told"), [((), "Start it again the same way"), (("--ephemeral",), "Nothing was kept")]
)
@pytest.mark.parametrize("key", ["ctrl-c", "ctrl-d"])
def test_closing_the_chat_says_how_to_go_on(tmp_path: Path, key: str, words: tuple[str, ...], told: str) -> None:
    with begun(tmp_path, *words) as window:
        assert not window.shows_keys()
        assert window.press(key).closed() == 0
        window.see(told, "call 911")
        assert window.shows_keys()
        assert "Traceback" not in window.all_text


@pytest.mark.parametrize(("words", "term"), [(("--plain",), "xterm"), ((), "dumb"), ((), "unknown")])
def test_plain_and_dumb_terminals_get_numbered_lines(tmp_path: Path, words: tuple[str, ...], term: str) -> None:
    with Window(tmp_path, "--ephemeral", *words, rows=50, TERM=term) as window:
        window.see("Type a number, or the words. Any time: /back, /help, /stop")
        window.press("1", "enter").see("Hard to pee", " 3  Not sure")
        assert "│" not in window.text
        assert window.press("ctrl-c").closed() == 0
        window.see("Stopped.")


def test_a_terminal_without_utf_8_gets_ascii_signs(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral", PYTHONIOENCODING="ascii") as window:
        window.press("down").see("*  1  None of these", "| Is any of this NEW")


def test_after_a_kill_the_chat_goes_on_with_the_ticks_it_had(tmp_path: Path) -> None:
    with begun(tmp_path) as window:
        for question, keys in BY_ARROWS[:4]:
            window.see(question).press(*keys)
        window.see("Question 5").press("down", "space").see("1  [x]")
        window.kill()
    with Window(tmp_path, rows=40) as window:
        window.see("You are in the middle of a check", "Question 5 of at most 9", "1  [x]", "2  [ ]")


def test_a_conversation_goes_on_in_the_other_form_and_back(tmp_path: Path) -> None:
    with begun(tmp_path) as window:
        window.press("1", "enter").see("Question 2")
        window.press("ctrl-c").closed()
    plain = ChatProcess(tmp_path)
    plain.read_opening()
    plain.write("1")
    assert any("Last emergency list" in line for line in plain.read_screen())
    assert plain.finish() == 0
    with Window(tmp_path, rows=40) as window:
        window.see("Question 3 of at most 9")


def test_a_tick_that_comes_too_late_says_so_above_the_menu(tmp_path: Path) -> None:
    """The same conversation in two windows: the first one's list is an old one then."""
    with begun(tmp_path) as window:
        for question, keys in BY_ARROWS[:4]:
            window.see(question).press(*keys)
        window.see("Question 5")
        with Window(tmp_path, rows=40) as other:
            other.see("You are in the middle of a check", "Question 5")
        window.press("down", "space").see("That button is from an earlier message", "1  [ ]", gone="→")
        window.press("down", "space").see("→  1  [x]")
        assert window.text.index("earlier message") < window.text.index("Question 5 of at most 9")
        assert window.text.count("Question 5 of at most 9") == 1


def test_the_conversation_stays_in_the_terminal(tmp_path: Path) -> None:
    with begun(tmp_path, "--ephemeral", rows=24) as window:
        window.press("1", "enter").see("Question 2")
        window.press("1", "enter").see("Question 3")
        assert "I am an automated program" in window.all_text
        assert window.all_text.count("› None of these") == 2
        assert window.all_text.count("Type a number") <= 1

"""The menu in windows of all sizes: it fits, says when there is more, and keeps the row that is lit in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from bot.channels.shown import Menu
from bot.terminal.layout import Line, Window, lay_out
from bot.terminal.signs import ASCII, signs_for
from bot.terminal.view import View, enter, move
from tests.terminal.menus import FORM, LIST, QUESTION, row

WIDE = Window(80, 24)
NARROW = Window(40, 20)
LONG = replace(LIST, rows=tuple(row(str(n), f"Line {n}", "tick", f"Line {n} of a long list") for n in range(40)))
WORDY = replace(QUESTION, rows=(row("x", "x" * 300), row("y", "你好 " * 40)))


def words(lines: tuple[Line, ...]) -> list[str]:
    return [line.rstrip() for _, line in lines]


def test_a_question_its_progress_its_rows_and_what_to_do() -> None:
    assert [words(part) for part in lay_out(move(View(QUESTION), 1), WIDE)] == [
        ["  Question 1 of at most 9", "→  1  None of these", "   2  Yes, one or more", "   3  Not sure", ""],
        ["  Up and Down, then Enter.", "  Any time: /back, /help, /stop"],
    ]


def test_a_list_has_boxes_headings_and_lines_that_hang() -> None:
    assert words(lay_out(View(LIST), NARROW).above) == [
        "   1  [ ] Fever or chills",
        "   2  [ ] A small fall or lift, and you",
        "          are 65+, have weak bones, or",
        "          take steroids. Call",
        "          (602) 555-0100.",
        "  Less urgent:",
        "   3  [ ] Brown, net-like marks",
        "",
        "   4  None of these",
        "   5  Done",
        "",
    ]


def test_the_row_that_is_lit_shows_without_colour_too() -> None:
    lit = [line for line in lay_out(move(View(LIST), 2), WIDE).above if line[0] == "lit"]
    assert lit[0][1].startswith("→")
    assert {style for style, _ in lay_out(View(LIST), WIDE).above} == {"", "heading"}


def test_a_terminal_without_fine_signs_gets_ascii() -> None:
    lines = [*lay_out(move(View(QUESTION), 1), WIDE, signs_for("ascii")).above]
    assert signs_for("ascii") == ASCII
    assert "".join(words(tuple(lines))).isascii()
    assert signs_for("no such encoding") == signs_for(None) == ASCII


def test_danger_stands_above_the_menu_in_words() -> None:
    menu = replace(QUESTION, look="emergency", title="EMERGENCY: call 911", progress="")
    assert lay_out(View(menu), WIDE).above[0] == ("emergency", "  EMERGENCY: call 911")


def test_enter_with_nothing_chosen_is_told_what_to_do() -> None:
    assert "  Please choose first." in words(lay_out(enter(View(QUESTION))[0], WIDE).below)


def test_what_is_longer_than_the_window_says_so() -> None:
    assert "  It begins above." in words(lay_out(View(QUESTION), WIDE._replace(said=20)).above)
    assert "  It begins above." not in words(lay_out(View(QUESTION), WIDE._replace(said=10)).above)


@pytest.mark.parametrize("lit", [0, 1, 7, 20, 38, 39])
def test_a_long_list_is_seen_around_the_row_that_is_lit(lit: int) -> None:
    above = words(lay_out(move(View(LONG), lit + 1), WIDE).above)
    assert f"→ {lit + 1:>2}  [ ] Line {lit} of a long list" in above
    assert ("      ... more above" in above) == (lit > 7)
    assert ("      ... more below" in above) == (lit < 32)


def test_a_long_list_begins_at_its_first_line() -> None:
    assert words(lay_out(View(LONG), WIDE).above)[1] == "   1  [ ] Line 0 of a long list"


@given(
    st.sampled_from([QUESTION, LIST, FORM, LONG, WORDY]),
    st.integers(30, 200),
    st.integers(14, 60),
    st.integers(0, 50),
    st.integers(0, 80),
)
def test_every_menu_fits_every_window(menu: Menu, columns: int, rows: int, by: int, said: int) -> None:
    above, below = lay_out(move(View(menu), by), Window(columns, rows, said))
    assert len(above) + 1 + len(below) <= rows
    assert max(cell_len(line) for _, line in (*above, *below)) < columns


@given(st.integers(1, 30), st.integers(1, 14))
def test_even_the_smallest_window_is_no_error(columns: int, rows: int) -> None:
    assert lay_out(move(View(LIST), 1), Window(columns, rows)).below


@pytest.mark.parametrize(("columns", "rows"), [(20, 10), (30, 15), (40, 20), (80, 24)])
@pytest.mark.parametrize("menu", [LIST, LONG, WORDY], ids=["a list", "a long list", "long labels"])
def test_answers_that_are_out_of_sight_below_are_always_announced(menu: Menu, columns: int, rows: int) -> None:
    above = words(lay_out(View(menu), Window(columns, rows)).above)
    everything = words(lay_out(View(menu), Window(columns, 1000)).above)
    assert (above[-2] == everything[-2]) is ("      ... more below" not in above)

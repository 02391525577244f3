"""How the conversation looks: speakers apart, danger in a box with its name, and nothing that a text can do to it."""

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from bot.channels.markup import Span, spans
from bot.channels.shown import Look, Shown
from bot.terminal import look
from bot.terminal.signs import ASCII
from tests.terminal.menus import LIST, QUESTION


def printed(lines: list[RenderableType], columns: int = 80, colour: bool = False) -> str:
    out = StringIO()
    console = Console(
        file=out, width=columns, force_terminal=colour, color_system="standard" if colour else None, highlight=False
    )
    for line in lines:
        console.print(line)
    return out.getvalue()


def said(text: str, look: Look = "", title: str = "") -> Shown:
    return Shown(spans(text), look, title)


def test_the_bots_words_stand_beside_a_bar_and_bullets_hang() -> None:
    assert printed(look.message(said("Is it new?\n• Numb or tingling between the legs\n\nThen?"), 32)) == (
        "│ Is it new?\n│ • Numb or tingling between\n│   the legs\n│ \n│ Then?\n\n"
    )


def test_what_the_person_says_stands_behind_a_pointer() -> None:
    assert printed(look.answer(["Fever or chills", "Brown marks"], 80)) == "› Fever or chills\n  Brown marks\n\n"


def test_a_very_long_answer_is_shown_in_part() -> None:
    shown = printed(look.answer(["word " * 5000], 80))
    assert len(shown) < 800
    assert shown.rstrip().endswith("…")


def test_a_menu_without_words_says_nothing() -> None:
    assert look.message(Shown(menu=QUESTION), 80) == []


@pytest.mark.parametrize(("kind", "colour"), [("emergency", "41"), ("crisis", "44"), ("same_day", "43")])
def test_danger_is_seen_in_colour(kind: Look, colour: str) -> None:
    assert f";{colour}m" in printed(look.message(said("Call 911 now.", kind, "EMERGENCY"), 60), 60, colour=True)


@pytest.mark.parametrize("kind", ["emergency", "crisis", "same_day"])
def test_danger_is_seen_without_colour(kind: Look) -> None:
    first, second, last, _ = printed(look.message(said("Call 911 now.", kind, "EMERGENCY"), 41), 41).splitlines()
    assert (first[:2], first.strip("┏━┓").strip(), first[-2:]) == ("┏━", "EMERGENCY", "━┓")
    assert second == "┃ Call 911 now.                        ┃"
    assert last == f"┗{'━' * 38}┛"


def test_what_belongs_to_danger_and_follows_it_stands_beside_a_thick_bar() -> None:
    assert printed(look.message(said("No ice.", "emergency"), 40)) == "┃ No ice.\n\n"
    assert "\x1b[1;31m┃" in printed(look.message(said("No ice.", "emergency"), 40), colour=True)
    assert printed(look.message(said("No ice.", "emergency"), 40, ASCII)) == "! No ice.\n\n"


def test_ascii_is_enough() -> None:
    shown = printed(look.message(said("Call 911 now.", "emergency", "EMERGENCY"), 40, ASCII), 40)
    assert shown.isascii()
    assert printed(look.message(said("Hello."), 40, ASCII)) == "| Hello.\n\n"


def test_a_link_keeps_its_address_in_words() -> None:
    shown = Shown((Span("Read "), Span("this", link="https://example.org/a")))
    assert printed(look.message(shown, 80)) == "│ Read this (https://example.org/a)\n\n"


def test_a_phone_number_is_never_cut() -> None:
    lines = printed(look.message(said("word " * 5 + "(602) 555-0100. Call."), 40)).splitlines()
    assert any("(602) 555-0100." in line for line in lines)


def test_a_text_cannot_move_the_cursor_or_change_colours() -> None:
    shown = printed(
        [*look.message(said("a\x1b[2Jb\x07\x9bc"), 40), *look.answer(["x\x1b]0;y\x07\r\n[red]z[/red]"], 40)]
    )
    assert "\x1b" not in shown
    assert "[red]z[/red]" in shown


@pytest.mark.parametrize("columns", [10, 20, 40, 80, 200])
def test_nothing_is_wider_than_the_window(columns: int) -> None:
    text = "A long text with 你好 wide characters, https://example.org/" + "x" * 90
    lines = [*look.message(said(text), columns), *look.message(said(text, "crisis", "HELP"), columns)]
    lines += [*look.answer([text], columns), *look.answered_list(LIST, columns), *look.caption(text, columns)]
    assert max(cell_len(line) for line in printed(lines, columns).splitlines()) <= columns


def test_the_lines_of_a_list_stay_as_they_were_left() -> None:
    assert printed(look.answered_list(LIST, 80)) == (
        "│  1  [ ] Fever or chills\n"
        "│  2  [ ] A small fall or lift, and you are 65+, have weak bones, or take\n"
        "│         steroids. Call (602) 555-0100.\n"
        "│ Less urgent:\n"
        "│  3  [ ] Brown, net-like marks\n\n"
    )

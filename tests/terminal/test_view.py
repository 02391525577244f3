"""Keys on a menu, as values: nothing is answered that was not chosen, and everything can be chosen in three ways."""

from collections.abc import Callable
from functools import reduce

import pytest
from msgspec.structs import replace

from bot.channels.shown import Menu, Pressed, pack
from bot.terminal.view import NONE, Act, View, enter, jump, leave, move, renew, space, write
from tests.terminal.menus import FORM, LIST, NOTHING, QUESTION, row

Step = Callable[[View], View]


def up(view: View) -> View:
    return move(view, -1)


def down(view: View) -> View:
    return move(view, 1)


def end(view: View) -> View:
    return jump(view, -1)


def home(view: View) -> View:
    return jump(view, 0)


def typed(text: str) -> Step:
    return lambda view: write(view, text)


def after(menu: Menu, *steps: Step) -> View:
    return reduce(lambda view, step: step(view), steps, View(menu))


@pytest.mark.parametrize(
    ("steps", "lit"),
    [
        ((), NONE),
        ((down,), 0),
        ((up,), 0),
        ((down, down), 1),
        ((down, down, up), 0),
        ((down, up, up), 0),
        ((down,) * 9, 2),
        ((end,), 2),
        ((end, down), 2),
        ((end, home), 0),
        ((down, leave), NONE),
    ],
)
def test_keys_light_a_row_and_never_go_round(steps: tuple[Step, ...], lit: int) -> None:
    assert after(QUESTION, *steps).lit == lit


@pytest.mark.parametrize("menu", [QUESTION, LIST, FORM])
def test_enter_alone_answers_nothing_and_says_what_to_do(menu: Menu) -> None:
    view, act = enter(View(menu))
    assert (act, view.choose_first, view.lit) == (None, True, NONE)
    assert move(view, 1).choose_first is False


def test_where_there_is_nothing_to_choose_enter_says_nothing() -> None:
    assert enter(View(NOTHING)) == (View(NOTHING), None)
    assert move(View(NOTHING), 1) == View(NOTHING)


def test_enter_chooses_the_row_that_is_lit() -> None:
    _, act = enter(after(QUESTION, down, down))
    assert act == Act(pack(Pressed(3, "some")), ("Yes, one or more",))


@pytest.mark.parametrize("key", [lambda view: enter(view)[1], space])
def test_space_and_enter_tick_a_line_and_stay(key: Callable[[View], Act | None]) -> None:
    assert key(after(LIST, down)) == Act(pack(Pressed(4, "fever", tick=True)))


@pytest.mark.parametrize("view", [after(LIST, end), after(QUESTION, down), View(LIST), after(LIST, typed("fe"))])
def test_space_answers_nothing_but_lines_to_tick(view: View) -> None:
    assert space(view) is None


def test_enter_on_done_ends_the_list() -> None:
    _, act = enter(after(LIST, end))
    assert act == Act(pack(Pressed(4, "done")), ("Done",))


@pytest.mark.parametrize(
    ("menu", "text", "lit", "shown"),
    [
        (QUESTION, "2", 1, ("Yes, one or more",)),
        (QUESTION, " 2. ", 1, ("Yes, one or more",)),
        (QUESTION, "not SURE", 2, ("Not sure",)),
        (QUESTION, "9", NONE, ("9",)),
        (QUESTION, "1 2", NONE, ("1 2",)),
        (QUESTION, "/back", NONE, ("/back",)),
        (QUESTION, "my chest hurts", NONE, ("my chest hurts",)),
        (LIST, "1 3", 0, ("Fever or chills", "Brown marks")),
        (LIST, "3\n1", 0, ("Fever or chills", "Brown marks")),
        (FORM, "Ana Gómez-Ñandú 李", NONE, ("Ana Gómez-Ñandú 李",)),
        (replace(QUESTION, ask="scale", rows=(row("7", "7"), row("8", "8"))), "7", 0, ("7",)),
    ],
)
def test_typed_words_are_sent_as_they_are_and_light_what_they_mean(
    menu: Menu, text: str, lit: int, shown: tuple[str, ...]
) -> None:
    view = after(menu, typed(text))
    assert view.lit == lit
    assert enter(view) == (view, Act(text.encode(), shown))


def test_typed_words_win_over_a_row_that_was_lit_and_keys_leave_them_alone() -> None:
    view = after(QUESTION, down, typed("x"), down)
    assert (view.lit, view.typed) == (NONE, "x")


def test_words_taken_back_light_nothing() -> None:
    assert after(QUESTION, typed("2"), typed("")).lit == NONE


def test_blanks_are_no_answer() -> None:
    assert enter(after(QUESTION, typed("  \n ")))[1] is None


def test_escape_takes_back_words_and_light() -> None:
    assert after(QUESTION, typed("help"), leave) == View(QUESTION)


def test_halves_of_characters_are_no_error() -> None:
    _, act = enter(after(FORM, typed("a\ud800b")))
    assert act is not None
    assert act.raw == b"a?b"


def test_a_redrawn_list_keeps_its_long_lines_and_the_row_that_is_lit() -> None:
    redrawn = replace(LIST, redraw=True, rows=tuple(replace(r, words=r.button.label) for r in LIST.rows))
    ticked = replace(redrawn, rows=(replace(LIST.rows[0], button=replace(LIST.rows[0].button, ticked=True)),))
    view = renew(after(LIST, down), ticked)
    assert (view.lit, [r.button.ticked for r in view.menu.rows]) == (0, [True, False, False, False, False])
    assert [r.words for r in view.menu.rows] == [r.words for r in LIST.rows]


def test_another_screen_begins_anew() -> None:
    assert renew(after(QUESTION, down), LIST) == View(LIST)
    other = replace(LIST, redraw=True, number=9)
    assert renew(after(LIST, down), other) == View(other)

"""The terminal's rich form as a channel: presses in, messages and menus out, and the plain form beside it."""

from io import StringIO

import pytest

from bot.authoring.project import load
from bot.channels.base import Incoming
from bot.channels.console import ADDRESS, Console
from bot.channels.markup import Span, plain
from bot.channels.shown import Menu, Pressed, Shown, pack, unpack_shown
from bot.channels.terminal import Terminal, look_of
from bot.engine.effects import Bubble, Button, Redraw, Reply, Screen
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, SelectionToggled, TextReceived
from bot.settings import find_project

LIBRARY = load(find_project()).library
assert LIBRARY is not None
CATALOG = LIBRARY.catalog("en")

SIGNS = Screen(
    7,
    "heat_check.signs",
    "many",
    (
        Button("worse_pain", "Pain goes up", "tick", ticked=True),
        Button("stiffness", "More stiff", "tick"),
        Button("done", "Done", "done"),
    ),
    "Question 5 of 8",
)
LISTED = Bubble("heat_check.signs", "What?", (("worse_pain", "Pain goes up a lot"), ("", "Less:")), "Look again.")


async def nowhere(shown: Shown) -> None:
    del shown


def terminal() -> Terminal:
    return Terminal(nowhere, "en")


def rendered(said: Reply | Redraw) -> list[Shown]:
    shown = [unpack_shown(payload) for payload in terminal().render(said, CATALOG)]
    return [one for one in shown if one]


def menu_of(said: Reply | Redraw) -> Menu:
    menu = rendered(said)[-1].menu
    assert menu is not None
    return menu


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (pack(Pressed(7, "stiffness")), ChoicePressed(7, "stiffness")),
        (pack(Pressed(7, "stiffness", tick=True)), SelectionToggled(7, "stiffness")),
        (b"/stop", CommandGiven("stop")),
        (b"my back hurts", TextReceived("my back hurts")),
        (b"1 3", TextReceived("1 3")),
        (b"\x1e{}", TextReceived("{}")),
        (b"\x1enot json", TextReceived("not json")),
        (b"\xff\xfe", TextReceived("\ufffd\ufffd")),
        (b"", TextReceived("")),
    ],
)
def test_what_comes_in_is_a_press_a_tick_or_what_was_typed(raw: bytes, expected: AnyEvent) -> None:
    parsed = terminal().parse(raw)
    assert isinstance(parsed, Incoming)
    assert (parsed.event, parsed.address, parsed.lang) == (expected, ADDRESS, "en")


def test_each_bubble_is_a_payload_and_the_last_brings_the_menu() -> None:
    said = Reply((Bubble("x", "Hello from {channel.name}."), Bubble("y", "**Which**?")), SIGNS)
    first, last = rendered(said)
    assert (first.words, first.menu) == ((Span("Hello from Terminal."),), None)
    assert last.words == (Span("Which", "bold"), Span("?"))
    assert last.menu is not None


def test_a_menu_has_long_lines_headings_ticks_progress_and_the_words_around_it() -> None:
    lines = (("worse_pain", "Pain goes up a lot"), ("", "Less:"), ("stiffness", "More stiff, not less"))
    menu = menu_of(Reply((Bubble("heat_check.signs", "What?", lines),), SIGNS))
    assert [(row.heading, row.words, row.button.ticked) for row in menu.rows] == [
        ("", "Pain goes up a lot", True),
        ("Less:", "More stiff, not less", False),
        ("", "Done", False),
    ]
    assert (menu.number, menu.ask, menu.progress) == (7, "many", "Question 5 of 8")
    assert "Space" in menu.captions.hint
    assert all(command in menu.captions.any_time for command in ("/back", "/help", "/stop"))


def test_the_lines_of_the_menu_are_not_said_twice_and_what_follows_them_is_not_lost() -> None:
    (shown,) = rendered(Reply((LISTED,), SIGNS))
    assert plain(shown.words) == "What?\n\nLook again."


def test_lines_that_are_no_rows_stay_with_their_bubble() -> None:
    (shown,) = rendered(Reply((LISTED,)))
    assert plain(shown.words) == "What?\n• Pain goes up a lot\nLess:\nLook again."


def test_without_a_screen_the_menu_on_show_stays() -> None:
    assert [shown.menu for shown in rendered(Reply((Bubble("command.help", "Help."),)))] == [None]


@pytest.mark.parametrize(
    ("key", "look"),
    [
        ("red_flags.emergency", "emergency"),
        ("red_flags.emergency/2", "emergency"),
        ("red_flags.emergency.burn", "emergency"),
        ("red_flags.after_emergency.cannot_call", "emergency"),
        ("end.emergency", "emergency"),
        ("red_flags.mistake_limit", "emergency"),
        ("red_flags.crisis", "crisis"),
        ("red_flags.crisis.safe", "crisis"),
        ("red_flags.same_day/3", "same_day"),
        ("end.same_day", "same_day"),
        ("red_flags.mistake", ""),
        ("red_flags.emergency_like", ""),
        ("red_flags.nerves", ""),
        ("command.draft", ""),
    ],
)
def test_the_look_follows_from_the_text_and_not_from_its_words(key: str, look: str) -> None:
    assert look_of(key) == look


def test_danger_says_so_in_words_once_a_message_and_above_the_menu() -> None:
    emergency = Screen(3, "red_flags.emergency", "nothing", (Button("show_again", "Again", "move"),))
    bubbles = (Bubble("red_flags.emergency", "Call 911."), Bubble("red_flags.emergency.outside", "Elsewhere?"))
    shown = rendered(Reply((*bubbles, Bubble("command.draft", "A draft.")), emergency))
    assert [one.look for one in shown] == ["emergency", "emergency", ""]
    assert [one.title for one in shown] == ["EMERGENCY: call 911", "", ""]
    assert shown[-1].menu is not None
    assert (shown[-1].menu.look, shown[-1].menu.title) == ("emergency", "EMERGENCY: call 911")


def test_of_two_redrawn_lists_of_one_screen_only_the_later_one_need_be_shown() -> None:
    (payload,) = terminal().render(Redraw(SIGNS), CATALOG)
    assert terminal().edits(payload) == "7"
    (question,) = terminal().render(Reply((LISTED,), SIGNS), CATALOG)
    assert terminal().edits(question) is None
    assert terminal().edits(b"What the plain form left\n") is None


async def test_the_plain_form_shows_in_words_what_the_rich_form_left() -> None:
    out = StringIO()
    for payload in terminal().render(Reply((LISTED,), SIGNS), CATALOG):
        await Console(out).send(ADDRESS, payload)
    assert out.getvalue() == (
        "What?\n\nLook again.\n\n"
        " 1  [x] Pain goes up a lot\n 2  [ ] More stiff\n\n 3  Done\n\n"
        "Type the numbers of all that fit, such as 1 3. Any time: /back, /help, /stop\n\n"
    )


async def test_the_plain_form_keeps_the_words_of_danger() -> None:
    out = StringIO()
    (payload,) = terminal().render(Reply((Bubble("red_flags.emergency", "Call 911 now."),)), CATALOG)
    await Console(out).send(ADDRESS, payload)
    assert out.getvalue() == "EMERGENCY: call 911\nCall 911 now.\n\n"


async def test_the_rich_form_shows_what_the_plain_form_left() -> None:
    seen: list[Shown] = []

    async def show(shown: Shown) -> None:
        seen.append(shown)

    (payload,) = Console().render(Reply((Bubble("x", "Hello *you*."),)), CATALOG)
    await Terminal(show).send(ADDRESS, payload)
    assert seen == [Shown((Span("Hello you."),))]


async def test_a_redrawn_list_that_the_rich_form_left_is_shown_with_its_ticks() -> None:
    out = StringIO()
    (payload,) = terminal().render(Redraw(SIGNS), CATALOG)
    await Console(out).send(ADDRESS, payload)
    assert " 1  [x] Pain goes up\n 2  [ ] More stiff\n" in out.getvalue()

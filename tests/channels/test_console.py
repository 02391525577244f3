"""The terminal as a channel: what lines mean, and how a turn looks."""

from io import StringIO

from bot.authoring.project import load
from bot.channels.console import ADDRESS, Console
from bot.engine.effects import Bubble, Button, Redraw, Reply, Screen
from bot.engine.events import TextReceived
from bot.settings import find_project

LIBRARY = load(find_project()).library
assert LIBRARY is not None
CATALOG = LIBRARY.catalog("en")

LISTED = Screen(
    7,
    "heat_check.signs",
    "many",
    (
        Button("worse_pain", "Pain goes up", "tick", ticked=True),
        Button("stiffness", "More stiff", "tick"),
        Button("none", "None of these", "none"),
        Button("done", "Done", "done"),
    ),
)


def test_every_line_has_an_id_of_its_own_and_the_terminals_address() -> None:
    console = Console(lang="en")
    first, second = console.parse(b"1"), console.parse(b"1")
    assert first.id != second.id
    assert (first.address, first.lang, first.event) == (ADDRESS, "en", TextReceived("1"))


def test_each_bubble_is_a_payload_and_the_last_carries_the_buttons() -> None:
    screen = Screen(1, "welcome.start", "nothing", (Button("a", "Yes"), Button("b", "No")))
    said = Reply((Bubble("x", "Hello from {channel.name}."), Bubble("y", "Which one?")), screen)
    assert [payload.decode() for payload in Console().render(said, CATALOG)] == [
        "Hello from Terminal.\n",
        "Which one?\n\n 1  Yes\n 2  No\n\nType a number, or the words. Any time: /back, /help, /stop\n",
    ]


def test_a_list_shows_its_long_lines_with_boxes_headings_and_the_text_after_them() -> None:
    bubble = Bubble(
        "heat_check.signs",
        "What do you notice?",
        (("worse_pain", "Pain goes up during heat"), ("", "Less urgent:"), ("stiffness", "More stiff, not less")),
        "Look once more.",
    )
    (payload,) = Console().render(Reply((bubble,), LISTED), CATALOG)
    assert payload.decode() == (
        "What do you notice?\n"
        "\n"
        " 1  [x] Pain goes up during heat\n"
        "\n"
        "Less urgent:\n"
        " 2  [ ] More stiff, not less\n"
        "\n"
        " 3  None of these\n"
        " 4  Done\n"
        "\n"
        "Look once more.\n"
        "\n"
        "Type the numbers of all that fit, such as 1 3. Any time: /back, /help, /stop\n"
    )


def test_a_tick_shows_the_list_again_with_its_short_labels() -> None:
    (payload,) = Console().render(Redraw(LISTED), CATALOG)
    assert " 1  [x] Pain goes up\n 2  [ ] More stiff\n" in payload.decode()


def test_without_a_screen_the_lines_of_a_list_are_bullets() -> None:
    bubble = Bubble("x", "See:", (("a", "one"), ("", "Then:"), ("b", "two")))
    (payload,) = Console().render(Reply((bubble,)), CATALOG)
    assert payload.decode() == "See:\n• one\nThen:\n• two\n"


def test_long_lines_are_wrapped_and_bullets_hang() -> None:
    (payload,) = Console().render(Reply((Bubble("x", "• " + "word " * 30),)), CATALOG)
    first, second, *_ = payload.decode().splitlines()
    assert len(first) <= 78
    assert second.startswith("  word")


def test_a_phone_number_is_never_cut_at_the_end_of_a_line() -> None:
    text = "word " * 13 + "(602) 555-0100. Call."
    (payload,) = Console().render(Reply((Bubble("x", text),)), CATALOG)
    assert "(602) 555-0100." in payload.decode().splitlines()[1]


async def test_sending_prints_the_bubble_and_an_empty_line() -> None:
    out = StringIO()
    await Console(out).send(ADDRESS, b"Hello.\n")
    assert out.getvalue() == "Hello.\n\n"


def test_a_scale_is_shown_as_its_numbers_and_what_else_there_is_has_none() -> None:
    buttons = (*(Button(str(at), str(at), "choice") for at in range(11)), Button("skip", "Skip", "skip"))
    said = Reply((Bubble("x", "How bad?"),), Screen(1, "check_in.set", "scale", buttons))
    [payload] = Console().render(said, CATALOG)
    assert payload.decode().split("\n")[:4] == [
        "How bad?", "", "    0  1  2  3  4  5  6  7  8  9  10", "    Skip",
    ]  # fmt: skip

"""Turns as messages: buttons, else a list, else numbers, by one rule for every platform; and nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Capabilities
from bot.channels.markup import Spans, as_html, plain
from bot.channels.rendering import WORDLESS, Form, Message, form_of, label_of, messages
from bot.engine.effects import Bubble, Button, Redraw, Reply, Screen
from tests.engine.talk import shipped

CATALOG = shipped().catalog("en")
ALL = Capabilities(4096, buttons=100, label_length=64, id_bytes=50, ticks=True, edits=True)
THREE = Capabilities(1024, buttons=3, label_length=20, id_bytes=200, list_rows=10, row_length=24)
"""A platform with three buttons a message, and lists of ten rows."""

TEXT_ONLY = Capabilities(300)


def screen(count: int, label: str = "Label", kind: str = "choice", id: str = "c", ask: str = "one") -> Screen:
    return Screen(3, "a.b", ask, tuple(Button(f"{id}{at}", f"{label} {at}", kind) for at in range(count)))


@pytest.mark.parametrize(
    ("shown", "can", "form"),
    [
        (None, ALL, Form.NOTHING),
        (screen(0), ALL, Form.NOTHING),
        (screen(100), ALL, Form.BUTTONS),
        (screen(101), ALL, Form.NUMBERS),
        (screen(3, kind="tick"), ALL, Form.BUTTONS),
        (screen(1, "x" * 62), ALL, Form.BUTTONS),
        (screen(1, "x" * 63), ALL, Form.NUMBERS),
        (screen(1, "x" * 61, "tick"), ALL, Form.NUMBERS),
        (screen(1, id="é" * 24), ALL, Form.BUTTONS),
        (screen(1, id="é" * 25), ALL, Form.NUMBERS),
        (screen(3), THREE, Form.BUTTONS),
        (screen(4), THREE, Form.LIST),
        (screen(3, "x" * 20), THREE, Form.LIST),
        (screen(10, "x" * 22), THREE, Form.LIST),
        (screen(10, "x" * 23), THREE, Form.NUMBERS),
        (screen(11), THREE, Form.NUMBERS),
        (screen(2, kind="tick"), THREE, Form.NUMBERS),
        (screen(1), TEXT_ONLY, Form.NUMBERS),
    ],
)
def test_a_platform_shows_the_best_form_it_has_for_all_buttons(
    shown: Screen | None, can: Capabilities, form: Form
) -> None:
    assert form_of(shown, can) is form


def test_a_line_to_tick_begins_with_its_box() -> None:
    buttons = (Button("a", "A", "tick"), Button("a", "A", "tick", ticked=True), Button("a", "A", "done"))
    assert [label_of(button) for button in buttons] == ["☐ A", "☑ A", "A"]


def words(said: Reply | Redraw, can: Capabilities, message: str = "") -> list[str]:
    return [plain(one.words) for one in messages(said, CATALOG, can, "The App", message=message)]


LISTED = Screen(7, "a.b", "many", (Button("x", "Short x", "tick", ticked=True), Button("done", "Done", "done")))
LINES = (("", "First:"), ("x", "The long line of x"))


def test_long_lines_carry_the_numbers_of_their_buttons() -> None:
    said = Reply((Bubble("k", "Which?", LINES, "Look again."),), LISTED)
    assert words(said, ALL) == ["Which?\nFirst:\n1. The long line of x\nLook again."]


def test_without_buttons_long_lines_take_the_place_of_short_labels() -> None:
    said = Reply((Bubble("k", "Which?", LINES, "Look again."),), LISTED)
    [text] = words(said, TEXT_ONLY)
    assert text.startswith(
        "Which?\n\n\nFirst:\n 1  [x] The long line of x\n\n 2  Done\n\nLook again.\n\nType the numbers"
    )


def test_of_two_lists_in_one_turn_the_last_one_takes_the_numbers() -> None:
    first, last = Bubble("k", "See:", (("o", "another line"),), "After."), Bubble("l", "Which?", LINES)
    see, which = words(Reply((first, last), LISTED), TEXT_ONLY)
    assert see == "See:\n• another line\nAfter."
    assert " 1  [x] The long line of x\n" in which


def test_the_name_of_the_platform_is_filled_in() -> None:
    assert words(Reply((Bubble("k", "On {channel.name}."),)), ALL) == ["On The App."]


def test_a_list_is_redrawn_in_place_where_that_can_be() -> None:
    in_place = Message((), Form.BUTTONS, LISTED, "99")
    assert messages(Redraw(LISTED), CATALOG, ALL, "x", message="99") == (in_place,)


@pytest.mark.parametrize(("can", "message"), [(ALL, ""), (TEXT_ONLY, "99"), (THREE, "99")])
def test_elsewhere_it_is_shown_again_as_text(can: Capabilities, message: str) -> None:
    [text] = words(Redraw(LISTED), can, message)
    assert " 1  [x] Short x\n" in text


def test_a_redrawn_list_that_is_too_long_is_cut_like_any_text() -> None:
    shown = words(Redraw(screen(40, "A label of some length")), TEXT_ONLY)
    assert len(shown) > 1
    assert [text for text in shown if len(text) > 300] == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Reply(()), []),
        (Reply((Bubble("k", ""), Bubble("l", " \n"))), []),
        (Reply((Bubble("k", "Words"), Bubble("l", ""))), ["Words"]),
        (Reply((), screen(2)), [WORDLESS]),
        (Reply((Bubble("k", ""),), screen(2)), [WORDLESS]),
        (Reply((Bubble("k", "Words"), Bubble("l", "")), screen(2)), ["Words"]),
        (Redraw(Screen(1, "a.b", "many")), []),
    ],
)
def test_no_message_is_empty_and_no_buttons_are_lost(said: Reply | Redraw, expected: list[str]) -> None:
    shown = messages(said, CATALOG, ALL, "x")
    assert [plain(one.words) for one in shown] == expected
    assert [one.screen for one in shown[-1:]] == [said.screen][: len(shown)]


# Any reply

WORDS = st.text(max_size=60) | st.lists(
    st.sampled_from(["Words", "of", "a", "**text**.", "\n", "[x](https://a.b)", "<&>"])
).map(" ".join)
LABELS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)
BUTTONS = st.lists(
    st.builds(
        Button, st.text("abc", min_size=1, max_size=4), LABELS, st.sampled_from(("choice", "tick", "done", "move"))
    ),
    unique_by=lambda button: button.id,
    max_size=14,
).map(tuple)
SCREENS = st.builds(Screen, st.integers(1, 999), st.just("a.b"), st.sampled_from(("one", "many", "name")), BUTTONS)


def bubbles(shown: Screen) -> st.SearchStrategy[tuple[Bubble, ...]]:
    ids = [button.id for button in shown.buttons]
    lines = st.lists(st.tuples(st.sampled_from(ids), WORDS), unique_by=lambda line: line[0]) if ids else st.just([])
    bubble = st.builds(Bubble, st.just("k"), WORDS, lines.map(tuple), st.just("") | WORDS)
    return st.lists(bubble, max_size=4).map(tuple)


REPLIES = SCREENS.flatmap(lambda shown: st.builds(Reply, bubbles(shown), st.just(shown)))
PLATFORMS = st.sampled_from([ALL, THREE, TEXT_ONLY, Capabilities(100_000)])


def in_html(words: Spans) -> int:
    return len(as_html(words).encode("utf-16-le")) // 2


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(REPLIES, PLATFORMS)
def test_the_words_of_every_bubble_arrive_in_order(said: Reply, can: Capabilities) -> None:
    shown = squeezed("".join(plain(one.words) for one in messages(said, CATALOG, can, "x", in_html)))
    at = 0
    for bubble in said.bubbles:
        found = shown.find(squeezed(plain(bubble.text)), at)
        assert found >= 0, bubble
        at = found + len(squeezed(plain(bubble.text)))


@given(REPLIES, PLATFORMS)
def test_every_line_and_every_button_arrives(said: Reply, can: Capabilities) -> None:
    shown = messages(said, CATALOG, can, "x", in_html)
    text = squeezed("".join(plain(one.words) for one in shown))
    assert [bubble for bubble in said.bubbles if squeezed(plain(bubble.after)) not in text] == []
    for bubble in said.bubbles:
        assert [line for _, line in bubble.lines if squeezed(plain(line)) not in text] == []
    assert said.screen is not None
    if said.screen.buttons:
        assert (shown[-1].screen, shown[-1].form) == (said.screen, form_of(said.screen, can))


@given(REPLIES, PLATFORMS)
def test_every_message_fits_and_says_something(said: Reply, can: Capabilities) -> None:
    shown = messages(said, CATALOG, can, "x", in_html)
    assert [one for one in shown if in_html(one.words) > can.text_length] == []
    assert [one for one in shown if not plain(one.words).strip()] == []

"""A list that is too long to read on a phone goes on in another message at a heading, and keeps every line."""

from bot.channels.base import Capabilities
from bot.channels.markup import plain
from bot.channels.rendering import COMFORTABLE, messages
from bot.engine.effects import Bubble, Button, Reply, Screen
from tests.engine.talk import shipped

BUTTONS = Capabilities(text_length=4096, buttons=50, label_length=50, id_bytes=50, ticks=True)
NUMBERS = Capabilities(text_length=4096)
LINE = "A line of a list that is read on a phone, and that is neither short nor long"


def said(*groups: int, after: str = "") -> Reply:
    """A list whose groups have so many lines, each group after the first under a heading."""
    lines: list[tuple[str, str]] = []
    for group, count in enumerate(groups):
        lines += [("", f"Heading {group}:")] if group else []
        lines += [(f"c{group}_{i}", f"{LINE} {group} {i}") for i in range(count)]
    buttons = tuple(Button(id, id, "tick") for id, _ in lines if id)
    return Reply((Bubble("list", "Tap all that fit.", tuple(lines), after),), Screen(1, "list", "many", buttons))


def shown(reply: Reply, can: Capabilities = BUTTONS) -> list[str]:
    return [plain(message.words) for message in messages(reply, shipped().catalogs["en"], can, "Telegram")]


def test_a_list_that_is_easy_to_read_is_one_message():
    (text,) = shown(said(3, 2, after="A hint."))
    assert [line for line in text.splitlines() if not line[:1].isdigit()] == [
        "Tap all that fit.", "Heading 1:", "A hint.",
    ]  # fmt: skip


def test_a_longer_list_is_cut_before_a_heading():
    first, second = shown(said(5, 4))
    assert (first.splitlines()[0], second.splitlines()[0]) == ("Tap all that fit.", "Heading 1:")


def test_a_longer_list_is_cut_before_what_follows_it():
    assert shown(said(6, after="A hint that is a thing of its own. " * 3))[1].startswith("A hint that is")


def test_no_message_is_longer_and_no_line_is_lost():
    reply = said(6, 5, 1, 6, after="A hint.")
    texts = shown(reply)
    assert max(map(len, texts)) <= COMFORTABLE
    lines = [line for text in texts for line in text.splitlines()]
    assert [line for line in lines if LINE in line] == [
        f"{number}. {line}" for number, line in enumerate((words for id, words in reply.bubbles[0].lines if id), 1)
    ]


def test_numbers_to_type_stay_in_one_message():
    assert len(shown(said(12, 9, 1), NUMBERS)) == 1


def test_a_group_without_a_heading_stays_whole():
    assert len(shown(said(12))) == 1


def test_a_text_without_a_list_is_as_long_as_the_platform_takes():
    text = "A sentence. " * 100
    assert shown(Reply((Bubble("k", text),))) == [text]


def test_a_platform_that_takes_less_is_given_less():
    assert max(map(len, shown(said(6, 6), Capabilities(300, 50, 50, 50, ticks=True)))) <= 300

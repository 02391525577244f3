"""Pain scores as a picture where a platform shows pictures, and as bars where it does not."""

import struct

import pytest

from bot.channels.bars import bars
from bot.channels.base import Capabilities
from bot.channels.drawing import can_draw, draw
from bot.channels.markup import plain
from bot.channels.rendering import messages
from bot.engine.effects import Bubble, Button, Picture, Reply, Screen
from tests.engine.talk import shipped

CATALOG = shipped().catalog("en")
TWO = Picture("Pain, from 0 (none) to 10 (worst)", (("9:00 AM", 7), ("11:00 AM", 0)))
CAPTION = "Your pain:\n• 9:00 AM: 7\n• 11:00 AM: 0"
SAID = Reply(
    (Bubble("a", "Stop."), Bubble("b", CAPTION, picture=TWO), Bubble("c", "What next?")),
    Screen(3, "check_in.result", "nothing", (Button("list", "My list", "move"),)),
)
SHOWS, WORDS = Capabilities(4096, buttons=10, label_length=64, id_bytes=50, caption_length=1024), Capabilities(4096)


def told(can: Capabilities) -> list[tuple[str, Picture | None]]:
    return [(plain(one.words), one.picture) for one in messages(SAID, CATALOG, can, "The App")]


def test_a_picture_is_a_message_of_its_own_and_its_text_the_caption():
    assert told(SHOWS) == [("Stop.", None), (CAPTION, TWO), ("What next?", None)]


def test_elsewhere_its_text_is_followed_by_a_bar_for_each_score():
    drawn = f"{CAPTION}\n9:00 AM   ███████░░░  7\n11:00 AM  ░░░░░░░░░░  0"
    assert told(WORDS)[1] == (drawn, None)


def test_a_caption_that_is_too_long_is_a_text_with_bars():
    can = Capabilities(4096, caption_length=len(CAPTION) - 1)
    assert told(can)[1][1] is None
    assert told(can)[1][0].startswith(CAPTION)


def test_bars_have_one_width_and_end_with_their_score():
    picture = Picture("", tuple((f"{hour} AM", hour) for hour in range(11)))
    lines = list(bars(picture))
    assert [line.count("█") for line in lines] == list(range(11))
    assert {len(line.rpartition("  ")[0]) for line in lines} == {len(lines[0].rpartition("  ")[0])}
    assert [line.rpartition(" ")[2] for line in lines] == [str(score) for score in range(11)]


def chunks(png: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG by their names."""
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + length]
        at += 12 + length
    return found


@pytest.mark.parametrize("scores", [(7, 0), (10, 10), (0, 0, 0, 0), (1, 5, 9, 10)])
def test_the_picture_is_a_small_png_with_its_numbers_in_words(scores: tuple[int, ...]):
    labels = [f"Mar {day}, 12:0{day} PM" for day, _ in enumerate(scores, 1)]
    png = draw(Picture("Dolor $x_ {y} ^", tuple(zip(labels, scores, strict=True))), "a: 7\nb: 0")
    found = chunks(png)
    assert struct.unpack(">II", found[b"IHDR"][:8]) == (800, 600)
    assert len(png) < 100_000
    assert b"Description" in b"".join(found.get(name, b"") for name in (b"tEXt", b"iTXt"))
    assert b"a: 7" in b"".join(found.get(name, b"") for name in (b"tEXt", b"iTXt"))


def test_different_scores_are_different_pictures_and_the_same_ones_the_same():
    one, other = (draw(Picture("p", (("a", 1), ("b", score))), "w") for score in (2, 3))
    assert one != other
    assert one == draw(Picture("p", (("a", 1), ("b", 2))), "w")


def test_the_library_that_draws_is_installed_with_the_test_tools():
    assert can_draw()

"""Draws the pictures of the README: the chat runs in a window, keys are pressed, and what shows is kept."""

import tempfile
from collections.abc import Iterable
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from pyte.screens import Char
from rich.console import Console
from rich.text import Text

from tests.terminal.window import Window

HERE = Path(__file__).parent
COLOURS = {"brown": "yellow", "bfightmagenta": "bright_magenta"}
"""Colours to which pyte gives other names."""


class Picture(NamedTuple):
    """What to press after consent, each time after these words have come; and how high the window is."""

    rows: int
    presses: tuple[tuple[str, tuple[str, ...]], ...]
    shows: tuple[str, ...]


FREE = tuple((f"Question {number} of", ("1", "enter")) for number in (1, 2, 3, 4))

PICTURES = {
    "conversation.svg": Picture(
        22,
        (*FREE, ("Question 5", ("down", "space", "down", "down", "space", "down", "down", "down"))),
        ("1  [x]", "3  [x]", "→  6"),
    ),
    "emergency.svg": Picture(30, (("Question 1 of", ("down", "down", "enter")),), ("Help is on the way",)),
}


def draw(name: str) -> str:
    """One picture as SVG: the same every time, as long as the chat says and shows the same."""
    picture = PICTURES[name]
    with tempfile.TemporaryDirectory() as data, Window(Path(data), "--ephemeral", rows=picture.rows) as window:
        window.see("Privacy", "/stop").press("1", "enter")
        for words, keys in picture.presses:
            window.see(words).press(*keys)
        return _svg(window.see(*picture.shows, "/stop").cells(), name.partition(".")[0])


def _svg(lines: list[list[Char]], name: str) -> str:
    console = Console(record=True, width=len(lines[0]), file=StringIO(), force_terminal=True, color_system="standard")
    for line in lines:
        console.print(Text.assemble(*_styled(line)), soft_wrap=True)
    return console.export_svg(title="heatwise chat", unique_id=name)


def _styled(line: Iterable[Char]) -> list[tuple[str, str]]:
    return [("".join(char.data for char in run), style) for style, run in groupby(line, _style)]


def _style(char: Char) -> str:
    marks = [mark for mark, has in (("bold", char.bold), ("reverse", char.reverse)) if has]
    return " ".join([*marks, _colour(char.fg), "on", _colour(char.bg)])


def _colour(name: str) -> str:
    return COLOURS.get(name, name.replace("bright", "bright_"))


def main() -> None:
    """Draw all of them anew."""
    for name in PICTURES:
        (HERE / name).write_text(draw(name), "utf-8")


if __name__ == "__main__":
    main()

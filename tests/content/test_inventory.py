"""Every row of the clinic's article has its place, and a patient meets it in at least one scripted conversation."""

import re
from pathlib import Path

import yaml

from bot.authoring.project import load
from bot.channels.console import Console
from bot.conversations.phones import TerminalPhone
from bot.conversations.play import play
from bot.conversations.script import read_script
from bot.conversations.suite import find
from bot.engine.catalog import Catalog
from bot.engine.effects import Redraw, Reply
from bot.engine.library import Library
from bot.settings import find_project

PROJECT = find_project()
CONVERSATIONS = Path(__file__).parent.parent / "conversations"
ROWS = yaml.load((PROJECT / "content" / "inventory.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)

CONTESTABLE = [6, 7, *range(9, 12), *range(13, 16), *range(17, 20), 22, 24, 30, *range(33, 37), 38, 41, 43, 46]
"""Rows that a careful reader would object to: the clinical inventory marks them."""


class Listener(Console):
    """A terminal that keeps the keys of all that a patient reads."""

    keys: set[str]

    def __init__(self) -> None:
        super().__init__()
        self.keys = KEYS

    def render(self, said: Reply | Redraw, catalog: Catalog, message: str = "") -> tuple[bytes, ...]:
        if isinstance(said, Reply):
            self.keys.update(bubble.key for bubble in said.bubbles)
        screen = said.screen
        for button in screen.buttons if screen else ():
            self.keys.update(f"{screen.state}.{group}.{button.id}" for group in ("choices", "buttons") if screen)
        return super().render(said, catalog, message)


class ListeningPhone(TerminalPhone):
    def __init__(self) -> None:
        super().__init__()
        self.channel = Listener()


KEYS: set[str] = set()


def library() -> Library:
    loaded = load(PROJECT)
    assert loaded.library is not None
    return loaded.library


def read_by_patients(shipped: Library) -> set[str]:
    """The keys of every text and label that some conversation shows, and of every clinic's value in these texts."""
    problems = load(PROJECT).problems
    for path in find([CONVERSATIONS]):
        script = read_script(path, path.name, shipped, problems)
        assert script is not None
        assert all(play(script, run, shipped, phone=ListeningPhone) is None for run in script.runs)
    texts = shipped.catalog("en").texts
    return KEYS | {name for key in KEYS if key in texts for name in texts[key].names}


def test_all_57_rows_are_there() -> None:
    assert list(ROWS) == [f"S{number}" for number in range(1, 58)]


def test_the_contestable_rows_are_those_that_the_inventory_marks() -> None:
    marked = [int(re.sub(r"\D", "", name)) for name, row in ROWS.items() if row.get("contestable") == "yes"]
    assert marked == CONTESTABLE


def test_every_row_is_read_in_some_conversation() -> None:
    read = read_by_patients(library())
    unread = {name: row["where"] for name, row in ROWS.items() if not read.intersection(row["where"])}
    assert unread == {}


def test_every_place_of_every_row_is_read_in_some_conversation() -> None:
    read = KEYS or read_by_patients(library())
    texts = library().catalog("en").texts
    unread = {key for row in ROWS.values() for key in row["where"] if key in texts and key not in read}
    assert unread == set()

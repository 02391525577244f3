"""Menus to answer in tests: a question about danger, a list, and a page of a form."""

from bot.channels.rows import Row
from bot.channels.shown import Captions, Menu
from bot.engine.effects import Button

CAPTIONS = Captions(
    hint="Up and Down, then Enter.",
    any_time="Any time: /back, /help, /stop",
    choose_first="Please choose first.",
    begins_above="It begins above.",
    more_above="... more above",
    more_below="... more below",
    goodbye="Closed. Start again to go on.",
    goodbye_kept_nothing="Closed. Nothing was kept.",
)

LONG_LINE = "A small fall or lift, and you are 65+, have weak bones, or take steroids. Call (602) 555-0100."


def row(id: str, label: str, kind: str = "choice", words: str = "", heading: str = "") -> Row:
    return Row(Button(id, label, kind), words or label, heading)


QUESTION = Menu(
    3,
    "one",
    CAPTIONS,
    (row("none", "None of these"), row("some", "Yes, one or more"), row("unsure", "Not sure")),
    "Question 1 of at most 9",
)

LIST = Menu(
    4,
    "many",
    CAPTIONS,
    (
        row("fever", "Fever or chills", "tick"),
        row("fall", "Small fall", "tick", LONG_LINE),
        row("marks", "Brown marks", "tick", "Brown, net-like marks", "Less urgent:"),
        row("none", "None of these", "none"),
        row("done", "Done", "done"),
    ),
)

FORM = Menu(5, "name", CAPTIONS, (row("cancel", "Cancel", "move"),))

NOTHING = Menu(6, "nothing", CAPTIONS)

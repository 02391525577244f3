"""What `heatwise test` takes: how conversations are played, and how they are written."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.conversations.modes import Mode, On
from bot.settings import SettingsError

HELP = """Run scripted conversations: files that read like a chat, and say what the bot must answer.

For example:

\b
conversation: Numbness between the legs means emergency care
steps:
  - user: /start
  - tap: The person with pain is 18+ and agrees
  - tap: "Yes, one or more"
  - bot: {state: red_flags.emergency, says: "Call {emergency.number} now."}

A failure shows the chat, what was expected, what the bot said, and a line to paste. Files and folders whose names
begin with _ are there to be included by others. Exits with 1 when a conversation fails.

--record writes a conversation from a chat; --accept takes words that were changed on purpose.
"""

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE_OR_DIR", help="What to run; the project's tests/conversations by default."),
]
InMode = Annotated[
    Mode,
    typer.Option(
        "--mode",
        help="What goes wrong at every step: each update comes twice, every old button is pressed, or the program "
        "restarts. No conversation may turn out otherwise.",
    ),
]
OnChannel = Annotated[
    On, typer.Option("--on", help="The channel: on telegram, keyboards and texts are read back from the calls.")
]
Json = Annotated[bool, typer.Option("--json", help="Results as JSON, for programs.")]

Record = Annotated[
    Path | None,
    typer.Option("--record", metavar="FILE", help="Chat in this terminal, and write the chat as a conversation."),
]
Name = Annotated[str | None, typer.Option("--name", help="With --record: what it shows, such as 'Numb skin'.")]
Lang = Annotated[str | None, typer.Option("--lang", help="With --record: the language to begin in, such as es.")]
Plain = Annotated[bool, typer.Option("--plain", help="With --record: numbered lines instead of menus.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="With --record: replace a file that is there.")]

Accept = Annotated[
    bool,
    typer.Option("--accept", help="Take words that were changed on purpose: show old and new, ask, and write them."),
]
Yes = Annotated[bool, typer.Option("--yes", help="With --accept: write without asking.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="With --accept: show, and write nothing.")]

Coverage = Annotated[
    bool,
    typer.Option(
        "--coverage",
        help="Say what of dialogs, rules and texts the conversations exercise, what they miss, and what would help.",
    ),
]
Html = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="With --coverage: write it as a page, line by line.")
]
AtLeast = Annotated[
    float | None,
    typer.Option(
        "--at-least", min=0, max=100, metavar="PERCENT",
        help="With --coverage: exit with 1 if fewer of the states, of the transitions or of the rules are exercised.",
    ),
]  # fmt: skip


def check_together(given: Mapping[str, object]) -> None:
    """Options by their names, with their values. Raises SettingsError where one would be passed over in silence."""
    used = {name for name, value in given.items() if value}
    for other, needed in BELONG.items():
        if other in used and needed not in used:
            raise SettingsError(f"{other} goes with {needed} alone. Add {needed}, or take {other} away.")
    for one, other in APART:
        if {one, other} <= used:
            raise SettingsError(f"{one} and {other} do not go together. Take one of them away.")


BELONG = {
    **dict.fromkeys(("--name", "--lang", "--plain", "--overwrite"), "--record"),
    **dict.fromkeys(("--yes", "--dry-run"), "--accept"),
    **dict.fromkeys(("--html", "--at-least"), "--coverage"),
}
APART = (
    *(("--record", other) for other in ("FILE_OR_DIR", "--accept", "--json", "--coverage")),
    ("--accept", "--json"),
    ("--accept", "--coverage"),
    ("--yes", "--dry-run"),
)

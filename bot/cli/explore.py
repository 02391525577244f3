"""`heatwise explore`: conversations that close the gaps of those that are there."""

from pathlib import Path
from typing import Annotated

import typer

from bot import app, settings
from bot.cli.guarded import FINDINGS, ProjectOption, guarded

FOLDER = "explored"


@guarded
def explore(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder for them; explored by default.")] = Path(
        FOLDER
    ),
    project: ProjectOption = None,
) -> None:
    """Write the conversations that are missing, for your review.

    It plays tests/conversations, looks for what no conversation exercises (see heatwise test --coverage), and finds
    few conversations through the real engine that do. Each file says at its top what it closes. They say what the bot
    does now, and not what it should do: read each step before you keep the file.

    It takes a minute or some more. What it could not reach is named at the end.
    """
    raise typer.Exit(0 if app.explore(settings.load(project=project), folder) else FINDINGS)

"""`heatwise diff`: what an edit changes for patients."""

from typing import Annotated

import typer

from bot import app, settings
from bot.cli.guarded import FINDINGS, ProjectOption, guarded


@guarded
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A folder with dialogs/ and content/, or a git revision.")],
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="The same; without it, the project as it is on disk.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The changes as JSON, for programs.")] = False,
    project: ProjectOption = None,
) -> None:
    """Say in words what changes for patients from one version of the project to another.

    \b
    heatwise diff HEAD               what you have edited since the last commit
    heatwise diff v1.0 v1.1          two revisions of the project's repository
    heatwise diff ../clinic-old .    two folders

    It tells who gets other advice (every combination of answers is compared),
    how many they are, and the smallest example; new and lost paths to
    emergency care; questions, texts, numbers, words that are heard; and where
    people in the middle of a chat will be moved to. What is milder than before
    comes first: show it to a clinician.

    Exits with 0 when nothing changed but wording, with 1 when something did,
    and with 2 when a version cannot be read.
    """
    changed = app.diff(settings.load(project=project), old, new, json)
    raise typer.Exit(FINDINGS if changed else 0)

"""`heatwise callbacks`: who waits for a call from the clinic, and what has become of it."""

from typing import Annotated

import typer

from bot import app, settings
from bot.cli.guarded import ProjectOption, guarded

callbacks_app = typer.Typer(invoke_without_command=True)
RequestArgument = Annotated[int, typer.Argument(metavar="ID", help="The number of the request, as the list shows it.")]


@callbacks_app.callback()
@guarded
def callbacks(
    context: typer.Context,
    include_done: Annotated[bool, typer.Option("--all", help="Also those that are done, for 30 days.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="As JSON, for programs, with the answers that patients sent along.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """List the patients who wait for a call from the clinic.

    Each of them has filled in the form in the chat. A letter goes to clinic.email of content/clinic.yaml, if a mail
    server is set (HEATWISE_SMTP_URL); the list tells whether it has gone out. After the call, take the request off the
    list with: heatwise callbacks done ID
    """
    if context.invoked_subcommand is None:
        app.callbacks(settings.load(project=project), include_done, json)


@callbacks_app.command()
@guarded
def done(id: RequestArgument) -> None:
    """Take a request off the list: the clinic has called. It is erased 30 days later."""
    app.mark_callback_done(settings.load(), id)
    typer.echo(f"Request {id} is done. It is erased in 30 days.")


@callbacks_app.command()
@guarded
def note(
    id: RequestArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help='In quotes, such as "No answer, try on Monday".')],
) -> None:
    """Remember something about a request, in the place of what was noted before; "" takes it away.

    Write nothing about the patient's health: whoever may use this computer can read it.
    """
    app.note_callback(settings.load(), id, text)
    typer.echo(f"Noted at request {id}.")

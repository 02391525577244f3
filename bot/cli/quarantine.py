"""`heatwise db quarantine`: the events that nothing could be done with, and what becomes of them."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from bot import app, settings
from bot.cli.guarded import FINDINGS, guarded

quarantine_app = typer.Typer(invoke_without_command=True)
EventArgument = Annotated[str, typer.Argument(metavar="ID", help="The event, as the list shows it.")]


@quarantine_app.callback()
@guarded
def quarantine(context: typer.Context) -> None:
    """List the events that failed three times and were set aside, so that the chat could go on.

    The patient was told that something went wrong, and to send it again or to call. Each event is a fault of the
    program: report its error. What the patient said is never shown but by show --words, and is erased after one day.
    """
    if context.invoked_subcommand is None:
        app.set_aside(settings.load()).print_table()


@quarantine_app.command()
@guarded
def show(
    id: EventArgument,
    words: Annotated[
        bool, typer.Option("--words", help="Also what the patient said: look at it only to mend the fault.")
    ] = False,
) -> None:
    """Show one event: what kind it was, when it came, what went wrong, and what can be done."""
    typer.echo("\n".join(_aligned(app.set_aside(settings.load()).details(id, words))))


@quarantine_app.command()
@guarded
def retry(id: EventArgument) -> None:
    """Have an event tried again, after the program was mended.

    heatwise serve does it within 15 seconds, or as soon as it starts; then the event is off the list, or it is there
    with a new error. If the patient has gone on meanwhile, it is not taken ("Overtaken"): it would answer another
    question. A timer stands again, and fires.
    """
    if not app.set_aside(settings.load()).retry(id):
        typer.echo(f"Of {id} nothing is kept that could be tried again. To drop it: heatwise db quarantine drop {id}")
        raise typer.Exit(FINDINGS)
    typer.echo(f"heatwise serve tries {id} again, within 15 seconds or as soon as it starts.")
    typer.echo("What became of it: heatwise db quarantine")


@quarantine_app.command()
@guarded
def drop(id: EventArgument) -> None:
    """Take an event off the list, and erase what is kept of it. It is not tried again."""
    app.set_aside(settings.load()).drop(id)
    typer.echo(f"{id} is erased.")


def _aligned(details: Mapping[str, str]) -> Iterator[str]:
    width = max(map(len, details)) + 2
    yield from (f"{name:<{width}}{value}" for name, value in details.items())

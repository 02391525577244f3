"""What all commands share: the option --project, the exit codes, and errors that are told in a sentence."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import app, settings
from bot.report import print_problems
from bot.runner.faults import way_of
from bot.store.base import StoreError

MISUSE = 2
FINDINGS = 1
INTERRUPTED = 130
BROKEN = 70

FAULT = (
    "This is a fault of the program: {error} at {way}.\nWhat was stored is safe. Try again; if it happens again, "
    "report it with this line."
)

ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project",
        metavar="DIR",
        help="A folder with dialogs/ and content/; by default the one where you are, else the shipped one.",
    ),
]


def guarded(run: Callable[..., None]) -> Callable[..., None]:
    """The same command, with its errors told in a sentence, never as a traceback."""

    @wraps(run)
    def told(*args: Any, **kwargs: Any) -> None:
        try:
            run(*args, **kwargs)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except app.NotServed as error:
            print_problems(error.loaded.problems)
            raise typer.Exit(FINDINGS) from None
        except (settings.SettingsError, StoreError) as error:
            typer.secho(str(error), err=True)
            raise typer.Exit(MISUSE) from None
        except KeyboardInterrupt:
            typer.echo("\nStopped.", err=True)
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            sys.stderr.close()
            raise typer.Exit(0) from None
        except Exception as fault:  # its own words, and a traceback's, can quote a patient
            typer.echo(FAULT.format(error=type(fault).__name__, way=way_of(fault)), err=True)
            raise typer.Exit(BROKEN) from None

    return told

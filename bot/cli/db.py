"""`heatwise db`: the database brought up to date, copied, brought back and looked at."""

from pathlib import Path
from typing import Annotated

import typer

from bot import app, settings
from bot.cli.guarded import FINDINGS, guarded
from bot.cli.quarantine import quarantine_app

db_app = typer.Typer(
    help="Look after the database: bring it up to date, copy it, bring a copy back, look whether it is sound.\n\n"
    "docs/operations.md has the drill for backups, and what to do on each alarm.",
    no_args_is_help=True,
)
db_app.add_typer(quarantine_app, name="quarantine")


@db_app.command()
@guarded
def upgrade() -> None:
    """Bring the database to the tables that this program needs; nothing in it is lost.

    A new version of Heatwise that needs it says so when it starts. Stop heatwise serve first, and make a backup. All
    steps count or none: after a power cut in the middle, run it again.
    """
    path = app.database(settings.load()).upgrade()
    typer.echo(f"{path} is ready.")


@db_app.command()
@guarded
def backup(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A file that does not exist yet; by default one in backups/, beside it."),
    ] = None,
    without_chats: Annotated[
        bool,
        typer.Option(
            "--without-chats", help="Only what outlives a day: call requests and consents. For copies that are kept."
        ),
    ] = False,
    keep: Annotated[
        int | None,
        typer.Option("--keep", min=1, metavar="N", help="Then erase all but the newest N in backups/."),
    ] = None,
) -> None:
    """Copy the database while heatwise serve goes on.

    The copy is checked before it gets its name: a file that is there is a good one. Lock it away like a paper file.

    Patients are promised that their answers are erased after 24 hours, or at once when they send /delete. A copy does
    not know of that: erase it within the day, or make it with --without-chats. After a restore of such a copy everybody
    begins with a new check; call requests and proofs of consent are all there.

    The key is not in it. Keep a copy of the file "key" in another place: without it nobody who comes back is known.
    """
    database = app.database(settings.load())
    path = database.backup(settings.absolute(file, "FILE") if file else None, chats=not without_chats)
    typer.echo(f"{path} holds {'all but the chats' if without_chats else 'everything'}, and is sound.")
    for old in database.erase_backups(keep) if keep else ():
        typer.echo(f"{old} is erased.")


@db_app.command()
@guarded
def restore(file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")]) -> None:
    """Put a backup in the place of the database.

    Stop heatwise serve first: while it runs, nothing is changed. The old database is kept beside the new one, and its
    name is told. What came in after the backup is not in it: those patients are asked their questions again.
    """
    done = app.database(settings.load()).restore(settings.absolute(file, "FILE"))
    typer.echo(f"{done.database} is what {file} was.")
    if done.kept:
        typer.echo(f"The old one is kept as {done.kept}. It holds what patients said: erase it once all is well.")
    typer.echo("Next: heatwise db check, then heatwise serve. It says so if the backup is older than this program.")


@db_app.command()
@guarded
def check() -> None:
    """Look whether the database is sound, and whether all holds that is promised to patients.

    It may run beside heatwise serve. Exits with 1 when there is something to mend, and says what to do.
    """
    raise typer.Exit(0 if app.database(settings.load()).check() else FINDINGS)

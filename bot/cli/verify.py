"""`heatwise verify`: proof that every path through the dialogs keeps the safety properties."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import app, settings
from bot.cli.guarded import FINDINGS, ProjectOption, guarded
from bot.report import print_problems


@guarded
def verify(
    json: Annotated[bool, typer.Option("--json", help="The result as JSON, for programs.")] = False,
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar="DIR", help="Keep each conversation that breaks a property, as a script, here."),
    ] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Prove it again, though nothing has changed since.")] = False,
    first: Annotated[
        bool, typer.Option("--first", help="Stop soon after one property is broken; the others are not judged then.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Prove that no path through the dialogs breaks a property of dialogs/safety.yaml.

    The engine that talks to patients is tried out: every answer, every set of
    ticks, every command, words that are not understood, danger in words, old
    buttons, back and changed answers, silence, check-ins. What is broken is
    shown as the shortest conversation that breaks it.

    heatwise serve takes live content only as it was last verified here.
    Exits with 1 when a property is broken, or heatwise check finds something.
    """
    loaded_settings = settings.load(project=project)
    loaded = app.check(loaded_settings)
    if loaded.library is None:
        print_problems(loaded.problems, json=json)
        raise typer.Exit(FINDINGS)
    proof = app.verify(loaded_settings, loaded, anew, sys.stderr.isatty(), first)
    typer.echo(proof.as_json() if json else proof.in_words())
    if save and not proof.holds:
        typer.echo("\n".join(f"Wrote {path}" for path in proof.save(save)), err=True)
    raise typer.Exit(0 if proof.holds else FINDINGS)

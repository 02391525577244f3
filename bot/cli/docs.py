"""`heatwise docs`: what the command takes."""

from pathlib import Path
from typing import Annotated

import typer

from bot import settings
from bot.cli.guarded import ProjectOption, guarded


@guarded
def docs(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to; files of an earlier run are replaced.")
    ] = Path("heatwise-docs"),
    proof: Annotated[
        Path | None,
        typer.Option(
            "--proof", metavar="FILE", help="What heatwise verify --json has written: results for the hazard log."
        ),
    ] = None,
    tests: Annotated[
        Path | None,
        typer.Option(
            "--tests",
            metavar="FILE",
            help="JSON that says which conversations touch each property, for the hazard log.",
        ),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Write diagrams, decision tables, review sheets and the hazard log of a project, to be read, printed and signed.

    For example:

    heatwise verify --json > proof.json

    heatwise docs review-2027 --proof proof.json

    Open index.html in the folder. Every page stands alone and needs no network. Diagrams come as SVG and as Mermaid,
    the hazard log as a page and as CSV. All of it is made from the files as they are; no clinician has reviewed it.
    """
    from bot.app.docs import write_documents  # noqa: PLC0415

    write_documents(settings.load(project=project), folder, proof, tests)

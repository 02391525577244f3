"""The command `heatwise`: what a person types, and what they read when something is wrong."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__, app, settings
from bot.cli import options as opt
from bot.cli.callbacks import callbacks_app
from bot.cli.db import db_app
from bot.cli.diff import diff
from bot.cli.docs import docs
from bot.cli.explore import explore
from bot.cli.guarded import FINDINGS, ProjectOption, guarded
from bot.cli.verify import verify
from bot.conversations.modes import Mode, On
from bot.coverage.wanted import Wanted
from bot.report import print_problems

main_app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"heatwise {__version__}")
        raise typer.Exit


@main_app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """A chatbot that tells people with back pain, safely, whether heat is doing them harm."""


main_app.add_typer(db_app, name="db")
main_app.add_typer(callbacks_app, name="callbacks")
main_app.command()(diff)
main_app.command()(docs)
main_app.command()(explore)
main_app.command()(verify)


@main_app.command()
@guarded
def chat(
    lang: Annotated[str | None, typer.Option(help="Language to begin in, such as en.")] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain",
            help="Numbered lines instead of menus, for screen readers; pipes and simple terminals always get them.",
        ),
    ] = False,
    ephemeral: Annotated[bool, typer.Option("--ephemeral", help="Keep nothing after the chat ends.")] = False,
    project: ProjectOption = None,
) -> None:
    """Talk to the bot in the terminal.

    Choose with the arrow keys and Enter, or type a number or the words; Space
    ticks a line of a list. /help, /back and /stop work at any time. Ctrl-C
    closes the chat, and the next one goes on where this one was.

    With a screen reader, use --plain. NO_COLOR is obeyed.
    """
    try:
        app.chat(settings.load(project=project), lang, ephemeral, plain)
    except KeyboardInterrupt:
        kept = "Nothing was kept." if ephemeral else "Type heatwise chat to go on where you were."
        typer.echo(f"\nStopped. {kept}")


@main_app.command()
@guarded
def serve(
    watch: Annotated[
        bool, typer.Option("--watch", help="Take edited dialogs and texts as soon as they are saved.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Talk to patients on Telegram.

    It needs one thing from you: the bot's token, in HEATWISE_TELEGRAM_TOKEN. docs/telegram.md leads from there to the
    first patient. It stops with Ctrl-C; kill -HUP takes edited dialogs and texts, if they have no mistakes.

    Whether it is ready, and its figures for Prometheus: http://127.0.0.1:8081/readyz, /livez and /metrics, or where
    HEATWISE_OPS_LISTEN says. docs/operations.md has every setting, the log, backups, and what to do on each alarm.
    """
    app.serve(settings.load(project=project), watch)


@main_app.command()
@guarded
def check(
    json: Annotated[bool, typer.Option("--json", help="Findings as JSON, for programs.")] = False,
    project: ProjectOption = None,
) -> None:
    """Find mistakes in dialogs/ and content/, each with its place and what to do.

    Exits with 1 when there is something to mend; notes alone exit with 0.
    """
    loaded = app.check(settings.load(project=project))
    print_problems(loaded.problems, json=json)
    raise typer.Exit(FINDINGS if loaded.problems.blocking else 0)


@main_app.command()
@guarded
def translated(
    lang: Annotated[str, typer.Argument(metavar="LANGUAGE", help="Such as es.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Texts, states or files, such as red_flags.emergency; without any, all."),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Say that you have compared texts of a language with their source.

    When a text of content/en changes, heatwise check tells every language
    whose text is older. Compare the two, change what must be changed, and then
    type for example:

    heatwise translated es red_flags.emergency

    It shows each text beside its source, and keeps that in
    content/es/translated.yaml. Without names, it does so for all texts.
    """
    app.translated(settings.load(project=project), lang, names or [])


@main_app.command("test", help=opt.HELP)
@guarded
def run_conversations(
    paths: opt.Paths = None,
    mode: opt.InMode = Mode.PLAIN,
    on: opt.OnChannel = On.TERMINAL,
    json: opt.Json = False,
    record: opt.Record = None,
    name: opt.Name = None,
    lang: opt.Lang = None,
    plain: opt.Plain = False,
    overwrite: opt.Overwrite = False,
    accept: opt.Accept = False,
    yes: opt.Yes = False,
    dry_run: opt.DryRun = False,
    coverage: opt.Coverage = False,
    html: opt.Html = None,
    at_least: opt.AtLeast = None,
    project: ProjectOption = None,
) -> None:
    """Run scripted conversations, or write them."""
    writes = {"--record": record, "--name": name, "--lang": lang, "--plain": plain, "--overwrite": overwrite}
    takes = {"--accept": accept, "--yes": yes, "--dry-run": dry_run}
    covers = {"--coverage": coverage, "--html": html, "--at-least": at_least is not None}
    opt.check_together({**writes, **takes, **covers, "FILE_OR_DIR": paths, "--json": json})
    here = settings.load(project=project)
    if record:
        good = app.record(here, record, lang, plain, name, overwrite)
    elif accept:
        good = app.accept(here, paths or [], yes, dry_run)
    elif coverage:
        good = app.cover(here, paths or [], mode, on, Wanted(at_least, html, json))
    else:
        good = app.test(here, paths or [], mode, on, json)
    raise typer.Exit(0 if good else FINDINGS)


@main_app.command()
@guarded
def schema(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which are stale, and exit with 1.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Write them again as soon as a file is saved.")] = False,
    project: ProjectOption = None,
) -> None:
    """Tell editors which names this project has: they then complete them, mark typos, and explain every setting.

    Writes JSON Schemas into the project's folder schemas/, one a file. The first line of each YAML file names its
    schema; a file that lacks the line is named here, with the line. Run it after you have added or renamed a question,
    an answer or a text; or leave it running with --watch while you edit.

    In Visual Studio Code, install the extension "YAML" by Red Hat; other editors need the yaml-language-server.
    """
    raise typer.Exit(0 if app.schema(settings.load(project=project), check, watch) else FINDINGS)


@main_app.command()
@guarded
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that does not exist yet, or is empty.")],
) -> None:
    """Start your clinic's own folder: dialogs, texts, some conversations, and help for your editor.

    Nothing in it is bound to a place: copy it, move it, keep it under version control. Every command takes it with
    --project DIR. Its content is a demo until a clinician has reviewed it.
    """
    app.new(folder)


@main_app.command()
@guarded
def decide(project: ProjectOption = None) -> None:
    """Read answer sets as JSON, one a line, and write what the rules make of each.

    Every set names all inputs, for example:

    {"heat": "dry", "signs": ["stiffness"], "consistent": false, "nerves": [], "skin": "none", "recent": "none",
    "precautions": [], "emergency_flags": [], "same_day_flags": []}

    Every answer has tier, pattern, ranked, ask_first and not_for_you; unless
    the tier is emergency or same_day, also stretching, tens and dry_heat; and
    its reasons: every rule that fired. docs/dialog-language.md shows one.

    Empty lines are passed over. A set that cannot be used is answered with
    {"error": "line 1: …"}, and the exit code is 1.
    """
    good = app.decide(settings.load(project=project))
    raise typer.Exit(0 if good else FINDINGS)


@main_app.command()
@guarded
def understand(
    explain: Annotated[bool, typer.Option("--explain", help="In words, for people, instead of JSON.")] = False,
    project: ProjectOption = None,
) -> None:
    """Read messages as JSON, one a line, and write what each of them means.

    For example, with the screen on which it was typed ("state" may be left out):

    {"id": 1, "text": "like a 7", "lang": "en", "state": "heat_check.signs"}

    Every answer has outcome (alarm, ask or none), flags, tier, answer, topic
    and why: the rule, the words and the cue behind each flag. Both languages
    are always listened for.

    Empty lines are passed over. A line that cannot be used is answered with
    {"error": "line 1: …"}, and the exit code is 1.
    """
    good = app.understand(settings.load(project=project), explain)
    raise typer.Exit(0 if good else FINDINGS)


def main() -> None:
    """Run the command line; a program that closed our stdin gives us an empty one."""
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    main_app(prog_name="heatwise")

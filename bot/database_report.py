"""How work on the database, its health and its quarantine look to staff."""

import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from bot.store.checkup import Finding

WIDE = 200
"""Columns where the table does not go to a terminal: nothing is cut there."""

NOTHING = "No event has been set aside."
WHEN = "An event that fails three times is listed here for 30 days; what the patient said is erased after one day."
NEXT = (
    "More about one: heatwise db quarantine show ID. After the program was mended: heatwise db quarantine retry ID. "
    "To take one off the list: heatwise db quarantine drop ID"
)
TITLES = ("ID", "When", "Channel", "Event", "Error", "What can be done")


def print_quarantine(rows: Sequence[Sequence[str]]) -> None:
    """Print the events, one a row of the table, and what to do about them."""
    if not rows:
        print(NOTHING, WHEN, sep="\n")
        return
    table = Table(*TITLES)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
    console.print(table)
    console.print(Text(NEXT))


def print_findings(findings: Iterable[Finding]) -> bool:
    """Print each finding as it comes; whether all is well."""
    wrong = 0
    for finding in findings:
        wrong += bool(finding.wrong)
        print(f"{'WRONG' if finding.wrong else 'ok   '}  {finding.looked_at}", flush=True)
        if finding.wrong:
            print(f"       {finding.wrong}.\n       → {finding.mend}.", flush=True)
    print("The database is sound." if not wrong else f"{wrong} of these must be mended.")
    return not wrong


@contextmanager
def copying() -> Generator[Callable[[int, int], None]]:
    """A bar while something is copied, where somebody looks at it; to be told how much of how much is done."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Copying", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def working(what: str) -> Generator[Callable[[str], None]]:
    """A word while it takes long, where somebody looks at it; to be told what comes next."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status(f"{what} …") as status:
        yield lambda next: status.update(f"{what}: {next} …")

"""How problems look in the terminal: grouped by file, the place first, then what was found and the mend."""

import json as jsonlib
import sys
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.text import Text

from bot.authoring.problems import Grade, Problem, Problems

STYLES = {Grade.CRITICAL: "bold red", Grade.WARNING: "yellow", Grade.INFO: "cyan"}


def print_problems(problems: Problems, json: bool = False) -> None:
    """Print all problems, and a line that sums them up."""
    if json:
        sys.stdout.write(jsonlib.dumps({"findings": [_plain(problem) for problem in problems]}, indent=2) + "\n")
        return
    console = Console(highlight=False)
    for file, found in groupby(problems, key=lambda problem: problem.file):
        console.print(Text(file, style="bold"))
        for problem in found:
            _print(console, problem)
    console.print(_summary(problems))


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "grade": str(problem.grade),
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "found": problem.found,
        "fits": problem.fits,
        "mend": problem.mend,
    }


def _print(console: Console, problem: Problem) -> None:
    place = f"  {problem.line}:{problem.column}".ljust(9)
    console.print(
        Text.assemble(place, (f"{problem.grade}: ", STYLES[problem.grade]), f"{problem.found}."), soft_wrap=True
    )
    if problem.fits:
        console.print(Text(f"           {problem.fits}."), soft_wrap=True)
    if problem.mend:
        console.print(Text(f"           → {problem.mend}", style="green"), soft_wrap=True)


def _summary(problems: Problems) -> str:
    counts = {grade: sum(problem.grade is grade for problem in problems) for grade in Grade}
    if not problems.blocking:
        return f"No mistakes found ({counts[Grade.INFO]} notes)."
    return f"{counts[Grade.CRITICAL]} critical, {counts[Grade.WARNING]} warnings, {counts[Grade.INFO]} notes."

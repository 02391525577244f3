"""How problems look in the terminal: the line itself, a caret under its place, and the mend; or all of it as JSON."""

import json as jsonlib
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.authoring.problems import Grade, Problem, Problems

STYLES = {Grade.CRITICAL: "bold red", Grade.WARNING: "yellow", Grade.INFO: "cyan"}
INDENT = 4
WIDEST = 110
"""A line of a text can be long: of more than this many characters only a part is shown."""

TYPED = "type: heatwise "
"""Behind it stands a command; a full stop behind that would be typed, too."""

AGAIN = "Mend them from the top, then run heatwise check again."
NEXT = "Next: heatwise test runs the conversations, heatwise chat talks to the bot."


def print_problems(problems: Problems, json: bool = False) -> None:
    """Print all problems, and a line that says what to do next."""
    _never_stumble()
    if json:
        sys.stdout.write(jsonlib.dumps({"findings": [_plain(problem) for problem in problems]}, indent=2) + "\n")
        return
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    for file, found in groupby(problems, key=lambda problem: problem.file):
        console.print(Text(file, style="bold"))
        lines = problems.lines(file)
        for problem in found:
            _print(console, problem, lines)
        console.print()
    console.print(Text("\n".join(_summary(problems))))


def _never_stumble() -> None:
    """Staff may have written letters that this terminal does not know."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")


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


def _print(console: Console, problem: Problem, lines: Sequence[str]) -> None:
    style = STYLES[problem.grade]
    head = Text.assemble((f"{problem.grade}, line {problem.line}: ", style), _sentence(problem.found))
    console.print(Padding(head, (0, 0, 0, 2)) if console.is_terminal else Text("  ").append_text(head))
    width = min(console.width if console.is_terminal else WIDEST, WIDEST) - INDENT
    rest = [*_snippet(problem, lines, width, style)]
    rest += _mend(problem.mend) if problem.mend else []
    rest += [Text(_sentence(problem.fits))] if problem.fits else []
    for text in rest:
        console.print(Padding(text, (0, 0, 0, INDENT)) if console.is_terminal else Text(" " * INDENT).append_text(text))


def _mend(mend: str) -> Iterator[Text]:
    """What to do; a command to be typed stands on a line of its own that is never cut, to be copied."""
    words, typed, command = _printable(mend).partition(TYPED)
    yield Text(f"→ {_sentence(words + 'type:' if typed else words)}", style="green")
    if typed:
        yield Text(f"  heatwise {command}", style="bold green", no_wrap=True, overflow="ignore")


def _snippet(problem: Problem, lines: Sequence[str], width: int, style: str) -> Iterator[Text]:
    """The line, and under it a caret at the column; nothing for a file that is missing or empty."""
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    if not line.strip():
        return
    number = f"{problem.line} | "
    shown, before = _window(_printable(line), problem.column - 1, max(width - len(number), 16))
    yield Text(number + shown, style="dim")
    yield Text.assemble(" " * (len(number) - 2) + "| ", " " * cell_len(shown[:before]), ("^", style))


def _window(line: str, column: int, width: int) -> tuple[str, int]:
    """As much of a long line as there is room for, and where the column is in it."""
    column = min(column, len(line))
    if len(line) <= width:
        return line, column
    start = max(0, min(column - width // 2, len(line) - width + 1))
    shown = ("…" if start else "") + line[start + bool(start) :]
    shown = shown[: width - 1] + "…" if len(shown) > width else shown
    return shown, column - start


def _printable(text: str) -> str:
    """The text without signs that would change how a terminal looks."""
    return "".join(char if char.isprintable() else " " for char in text)


def _sentence(words: str) -> str:
    words = _printable(words)
    return words if words.endswith((".", "!", "?", ":", "…")) else f"{words}."


def _summary(problems: Problems) -> Iterator[str]:
    counts = {grade: sum(problem.grade is grade for problem in problems) for grade in Grade}
    notes = _count(counts[Grade.INFO], "note")
    if not problems.blocking:
        yield f"No mistakes, {notes}." if counts[Grade.INFO] else "No mistakes."
        yield NEXT
    else:
        yield f"{counts[Grade.CRITICAL]} critical, {_count(counts[Grade.WARNING], 'warning')}, {notes}."
        yield AGAIN


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"

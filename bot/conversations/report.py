"""How `heatwise test` reports: a line a conversation or row, failures in full, the count; or all of it as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, TextIO

from bot.conversations.failure import Failure
from bot.conversations.steps import Where
from bot.conversations.suite import Result


def report(results: Iterable[Result], out: TextIO, failures_only: bool = False) -> bool:
    """Tell each result as it comes, or only each failure; whether all passed."""
    told: list[Result] = []
    for result in results:
        told.append(result)
        if not (result.passed and failures_only):
            _tell(result, out)
    failed = sum(not result.passed for result in told)
    out.write(f"{len(told) - failed} passed, {failed} failed\n")
    return not failed


def _tell(result: Result, out: TextIO) -> None:
    if result.passed:
        out.write(f"passed  {result.file}{f'  {result.row}' if result.row else ''}\n")
    else:
        out.write(f"\nFAILED  {result}\n\n")
    out.flush()


def report_json(results: Iterable[Result], out: TextIO) -> bool:
    """The same for programs, once all were played."""
    told = plain(results)
    out.write(json.dumps(told, indent=2) + "\n")
    return not told["totals"]["failed"]


def plain(results: Iterable[Result]) -> dict[str, Any]:
    """The results as names and values."""
    told = list(results)
    failed = sum(not result.passed for result in told)
    totals = {"passed": len(told) - failed, "failed": failed}
    return {"totals": totals, "conversations": [_plain(result) for result in told]}


def _plain(result: Result) -> dict[str, Any]:
    return {
        "file": result.file,
        "name": result.name,
        "row": result.row,
        "passed": result.passed,
        "seconds": round(result.seconds, 3),
        "failure": _failure(result),
    }


def _failure(result: Result) -> dict[str, Any] | None:
    if result.failure:
        return {**result.failure.plain(), "mistakes": [], "text": str(result)}
    if result.mistakes:
        return {**_unread(result).plain(), "mistakes": [asdict(m) for m in result.mistakes], "text": str(result)}
    return None


def _unread(result: Result) -> Failure:
    """A file that could not be read, as a conversation that failed before it began: programs meet one shape."""
    first, *_ = result.mistakes
    pairs = tuple((problem.fits, problem.found) for problem in result.mistakes)
    return Failure(result.name, result.file, Where(first.file, first.line), first.line, pairs, "", "")

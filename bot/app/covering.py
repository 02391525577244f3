"""`heatwise test --coverage`: plays conversations, and reports what of the project they exercise."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.authoring.project import Loaded
from bot.conversations.modes import Mode
from bot.conversations.play import MakePhone
from bot.conversations.report import plain, report
from bot.conversations.suite import Result, play_all
from bot.coverage.listing import list_items
from bot.coverage.page import page
from bot.coverage.report import tell, write_json
from bot.coverage.totals import below
from bot.coverage.wanted import Wanted
from bot.coverage.watch import Coverage
from bot.settings import SettingsError


def cover(
    loaded: Loaded, project: Path, files: Iterable[Path], mode: Mode, phone: MakePhone, wanted: Wanted
) -> bool:  # fmt: skip
    """Play these conversations and report on stdout; whether all passed and the floor holds."""
    assert loaded.library is not None
    coverage = Coverage(list_items(loaded.parts, project))
    results = _credited(play_all(files, loaded.library, mode, phone, coverage), coverage)
    if wanted.json:
        told = plain(results)
        write_json(told, coverage, wanted.floor, sys.stdout)
        good = not told["totals"]["failed"] and not below(coverage, wanted.floor or 0)
    else:
        passed = report(results, sys.stdout, failures_only=True)
        good = tell(coverage, wanted.floor, sys.stdout) and passed
    if wanted.html:
        _write(wanted.html, page(coverage, project))
    return good


def _credited(results: Iterable[Result], coverage: Coverage) -> Iterator[Result]:
    for result in results:
        coverage.credit(f"{result.file} {result.row}".rstrip())
        yield result


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise SettingsError(f"The page cannot be written to {path}: {error}. Give another place.") from None

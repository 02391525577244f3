"""Watches which lines and branches of `bot` the tests reach: `REACHED=FILE pytest` writes them there as JSON."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from slipcover import FileMatcher, ImportManager, Slipcover, merge_coverage, print_coverage

SOURCE = "bot"
EXCLUDED = (
    "if TYPE_CHECKING:",
    "if __name__ == .__main__.:",
    r": \.\.\.$",  # the bodies of protocols
)

Reached = dict[str, Any]

# A probe that was hit once is taken out of the code at once: from then on the line costs what it costs unwatched.
_watcher = Slipcover(immediate=True, branch=True, exclude_also=list(EXCLUDED))
_by_workers: list[Reached] = []

ImportManager(_watcher, FileMatcher(sources=[SOURCE])).__enter__()  # before anything imports `bot`


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands over what it saw; whoever has none writes down what was seen."""
    handed_over: dict[str, str] | None = getattr(session.config, "workeroutput", None)
    if handed_over is not None:
        handed_over["reached"] = json.dumps(_watcher.get_coverage())
    else:
        Path(os.environ["REACHED"]).write_text(json.dumps(_all()), "utf-8")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker has ended; one that died hands over nothing."""
    reached = getattr(node, "workeroutput", {}).get("reached")
    if reached:
        _by_workers.append(json.loads(reached))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The lines that no test reaches."""
    reached = json.loads(Path(os.environ["REACHED"]).read_text("utf-8"))
    print_coverage(reached, outfile=terminalreporter, skip_covered=True)


def _all() -> Reached:
    """What every process saw, with the files that none of them imported."""
    _watcher.source = [SOURCE]
    reached = _watcher.get_coverage()
    for other in _by_workers:
        merge_coverage(reached, other)
    return reached

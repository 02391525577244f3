"""Says how many branches of a package the tests reach, from what `tests/reached.py` writes; too few is an error."""

import json
import sys
from collections.abc import Mapping
from typing import Any

PACKAGES = ("bot/engine", "bot/authoring")
LEAST = 95.0
"""Percent."""


def reached(report: Mapping[str, Any], package: str) -> tuple[int, int]:
    """Branches that were taken, and all that there are, in the files of a package."""
    files = (found["summary"] for name, found in report["files"].items() if name.startswith(f"{package}/"))
    counts = [(found["covered_branches"], found["missing_branches"]) for found in files]
    return sum(taken for taken, _ in counts), sum(map(sum, counts))


def tell(report: Mapping[str, Any]) -> bool:
    """Print a line a package; whether all of them have enough."""
    enough = True
    for package in PACKAGES:
        taken, every = reached(report, package)
        percent = 100 * taken / every if every else 0.0
        print(f"Branches of {package}: {percent:.1f} % ({taken} of {every}), at least {LEAST:g} %")
        enough = enough and percent >= LEAST
    return enough


if __name__ == "__main__":
    sys.exit(0 if tell(json.load(sys.stdin)) else 1)

"""Measures everything, prints it, keeps it in bench/results.json and draws it; exits with 1 if a target is not met."""

import json
import os
import platform
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from bench.figures import Figure
from bench.plot import draw

BENCHES = ("engine", "durable", "delivered", "memory", "many", "starts", "decide", "load")
RESULTS = Path(__file__).with_name("results.json")
PLOT = Path(__file__).with_name("results.png")


def main() -> int:
    """Run one bench after the other; with names (`make bench ARGS="engine starts"`) only those."""
    named = sys.argv[1:] or BENCHES
    if unknown := set(named).difference(BENCHES):
        print(f"There is no bench {', '.join(sorted(unknown))}. There are: {', '.join(BENCHES)}.")
        return 2
    print(f"{machine()}\n", flush=True)
    kept = {} if len(named) == len(BENCHES) else {figure.figure: figure for figure in _kept()}
    for at, name in enumerate(named, 1):
        print(f"{at} of {len(named)}: bench/{name}.py", flush=True)
        for figure in import_module(f"bench.{name}").figures():
            print(figure, flush=True)
            kept[figure.figure] = figure
            _keep(kept.values())  # at once: the whole takes half an hour
    found = list(kept.values())
    draw(found, PLOT, machine())
    print("\n" + table(found))
    return 0 if all(figure.met for figure in found) else 1


def _keep(figures: Iterable[Figure]) -> None:
    rows = [figure._asdict() for figure in figures]
    RESULTS.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _kept() -> list[Figure]:
    return [Figure(**one) for one in json.loads(RESULTS.read_text("utf-8"))] if RESULTS.exists() else []


def machine() -> str:
    """What it was measured on, and when."""
    model = next(
        (line.split(":")[1].strip() for line in _cpuinfo() if line.startswith("model name")), platform.machine()
    )
    cores, python = os.cpu_count(), platform.python_version()
    return f"{model}, {cores} cores, {platform.system()}, Python {python}, {datetime.now(UTC):%Y-%m-%d}"


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text("utf-8").splitlines() if path.exists() else []


def table(figures: Iterable[Figure]) -> str:
    """One line a figure: the ratio, its target, and both sides."""
    rows = [
        (
            f"{f.ratio:,}",
            f"{f.target:,}",
            "met" if f.met else "NOT MET",
            f"{f.ours:,}",
            f"{f.theirs:,}",
            f.unit,
            f.figure,
        )
        for f in figures
    ]
    head = ("ratio", "target", "", "ours", "theirs", "unit", "figure")
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(6)]
    return "\n".join(
        "  ".join([*(cell.rjust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in (head, *rows)
    )


if __name__ == "__main__":
    sys.exit(main())

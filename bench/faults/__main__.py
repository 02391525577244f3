"""Runs the faults that are named, or all, prints what each cost, and keeps it in bench/faults.json."""

import asyncio
import json
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from bench.faults import campaign, days, keeping, kill, malformed, send, store, terminate, turns
from bench.faults.finding import Finding, Tell
from bench.faults.service import end_all

Part = Callable[[Path, Tell, float], AsyncIterator[Finding]]

PARTS: Mapping[str, Part] = {
    "kill": kill.findings,
    "send": send.findings,
    "store": store.findings,
    "malformed": malformed.findings,
    "simulation": campaign.findings,
    "days": days.findings,
    "turns": turns.findings,
    "keeping": keeping.findings,
    "sigterm": terminate.findings,
}
RESULTS = Path(__file__).parents[1] / "faults.json"


async def run(parts: list[str], scale: float) -> list[Finding]:
    """One part after the other, each in a folder of its own."""
    found: list[Finding] = []
    for part in parts:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as at_end:
            at_end.callback(end_all)
            async for finding in PARTS[part](Path(folder), _tell(part), scale):
                print(f"\r\033[K{finding}", flush=True)
                found.append(finding)
                RESULTS.write_text(_merged([finding]), "utf-8")  # at once: the whole takes hours
    return found


def _tell(part: str) -> Tell:
    """Progress in place on a terminal; nowhere else."""
    if not sys.stdout.isatty():
        return lambda words: None
    return lambda words: print(f"\r\033[K{part}: {words}", end="", flush=True)


def main() -> None:
    """Run, and exit with 1 if something is not met."""
    parser = ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all by default")
    parser.add_argument("--scale", type=float, default=1, help="a part of the whole counts, such as 0.05")
    asked = parser.parse_args()
    if unknown := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    found = asyncio.run(run(asked.parts or list(PARTS), asked.scale))
    sys.exit(0 if all(finding.met for finding in found) else 1)


def _merged(found: list[Finding]) -> str:
    """What was run now in the place of what was found before; the rest stays."""
    before = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else []
    new = {finding.fault: finding._asdict() for finding in found}
    rows = {**{row["fault"]: row for row in before}, **new}
    return json.dumps(list(rows.values()), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()

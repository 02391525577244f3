"""Measures everything, prints it, and keeps it in bench/results.json; exits with 1 if a target is not met."""

import json
import sys
from pathlib import Path

from bench import decide, load
from bench.figures import Figure

BENCHES = (decide, load)
RESULTS = Path(__file__).with_name("results.json")


def main() -> None:
    """Run one bench after the other."""
    found: list[Figure] = []
    for bench in BENCHES:
        for figure in bench.figures():
            print(figure, flush=True)
            found.append(figure)
    RESULTS.write_text(json.dumps([figure._asdict() for figure in found], indent=1, ensure_ascii=False) + "\n", "utf-8")
    sys.exit(0 if all(figure.met for figure in found) else 1)


if __name__ == "__main__":
    main()

"""Explores the shipped project, then walks through it at random: is all that is met in a class that was explored?"""

import gc
import sys
from argparse import ArgumentParser
from time import monotonic

from bot.authoring.project import load
from bot.settings import find_project
from bot.verify.explore import Explorer
from bot.verify.slices import slices
from bot.verify.walks import strays
from bot.verify.wordless import wordless

WALKS = 100_000


def main() -> None:
    """`python -m bench.walks [--walks N] [--seed N]`; exits with 1 if something is met outside."""
    parser = ArgumentParser(prog="make walks", description=__doc__)
    parser.add_argument("--walks", type=int, default=WALKS, help=f"how many ({WALKS:,} take an hour)")
    parser.add_argument("--seed", type=int, default=0, help="other walks")
    asked = parser.parse_args()
    loaded = load(find_project())
    assert loaded.library is not None
    everything = slices(loaded.library)[0]
    explorer = Explorer(wordless(loaded.library), loaded.parts.properties, everything.options)
    began = monotonic()
    gc.disable()  # what an exploration makes stays until its end
    explorer.run(_told)
    gc.enable()
    print(f"\r\033[Kexplored {len(explorer.nodes):,} configurations in {monotonic() - began:.0f} s", flush=True)
    found = list(strays(explorer, asked.walks, asked.seed))
    for stray in found:
        print(f"outside: {stray.side} at {stray.place}, after {' > '.join(each.deed.line for each in stray.way)}")
    print(f"{asked.walks:,} walks, {len(found)} outside, {monotonic() - began:.0f} s in all")
    sys.exit(1 if found else 0)


def _told(done: int, known: int) -> None:
    if sys.stdout.isatty():
        print(f"\r\033[Kexploring: {done:,} of {known:,}", end="", flush=True)


if __name__ == "__main__":
    main()

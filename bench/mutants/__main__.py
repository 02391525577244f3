"""Plants faults one at a time and says which of check, conversations and verify catches each (bench/mutants.json)."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from bench.mutants.engine import planted
from bench.mutants.mutant import Mutant
from bench.mutants.nets import NETS, PASSED, TRACE, VERIFY
from bench.mutants.table import Row, could_harm, fate, killed, merged, row, table, totals
from bench.mutants.trial import tried, warm
from bench.mutants.written import OPERATORS, RULES, all_of, chosen

RESULTS = Path(__file__).parents[1] / "mutants.json"
SEED = 1
CONTROL = Mutant("control", "nothing is planted", RULES, 0, "", "", False)
KINDS = ("engine", *(each.__name__ for each in OPERATORS))


def select(seed: int, kinds: Sequence[str], every: bool = False) -> list[Mutant]:
    """The faults of a run, those in the engine last."""
    written = [m for each in OPERATORS for m in (all_of(each) if every else chosen(each, seed))]
    return [mutant for mutant in (*written, *planted()) if mutant.kind in kinds]


def run(mutants: Sequence[Mutant], asked: Mapping[str, object], workers: int, known: dict[str, Row]) -> None:
    """Try them, side by side; what is known is kept in `known` and in bench/mutants.json, as soon as it is known."""
    warm()
    nothing = tried(CONTROL, {**asked, "alone": True})
    control = row(CONTROL, nothing)
    if killed(control):
        sys.exit(f"Something is caught where nothing was planted, so nothing can be said of faults: {control['why']}")
    if control[VERIFY] == PASSED:
        asked = {**asked, "trace": nothing[VERIFY]["why"].removeprefix(TRACE)}
    with ThreadPoolExecutor(workers) as pool:
        trials = {pool.submit(tried, mutant, asked): mutant for mutant in mutants}
        for number, trial in enumerate(as_completed(trials), 1):
            mutant = trials[trial]
            known[mutant.id] = found = merged(row(mutant, trial.result()), known.get(mutant.id))
            print(f"{number} of {len(mutants)}: {fate(found)}: {found['where']}: {found['what']}", flush=True)
            write(known)


def write(known: Mapping[str, Row]) -> None:
    """Keep what was found, in the order in which faults are planted."""
    whole = [mutant.id for mutant in select(SEED, KINDS, every=True)]
    usual = len(select(SEED, KINDS))
    rows = [known[id] for id in whole if id in known]
    result = {"totals": totals(rows, len(whole), usual), "mutants": rows}
    RESULTS.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _known(asked: Namespace) -> dict[str, Row]:
    if not asked.go_on or not RESULTS.exists():
        return {}
    return {each["id"]: each for each in json.loads(RESULTS.read_text("utf-8"))["mutants"]}


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("kinds", nargs="*", help=f"of {', '.join(KINDS)}; all by default")
    parser.add_argument("--seed", type=int, default=SEED, help="another choice of faults in dialogs and texts")
    parser.add_argument("--every", action="store_true", help="every fault that can be planted, not a choice")
    parser.add_argument("--count", type=int, help="only so many")
    parser.add_argument("--workers", type=int, default=2, help="so many at a time")
    parser.add_argument("--within", type=float, default=60, help="seconds that verify may take for each")
    parser.add_argument("--alone", action="store_true", help="throw every net, whatever another one has caught")
    parser.add_argument("--nets", nargs="+", default=NETS, choices=NETS, help="only these; check is always one")
    parser.add_argument("--go-on", action="store_true", help="keep what bench/mutants.json knows, and try the rest")
    parser.add_argument("--survivors", action="store_true", help="with --go-on: only what nothing has caught, again")
    return parser


def _in_one_order() -> None:
    """Begin again with a fixed order of sets: two explorations are compared, each in a process of its own."""
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(
            sys.executable,
            [sys.executable, "-m", "bench.mutants", *sys.argv[1:]],
            {**os.environ, "PYTHONHASHSEED": "0"},
        )


def main() -> None:
    """Run, and exit with 1 if a fault that can do harm survives."""
    _in_one_order()
    parser = _parser()
    asked = parser.parse_args()
    if unknown := [kind for kind in asked.kinds if kind not in KINDS]:
        parser.error(f"there is no kind {unknown[0]!r}; there are {', '.join(KINDS)}")
    known = _known(asked)
    mutants = select(asked.seed, asked.kinds or KINDS, asked.every)
    survivors = {id for id, each in known.items() if not killed(each)}
    wanted = (lambda id: id in survivors) if asked.survivors else (lambda id: id not in known)
    mutants = [mutant for mutant in mutants if wanted(mutant.id)][: asked.count]
    run(mutants, {"within": asked.within, "alone": asked.alone, "nets": asked.nets}, asked.workers, known)
    print("\n".join(table(list(known.values()))))
    sys.exit(any(could_harm(each) and not killed(each) for each in known.values()))


if __name__ == "__main__":
    main()

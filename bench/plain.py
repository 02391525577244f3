"""What `heatwise decide` does, as a script with the rules written into it: no tables, no reasons, no errors told."""

import json
import sys
from collections.abc import Iterable
from typing import Any, TextIO

from tests.decisions.oracle import OPTIONS, Answers, Outcome, decide

SETS = ("signs", "nerves", "precautions", "emergency_flags", "same_day_flags")


def decide_lines(source: Iterable[bytes], sink: TextIO) -> None:
    """A line out for every line in."""
    for line in source:
        given = json.loads(line)
        sets = {name: frozenset(given[name]) for name in SETS}
        sink.write(json.dumps(told(decide(Answers(**{**given, **sets})))) + "\n")


def told(outcome: Outcome) -> dict[str, Any]:
    """The decision under the names of the clinical rows."""
    levels: dict[str, str] = dict(zip(OPTIONS, outcome.levels, strict=True))
    lists: dict[str, Any] = {"ranked": [], "ask_first": [], "not_for_you": []}
    beside: dict[str, Any] = {}
    if outcome.tier in {"self_care", "book_soon"}:
        beside = {name: levels[name] for name in ("stretching", "tens")} | {"dry_heat": outcome.dry_heat_result}
        for option in outcome.order:
            if levels[option] in lists:
                lists[levels[option]].append(option)
            else:
                lists["ranked"].append({"option": option, "level": levels[option]})
    return {"tier": outcome.tier, "pattern": outcome.pattern, **lists, **beside}


if __name__ == "__main__":
    decide_lines(sys.stdin.buffer, sys.stdout)

"""What a run found, as JSON and as a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bench.mutants.mutant import Mutant
from bench.mutants.nets import CAUGHT, CHECK, EQUAL, NETS, VERIFY

Row = dict[str, Any]


def row(mutant: Mutant, found: Mapping[str, Any]) -> Row:
    """One fault: what each net says (null where it was not thrown)."""
    if not found:
        found = {CHECK: {"result": CAUGHT, "why": "the program does not start, or hangs", "seconds": 0}}
    return {
        "id": mutant.id,
        "kind": mutant.kind,
        "what": mutant.what,
        "where": mutant.where,
        "safety_relevant": mutant.safety_relevant,
        **{net: found[net]["result"] if net in found else None for net in NETS},
        "seconds": round(sum(each["seconds"] for each in found.values()), 2),
        "why": next((f"{net}: {each['why']}" for net, each in found.items() if each["result"] == CAUGHT), ""),
    }


def merged(found: Row, before: Row | None) -> Row:
    """What was found now, and what nets said before that were not thrown now."""
    if before is None:
        return found
    seconds = round(found["seconds"] + before["seconds"], 2)
    older = {net: before[net] for net in NETS if found[net] is None}
    return {**found, **older, "seconds": seconds, "why": found["why"] or before["why"]}


def fate(found: Row) -> str:
    """What became of it, in a few words."""
    nets = [net for net in NETS if found[net] == CAUGHT]
    if nets:
        return f"killed by {', '.join(nets)}"
    return "changes nothing (proved)" if equal(found) else "SURVIVES"


def killed(found: Row) -> bool:
    """Whether one of the nets has caught it."""
    return any(found[net] == CAUGHT for net in NETS)


def equal(found: Row) -> bool:
    """Whether verify has proved that no step on any path does anything else: then there is nothing to catch."""
    return found[VERIFY] == EQUAL and not killed(found)


def could_harm(found: Row) -> bool:
    """Whether it is one that must be caught."""
    return found["safety_relevant"] and not equal(found)


def totals(rows: Sequence[Row], defined: int, chosen: int) -> dict[str, Any]:
    """The counts: `defined` faults could be planted, `chosen` were asked for, `planted` were.

    A fault that is proved to change nothing counts as planted, and not among those that can do harm.
    """
    safety = [each for each in rows if could_harm(each)]
    return {
        "planted": len(rows),
        "proved_equal": sum(map(equal, rows)),
        "killed": sum(map(killed, rows)),
        "safety_planted": len(safety),
        "safety_killed": sum(map(killed, safety)),
        "defined": defined,
        "chosen": chosen,
        **{net: {"thrown": _count(rows, net), "killed": _count(rows, net, CAUGHT)} for net in NETS},
    }


def _count(rows: Iterable[Row], net: str, result: str | None = None) -> int:
    return sum(each[net] is not None and result in (None, each[net]) for each in rows)


def table(rows: Sequence[Row]) -> Iterator[str]:
    """A line a kind, then the survivors."""
    yield f"{'kind':14} {'planted':>7} {'killed':>6}   " + " ".join(f"{net:>18}" for net in NETS)
    for kind in dict.fromkeys(each["kind"] for each in rows):
        of = [each for each in rows if each["kind"] == kind]
        counts = " ".join(f"{_count(of, net, CAUGHT):>8} of {_count(of, net):>6}" for net in NETS)
        yield f"{kind:14} {len(of):>7} {sum(map(killed, of)):>6}   {counts}"
    counts = " ".join(f"{_count(rows, net, CAUGHT):>8} of {_count(rows, net):>6}" for net in NETS)
    yield f"{'all':14} {len(rows):>7} {sum(map(killed, rows)):>6}   {counts}"
    for each in rows:
        if not killed(each):
            harm = "changes nothing" if equal(each) else "COULD HARM" if each["safety_relevant"] else "harmless"
            yield f"survives ({harm}): {each['where']}: {each['what']}"

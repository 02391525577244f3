"""A coverage as text: what was exercised, what is missing with its place, and how a conversation closes the gap."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, TextIO

from bot.coverage.item import FLOOR, KINDS, LANGUAGES, PROPERTIES, Item
from bot.coverage.totals import Share, below, by_kind, files, missing, share
from bot.coverage.watch import Coverage

NEXT = (
    "To close gaps: write the conversations that are named here, or let heatwise explore write them for you to review."
)


def tell(coverage: Coverage, floor: float | None, out: TextIO) -> bool:
    """Print the figures and the gaps; whether the floor holds."""
    out.write("\n".join([*_gaps(coverage), *_figures(coverage)]) + "\n")
    low = below(coverage, floor) if floor is not None else {}
    for kind, found in low.items():
        out.write(f"{kind}: {_figure(found)}, and at least {floor:g} % were asked for\n")
    return not low


def _gaps(coverage: Coverage) -> Iterator[str]:
    for file, items in files(coverage).items():
        gaps = missing(coverage, items)
        if gaps and not file.startswith("content/"):
            yield f"\n{file}: {_figure(share(coverage, items))}"
            for item in gaps:
                yield f"  line {item.line}: {item.what}"
                yield f"    → {item.mend}"
    yield from _languages(coverage)
    topics = missing(coverage, [item for item in coverage.listing.items.values() if item.kind == "topics"])
    if topics:
        yield f"\n{topics[0].file}: never answered: {', '.join(item.id for item in topics)}"
        yield f"    → {topics[0].mend}"
    unmeasured = [item for item in coverage.listing.items.values() if not item.measured]
    for file, items in groupby((item for item in unmeasured if item.kind in FLOOR), key=lambda item: item.file):
        lines = ", ".join(str(item.line) for item in items)
        yield f"\n{file}: as the rules stand, no answer takes the way of line {lines}: not counted"
    properties = [item.id for item in unmeasured if item.kind == PROPERTIES]
    if properties:
        yield f"\nnot measured: what {', '.join(properties)} speak of"


def _languages(coverage: Coverage) -> Iterator[str]:
    """One line a language: what is not shown in it is shown in another one."""
    every = sorted(coverage.listing.items)
    gaps = missing(coverage, [coverage.listing.items[key] for key in every if key[0] == LANGUAGES])
    for lang, items in groupby(gaps, key=lambda item: item.key[1]) if gaps else ():
        yield f"\nnever shown in {lang}: {', '.join(item.key[2] for item in items)}"
        yield f"    → Lead a conversation with lang: {lang} there"


def _figures(coverage: Coverage) -> Iterator[str]:
    shares = by_kind(coverage)
    yield "\nThe conversations exercise"
    for kind, found in shares.items():
        yield f"  {_figure(found):>17}  {KINDS[kind]}"
    total = share(coverage, coverage.listing.items.values())
    yield f"  {_figure(total):>17}  in all"
    if total.reached < total.every:
        yield NEXT


def _figure(found: Share) -> str:
    return f"{found.percent:g} % ({found.reached}/{found.every})"


def plain(coverage: Coverage, floor: float | None) -> dict[str, Any]:
    """The same for programs."""
    low = below(coverage, floor) if floor is not None else {}
    return {
        "totals": {**{kind: _plain_share(found) for kind, found in by_kind(coverage).items()},
                   "all": _plain_share(share(coverage, coverage.listing.items.values()))},
        "floor": {"at_least": floor, "kinds": list(FLOOR), "holds": not low},
        "files": [
            {"file": file, **_plain_share(share(coverage, items)), "items": [_plain(coverage, i) for i in items]}
            for file, items in files(coverage).items()
        ],
    }  # fmt: skip


def _plain_share(found: Share) -> dict[str, Any]:
    return {"reached": found.reached, "of": found.every, "percent": found.percent}


def _plain(coverage: Coverage, item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind, "id": item.id, "line": item.line, "reached": item.key in coverage.reached,
        "measured": item.measured, "by": coverage.reached.get(item.key), "missing": item.what, "mend": item.mend,
    }  # fmt: skip


def write_json(results: dict[str, Any], coverage: Coverage, floor: float | None, out: TextIO) -> None:
    """The results of the conversations, with what they exercise beside them."""
    out.write(json.dumps({**results, "coverage": plain(coverage, floor)}, indent=2) + "\n")

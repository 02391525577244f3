"""A coverage as one page that needs nothing else: every file line by line, green where all of a line was exercised."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from bot.coverage.item import KINDS, Item
from bot.coverage.totals import by_kind, files, share
from bot.coverage.watch import Coverage

STYLE = """
:root { color-scheme: light dark; --full: #d9f2dd; --part: #fff0c2; --none: #ffd9d6; --line: #8888; }
@media (prefers-color-scheme: dark) { :root { --full: #143d1f; --part: #4a3b00; --none: #57201c; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
table { border-collapse: collapse; width: 100%; } td, th { padding: .2rem .5rem; text-align: left; }
td.number { text-align: right; white-space: nowrap; }
summary { cursor: pointer; padding: .4rem 0; overflow-wrap: anywhere; }
ol { list-style: none; margin: 0; padding: 0; font: 13px/1.6 ui-monospace, monospace; }
li { border-left: .4rem solid transparent; padding-left: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
li.full { background: var(--full); border-color: #2a8a3e; }
li.part { background: var(--part); border-color: #b58a00; }
li.none { background: var(--none); border-color: #c0392b; }
li p { font: 14px/1.4 system-ui, sans-serif; margin: 0 0 .3rem 2.5rem; white-space: normal; }
li span { color: GrayText; display: inline-block; min-width: 2.2rem; user-select: none; }
.bar { background: var(--none); } .bar div { background: #2a8a3e; height: .6rem; }
"""
"""Colour never stands alone: the sign before each line says the same."""

LEGEND = (
    "✓ all of the line was exercised, ~ a part of it, ✗ nothing. It says nothing about whether the advice is right: "
    "that needs a clinician."
)
SIGNS = {"full": "✓", "part": "~", "none": "✗", "": " "}


def page(coverage: Coverage, project: Path) -> str:
    """The page. Files of the project are read for their lines."""
    body = [*_table(coverage), *(line for file in files(coverage) for line in _file(coverage, project, file))]
    return "\n".join([
        "<!doctype html>", '<html lang="en">', '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<title>What the conversations exercise</title>", f"<style>{STYLE}</style>",
        "<h1>What the conversations exercise</h1>",
        f"<p>{LEGEND}</p>", *body, "</html>", "",
    ])  # fmt: skip


def _table(coverage: Coverage) -> Iterator[str]:
    yield "<table>"
    for kind, found in by_kind(coverage).items():
        bar = f'<div class="bar"><div style="width:{found.percent}%"></div></div>'
        number = f"{found.percent:g} %<br>{found.reached}/{found.every}"
        yield f'<tr><td>{escape(KINDS[kind])}{bar}<td class="number">{number}'
    yield "</table>"


def _file(coverage: Coverage, project: Path, file: str) -> Iterator[str]:
    items = files(coverage)[file]
    found = share(coverage, items)
    opened = " open" if found.reached < found.every and not file.startswith("content/") else ""
    figure = f"{found.percent:g} % ({found.reached}/{found.every})"
    yield f"<details{opened}><summary><b>{escape(file)}</b> {figure}</summary><ol>"
    for number, text in enumerate((project / file).read_text("utf-8").split("\n"), 1):
        yield _line(coverage, number, text, [item for item in items if item.line == number and item.measured])
    yield "</ol></details>"


def _line(coverage: Coverage, number: int, text: str, items: Sequence[Item]) -> str:
    gaps = [item for item in items if item.key not in coverage.reached]
    look = "" if not items else "full" if not gaps else "none" if len(gaps) == len(items) else "part"
    told = "".join(f"<p>{escape(item.what)}<br>→ {escape(item.mend)}</p>" for item in gaps)
    by = ", ".join(dict.fromkeys(coverage.reached[item.key] for item in items if item.key in coverage.reached))
    title = f' title="{escape(by, quote=True)}"' if by else ""
    return f'<li class="{look}"{title}><span>{SIGNS[look]} {number}</span> {escape(text)}{told}</li>'

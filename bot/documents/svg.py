"""Drawings as SVG, laid out by Graphviz, which pygraphviz brings along."""

import os
import re
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from html import escape
from importlib import import_module

from bot.documents.drawings import Drawing, Edge, Node

FONT = "Arial"
FAMILY = "Arial, 'Liberation Sans', Helvetica, sans-serif"
"""Fonts of the same widths, so that text fits its box on every machine."""

FILLS = {"state": "#ffffff", "end": "#e7f3e8", "take_over": "#fde3e1", "elsewhere": "#eef1f5", "program": "#fff6d6"}
BORDERS = {"state": "#334455", "end": "#2e6b34", "take_over": "#a3201a", "elsewhere": "#66727f", "program": "#7a5b00"}
EDGES = {
    "answer": 'color="#1f3a5f"',
    "button": 'color="#1f3a5f"',
    "program": 'color="#7a5b00" style=dashed',
    "take_over": 'color="#a3201a" penwidth=2',
}


def svg(drawing: Drawing) -> str:
    """An SVG document with its title; boxes of other dialogs link to `<dialog>.svg`."""
    with _quiet():
        drawn = import_module("pygraphviz").AGraph(string=dot(drawing)).draw(format="svg", prog="dot")
    return _titled(drawn.decode(), drawing.name)


def inline(text: str, name: str) -> str:
    """The same to stand inside a page: ids of its own, links to the page's parts `#diagram-<dialog>`."""
    text = text[text.index("<svg") :]
    text = re.sub(r'\bid="', f'id="{name}-', text)
    return re.sub(r'xlink:href="(\w+)\.svg"', r'xlink:href="#diagram-\1"', text)


def dot(drawing: Drawing) -> str:
    """The drawing in the language of Graphviz."""
    return "\n".join(_dot(drawing))


def _dot(drawing: Drawing) -> Iterator[str]:
    yield "digraph {"
    yield "graph [rankdir=TB nodesep=0.3 ranksep=0.35 bgcolor=white pad=0.3 outputorder=edgesfirst]"
    yield f'node [shape=plain fontname="{FONT}" fontsize=11]'
    yield from map(_node, drawing.nodes)
    for number, edge in enumerate(drawing.edges):
        yield from _edge(edge, f"way{number}")
    yield "}"


def _node(node: Node) -> str:
    link = f' href="{node.link}.svg" tooltip="{node.link}"' if node.link else f' tooltip="{node.name}"'
    return f'"{node.name}" [label=<{_table(node)}>{link}]'


def _table(node: Node) -> str:
    border, fill = BORDERS[node.kind], FILLS[node.kind]
    rows = [f"<b>{escape(node.title)}</b>"] if node.title else []
    rows += [_left(group) for group in node.groups]
    cells = "".join(f'<tr><td align="left" balign="left">{row}</td></tr>' for row in rows)
    look = f'border="0" cellborder="1" cellspacing="0" cellpadding="6" color="{border}" bgcolor="{fill}"'
    return f"<table {look}>{cells}</table>"


def _left(lines: tuple[str, ...]) -> str:
    return "<br/>".join(_kept(line) for line in lines)


def _kept(line: str) -> str:
    """Spaces at the start are meant."""
    bare = line.lstrip()
    return "&#160;" * (len(line) - len(bare)) + escape(bare)


def _edge(edge: Edge, middle: str) -> Iterator[str]:
    """Its words are a node on the way: lines are led around nodes, so none runs through a text."""
    style = EDGES[edge.kind]
    if not edge.lines:
        yield f'"{edge.source}" -> "{edge.target}" [{style}]'
        return
    cell = f'<tr><td align="left" balign="left">{_left(edge.lines)}</td></tr>'
    table = f'<table border="0" cellborder="0" cellpadding="2" bgcolor="white">{cell}</table>'
    yield f'"{middle}" [label=<{table}> fontsize=10 tooltip="{edge.source}"]'
    yield f'"{edge.source}" -> "{middle}" [{style} arrowhead=none]'
    yield f'"{middle}" -> "{edge.target}" [{style}]'


def _titled(text: str, name: str) -> str:
    text = text[text.index("<svg") :].replace('font-family="Arial"', f'font-family="{FAMILY}"')
    text = re.sub(r"<!--.*?-->\n?", "", text, flags=re.DOTALL)
    text = re.sub(r"<title>.*?</title>\n?", "", text)  # names for programs, which a reader would hear aloud
    head, _, rest = text.partition(">")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head} role="img" aria-label="{name}">\n<title>{name}</title>{rest}'
    )


@contextmanager
def _quiet() -> Generator[None]:
    """The font library writes about files of the machine to stderr, past Python; what fails is raised all the same."""
    sys.stderr.flush()
    kept = os.dup(2)
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)

"""Drawings as Mermaid flowcharts, which many editors and code hosts show."""

from collections.abc import Iterator

from bot.documents.drawings import Drawing, Edge, Node

ARROWS = {"answer": "-->", "button": "-->", "program": "-.->", "take_over": "==>"}
CLASSES = {
    "state": "fill:#ffffff,stroke:#334455,color:#111111",
    "end": "fill:#e7f3e8,stroke:#2e6b34,color:#111111",
    "take_over": "fill:#fde3e1,stroke:#a3201a,color:#111111",
    "elsewhere": "fill:#eef1f5,stroke:#66727f,color:#111111,stroke-dasharray:4 3",
    "program": "fill:#fff6d6,stroke:#7a5b00,color:#111111",
}


def mermaid(drawing: Drawing) -> str:
    """The text of a .mmd file."""
    return "\n".join(_lines(drawing)) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    yield "flowchart TB"
    for node in drawing.nodes:
        yield f"    {_id(node.name)}[{_quoted(_words(node))}]:::{_id(node.kind)}"
    for edge in drawing.edges:
        yield f"    {_id(edge.source)} {ARROWS[edge.kind]}{_label(edge)} {_id(edge.target)}"
    for name, style in CLASSES.items():
        yield f"    classDef {_id(name)} {style}"


def _id(name: str) -> str:
    """A prefix, for some words (such as "end") mean something to Mermaid."""
    return "s_" + {"*": "anywhere"}.get(name, name).replace(".", "__")


def _words(node: Node) -> str:
    return "<br>".join(filter(None, (_safe(node.title), *(_safe(line) for group in node.groups for line in group))))


def _label(edge: Edge) -> str:
    return f"|{_quoted('<br>'.join(map(_safe, edge.lines)))}|" if edge.lines else ""


def _quoted(text: str) -> str:
    return f'"{text}"'


_SIGNS = str.maketrans({"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "&": "#amp;"})


def _safe(text: str) -> str:
    """Signs that Mermaid or HTML would take for its own."""
    return text.strip().translate(_SIGNS)

"""Makes all documents of a project, file by file."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from bot import __version__
from bot.authoring.parts import Parts
from bot.documents import hazards
from bot.documents.drawings import OVERVIEW, dialog_of, draw, told
from bot.documents.hazards import Proof, Row
from bot.documents.mermaid import mermaid
from bot.documents.pages import page
from bot.documents.phrases import Phrases
from bot.documents.properties import Property
from bot.documents.review import sheet_of
from bot.documents.svg import inline, svg
from bot.documents.tables import rules_of
from bot.documents.ways import Way, ways
from bot.engine.library import Library

Files = Iterator[tuple[str, str]]
"""Names inside the folder, and texts."""


class Given(Struct, frozen=True):
    """What the hazard log is made from."""

    properties: Sequence[Property] = ()
    proof: Proof | None = None
    tests: Mapping[str, Sequence[str]] = {}


def documents(library: Library, parts: Parts, given: Given = Given()) -> Files:  # noqa: B008 - it is frozen
    """All files, each made when it is asked for. Raises SettingsError for a proof of another project."""
    rows = hazards.rows_of(given.properties, given.proof, given.tests)
    frame = {"project": _about(library), "links": _links(library, bool(rows))}
    yield from _diagrams(library, frame)
    yield "decisions.html", page("decisions.html", rules=rules_of(library), languages=library.languages, **frame)
    for lang in library.languages:
        yield f"review-{lang}.html", page("review.html", sheet=sheet_of(library, parts, lang), **frame)
    if rows:
        yield from _hazards(rows, given.proof, frame)
    yield "index.html", page("index.html", **frame)


def _about(library: Library) -> dict[str, object]:
    source, facts = library.source, library.catalogs[library.languages[0]].facts
    return {
        "version": library.version, "program": __version__, "demo": source.demo, "clinic": facts["clinic.name"],
        "languages": library.languages,
    }  # fmt: skip


def _links(library: Library, hazard_log: bool) -> dict[str, str]:
    """The pages of the folder and their titles."""
    reviews = {f"review-{lang}.html": f"Review sheet ({lang})" for lang in library.languages}
    log = {"hazards.html": "Hazard log"} if hazard_log else {}
    return {"diagrams.html": "Diagrams", "decisions.html": "Decision tables", **reviews, **log}


def _diagrams(library: Library, frame: Mapping[str, object]) -> Files:
    phrases = Phrases(library.catalogs[library.languages[0]])
    pictures: dict[str, str] = {}
    for name, drawing in draw(library, phrases).items():
        drawn = svg(drawing)
        pictures[name] = inline(drawn, name)
        yield f"diagrams/{name}.svg", drawn
        yield f"diagrams/{name}.mmd", mermaid(drawing)
    every = ways(library, phrases)
    listed = {name: _listed(name, every) for name in pictures}
    yield "diagrams.html", page("diagrams.html", pictures=pictures, ways=listed, told=told, **frame)


def _listed(name: str, every: Sequence[Way]) -> list[Way]:
    """The ways that begin in this dialog; under the overview, those that begin in none."""
    return [way for way in every if (dialog_of(way.source) == name) or (name == OVERVIEW and "." not in way.source)]


def _hazards(rows: Sequence[Row], proof: Proof | None, frame: Mapping[str, object]) -> Files:
    yield "hazards.html", page("hazards.html", rows=rows, proof=proof, open_hazards=hazards.OPEN, **frame)
    yield "hazards.csv", hazards.as_csv(rows)


def write(folder: Path, files: Files) -> Iterator[str]:
    """Write the files, and name each as soon as it is there. Raises OSError."""
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        yield name

"""The diagrams show the machine that talks to patients: every state and every way, legibly."""

import re
from collections import Counter
from functools import cache
from itertools import combinations
from typing import Any, cast
from xml.etree import ElementTree

import pytest

from bot.documents.drawings import OVERVIEW, Drawing, dialog_of, draw
from bot.documents.mermaid import ARROWS
from bot.documents.phrases import Phrases
from bot.documents.ways import ANYWHERE, ENTRIES, Way, ways
from bot.engine.machine import TAKE_OVER
from tests.documents.made import library, made

NODES = "{http://www.w3.org/2000/svg}"


@cache
def drawings() -> dict[str, Drawing]:
    return draw(library(), Phrases(library().catalogs["en"]))


@cache
def every_way() -> tuple[Way, ...]:
    return ways(library(), Phrases(library().catalogs["en"]))


every_drawing = pytest.mark.parametrize("name", drawings())


def test_every_state_is_a_box_of_its_dialog_and_of_no_other():
    boxes = [
        (name, node.name)
        for name, drawing in drawings().items()
        for node in drawing.nodes
        if name != OVERVIEW and node.kind in ("state", "end", "take_over") and "." in node.name
    ]
    assert sorted(boxes) == sorted((dialog_of(state), state) for state in library().states)


def test_every_transition_of_the_machine_is_a_way():
    events = cast("dict[str, Any]", library().moves.machine.events)
    machine = Counter(
        (transition.source, transition.dest)
        for trigger, event in events.items()
        if trigger not in TAKE_OVER
        for found in event.transitions.values()
        for transition in found
    )
    told = Counter((way.source, way.target) for way in every_way() if way.kind in ("answer", "button"))
    options = Counter(
        (state.name, library().page_of[option])
        for state in library().states.values()
        if state.choices_from
        for option in library().options_of(state.choices_from) or library().source.tables.ranked
    )
    assert told - options == machine


def test_what_takes_over_leads_from_every_state_as_in_the_machine():
    taken = {way.target for way in every_way() if way.source == ANYWHERE}
    assert taken == set(TAKE_OVER.values())


def test_every_way_is_an_arrow_of_its_dialogs_drawing_with_its_test():
    for way in every_way():
        if way.source in library().states and not way.back:
            edges = [
                e for e in drawings()[dialog_of(way.source)].edges if (e.source, e.target) == (way.source, way.target)
            ]
            told = " ".join(" ".join(line.split()) for edge in edges for line in edge.lines)
            assert (way.when in told, way.opens in told) == (True, True), way


def test_every_state_can_be_reached_by_an_arrow():
    reached = {way.target for way in every_way() if way.source != way.target}
    assert [state for state in library().states if state not in reached] == []


def test_what_the_program_leads_to_exists():
    assert [state for state in ENTRIES if state not in library().states] == []


@every_drawing
def test_mermaid_has_every_box_and_every_arrow(name: str):
    lines = made()[f"diagrams/{name}.mmd"].splitlines()
    boxes = [line for line in lines if ":::" in line]
    arrows = [line for line in lines if any(f" {arrow}" in line for arrow in ARROWS.values())]
    assert (lines[0], len(boxes), len(arrows)) == (
        "flowchart TB",
        len(drawings()[name].nodes),
        len(drawings()[name].edges),
    )


@every_drawing
def test_the_svg_says_every_line_of_every_box_and_arrow(name: str):
    said = {" ".join("".join(text.itertext()).split()) for text in svg(name).iter(f"{NODES}text")}
    boxes = [line for node in drawings()[name].nodes for group in node.groups for line in group]
    arrows = [line for edge in drawings()[name].edges for line in edge.lines]
    assert [line for line in (*boxes, *arrows) if " ".join(line.split()) not in said] == []


@every_drawing
def test_no_two_boxes_or_words_of_arrows_overlap(name: str):
    assert [pair for pair in combinations(frames(name), 2) if overlap(*pair)] == []


def test_boxes_of_other_dialogs_lead_to_their_drawings():
    linked = re.findall(r'xlink:href="(\w+)\.svg"', "".join(t for n, t in made().items() if n.endswith(".svg")))
    assert set(linked) == set(drawings()) - {OVERVIEW}


def svg(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(made()[f"diagrams/{name}.svg"])


Frame = tuple[float, float, float, float]


def frames(name: str) -> list[Frame]:
    """The rectangle of each node."""
    found: list[Frame] = []
    for group in svg(name).iter(f"{NODES}g"):
        if group.get("class") == "node":
            points = [
                p.split(",") for poly in group.iter(f"{NODES}polygon") for p in (poly.get("points") or "").split()
            ]
            xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


def overlap(one: Frame, other: Frame) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

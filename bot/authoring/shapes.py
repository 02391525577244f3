"""Holds a file against its model as often as it takes to find all that differs."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bot.authoring.fields import fields_at
from bot.authoring.files import File
from bot.authoring.mending import Spot, only_child, spot
from bot.authoring.misfits import Misfit, mend, mend_missing
from bot.authoring.nodes import Node
from bot.authoring.placeholders import quote, without_quotes
from bot.authoring.problems import nearest


def shape(model: Any, file: File) -> Any:
    """The file as its model, without what had to be cut out; None where nothing of it can be used.

    What was misspelled is read as what was meant, and the file is held against the model again: so a mistake hides
    no other one.
    """
    adapter = _adapter(model)
    while () not in file.cuts:
        try:
            return adapter.validate_python(file.value)
        except ValidationError as error:
            _mend(model, file, error.errors(include_url=False))
    return None


@lru_cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _mend(model: Any, file: File, details: Sequence[ErrorDetails]) -> None:
    misfits = [_misfit(model, file, detail) for detail in details]  # all places, before anything moves
    slips, quoted = _slips(misfits), [found for misfit in misfits if (found := without_quotes(misfit))]
    beside = [found.path for found in (*slips.values(), *quoted)]
    for found in quoted:
        quote(file, found)
    for misfit in misfits:
        if any(path == misfit.spot.path[: len(path)] for path in beside):
            continue  # what stands there is held against the right model in the next round
        if misfit.kind == "missing":
            mend_missing(misfit, slips.get((misfit.spot.path, str(misfit.steps[-1]))))
        else:
            mend(misfit)


def _misfit(model: Any, file: File, detail: ErrorDetails) -> Misfit:
    steps = tuple(detail["loc"])
    place = [step for step in (steps[:-1] if detail["type"] == "missing" else steps) if step != "[key]"]
    found = spot(file.own(), place)
    if steps[-1:] == ("id",):
        found = only_child(found) or found
    return Misfit(model, file, detail["type"], steps, found, detail["input"], detail.get("ctx", {}))


def _slips(misfits: Sequence[Misfit]) -> Mapping[tuple[Any, str], Spot]:
    """The settings that are missing and that stand there under another name."""
    found: dict[tuple[Any, str], Spot] = {}
    for misfit in misfits:
        if misfit.kind == "missing" and isinstance(misfit.spot.node.children, dict):
            missing = str(misfit.steps[-1])
            slip = _slip(misfit, missing, [other for other in misfits if other.kind == "extra_forbidden"])
            if slip:
                found[misfit.spot.path, missing] = slip
    return found


def _slip(misfit: Misfit, missing: str, extra: Sequence[Misfit]) -> Spot | None:
    """The name that is nearly right, or the only one that is not known at all."""
    holder, known = misfit.spot, fields_at(misfit.model, misfit.steps[:-1])
    children = cast("dict[str, Node]", holder.node.children)
    near = [name for name in children if name not in known and nearest(name, known) == missing]
    strange = [other.spot.name for other in extra if other.spot.holder is holder.node]
    meant = near or (strange if len(strange) == 1 else [])
    return Spot((*holder.path, meant[0]), holder.node, children[meant[0]]) if meant else None

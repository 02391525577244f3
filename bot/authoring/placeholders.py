"""The slip that everybody makes once: a text that begins with a placeholder, written without quotes."""

from bot.authoring.fields import fields_at
from bot.authoring.files import File
from bot.authoring.mending import Spot, spot
from bot.authoring.misfits import Misfit

TEXT = {"attribution", "heading"}
"""Settings that only the words of a text have."""


def without_quotes(misfit: Misfit) -> Spot | None:
    """`say: {clinic.phone}` is to YAML a group with one name and nothing behind it; None where it is none."""
    if misfit.kind != "string_type" and not TEXT & set(fields_at(misfit.model, misfit.steps[:-1])):
        return None
    path = misfit.spot.path
    for length in (len(path), len(path) - 1):
        found = spot(misfit.file.node, path[: max(length, 0)])
        if found.holder and _in_braces(found):
            return found
    return None


def _in_braces(found: Spot) -> bool:
    value = found.node.value
    if not isinstance(value, dict) or list(value.values()) != [""]:
        return False
    return (found.node.key_marks or {}).get(next(iter(value))) != (found.node.line, found.node.column)


def quote(file: File, found: Spot) -> None:
    """Tell it, and put the text in its place."""
    value = found.node.value
    if isinstance(value, dict):
        text = f"{{{next(iter(value))}}}"
        said = "A text that begins with { stands here without quotes"
        fits = "Only in quotes it is a text; without them, { } holds names and values"
        file.tell(found.path, said, fits, f'Write it like this: "{text}"')
        found.put(text)

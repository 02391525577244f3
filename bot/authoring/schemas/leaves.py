"""The smallest parts of a schema: words from a list, and texts with what may be filled in."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.authoring.models.base import NAME

Schema = dict[str, Any]

SCALAR = ["string", "number", "boolean"]
"""Every value is text to the reader; to an editor, 911 is a number and true a truth value."""

OTHERWISE: dict[str, Any] = {"true": True, "false": False, "null": None}
"""Names that an editor does not take for text when they stand without quotes."""

NAMED: Schema = {"type": "string", "pattern": NAME}


HOW = "Ctrl and the space bar list what fits; a new name is known after: heatwise schema"


def enum(words: Iterable[str], what: str = "") -> Schema:
    """One of these words; `what` they name, where there are many."""
    known = list(dict.fromkeys(words))
    read = [int(word) if word.isdecimal() else OTHERWISE[word] for word in known if _is_no_text(word)]
    told = {"errorMessage": f"There is no such {what}. {HOW}"} if what else {}
    return {"enum": [*known, *read], **told} if known else {"not": {}}


def _is_no_text(word: str) -> bool:
    return word.isdecimal() or word in OTHERWISE


def group(properties: Mapping[str, Schema]) -> Schema:
    """Names with values, and no others.

    The yaml-language-server takes a name that is a number for a stranger, unless a pattern knows it too.
    """
    closed = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    patterns = {f"^{name}$": fits for name, fits in properties.items() if _is_no_text(name)}
    return {**closed, "patternProperties": patterns} if patterns else closed


def some(item: Schema) -> Schema:
    """One, or a list of them."""
    return {"anyOf": [item, {"type": "array", "items": item}]}


def text(empty: bool = False) -> Schema:
    """Any words; `empty`: or none."""
    return {"type": [*SCALAR, "null"] if empty else SCALAR}


def filled(names: Iterable[str], empty: bool = False) -> Schema:
    """A text in which these placeholders, and no others, may stand."""
    known = sorted(names)
    inside = "|".join(map(re.escape, known))
    pattern = rf"^[^{{}}]*(\{{({inside})\}}[^{{}}]*)*$" if known else r"^[^{}]*$"
    listed = " ".join(f"{{{name}}}" for name in known)
    told = f"In {{ }} only these can stand here: {listed}" if known else "Nothing is filled in here: no { or }"
    return {**text(empty), "pattern": pattern, "patternErrorMessage": told}

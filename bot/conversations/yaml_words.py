"""Values as YAML that the strict reader takes: for the lines that a failure offers to paste."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

WIDTH = 110
"""A longer line is written one name a line."""

_BARE = re.compile(r"[^\W\d_](?:[\w .’()+/–-]*[\w.)’])?")
"""Texts that need no quotes, wherever they stand; all others get them, needed or not."""


def word(text: str) -> str:
    """One text, in quotes where it may need them."""
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value).items()
        return "{" + ", ".join(f"{word(name)}: {flow(inner)}" for name, inner in pairs) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(inner) for inner in cast("Sequence[Any]", value)) + "]"
    return word(value) if isinstance(value, str) else str(value)


def line(verb: str, value: Any) -> str:
    """A step as it stands under `steps:`; a group that is too long for one line, one name a line."""
    flat = f"- {verb}: {flow(value)}"
    if len(flat) <= WIDTH or not isinstance(value, Mapping):
        return flat
    pairs = cast("Mapping[str, Any]", value).items()
    return "\n".join([f"- {verb}:", *(f"    {name}: {flow(inner)}" for name, inner in pairs)])

"""Draws the JSON Schema of one kind of file: what its model says, with the names that this project has."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, cast

from pydantic import TypeAdapter

from bot.authoring.models.base import KEYS, KIND
from bot.authoring.schemas.leaves import Schema, group, text

DRAFT = "http://json-schema.org/draft-07/schema#"
TRUTH: Schema = {"type": ["boolean", "string"], "pattern": "^(true|false)$"}


class Keys(NamedTuple):
    """The names of a group; `open`: and others, which the file itself gives."""

    names: tuple[str, ...]
    told: str
    """What editors say of each, after its name."""
    open: bool = False


@dataclass(frozen=True)
class Known:
    """What a project has: for each kind, what fits at its places, and the names of a group."""

    fits: Mapping[str, Schema]
    keys: Mapping[str, Keys] = field(default_factory=dict[str, Keys])
    defs: Mapping[str, Schema] = field(default_factory=dict[str, Schema])
    """Definitions that `fits` refers to."""


def draw(model: Any, known: Known) -> Schema:
    """The schema of files with this model."""
    raw = _raw(model)
    drawn = _node(raw, known)
    defs = {_plain(name): _node(inner, known) for name, inner in raw.get("$defs", {}).items()}
    return close({"$schema": DRAFT, **drawn}, {**known.defs, **defs})


def close(schema: Schema, defs: Mapping[str, Schema]) -> Schema:
    """The schema with the definitions that it refers to, directly or through others."""
    used: dict[str, Schema] = {}
    ahead = [name for name in _refs(schema) if name in defs]
    while ahead:
        name = ahead.pop()
        if name not in used:
            used[name] = defs[name]
            ahead += [inner for inner in _refs(defs[name]) if inner in defs]
    return {**schema, "$defs": {name: used[name] for name in sorted(used)}} if used else schema


def _refs(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for inner in cast("list[Any]", value) for name in _refs(inner)]
    if not isinstance(value, dict):
        return []
    own = cast("Schema", value)
    below = [name for key, inner in own.items() if key != "$defs" for name in _refs(inner)]
    return [*below, own["$ref"].removeprefix("#/$defs/")] if "$ref" in own else below


def _plain(model: str) -> str:
    """What editors call a group: "button rule" for ButtonRuleModel."""
    return re.sub("(?<!^)(?=[A-Z])", " ", model.removesuffix("Model")).lower()


@lru_cache
def _raw(model: Any) -> Schema:
    return TypeAdapter(model).json_schema()


def _node(raw: Schema, known: Known) -> Schema:
    """One place of the model, with what is known of it in the place of its kind."""
    told = {"description": raw["description"]} if "description" in raw else {}
    return {**told, **_shape(raw, known), **told}


def _shape(raw: Schema, known: Known) -> Schema:
    kind: str = raw.get(KIND, "")
    if kind in known.fits:
        return dict(known.fits[kind])
    if "$ref" in raw:
        return {"$ref": f"#/$defs/{_plain(raw['$ref'].rpartition('/')[2])}"}
    return _any_of(raw["anyOf"], known) if "anyOf" in raw else _TYPES[raw["type"]](raw, known)


def _word(raw: Schema, _: Known) -> Schema:
    if "enum" in raw:
        return {name: raw[name] for name in ("enum", "enumDescriptions") if name in raw}
    return {"type": "string", "pattern": raw["pattern"]} if "pattern" in raw else text()


def _truth(_: Schema, __: Known) -> Schema:
    return TRUTH


def _number(raw: Schema, _: Known) -> Schema:
    return {key: raw[key] for key in ("type", "minimum", "maximum") if key in raw}


def _list(raw: Schema, known: Known) -> Schema:
    return {"type": "array", "items": _node(raw["items"], known)}


def _any_of(forms: list[Schema], known: Known) -> Schema:
    """The forms that a file can have: nothing is none of them, as the reader gives no such value."""
    drawn = [_node(form, known) for form in forms if form != {"type": "null"}]
    flat = [inner for form in drawn for inner in (form["anyOf"] if list(form) == ["anyOf"] else [form])]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def _group(raw: Schema, known: Known) -> Schema:
    """A group of names: those of the model, and those of the project."""
    properties = {name: _node(inner, known) for name, inner in raw.get("properties", {}).items()}
    patterns = {pattern: _node(inner, known) for pattern, inner in raw.get("patternProperties", {}).items()}
    others = raw.get("additionalProperties")
    rest = _node(cast("Schema", others), known) if isinstance(others, dict) else next(iter(patterns.values()), None)
    keys = known.keys.get(raw.get(KEYS) or raw.get("propertyNames", {}).get(KIND, ""))
    own = {name: {"description": f"{name}: {keys.told}", **rest} for name in keys.names} if keys and rest else {}
    drawn = group({**own, **properties})
    if patterns and (keys is None or keys.open):
        drawn["patternProperties"] = patterns
    elif rest is not None and (keys is None or keys.open):
        drawn["additionalProperties"] = rest
    return {**drawn, **{name: raw[name] for name in ("required", "minProperties", "maxProperties") if name in raw}}


_TYPES: Mapping[str, Callable[[Schema, Known], Schema]] = {
    "string": _word,
    "boolean": _truth,
    "integer": _number,
    "array": _list,
    "object": _group,
}

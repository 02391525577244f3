"""Draws the JSON Schema of one kind of file: what its model says, with the names that this project has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, cast

from pydantic import TypeAdapter

from bot.authoring.models.base import KEYS, KIND
from bot.authoring.schemas.leaves import SCALAR, Schema, group

DRAFT = "http://json-schema.org/draft-07/schema#"
NEEDLESS = ("title", "default", KIND, KEYS, "propertyNames")
TRUTH: Schema = {"type": ["boolean", "string"], "pattern": "^(true|false)$"}


class Keys(NamedTuple):
    """The names of a group; `open`: and others, which the file itself gives."""

    names: tuple[str, ...]
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
    defs = {name: _node(inner, known) for name, inner in raw.get("$defs", {}).items()}
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


@lru_cache
def _raw(model: Any) -> Schema:
    return TypeAdapter(model).json_schema()


def _node(raw: Schema, known: Known) -> Schema:
    """One place of the model, with what is known of it in the place of its kind."""
    told = {"description": raw["description"]} if "description" in raw else {}
    kind: str = raw.get(KIND, "")
    if kind in known.fits:
        return {**known.fits[kind], **told}
    if "anyOf" in raw:
        return {**told, **_any_of(raw["anyOf"], known)}
    if raw.get("type") == "boolean":
        return {**told, **TRUTH}
    if "enum" in raw:
        return {**told, **{name: raw[name] for name in ("enum", "enumDescriptions") if name in raw}}
    if raw.get("type") == "object":
        return {**told, **_group(raw, known)}
    rest = {name: value for name, value in raw.items() if name not in (*NEEDLESS, "$defs")}
    return {**rest, "items": _node(raw["items"], known)} if "items" in raw else {**rest, **_scalar(rest)}


def _scalar(rest: Schema) -> Schema:
    return {"type": SCALAR} if rest.get("type") == "string" and "pattern" not in rest else {}


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
    own = dict.fromkeys(keys.names, rest) if keys and rest is not None else {}
    drawn = group({**own, **properties})
    if patterns and (keys is None or keys.open):
        drawn["patternProperties"] = patterns
    elif rest is not None and (keys is None or keys.open):
        drawn["additionalProperties"] = rest
    return {**drawn, **{name: raw[name] for name in ("required", "minProperties", "maxProperties") if name in raw}}

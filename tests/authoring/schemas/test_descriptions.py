"""Every setting that the models know is explained in every schema that has it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bot.authoring.models.base import KEYS, KIND
from bot.authoring.project import load
from bot.authoring.schemas.project import draw_all
from bot.conversations.schema import PLACE, conversation_schema
from bot.settings import find_project


@cache
def schemas() -> dict[str, Any]:
    parts = load(find_project()).parts
    return {**draw_all(parts), PLACE: conversation_schema(parts)}


def unexplained(schema: Any, defs: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where a name stands without a word of what it does."""
    if isinstance(schema, list):
        for inner in schema:
            yield from unexplained(inner, defs, path)
    elif isinstance(schema, dict):
        bare = [name for name, inner in schema.get("properties", {}).items() if not explained(inner, defs)]
        yield from ((*path, name) for name in bare)
        for name, inner in schema.items():
            if name not in ("if", "then"):  # they only narrow what is explained beside them
                yield from unexplained(_schemas_of(name, inner), defs, (*path, name))


def _schemas_of(name: str, inner: Any) -> Any:
    """What stands behind "properties" is no schema but names, each with one: a file can have a name like that, too."""
    return [*inner.values()] if name == "properties" and isinstance(inner, dict) else inner


def explained(inner: Any, defs: Any) -> bool:
    referred = defs.get(inner.get("$ref", "").removeprefix("#/$defs/"), {})
    return bool(inner.get("description") or referred.get("description"))


@pytest.mark.parametrize("file", schemas())
def test_every_name_is_explained(file: str):
    schema = schemas()[file]
    assert list(unexplained(schema, schema.get("$defs", {}))) == []


def test_no_schema_names_a_kind_that_is_not_known():
    assert [file for file, schema in schemas().items() if KIND in str(schema) or KEYS in str(schema)] == []

"""Which settings a model knows at a place: to say what would fit there."""

from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from bot.authoring.nodes import Step


def fields_at(model: Any, steps: Sequence[Step]) -> list[str]:
    """The names of the settings of the group that the steps lead to."""
    for step in steps:
        model = _inside(_bare(model), step)
    bare = _bare(model)
    if not _is_model(bare):
        return []
    return [field.alias or name for name, field in bare.model_fields.items() if name != "id"]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _bare(kind: Any) -> Any:
    """The type without its checks, and without "or nothing"."""
    while get_origin(kind) in (Annotated, Union, UnionType):
        kind = get_args(kind)[0]
    return kind


def _inside(kind: Any, step: Step) -> Any:
    if not _is_model(kind):
        return get_args(kind)[-1] if get_args(kind) else None
    named = {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
    if step in named:
        return named[str(step)]
    extra = get_type_hints(kind, include_extras=True).get("__pydantic_extra__")
    return _inside(_bare(extra), step)

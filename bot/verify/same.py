"""One number for one value: the same in every run, whatever order its sets come in."""

from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Any, cast

from msgspec import Struct

SIZE = 8
"""Bytes of a number: of a million values, two with the same one are not to be expected."""


def number_of(value: object) -> int:
    """The number of a value made of tuples, sets, mappings, structs and what prints alike wherever it is equal."""
    return int.from_bytes(blake2b(_told(value).encode(), digest_size=SIZE).digest())


def _told(value: Any) -> str:
    if isinstance(value, (frozenset, set)):
        return f"{{{','.join(sorted(_each(cast('Iterable[object]', value))))}}}"
    if isinstance(value, (tuple, list)):
        return f"({','.join(_each(cast('Iterable[object]', value)))})"
    if isinstance(value, Struct):
        return _struct(value) if value.__struct_config__.frozen else _fields(value)
    if isinstance(value, Mapping):
        return _told(frozenset(cast("Mapping[object, object]", value).items()))
    if isinstance(value, bool):
        return repr(int(value))  # for they are equal, and sets and mappings take one for the other
    return repr(value)


@lru_cache(maxsize=100_000)
def _struct(value: Struct) -> str:
    """Of what never changes, told once: the tests of a project are few, and come again in most values."""
    return _fields(value)


def _fields(value: Struct) -> str:
    fields = (getattr(value, name) for name in value.__struct_fields__)
    return f"{type(value).__name__}({','.join(_each(fields))})"


def _each(values: Iterable[object]) -> list[str]:
    return [_told(each) for each in values]


class NumbersOf(dict[Hashable, int]):
    """Works the number of a value out once."""

    def __missing__(self, value: Hashable) -> int:
        found = self[value] = number_of(value)
        return found

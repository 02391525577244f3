"""The base of every model: nothing may stand in a file that no model names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.annotated_handlers import GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

NAME = r"^[a-z][a-z0-9_]*$"
Name = Annotated[str, StringConstraints(pattern=NAME)]
Reference = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]


def as_name(word: str, pattern: str) -> str | None:
    """The word in the way that names are written, or None where nothing of it can be used."""
    parts = [re.sub(r"[^a-z0-9]+", "_", part.casefold()).strip("_") for part in word[:100].split(".")]
    return next((name for name in (".".join(parts), "_".join(parts)) if re.fullmatch(pattern, name)), None)


class Model(BaseModel):
    """A group of names with values. What stands below a name is what editors say of it."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


KIND = "x-kind"
"""The key under which a JSON Schema says what kind of name, or of text, belongs at a place."""


KEYS = "x-keys"
"""The same for the names of a group, where a model cannot say it at them."""


def kind(name: str) -> Any:
    """Says of which kind a name, a test or a text is: bot/authoring/schemas/ knows all of each in a project."""
    return Field(json_schema_extra={KIND: name})


@dataclass(frozen=True, slots=True)
class Shorter(BeforeValidator):
    """Takes something shorter for the whole, which the JSON Schemas show beside it."""

    alone: str = ""
    """What may stand alone: a kind, or "" for one item of the list."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = handler(core)
        alone = {"type": "string", KIND: self.alone} if self.alone else handler.resolve_ref_schema(whole)["items"]
        return {"anyOf": [alone, whole]}


TEXT = "text"
"""The kind of what is free: any words."""


def misfit(
    found: str, fits: str, mend: str, *, item: int | None = None, instead: str | None = None
) -> PydanticCustomError:
    """What a model says of a value in its own words.

    `item`: it says so of one item of a list, without which the rest fits. `instead`: with this text in its place one
    can go on reading.
    """
    told = {"found": found, "fits": fits, "mend": mend, "item": item, "instead": instead}
    return PydanticCustomError("told", "told in words", told)


def word_of(known: Sequence[str], told: Mapping[str, str] | None = None) -> Any:
    """The type of a word from a closed list, which the JSON Schemas show as an enum; `told`: what each means."""

    def checked(word: str) -> str:
        if word not in known:
            raise PydanticCustomError("word", "not one of the words that fit", {"known": list(known)})
        return word

    shown: dict[str, Any] = {"enum": list(known)}
    shown |= {"enumDescriptions": [told[word] for word in known]} if told else {}
    return Annotated[str, AfterValidator(checked), Field(json_schema_extra=shown)]


def listed(value: Any) -> Any:
    """One name may stand without its list."""
    return [value] if isinstance(value, str) else value


def once(values: list[str]) -> list[str]:
    """Refuse a list that names something twice."""
    for i, value in enumerate(values):
        if value in values[:i]:
            raise misfit(f'"{value}" stands in this list twice', "Each name once", "Delete one of the two", item=i)
    return values


def flag(value: Any) -> Any:
    """`true` or `false`, which the reader hands on as words."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def under(name: str, alone: str = TEXT) -> Shorter:
    """A text that stands alone is a group with this one name; `alone`: of which kind it is then."""
    return Shorter(lambda value: {name: value} if isinstance(value, str) else value, alone=alone)


def _with_id(value: Any) -> Any:
    if isinstance(value, str):
        return {"id": value}
    names: dict[str, Any] = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    fits = "A name, or one name with its settings: - fever: {sets: …}"
    if len(names) > 1:
        found = f"{len(names)} names stand at this dash: {', '.join(names)}"
        raise misfit(found, fits, "Begin a new line with a dash, or indent the settings further than the name")
    ((name, settings),) = names.items() or (("", ""),)
    if not isinstance(settings, dict):
        found = f"No settings stand behind {name}:" if name else "A list or nothing stands here"
        raise misfit(found, fits, f"Take the colon away: - {name}" if name else "Write the name of the choice")
    return {**cast("dict[str, Any]", settings), "id": name}


@dataclass(frozen=True, slots=True)
class _WithId(BeforeValidator):
    """Shown in the JSON Schemas as a name, or as one name with the settings below it."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        alone = {"type": "string", "pattern": NAME}
        named = {"type": "object", "patternProperties": {NAME: handler(core)}, "minProperties": 1, "maxProperties": 1}
        return {"anyOf": [alone, named]}


def without_id(schema: dict[str, Any]) -> None:
    """The name stands before these settings, and not among them."""
    del schema["properties"]["id"], schema["required"]


WITH_ID = _WithId(_with_id)
"""`fever` or `fever: {…}`: a name, or a name with more to say."""


def _test(value: Any) -> Any:
    if isinstance(value, dict) and value:
        return cast("Any", value)
    found = "This is no test" if value else "No test stands here"
    raise misfit(found, "A name and a value, such as {heat: dry}", "Write it in { }, with a colon and a space between")


Condition = Annotated[dict[str, Any], BeforeValidator(_test)]
Test = Annotated[Condition, kind("test")]
"""A test in a dialog."""

Flag = Annotated[bool, BeforeValidator(flag), Field(strict=True)]
Names = Annotated[list[Name], Shorter(listed)]
Values = Annotated[list[Name], AfterValidator(once)]
Sets = Annotated[dict[Name, Names], kind("sets")]

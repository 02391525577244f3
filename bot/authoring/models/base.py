"""The base of every model: nothing may stand in a file that no model names."""

import re
from collections.abc import Sequence
from typing import Annotated, Any, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

NAME = r"^[a-z][a-z0-9_]*$"
Name = Annotated[str, StringConstraints(pattern=NAME)]
Reference = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]


def as_name(word: str, pattern: str) -> str | None:
    """The word in the way that names are written, or None where nothing of it can be used."""
    parts = [re.sub(r"[^a-z0-9]+", "_", part.casefold()).strip("_") for part in word[:100].split(".")]
    return next((name for name in (".".join(parts), "_".join(parts)) if re.fullmatch(pattern, name)), None)


class Model(BaseModel):
    """A group of names with values."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def misfit(
    found: str, fits: str, mend: str, *, item: int | None = None, instead: str | None = None
) -> PydanticCustomError:
    """What a model says of a value in its own words.

    `item`: it says so of one item of a list, without which the rest fits. `instead`: with this text in its place one
    can go on reading.
    """
    told = {"found": found, "fits": fits, "mend": mend, "item": item, "instead": instead}
    return PydanticCustomError("told", "told in words", told)


def word_of(known: Sequence[str]) -> Any:
    """The type of a word from a closed list, which the JSON Schemas show as an enum."""

    def checked(word: str) -> str:
        if word not in known:
            raise PydanticCustomError("word", "not one of the words that fit", {"known": list(known)})
        return word

    return Annotated[str, AfterValidator(checked), Field(json_schema_extra={"enum": list(known)})]


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


def under(name: str) -> BeforeValidator:
    """A text that stands alone is a group with this one name."""
    return BeforeValidator(lambda value: {name: value} if isinstance(value, str) else value)


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


WITH_ID = BeforeValidator(_with_id)
"""`fever` or `fever: {…}`: a name, or a name with more to say."""


def _test(value: Any) -> Any:
    if isinstance(value, dict) and value:
        return cast("Any", value)
    found = "This is no test" if value else "No test stands here"
    raise misfit(found, "A name and a value, such as {heat: dry}", "Write it in { }, with a colon and a space between")


Condition = Annotated[dict[str, Any], BeforeValidator(_test)]

Flag = Annotated[bool, BeforeValidator(flag), Field(strict=True)]
Names = Annotated[list[Name], BeforeValidator(listed)]
Values = Annotated[list[Name], AfterValidator(once)]
Sets = dict[Name, Names]

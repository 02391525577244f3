"""The shape of the files under `content/<lang>/`: the words of states, commands and decisions."""

from typing import TYPE_CHECKING, Annotated, Any, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from bot.authoring.models.base import Model, Name, Reference, misfit, under, word_of

if TYPE_CHECKING:
    Source = str
else:
    Source = word_of(("article",))


class TextModel(Model):
    """A text, and for a contestable one who says it and the caution that goes with it."""

    text: str
    attribution: Source | None = None
    note: str | None = None


class LineModel(Model):
    """The words of one choice: the short label of its button, its long line, a heading before the line."""

    label: str
    line: str = ""
    heading: str = ""


def _several(value: Any) -> Any:
    if value == []:
        raise misfit("This list of texts is empty", "One text, or a list of texts", "Write one, or delete the line")
    return cast("Any", value) if isinstance(value, list) else [value]


Text = Annotated[TextModel, under("text")]
Texts = Annotated[list[Text], BeforeValidator(_several)]
Label = Annotated[LineModel, under("label")]
ChoiceName = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*|[0-9]|10)$")]
"""A name, or a number of a scale."""


class EntryModel(Model):
    """The words of one state."""

    say: Texts | None = None
    after: str | None = None
    choices: dict[ChoiceName, Label] = {}
    buttons: dict[Name, Label] = {}
    texts: dict[Name, Texts] = {}


def stands_alone(value: Any) -> bool:
    """Whether an entry is nothing but its text, or texts."""
    return isinstance(value, str | list) or (isinstance(value, dict) and "text" in value)


def _entry(value: Any) -> Any:
    return {"say": value} if stands_alone(value) else value


Entry = Annotated[EntryModel, BeforeValidator(_entry)]
ContentFile = dict[Name, Entry]


class CommandContentModel(BaseModel):
    """content/<lang>/command.yaml: texts of the commands, and `words` that mean them."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Entry]  # pyright: ignore[reportIncompatibleVariableOverride]
    words: dict[Name, list[str]]


Said = Annotated[dict[str, str], under("")]
"""The words of each answer to a question, or of one answer for all questions."""


class DecisionContentModel(Model):
    """content/<lang>/decisions.yaml: the words of options, levels, reasons, cautions and answers."""

    options: dict[Name, str]
    levels: dict[Name, str]
    reasons: dict[Name, str]
    cautions: dict[Reference, Text]
    answers: dict[Name, Said]

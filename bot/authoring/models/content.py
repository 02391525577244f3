"""The shape of the files under `content/<lang>/`: the words of states, commands and decisions."""

from typing import TYPE_CHECKING, Annotated, Any, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from bot.authoring.models.base import Model, Name, Reference, Shorter, kind, misfit, under, word_of

if TYPE_CHECKING:
    Source = str
else:
    Source = word_of(("article",))


Words = Annotated[str, kind("words")]
Fact = Annotated[str, kind("label")]
"""Words in which only the clinic's facts are filled in."""

Plain = Annotated[str, kind("plain")]


class TextModel(Model):
    """A text, and for a contestable one who says it and the caution that goes with it."""

    text: Words
    """The words that the patient reads."""
    attribution: Source | None = None
    """article: evidence does not support it, and the clinic's article says it. A note: must go with it."""
    note: Annotated[str, kind("text")] | None = None
    """The caution that goes with it, letter for letter as it stands in a text of the same state."""


class LineModel(Model):
    """The words of one choice: the short label of its button, its long line, a heading before the line."""

    label: Fact
    """The short words on the button."""
    line: Plain = ""
    """The long line, where there is room for it. Nothing is filled in here."""
    heading: Plain = ""
    """A heading before the line. Nothing is filled in here."""


def _several(value: Any) -> Any:
    if value == []:
        raise misfit("This list of texts is empty", "One text, or a list of texts", "Write one, or delete the line")
    return cast("Any", value) if isinstance(value, list) else [value]


Text = Annotated[TextModel, under("text", "words")]
Texts = Annotated[list[Text], Shorter(_several)]
Label = Annotated[LineModel, under("label", "label")]
ChoiceName = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*|[0-9]|10)$")]
"""A name, or a number of a scale."""


class EntryModel(Model):
    """The words of one state."""

    say: Texts | None = None
    """What the bot says here. A list of texts is a bubble each."""
    after: Annotated[str, kind("after")] | None = None
    """A text after the lines of a list."""
    choices: dict[ChoiceName, Label] = {}
    """The words of each answer, under the names that the dialog gives them."""
    buttons: dict[Name, Label] = {}
    """The words of each button, under the names that the dialog gives them."""
    texts: dict[Name, Texts] = {}
    """Further texts, which the dialog names with say:, show: or shows:."""


def stands_alone(value: Any) -> bool:
    """Whether an entry is nothing but its text, or texts."""
    return isinstance(value, str | list) or (isinstance(value, dict) and "text" in value)


def _entry(value: Any) -> Any:
    return {"say": value} if stands_alone(value) else value


Entry = Annotated[EntryModel, BeforeValidator(_entry)]
ContentFile = dict[Name, Entry]


class CommandContentModel(BaseModel):
    """content/<lang>/command.yaml: texts of the commands, and `words` that mean them."""

    model_config = ConfigDict(extra="allow", frozen=True, use_attribute_docstrings=True)
    __pydantic_extra__: dict[str, Entry]  # pyright: ignore[reportIncompatibleVariableOverride]
    words: dict[Annotated[Name, kind("command")], list[Annotated[str, kind("text")]]]
    """The plain words that mean a command, in a list; or, under this_language, that ask for this language."""


Said = Annotated[dict[str, Fact], under("", "label")]
"""The words of each answer to a question, or of one answer for all questions."""


class DecisionContentModel(Model):
    """content/<lang>/decisions.yaml: the words of options, levels, reasons, cautions and answers."""

    options: dict[Name, Fact]
    """How each option is called."""
    levels: dict[Name, Fact]
    """How a level is called, where a patient reads it."""
    reasons: dict[Name, Fact]
    """Why an option stands at its level: the words of each rule of levels: in dialogs/decisions.yaml."""
    cautions: dict[Reference, Text]
    """What opens the card of an option at the level caution: of a rule, or of a rule and an option (age.cold)."""
    answers: dict[Name, Said]
    """How the summary tells each answer, under the name of its fact."""

"""The shape of a dialog file: what may stand where."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator

from bot.authoring.models.base import (
    WITH_ID,
    Condition,
    Flag,
    Model,
    Name,
    Reference,
    Sets,
    listed,
    misfit,
    under,
    word_of,
)
from bot.engine.dialog import ASKS, EFFECTS

if TYPE_CHECKING:
    Ask = str
    Doing = str
else:
    Ask = word_of(ASKS)
    Doing = word_of(EFFECTS)
Doings = Annotated[list[Doing], BeforeValidator(listed)]


class ChoiceModel(Model):
    """One answer. `sets`: the facts it adds (its own name under the state's `answer`, if it says nothing)."""

    id: Name
    sets: Sets | None = None
    when: Condition | None = None


def _rule(value: Any) -> Any:
    if isinstance(value, str):
        fits = "A way on begins with go:, or with when: and go:"
        raise misfit("Only a name stands here", fits, f"Write it like this: go: {value or 'signs'}")
    return value


class RuleModel(Model):
    """One way on: `when` it holds, `go` there; `say` opens the next message; `do` something on the way."""

    go: Reference
    when: Condition | None = None
    say: Reference | None = None
    do: Doings = []


Rule = Annotated[RuleModel, BeforeValidator(_rule)]


class SaysModel(Model):
    """A text of the message, and when it is said."""

    text: Reference
    when: Condition | None = None


class OpensModel(Model):
    """A text that opens the next message."""

    say: Reference
    when: Condition | None = None


class ButtonModel(Model):
    """A button that leads somewhere, says something or does something, and stores no answer."""

    go: Reference | None = None
    next: list[Rule] = []
    when: Condition | None = None
    do: Doings = []
    say: Reference | None = None
    show: Reference | None = None


Choice = Annotated[ChoiceModel, WITH_ID]


class StateModel(Model):
    """One place in the conversation."""

    ask: Ask = "nothing"
    answer: Name | None = None
    choices: list[Choice] = []
    none_of_these: Flag = False
    done: list[Choice] = []
    optional: Flag = False
    may_be_empty: Flag = False
    ask_once: Flag = False
    sets: Sets | None = None
    asks: Sets = {}
    buttons: dict[Name, ButtonModel] = {}
    buttons_from: Reference | None = None
    choices_from: Name | None = None
    option: Name | None = None
    questions: Reference | None = None
    next: list[Rule] = []
    shows: list[Annotated[SaysModel, under("text")]] = []
    opens_next: list[OpensModel] = []
    back: Reference | None = None
    only_when: Condition | None = None
    remember: Flag = False
    end: Flag = False


class DialogModel(Model):
    """One file of `dialogs/`."""

    start: Name | None = None
    states: dict[Name, StateModel]

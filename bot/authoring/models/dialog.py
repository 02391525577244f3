"""The shape of a dialog file: what may stand where."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, ConfigDict

from bot.authoring.models.base import (
    WITH_ID,
    Flag,
    Model,
    Name,
    Reference,
    Sets,
    Shorter,
    Test,
    kind,
    listed,
    misfit,
    under,
    without_id,
    word_of,
)
from bot.engine.dialog import ASKS, EFFECTS

ASKS_TOLD = {
    "nothing": "reads a page with buttons",
    "one": "takes one choice",
    "many": "ticks lines, then Done",
    "yes_no": "takes yes, no or not sure",
    "scale": "takes a number from 0 to 10",
    "text": "types some words",
    "name": "types a name",
    "contact": "types a phone number or an e-mail address",
}
EFFECTS_TOLD = {
    "record_consent": "keeps the proof that the person agreed",
    "start_check": "drops the old answers and begins a new check",
    "change_language": "the next language; shows nothing when there is only one",
    "mistaken": "out of an emergency screen, at most twice in 24 hours; decides itself where to go",
    "i_am_safe": "out of a crisis screen, at most twice in 24 hours; decides itself where to go",
    "agree_callback": "the form's agreement",
    "erase_draft": "the form's cancellation",
    "request_callback": "the form's sending",
    "set_check_in": "the chat will write after the delay that was chosen at check_in.offer",
    "cancel_check_in": "the chat will not write",
}

if TYPE_CHECKING:
    Ask = str
    Doing = str
else:
    Ask = word_of(ASKS, ASKS_TOLD)
    Doing = word_of(EFFECTS, EFFECTS_TOLD)
Doings = Annotated[list[Doing], Shorter(listed)]
Way = Annotated[Reference, kind("way")]
WayOrBack = Annotated[Reference, kind("way_or_back")]
Said = Annotated[Reference, kind("said")]


class ChoiceModel(Model):
    """One answer. Its words stand under the same name in content/<language>/."""

    model_config = ConfigDict(json_schema_extra=without_id)
    id: Name
    sets: Sets | None = None
    """The facts that this answer adds, instead of its own name under the answer: of the question."""
    when: Test | None = None
    """The answer shows only when this holds."""


def _rule(value: Any) -> Any:
    if isinstance(value, str):
        fits = "A way on begins with go:, or with when: and go:"
        raise misfit("Only a name stands here", fits, f"Write it like this: go: {value or 'signs'}")
    return value


class RuleModel(Model):
    """One way on. Of several, the first whose when: holds is taken."""

    go: Way
    """Where it leads: a state of this dialog, a state of another one (red_flags.today), or a dialog (its start)."""
    when: Test | None = None
    """The way is taken only when this holds. The last way on has no when:, so that nobody is left standing."""
    say: Said | None = None
    """A text that opens the next message."""
    do: Doings = []
    """Something that happens on the way."""


class ButtonRuleModel(RuleModel):
    """One way on from a button. Of several, the first whose when: holds is taken."""

    go: WayOrBack
    """Where it leads: a state of this dialog, a state of another one, a dialog, or back."""


Rule = Annotated[RuleModel, BeforeValidator(_rule)]
ButtonRule = Annotated[ButtonRuleModel, BeforeValidator(_rule)]


class SaysModel(Model):
    """A text of the message, and when it is said."""

    text: Said
    """Which text: say is the state's own, all others stand under texts: in content/."""
    when: Test | None = None
    """The text is said only when this holds."""


class OpensModel(Model):
    """A text that opens the next message."""

    say: Said
    """Which text opens the next message."""
    when: Test | None = None
    """Only when this holds."""


class ButtonModel(Model):
    """A button that leads somewhere, says something or does something, and stores no answer."""

    go: WayOrBack | None = None
    """Where the button leads: a state of this dialog, a state of another one, a dialog, or back."""
    next: list[ButtonRule] = []
    """Several ways on, each with its test, in place of go: the first that holds is taken."""
    when: Test | None = None
    """The button shows only when this holds."""
    do: Doings = []
    """Something that happens when it is pressed."""
    say: Said | None = None
    """A text that is said, and the patient stays here."""
    show: Said | None = None
    """A text that the next state shows in place of its own."""


Choice = Annotated[ChoiceModel, WITH_ID]


class StateModel(Model):
    """One place in the conversation: what is asked there, and where each answer leads."""

    ask: Ask = "nothing"
    """What the patient does here. Without ask:, it is a page to read, with buttons."""
    answer: Annotated[Name, kind("input")] | None = None
    """The fact that the answer becomes; dialogs/decisions.yaml lists its values under inputs:."""
    choices: list[Choice] = []
    """The answers, in their order. A name alone, or a name with settings: fever: {sets: {fact: value}}."""
    none_of_these: Flag = False
    """true adds a button "None of these" to a list; it excludes the lines."""
    done: list[Choice] = []
    """The buttons that close a list, where there are several; each can set a fact."""
    optional: Flag = False
    """true adds a Skip button."""
    may_be_empty: Flag = False
    """true: Done works with nothing ticked."""
    ask_once: Flag = False
    """true leaves out the lines that this check has asked already, in another question."""
    sets: Sets | None = None
    """With ask: yes_no, the facts that "yes" and "not sure" add."""
    asks: Sets = {}
    """The facts that the question asks about without keeping which one was meant."""
    buttons: dict[Name, ButtonModel] = {}
    """Ways on that store no answer. Their labels stand under the same names in content/."""
    buttons_from: Way | None = None
    """The same buttons as another state."""
    choices_from: Annotated[Name, kind("group")] | None = None
    """A button for each option: options for the ranked list, or the name of a group."""
    option: Annotated[Name, kind("option")] | None = None
    """This state is the page of that option: it opens only at the levels offer and caution, cautions first."""
    questions: Way | None = None
    """The state that asks what this card still needs to know."""
    next: list[Rule] = []
    """Where an answer leads: the first way whose when: holds. The last one has no when:."""
    shows: list[Annotated[SaysModel, under("text", "said")]] = []
    """The texts of this state in order, each with its test. Without shows:, it is say alone."""
    opens_next: list[OpensModel] = []
    """Texts that open the next message, each with its test."""
    back: Annotated[Reference, kind("back")] | None = None
    """Where /back leads: a state, came_from (pages with several ways in) or nowhere. Else the question before."""
    only_when: Test | None = None
    """A test that must hold to get here."""
    remember: Flag = False
    """true: a test can ask later whether this state was seen."""
    end: Flag = False
    """true: the check has come to rest here; a message repeats the text."""


class DialogModel(Model):
    """A dialog: the flow and nothing else. Its words stand under the same names in content/<language>/."""

    start: Annotated[Name, kind("start")] | None = None
    """The state in which somebody arrives who is sent to this dialog."""
    states: dict[Name, Annotated[StateModel, kind("state")]]
    """The places of this dialog. Each name is your own choice: small letters, digits and _."""

"""What staff wrote, as data: states, choices, buttons and the rules that lead from one to the next."""

from collections.abc import Mapping

from msgspec import Struct

from bot.engine.conditions import Condition

ASKS = ("nothing", "one", "many", "yes_no", "scale", "text", "name", "contact")
"""The kinds of question. `nothing` is a page with buttons."""

EFFECTS = (
    "record_consent", "start_check", "change_language", "mistaken", "i_am_safe", "agree_callback", "erase_draft",
    "request_callback", "set_check_in", "cancel_check_in",
)  # fmt: skip
"""What `do:` can name. `mistaken` and `i_am_safe` also decide where to go; the others leave that to `go:`."""

BACK = "back"
NOWHERE = "nowhere"
CAME_FROM = "came_from"

Sets = tuple[tuple[str, str], ...]
"""Facts that a choice adds: pairs (name of the fact, value)."""


class Choice(Struct, frozen=True):
    """One answer of a question. `closes` marks the Done buttons of a list."""

    id: str
    sets: Sets = ()
    when: Condition | None = None
    closes: bool = False


class Rule(Struct, frozen=True):
    """One way on: taken when it is the first whose condition holds. `say` opens the next message."""

    go: str
    when: Condition | None = None
    say: str | None = None
    do: tuple[str, ...] = ()


class Button(Struct, frozen=True):
    """A button that leads somewhere or says something, and stores no answer.

    `next` is where it leads (none: it stays); `show` is shown there instead of the state's own bubbles;
    `say` is said without leaving.
    """

    id: str
    next: tuple[Rule, ...] = ()
    when: Condition | None = None
    do: tuple[str, ...] = ()
    say: str | None = None
    show: str | None = None
    label: str = ""
    """The key of its label: another state's, where its buttons are borrowed."""


class Says(Struct, frozen=True):
    """A text of a message, with the condition under which it is said. `text` is a full key."""

    text: str
    when: Condition | None = None


class State(Struct, frozen=True):
    """One place in the conversation. Names are full: `dialog.state`."""

    name: str
    ask: str = "nothing"
    choices: tuple[Choice, ...] = ()
    none_of_these: bool = False
    optional: bool = False
    may_be_empty: bool = False
    ask_once: bool = False
    asks: Sets = ()
    """Facts that this question asks about without keeping which one was meant."""
    buttons: tuple[Button, ...] = ()
    choices_from: str | None = None
    option: str | None = None
    questions: str | None = None
    next: tuple[Rule, ...] = ()
    shows: tuple[Says, ...] = ()
    opens_next: tuple[Says, ...] = ()
    back: str | None = None
    """A full state name, `came_from`, `nowhere`, or None: the question before."""
    only_when: Condition | None = None
    remember: bool = False
    end: bool = False

    @property
    def asks_something(self) -> bool:
        """Whether the state takes an answer (a page takes none)."""
        return self.ask != "nothing"


States = Mapping[str, State]

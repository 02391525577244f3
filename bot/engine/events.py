"""What happened: the closed family of events that `advance` takes."""

from msgspec import Struct


class Event(Struct, frozen=True, tag=True):
    """Something that happened in one person's conversation."""


class CommandGiven(Event, frozen=True):
    """A global command such as /help; `name` comes without the slash, in lower case."""

    name: str


class TextReceived(Event, frozen=True):
    """The person typed words."""

    text: str


class TextUnderstood(Event, frozen=True):
    """Typed words together with what `bot.understanding` made of them for the current screen.

    `contact` is a phone number (E.164) or an e-mail address in normal form, or None when the words are neither.
    """

    text: str
    contact: str | None = None


class ChoicePressed(Event, frozen=True):
    """A button of the screen with this number was pressed."""

    screen: int
    choice: str


class SelectionToggled(Event, frozen=True):
    """A line of a list on the screen with this number was ticked or cleared."""

    screen: int
    choice: str


class TimerFired(Event, frozen=True):
    """A timer that an earlier turn set has come due."""

    name: str


AnyEvent = CommandGiven | TextReceived | TextUnderstood | ChoicePressed | SelectionToggled | TimerFired

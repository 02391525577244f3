"""What happened: the closed family of events that `advance` takes."""

from msgspec import Struct

from bot.engine.meaning import Meaning


class Event(Struct, frozen=True, tag=True):
    """Something that happened in one person's conversation."""


class CommandGiven(Event, frozen=True):
    """A global command such as /help; `name` comes without the slash, in lower case, `words` are what followed it."""

    name: str
    words: str = ""
    meaning: Meaning | None = None


class TextReceived(Event, frozen=True):
    """The person typed words."""

    text: str


class TextUnderstood(Event, frozen=True):
    """Typed words together with what `bot.understanding` made of them for the current screen.

    `contact` is a phone number (E.164, with " ext. 5" behind it where there is an extension) or an e-mail address in
    normal form, or None when the words are neither.
    """

    text: str
    contact: str | None = None
    meaning: Meaning | None = None


class AttachmentReceived(Event, frozen=True):
    """A photo, a voice message or anything else that holds no text to read, with the words that came along."""

    caption: str = ""
    meaning: Meaning | None = None


class MessageEdited(Event, frozen=True):
    """An earlier message was changed; `text` is what it says now."""

    text: str = ""
    meaning: Meaning | None = None


class AddressedInPublic(Event, frozen=True):
    """Somebody wrote to the bot, or added it, in a group or channel: never a place for a conversation."""


class PersonLeft(Event, frozen=True):
    """The person has blocked the bot or deleted the chat."""


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


AnyEvent = (
    CommandGiven
    | TextReceived
    | TextUnderstood
    | AttachmentReceived
    | MessageEdited
    | AddressedInPublic
    | PersonLeft
    | ChoicePressed
    | SelectionToggled
    | TimerFired
)

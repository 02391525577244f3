"""What words mean, put into the event that the engine takes; who only presses buttons waits for nothing that reads."""

from msgspec.structs import replace

from bot.engine.events import AnyEvent, AttachmentReceived, CommandGiven, MessageEdited, TextReceived
from bot.engine.library import Library
from bot.engine.session import Session


def understand(library: Library, session: Session, event: AnyEvent) -> AnyEvent:
    """The event with what its words mean here; an event without words is handed on as it is."""
    match event:
        case TextReceived(text):
            # Imported here: its patterns take a third of a second to make ready, and a chat opens with none of them.
            from bot.understanding.typed import typed  # noqa: PLC0415

            return typed(library, session, text)
        case CommandGiven(_, words) | AttachmentReceived(words) | MessageEdited(words) if words:
            from bot.understanding.typed import danger  # noqa: PLC0415

            return replace(event, meaning=danger(library, session, words))
        case _:
            return event

"""What typed words can mean on the screen that the person sees."""

from bot.engine.events import AnyEvent, TextReceived, TextUnderstood
from bot.understanding.contact import contact


def understand(ask: str, event: AnyEvent) -> AnyEvent:
    """The event with what its words mean for this kind of question; anything but text is handed on as it is."""
    if isinstance(event, TextReceived) and ask == "contact":
        return TextUnderstood(event.text, contact(event.text))
    return event

"""What typed words mean on every platform: a slash makes them a command, everything else is text for the engine."""

import re

from bot.engine.events import AnyEvent, CommandGiven, TextReceived

_UNKEPT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and broken encodings: no store takes them, nobody types them. A new line ends a sentence."""


def event(text: str) -> AnyEvent:
    """`/stop`, `/stop now` and `/stop@some_bot` are commands; what follows one is heard for danger only."""
    text = clean(text).strip()
    if text.startswith("/") and text[1:2].isalpha():
        name, *rest = text[1:].split(maxsplit=1)
        return CommandGiven(name.split("@")[0].lower(), "".join(rest))
    return TextReceived(text)


def clean(text: str) -> str:
    """The text as it is heard and kept. Invisible characters stay: within a word they are no gap."""
    return _UNKEPT.sub(" ", text)

"""How much room a messaging app has: told to the checks by whoever knows the channels."""

from collections.abc import Callable
from typing import NamedTuple


class Room(NamedTuple):
    """What one messaging app can show; `size` counts the characters of a text as the app does, markup included."""

    app: str
    text: int
    """Of one message."""
    buttons: int
    label: int
    tick: int
    """Of a label, for the box before a line that can be ticked."""
    id_bytes: int
    size: Callable[[str], int] = len

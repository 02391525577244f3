"""The streams of the terminal: whatever bytes come in or go out, nothing stumbles over them."""

import sys
from io import TextIOWrapper


def tolerate_any_bytes() -> None:
    """What the terminal cannot decode or show becomes a question mark, never an error."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")

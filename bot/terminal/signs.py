"""The few signs that are no letters: others for a terminal that shows nothing but ASCII."""

from typing import NamedTuple


class Signs(NamedTuple):
    """Each is one column wide."""

    lit: str
    """Stands before the row that Enter would choose."""
    pointer: str
    """Stands before what is typed, and before what the person has said."""
    bar: str
    """Runs down the left side of what the bot says."""
    thick_bar: str
    """The same for what must be seen first."""


FINE = Signs("→", "›", "│", "┃")
ASCII = Signs("*", ">", "|", "!")


def signs_for(encoding: str | None) -> Signs:
    """The signs that this encoding has."""
    try:
        "".join(FINE).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return FINE

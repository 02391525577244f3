"""What the runner counts of its work: outcomes and seconds, never who or what."""

from typing import Protocol

TURNS = ("taken", "timer", "repeated", "poisoned", "unreadable", "refused")
"""What becomes of an event; `timer`: one that fired was taken; `refused` ones were not taken, and come again."""

SENDS = ("taken", "throttled", "unreached", "in_doubt", "disowned", "blocked", "refused", "unknown", "broke")
"""What becomes of a call; `unknown` is given up after two doubts."""


class Meter(Protocol):
    """Counts."""

    def turn(self, outcome: str) -> None:
        """An event, with one of TURNS."""
        ...

    def durable(self, seconds: float) -> None:
        """It took so long from the arrival of a delivery until it was on the disk."""
        ...

    def batch(self, size: int) -> None:
        """So many events shared one commit."""
        ...

    def sent(self, channel: str, outcome: str) -> None:
        """A call to a platform, with one of SENDS."""
        ...


class Unmetered:
    """Counts nothing: for a chat in the terminal."""

    def turn(self, outcome: str) -> None:
        """Nothing."""

    def durable(self, seconds: float) -> None:
        """Nothing."""

    def batch(self, size: int) -> None:
        """Nothing."""

    def sent(self, channel: str, outcome: str) -> None:
        """Nothing."""


UNMETERED = Unmetered()

"""What the runner tells about its work: an event and a few fields, never words, names or addresses of a person."""

from typing import Protocol


class Log(Protocol):
    """Takes an event such as "send_given_up" and its fields; `bot.logs` says which there are."""

    def __call__(self, event: str, **fields: object) -> None:
        """Tell it."""
        ...


def silent(event: str, **fields: object) -> None:
    """Tell nobody: for a chat in the terminal, where lines of a log would stand between the bubbles."""

"""A small sentence encoder, where one is installed and switched on: the nearest example by meaning, not by words."""

from typing import Protocol

from bot.understanding.likeness import Likely


class Encoder(Protocol):
    """Finds the topic of a text by the meaning of its examples."""

    def topic(self, text: str, likely: Likely) -> str | None:
        """The topic that is meant; None where none is near enough, or two are as near. `likely`: what words say."""
        ...

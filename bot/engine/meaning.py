"""What typed words were found to mean, as `bot.understanding` hands it to the engine."""

from msgspec import Struct


class Meaning(Struct, frozen=True):
    """The meaning of one text on one screen. Nothing here is certain but danger: an answer is only ever proposed.

    `flags`: red flags that the words raise, and `doubt`: those that they may raise; ids of `safety.FLOOR`, where
    `self_harm` is the crisis. `somebody_else`: they speak of another person, so nothing is kept about this one.
    `choices`: ids of buttons on the screen. `topic`: what a question in passing is about, as `command.topics`
    in the texts names it, or a command; `nearest`: topics that it may be about, where none is meant.
    `asks`: the words are a question, whatever else they may be.
    `said`: the name in the words, where a name is asked for.
    """

    flags: frozenset[str] = frozenset()
    doubt: tuple[str, ...] = ()
    somebody_else: bool = False
    choices: tuple[str, ...] = ()
    topic: str = ""
    nearest: tuple[str, ...] = ()
    asks: bool = False
    said: str = ""
    why: tuple[str, ...] = ()

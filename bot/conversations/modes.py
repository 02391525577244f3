"""Where and under which faults a conversation can be played: none of it may change what is expected."""

from enum import StrEnum


class On(StrEnum):
    """The channel on which it is played."""

    TERMINAL = "terminal"
    TELEGRAM = "telegram"


class Mode(StrEnum):
    """What goes wrong at every step."""

    PLAIN = "plain"
    TWICE = "twice"
    OLD_BUTTONS = "old_buttons"
    RESTARTS = "restarts"


FAULTS = {
    Mode.TWICE: "the platform delivers every update twice",
    Mode.OLD_BUTTONS: "after every step each button of every earlier message is pressed",
    Mode.RESTARTS: "after every step, before the reply goes out, the process dies and starts again",
}
"""What each fault is, in words."""

"""Finds out what this terminal can do, and opens the chat's face in it."""

import sys

from prompt_toolkit.input import create_input
from prompt_toolkit.output import create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.utils import is_dumb_terminal
from rich.console import Console

from bot.channels.shown import Captions
from bot.terminal.face import Face
from bot.terminal.keyboard import Keyboard
from bot.terminal.signs import signs_for


def fits() -> bool:
    """Whether a person sits at a terminal that can move its cursor; a pipe or a dumb one takes numbered lines."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not is_dumb_terminal()


def open_face(captions: Captions, kept: bool) -> Face:
    """The face of a chat in this terminal; `kept`: closing it loses nothing."""
    signs = signs_for(sys.stdout.encoding)
    output = create_output()
    if isinstance(output, Vt100_Output):
        output.enable_cpr = False  # where the cursor is does not matter here, and some terminals never tell
    keyboard = Keyboard(create_input(), output, signs, captions)
    return Face(keyboard, Console(highlight=False), signs, kept)

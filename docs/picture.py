"""Draws docs/conversation.svg: the beginning of a real chat, as `heatwise chat` prints it."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ANSWERS = ["1", "1", "1", "1", "1", "1 6"]
SHOWN_FROM = "Which heat"
WIDTH = 84


def main() -> None:
    """Play the answers, keep the part from the heat question on, and save it as a picture."""
    chat = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--ephemeral"],
        input="\n".join(ANSWERS) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    console = Console(record=True, width=WIDTH, file=StringIO())
    for line in chat.stdout[chat.stdout.index(SHOWN_FROM) :].splitlines():
        console.print(Text(line, style=_style(line)))
    console.save_svg(str(Path(__file__).with_name("conversation.svg")), title="heatwise chat")


def _style(line: str) -> str:
    return "bold green" if line.startswith("> ") else ""


if __name__ == "__main__":
    main()

"""A chat (or another command) in a terminal window of its own: press keys, and see what a person would see."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self

import pyte
from pyte.screens import Char

PATIENCE = 30.0
"""Seconds until a window that does not show what it should counts as hung."""

STILL = 0.15
"""Seconds without a change after which all is drawn."""

AT_THE_TERMINAL = """
import fcntl, runpy, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""
"""`python -m bot`, after taking the terminal for its own: only then is it told of Ctrl-C and of a new size."""

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "end": "\x1b[F",
    "enter": "\r",
    "space": " ",
    "escape": "\x1b",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
}


class Window:
    """One run of the chat in one window; leaving it kills what still runs."""

    def __init__(
        self, data: Path, *words: str, command: str = "chat", columns: int = 80, rows: int = 24, **environment: str
    ) -> None:
        self._screen = pyte.HistoryScreen(columns, rows, history=5000)
        self._stream = pyte.ByteStream(self._screen)
        self._lock = threading.Lock()
        self._changed = monotonic()
        self._master, theirs = pty.openpty()
        self._resize(columns, rows)
        without = {"NO_COLOR", "COLUMNS", "LINES", "COLORTERM"}
        inherited = {name: value for name, value in os.environ.items() if name not in without}
        given = {"HEATWISE_DATA_DIR": str(data), "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", AT_THE_TERMINAL, command, *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**inherited, **given, **environment},
            start_new_session=True,
        )
        self._theirs = theirs  # kept open, so that the settings of the terminal can be looked at to the end
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()
        os.close(self._theirs)
        self._reader.join(PATIENCE)
        os.close(self._master)

    # What the person does

    def press(self, *keys: str) -> Self:
        """Press keys by their names; other words are typed."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())
            if key in ("enter", "escape"):
                sleep(0.05)
        return self

    def paste(self, text: str) -> Self:
        """Paste, as a terminal does it."""
        os.write(self._master, f"\x1b[200~{text}\x1b[201~".encode())
        return self

    def resize(self, columns: int, rows: int) -> Self:
        """Pull at the window's corner."""
        with self._lock:
            self._screen.resize(rows, columns)
        self._resize(columns, rows)
        return self

    def kill(self) -> None:
        """The power goes out."""
        with suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    # What the person sees

    @property
    def lines(self) -> list[str]:
        """The lines in the window now."""
        with self._lock:
            return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """What is in the window now."""
        return "\n".join(self.lines)

    @property
    def all_text(self) -> str:
        """The same with all that has been scrolled out of it."""
        with self._lock:
            above = ["".join(line[x].data for x in sorted(line)).rstrip() for line in self._screen.history.top]
        return "\n".join([*above, *self.lines])

    def cells(self) -> list[list[Char]]:
        """Every character in the window with its colours."""
        with self._lock:
            screen = self._screen
            return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]

    def style_of(self, words: str) -> Char:
        """The colours in which words in the window begin."""
        y, line = next((y, line) for y, line in enumerate(self.lines) if words in line)
        return self.cells()[y][line.index(words)]

    def see(self, *words: str, gone: str = "") -> Self:
        """Wait until all of these are in the window and this is not, and nothing moves any more."""
        self._await(lambda: all(part in self.text for part in words) and (not gone or gone not in self.text), words)
        return self

    def closed(self) -> int:
        """Wait for the end; the exit code."""
        code = self.process.wait(PATIENCE)
        self._await(lambda: True, ())
        return code

    def shows_keys(self) -> bool:
        """Whether the terminal is as it was: it shows what is typed, and Ctrl-C means stop."""
        flags = termios.tcgetattr(self._theirs)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON and flags & termios.ISIG)

    def _await(self, holds: Callable[[], bool], words: tuple[str, ...]) -> None:
        end = monotonic() + PATIENCE
        while not (holds() and monotonic() - self._changed > STILL):
            assert monotonic() < end, f"waited in vain for {words} in:\n{self.text}"
            sleep(0.02)

    def _read(self) -> None:
        with suppress(OSError):  # the window is closed
            while data := os.read(self._master, 65536):
                with self._lock:
                    self._stream.feed(data)
                self._changed = monotonic()

    def _resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

"""Drives `heatwise chat` as a person behind a pipe does, and kills it as a power cut does."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue

HINT = "Any time: /back, /help, /stop"
"""The last words of every screen: a turn whose hint was read is acknowledged."""

QUIET = 0.4
"""Seconds without a line after which a start has shown all."""

PATIENCE = 30.0
"""Seconds until a chat that says nothing counts as hung."""


class ChatProcess:
    """One run of `heatwise chat` on a data folder."""

    def __init__(self, data: Path) -> None:
        environment = {**os.environ, "HEATWISE_DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", "chat", "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            text=True,
        )
        self._lines: Queue[str | None] = Queue()
        threading.Thread(target=self._pump, daemon=True).start()

    def _pump(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def read_opening(self) -> None:
        """All that a start shows: what an earlier run left unsent, then the screen after /start."""
        self.read_screen()
        while self.read_for(QUIET):
            pass

    def read_screen(self) -> list[str]:
        """The lines up to the next hint; what there was, if the process ended before."""
        return self.read_for(PATIENCE, whole=True)

    def read_for(self, seconds: float, whole: bool = False) -> list[str]:
        """The lines that come until a hint, the end, or until nothing came for so long."""
        lines: list[str] = []
        while True:
            try:
                line = self._lines.get(timeout=seconds)
            except Empty:
                assert not whole, f"the chat hangs after: {lines[-3:]}"
                return lines
            if line is None:
                return lines
            lines.append(line)
            if HINT in line:
                return lines

    def write(self, line: str) -> None:
        """Type a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        """The power goes out."""
        self._process.send_signal(signal.SIGKILL)
        self._close()

    def finish(self) -> int:
        """End of input; the exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        code = self._process.wait(PATIENCE)
        self._close()
        return code

    def _close(self) -> None:
        self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):  # what was still to be written died with the process
                    stream.close()

"""`heatwise serve` as a process of its own, which can be killed like by a power cut."""

import asyncio
import os
import re
import signal
import sys
from pathlib import Path

from tests.serving.emulator import TOKEN, Emulator


class Process:
    """One start of the command."""

    def __init__(self, emulator: Emulator, data: Path, *words: str, **environment: str) -> None:
        self._words = words
        self._environment = {
            **os.environ,
            "HEATWISE_DATA_DIR": str(data),
            "HEATWISE_TELEGRAM_TOKEN": TOKEN,
            "HEATWISE_TELEGRAM_API_URL": emulator.root,
            "HEATWISE_OPS_LISTEN": "127.0.0.1:0",
            "PYTHONUNBUFFERED": "1",
            **environment,
        }
        self.output = ""
        self._process: asyncio.subprocess.Process | None = None

    @property
    def process(self) -> asyncio.subprocess.Process:
        assert self._process is not None
        return self._process

    async def start(self) -> "Process":
        """Start, and wait until it says that it is ready."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "serve", *self._words,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, env=self._environment,
        )  # fmt: skip
        await self.says("Ready.")
        return self

    async def says(self, words: str) -> None:
        """Wait until it has said this."""
        assert self.process.stdout is not None
        async with asyncio.timeout(30):
            while words not in self.output:
                line = await self.process.stdout.readline()
                assert line, f"it ended: {self.output}"
                self.output += line.decode()

    @property
    def health(self) -> str:
        """The address of its health and figures."""
        return re.findall(r"health +(http://[^/]+)/readyz", self.output)[0]

    async def end(self, by: signal.Signals) -> int:
        """Send a signal, and wait for the end; the exit code."""
        self.process.send_signal(by)
        rest, _ = await asyncio.wait_for(self.process.communicate(), 12)
        self.output += rest.decode()
        assert self.process.returncode is not None
        return self.process.returncode

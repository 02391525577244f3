"""The program as a process of its own: started, asked whether it is ready, killed."""

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic

import aiohttp

from bench.faults.waiting import until
from tests.serving.emulator import TOKEN

ROOT = Path(__file__).parents[2]
SECRET = "a_webhook-secret"
KEY = bytes(range(32))
PATIENCE = 60.0
"""Seconds after which a start that is not ready has failed."""


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


_started: set[asyncio.subprocess.Process] = set()


def end_all() -> None:
    """End what still runs, where a part has broken off."""
    for process in _started:
        if process.returncode is None:
            process.kill()
    _started.clear()


class Service:
    """One place for the data, and one start after the other on it."""

    def __init__(self, api: str, data: Path, client: aiohttp.ClientSession, *, host: bool = True) -> None:
        self.data = data
        self.client = client
        self.module = ["bench.faults.host"] if host else ["bot"]
        self.hook = f"http://127.0.0.1:{free_port()}/telegram"
        self.health = f"http://127.0.0.1:{free_port()}"
        self.log = data.with_suffix(".log")
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("HEATWISE_", "PYTHONDONT"))},
            "HEATWISE_DATA_DIR": str(data),
            "HEATWISE_KEY": KEY.hex(),
            "HEATWISE_TELEGRAM_TOKEN": TOKEN,
            "HEATWISE_TELEGRAM_API_URL": api,
            "HEATWISE_TELEGRAM_WEBHOOK_URL": self.hook,
            "HEATWISE_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "HEATWISE_WEB_LISTEN": self.hook.removeprefix("http://").removesuffix("/telegram"),
            "HEATWISE_OPS_LISTEN": self.health.removeprefix("http://"),
            "FAULTS_PACE": "quick",
        }
        self.process: asyncio.subprocess.Process | None = None

    @property
    def database(self) -> Path:
        return self.data / "heatwise.db"

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.returncode is None

    async def start(self, **environment: str) -> float | None:
        """Seconds until it is ready; None if it has ended before."""
        began = monotonic()
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", *self.module, "serve",
                stdout=log, stderr=log, cwd=ROOT, env={**self.environment, **environment},
            )  # fmt: skip
        _started.add(self.process)

        async def settled() -> bool:
            return not self.running or await self.ready()

        await until(settled, PATIENCE, 0.02)
        return monotonic() - began if self.running else None

    def says(self, words: str) -> int:
        """In how many lines of its log these words stand."""
        return sum(words in line for line in self.log.read_text("utf-8", "replace").splitlines())

    async def ready(self) -> bool:
        """Whether it says so."""
        with suppress(aiohttp.ClientError, TimeoutError):
            async with self.client.get(f"{self.health}/readyz", timeout=aiohttp.ClientTimeout(5)) as answer:
                return answer.status == 200
        return False

    def worked(self) -> float | None:
        """Seconds of processor time since its start: what the clock on the wall says depends on what else runs here.

        None where it has just come to the point at which it dies.
        """
        assert self.process is not None
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return None

    async def ends(self, seconds: float) -> bool:
        """Whether it ends by itself in that time."""
        assert self.process is not None
        with suppress(TimeoutError):
            await asyncio.wait_for(self.process.wait(), seconds)
        return not self.running

    async def end(self, by: signal.Signals = signal.SIGKILL) -> float:
        """Send a signal; the seconds until it has ended."""
        assert self.process is not None
        began = monotonic()
        if self.running:
            self.process.send_signal(by)
        await asyncio.wait_for(self.process.wait(), 15)
        return monotonic() - began

    async def deliver(self, raw: bytes) -> int:
        """Bring one delivery; the status, or 0 where there is no answer."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        with suppress(aiohttp.ClientError, TimeoutError, OSError):
            async with self.client.post(self.hook, data=raw, headers=headers) as answer:
                return answer.status
        return 0

"""Tells a service manager (systemd's sd_notify) that the service is ready, alive, or stopping."""

import asyncio
import socket
from contextlib import suppress

from bot import settings as config
from bot.runner.waiting import nap


class Supervisor:
    """Whoever asked to be told by the environment; where nobody did, nothing happens."""

    def __init__(self, settings: config.Settings) -> None:
        self._address = _address(settings.notify_socket)
        self._seconds = settings.watchdog_seconds / 2
        """Twice as often as it is asked for: one sign may come late."""

    def tell(self, state: str) -> None:
        """Tell a state such as READY=1; a manager that cannot be reached is no reason to stop serving."""
        if not self._address:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as to:
            to.setblocking(False)
            to.sendto(state.encode(), self._address)

    async def run(self, stop: asyncio.Event) -> None:
        """Be ready, give signs of life until told to stop, and say so: a loop that hangs gives none."""
        self.tell("READY=1")
        while not stop.is_set():
            await nap(stop, self._seconds or 3600)
            if self._seconds:
                self.tell("WATCHDOG=1")
        self.tell("STOPPING=1")


def _address(path: str) -> str:
    """As the kernel wants it: @ stands for the zero byte of a name that is in no folder."""
    return "\0" + path[1:] if path.startswith("@") else path

"""A service manager is told what it asked for, over the socket that it names, and nobody else is."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import settings
from bot.app.supervisor import Supervisor


@pytest.fixture
def manager() -> Iterator[socket.socket]:
    """One that listens under a name that is in no folder, as systemd can."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind("")
        listening.setblocking(False)
        yield listening


def heard(manager: socket.socket) -> list[str]:
    said: list[str] = []
    while True:
        try:
            said.append(manager.recv(100).decode())
        except BlockingIOError:
            return said


def supervisor(address: str, microseconds: str = "") -> Supervisor:
    return Supervisor(settings.load({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": microseconds}))


async def run_for(supervisor: Supervisor, seconds: float) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, stop.set)
    await asyncio.wait_for(supervisor.run(stop), 5)


def named(manager: socket.socket) -> str:
    return "@" + manager.getsockname()[1:].decode()


async def test_it_is_told_ready_alive_and_stopping(manager: socket.socket):
    await run_for(supervisor(named(manager), "80000"), 0.1)
    said = heard(manager)
    assert (said[0], set(said[1:-1]), said[-1]) == ("READY=1", {"WATCHDOG=1"}, "STOPPING=1")


async def test_without_a_watchdog_no_sign_of_life_is_sent(manager: socket.socket):
    await run_for(supervisor(named(manager), "never"), 0.02)
    assert heard(manager) == ["READY=1", "STOPPING=1"]


@pytest.mark.parametrize("address", ["", "nobody/listens/here"])
async def test_where_nobody_listens_it_serves_all_the_same(address: str, tmp_path: Path):
    await run_for(supervisor(str(tmp_path / address) if address else ""), 0.02)

"""`heatwise serve` as a process: its sockets, its signals, its lock on the database, and how it ends."""

import asyncio
import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import uvloop

from bot import settings as config
from bot.app.serving import Serving
from bot.channels.telegram.setup import HOW_TO_GET_A_TOKEN
from bot.engine.library import Library
from bot.logs.libraries import hush_libraries
from bot.logs.writing import make_log, tell_faults
from bot.runner.faults import place_of
from bot.store.base import StoreError
from bot.store.lock import sole_service
from bot.understanding.typed import understanding_of
from bot.web.server import listen


def run_service(settings: config.Settings, library: Library, watch: bool, database: Path) -> None:
    """Run until Ctrl-C or SIGTERM. Raises SettingsError where something that it needs is missing."""
    setup = config.load_telegram(settings)
    if setup is None:
        raise config.SettingsError(HOW_TO_GET_A_TOKEN)
    log, smtp = make_log(), config.load_smtp(settings)
    hush_libraries(log)
    understanding_of(library)  # before anybody can write: all who write would wait while it is made
    with sole_service(database):
        hook = _listen(config.load_listen(settings), "HEATWISE_WEB_LISTEN") if setup.webhook else None
        ops = _listen(config.load_ops_listen(settings), "HEATWISE_OPS_LISTEN")
        serving = Serving(settings, setup, library, watch, database, log, hook, smtp, ops)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as loop:
            loop.run(_until_told(serving))


async def _until_told(serving: Serving) -> None:
    tell_faults(asyncio.get_running_loop(), serving.log)
    stop, edited = asyncio.Event(), asyncio.Event()
    try:
        with _signals(stop, edited):
            await serving.run(stop, edited)
    except (config.SettingsError, StoreError):
        raise
    except Exception as fault:
        serving.log("fault", error=type(fault).__name__, where=place_of(fault))
        raise


def _listen(place: tuple[str, int] | None, setting: str) -> socket.socket | None:
    if place is None:
        return None
    host, port = place
    try:
        return listen(host, port)
    except OSError as error:
        raise config.SettingsError(
            f"The web server cannot listen on {host}:{port}: {error.strerror}. Stop the program that does, or choose "
            f"another place with {setting}."
        ) from None


@contextmanager
def _signals(stop: asyncio.Event, edited: asyncio.Event) -> Generator[None]:
    """Ctrl-C and SIGTERM stop, SIGHUP takes edits; a second Ctrl-C does not wait."""
    loop = asyncio.get_running_loop()

    def end() -> None:
        stop.set()
        loop.remove_signal_handler(signal.SIGINT)

    loop.add_signal_handler(signal.SIGINT, end)
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGHUP, edited.set)
    try:
        yield
    finally:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.remove_signal_handler(each)

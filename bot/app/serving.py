"""`heatwise serve`: puts together what talks to patients on Telegram, and runs it until it is told to stop."""

import asyncio
import signal
import socket
from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvloop

from bot import settings as config
from bot.app.startup import Startup
from bot.authoring.project import Loaded
from bot.channels.errors import Disowned, SendError
from bot.channels.telegram.live import LiveTelegram
from bot.channels.telegram.profile import introduce
from bot.channels.telegram.setup import HOW_TO_GET_A_TOKEN, TelegramSetup
from bot.engine.library import Library
from bot.logs import hush_libraries, make_log, tell_faults
from bot.report import print_problems
from bot.runner.clock import system_clock
from bot.runner.delivery import Delivery
from bot.runner.inlet import Inlet
from bot.runner.intake import Intake
from bot.runner.log import Log
from bot.runner.mail import Mail
from bot.runner.pace import Limits
from bot.runner.polling import Poller
from bot.runner.postman import Postman
from bot.runner.reloading import Reloader
from bot.runner.service import Job, Service
from bot.runner.smtp import Smtp
from bot.runner.timers import run_timers
from bot.runner.waiting import unless_stopped, until_done
from bot.store.base import Store
from bot.store.sqlite import SqliteStore
from bot.web.server import listen, run_web
from bot.web.webhook import webhook

FIRST_LOOK = 5.0
"""Seconds that the start waits for Telegram to say who the bot is; without an answer it starts all the same."""


def run_service(settings: config.Settings, library: Library, watch: bool, database: Path) -> None:
    """Run until Ctrl-C or SIGTERM. Raises SettingsError where something that it needs is missing."""
    setup = config.load_telegram(settings)
    if setup is None:
        raise config.SettingsError(HOW_TO_GET_A_TOKEN)
    hush_libraries()
    on, smtp = _listen(settings) if setup.webhook else None, config.load_smtp(settings)
    serving = Serving(settings, setup, library, watch, database, make_log(), on, smtp)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as loop:
        loop.run(_until_told(serving))


async def _until_told(serving: "Serving") -> None:
    tell_faults(asyncio.get_running_loop(), serving.log)
    stop, edited = asyncio.Event(), asyncio.Event()
    with _signals(stop, edited):
        await serving.run(stop, edited)


def _listen(settings: config.Settings) -> socket.socket:
    host, port = config.load_listen(settings)
    try:
        return listen(host, port)
    except OSError as error:
        raise config.SettingsError(
            f"The web server cannot listen on {host}:{port}: {error.strerror}. Stop the program that does, or choose "
            "another place with HEATWISE_WEB_LISTEN."
        ) from None


@dataclass(frozen=True)
class Serving:
    """Everything that serves patients on Telegram; `on` is the socket of the web server, where there is one."""

    settings: config.Settings
    setup: TelegramSetup
    library: Library
    watch: bool
    database: Path
    log: Log
    on: socket.socket | None = None
    smtp: Smtp | None = None
    limits: Limits = Limits()  # noqa: RUF009 - it is frozen

    async def run(self, stop: asyncio.Event, edited: asyncio.Event) -> None:
        """Serve until told to stop; `edited` asks for the dialogs and texts to be read again."""
        async with (
            _opened(SqliteStore(self.database)) as store,
            LiveTelegram(self.setup, self.library.languages) as telegram,
        ):
            self._say(await _name(telegram))
            intake = Intake(self.library, store, {telegram.name: telegram}, config.load_key(self.settings))
            delivery = Delivery(store, telegram, self.limits, log=self.log)
            postmen = list(self._postmen(store, intake))
            woken = [each.wake for each in (delivery, *postmen)]
            inlet = Inlet(intake, woken, system_clock, self.log)
            reloader = Reloader(self.settings.project, intake, self.log, _show_mistakes, edited)
            sources = [*self._receiving(telegram, inlet), *self._around(telegram, intake, woken, reloader)]
            self.log("started")
            await Service(sources, [each.run for each in (inlet, delivery, *postmen)], self.log).run(stop)

    def _postmen(self, store: Store, intake: Intake) -> Iterator[Postman]:
        """One, where there is a mail server; without it requests wait in the store."""
        if self.smtp:
            yield Postman(store, lambda: intake.library, Mail(self.smtp), system_clock, self.log)

    def _say(self, bot: str) -> None:
        address = self.on.getsockname() if self.on else ("", 0)
        listening = f"{address[0]}:{address[1]}"
        mail = f"{self.smtp.host}:{self.smtp.port}" if self.smtp else ""
        said = Startup(self.library, self.database, self.setup, bot, listening, mail, self.watch)
        print("\n".join(said.lines()), flush=True)

    def _receiving(self, telegram: LiveTelegram, inlet: Inlet) -> Sequence[Job]:
        """How messages come in: fetched, or delivered to the web server."""
        hook = self.setup.webhook
        if hook is None or self.on is None:
            poller = Poller(telegram, inlet, self.log)

            async def fetch(stop: asyncio.Event) -> None:
                await until_done(stop, telegram.leave_webhook, self.log)
                await poller.run(stop)

            return [fetch]
        routes, on = [webhook(hook.path, hook.secret, telegram, inlet, self.log)], self.on
        return [
            lambda stop: run_web(routes, on, stop),
            lambda stop: until_done(stop, lambda: telegram.enter_webhook(hook), self.log),
        ]

    def _around(
        self, telegram: LiveTelegram, intake: Intake, woken: Sequence[Callable[[], None]], reloader: Reloader
    ) -> Sequence[Job]:
        """What goes on beside the conversations."""

        async def present(stop: asyncio.Event) -> None:
            await until_done(stop, telegram.reach, self.log)
            catalogs = [intake.library.catalogs[lang] for lang in intake.library.languages]
            await unless_stopped(stop, introduce(telegram.call, catalogs, telegram.title, self.log))

        async def timers(stop: asyncio.Event) -> None:
            await run_timers(intake, woken, system_clock, self.log, stop)

        return [timers, present, reloader.run, *([reloader.watch] if self.watch else [])]


@asynccontextmanager
async def _opened(store: Store) -> AsyncGenerator[Store]:
    await store.open()
    try:
        yield store
    finally:
        await store.close()


async def _name(telegram: LiveTelegram) -> str:
    """What the bot is called; "" where Telegram cannot be reached. Raises SettingsError for an unknown token."""
    try:
        return await asyncio.wait_for(telegram.who(), FIRST_LOOK)
    except Disowned:
        raise config.SettingsError(
            "Telegram does not know the token in HEATWISE_TELEGRAM_TOKEN. Ask @BotFather for it again (/mybots, then "
            "API Token), and copy it whole."
        ) from None
    except (SendError, TimeoutError):
        return ""


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


def _show_mistakes(loaded: Loaded) -> None:
    print_problems(loaded.problems)
    print("The last good dialogs and texts stay in force.", flush=True)

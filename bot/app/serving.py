"""Puts together what talks to patients on Telegram, and runs it until it is told to stop."""

import asyncio
import gc
import socket
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot import settings as config
from bot.app.startup import Startup
from bot.app.supervisor import Supervisor
from bot.channels.base import Channel
from bot.channels.console import Console
from bot.channels.errors import Disowned, SendError
from bot.channels.telegram.live import LiveTelegram
from bot.channels.telegram.profile import introduce
from bot.channels.telegram.setup import TelegramSetup
from bot.engine.library import Library
from bot.metrics import Metrics, StoreFigures
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
from bot.runner.readiness import Readiness
from bot.runner.reloading import Reloader
from bot.runner.service import Job, Service
from bot.runner.smtp import Smtp
from bot.runner.timers import run_timers
from bot.runner.waiting import unless_stopped, until_done
from bot.runner.watch import Watch
from bot.store.base import Store
from bot.store.cache import MEGABYTE, SessionCache
from bot.store.sqlite import SqliteStore
from bot.web.operations import operations
from bot.web.server import run_web
from bot.web.webhook import webhook

if TYPE_CHECKING:
    from bot.authoring.project import Loaded

FIRST_LOOK = 5.0
"""Seconds that the start waits for Telegram to say who the bot is; without an answer it starts all the same."""


@dataclass(frozen=True)
class Parts:
    """What is put together once, and what several jobs work on."""

    store: Store
    telegram: LiveTelegram
    watch: Watch
    intake: Intake
    delivery: Delivery
    postmen: Sequence[Postman]
    """One, where there is a mail server; without it requests wait in the store."""
    inlet: Inlet

    @property
    def woken(self) -> list[Callable[[], None]]:
        """Those who are told that there may be something to send."""
        return [each.wake for each in (self.delivery, *self.postmen)]


@dataclass(frozen=True)
class Serving:
    """Everything that serves patients on Telegram.

    `on` is the socket of the web server, `ops` the one for health and figures, where there are such.
    """

    settings: config.Settings
    setup: TelegramSetup
    library: Library
    watch: bool
    database: Path
    log: Log
    on: socket.socket | None = None
    smtp: Smtp | None = None
    ops: socket.socket | None = None
    limits: Limits = Limits()  # noqa: RUF009 - it is frozen

    async def run(self, stop: asyncio.Event, edited: asyncio.Event) -> None:
        """Serve until told to stop; `edited` asks for the dialogs and texts to be read again."""
        cache = SessionCache(config.load_number(self.settings, "HEATWISE_CACHE_MB", 0) * MEGABYTE)
        async with (
            _opened(SqliteStore(self.database, cache)) as store,
            LiveTelegram(self.setup, self.library.languages) as telegram,
        ):
            self._say(await _name(telegram))
            metrics = Metrics([telegram.name])
            parts = self._parts(store, telegram, Watch(self.log, metrics))
            metrics.watch(parts.inlet, cache)
            sinks = [each.run for each in (parts.inlet, parts.delivery, *parts.postmen)]
            looking = self._operations(parts, metrics, stop)
            self.log("started")
            gc.freeze()  # dialogs and texts stay: to look through them for garbage takes a tenth of a second each time
            await Service(list(self._sources(parts, edited)), [*sinks, *looking], self.log).run(stop)

    def _parts(self, store: Store, telegram: LiveTelegram, watch: Watch) -> Parts:
        # Timers of chats in the terminal fire here too: what they say waits for the next chat there.
        channels: Mapping[str, Channel] = {telegram.name: telegram, Console.name: Console()}
        intake = Intake(self.library, store, channels, config.load_key(self.settings), watch)
        delivery = Delivery(store, telegram, self.limits, watch=watch)
        mails = [Mail(self.smtp)] if self.smtp else []
        postmen = [Postman(store, lambda: intake.library, mail, system_clock, self.log) for mail in mails]
        room = config.load_number(self.settings, "HEATWISE_INBOX_ROOM", 1)
        inlet = Inlet(intake, [each.wake for each in (delivery, *postmen)], system_clock, watch, room)
        return Parts(store, telegram, watch, intake, delivery, postmen, inlet)

    def _say(self, bot: str) -> None:
        mail = f"{self.smtp.host}:{self.smtp.port}" if self.smtp else ""
        said = Startup(
            self.library, self.database, self.setup, bot, _place(self.on), mail, self.watch, health=_place(self.ops)
        )
        print("\n".join(said.lines()), flush=True)

    def _sources(self, parts: Parts, edited: asyncio.Event) -> Iterator[Job]:
        """What brings work in, and what goes on beside the conversations."""
        reloader = Reloader(self.settings.project, parts.intake, self.log, _show_mistakes, edited)

        async def timers(stop: asyncio.Event) -> None:
            await run_timers(parts.intake, parts.woken, system_clock, self.log, stop)

        yield from self._receiving(parts)
        yield timers
        yield self._presenting(parts)
        yield reloader.run
        if self.watch:
            yield reloader.watch
        yield Supervisor(self.settings).run

    def _receiving(self, parts: Parts) -> Iterator[Job]:
        """How messages come in: fetched, or delivered to the web server."""
        telegram, inlet, watch, hook = parts.telegram, parts.inlet, parts.watch, self.setup.webhook
        set_up = f"{telegram.name} is set up"
        if hook is None or self.on is None:
            poller = Poller(telegram, inlet, watch)

            async def fetch(stop: asyncio.Event) -> None:
                await until_done(stop, telegram.leave_webhook, watch, set_up)
                await poller.run(stop)

            yield fetch
        else:
            routes, on = [webhook(hook.path, hook.secret, telegram, inlet, self.log)], self.on
            yield lambda stop: run_web(routes, on, stop)
            yield lambda stop: until_done(stop, lambda: telegram.enter_webhook(hook), watch, set_up)

    def _presenting(self, parts: Parts) -> Job:
        """How the bot presents itself on Telegram."""
        telegram, library = parts.telegram, parts.intake.library

        async def present(stop: asyncio.Event) -> None:
            await until_done(stop, telegram.reach, parts.watch, f"{telegram.name} is reached")
            catalogs = [library.catalogs[lang] for lang in library.languages]
            await unless_stopped(stop, introduce(telegram.call, catalogs, telegram.title, self.log))

        return present

    def _operations(self, parts: Parts, metrics: Metrics, stop: asyncio.Event) -> Iterator[Job]:
        """Health and figures, until everything else has stopped."""
        if self.ops:
            on, store = self.ops, parts.store
            looks = Readiness(store, parts.inlet, parts.watch.health, system_clock, stop.is_set)
            routes = operations(looks.look, StoreFigures(metrics.registry, store, system_clock).expose)
            yield lambda end: run_web(routes, on, end)


def _place(on: socket.socket | None) -> str:
    address = on.getsockname() if on else ("", 0)
    return f"{address[0]}:{address[1]}" if on else ""


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


def _show_mistakes(loaded: "Loaded") -> None:
    print_problems(loaded.problems)
    print("The last good dialogs and texts stay in force.", flush=True)

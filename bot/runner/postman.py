"""Sends the clinic a letter for every request for a call, and tries again until its mail server has taken each."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from bot.engine.library import Library
from bot.runner.clock import Clock
from bot.runner.letters import clinics_catalog, letter
from bot.runner.log import Log
from bot.runner.mail import Mail, NotTaken
from bot.store.base import CallbackRow, Store, StoreError

FIRST, LONGEST = timedelta(minutes=1), timedelta(hours=1)
"""How long to wait after the first failure, which doubles, and at most."""

LOOK = timedelta(minutes=1)
"""How often to look for requests that another program took down, such as a chat in the terminal."""

GRACE = 5.0
"""Seconds for the letter under way, once the program has to stop; then it is sent again at the next start."""


class Postman:
    """Carries letters one after another. Without one (no mail server is set) requests wait in the store."""

    def __init__(self, store: Store, library: Callable[[], Library], mail: Mail, clock: Clock, log: Log) -> None:
        self._store = store
        self._library = library
        self._mail = mail
        self._clock = clock
        self._log = log
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """There may be a letter to send now."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Send letters as they fall due until `stop` is set; what waits from an earlier run is tried at once."""
        work, stopping = asyncio.create_task(self._work(stop)), asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({work, stopping}, return_when=asyncio.FIRST_COMPLETED)
            self.wake()
            await asyncio.wait({work}, timeout=GRACE)
        finally:
            stopping.cancel()
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work

    async def send_due(self, until: datetime | None = None) -> None:
        """Try every letter that is due at `until` (now) once; what keeps all of them back is found out only once."""
        trouble: NotTaken | None = None
        for row in await self._store.letters_due(until or self._clock()):
            if trouble is None or trouble.only_this:
                trouble = await self._try(row)
            await self._mark(row, trouble)

    async def _work(self, stop: asyncio.Event) -> None:
        until: datetime | None = self._clock() + LONGEST
        while not stop.is_set():
            seconds = await self._round(until)
            until = None
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._woken.wait()
            self._woken.clear()

    async def _round(self, until: datetime | None) -> float:
        """Send what is due; for how many seconds there is then nothing to do."""
        try:
            await self.send_due(until)
            due = await self._store.next_letter()
        except StoreError as error:
            self._log("letters_wait", why=type(error).__name__)
            due = None
        rest = LOOK if due is None else min(due - self._clock(), LOOK)
        return max(rest.total_seconds(), 0.0)

    async def _try(self, row: CallbackRow) -> NotTaken | None:
        library, now = self._library(), self._clock()
        try:
            catalog = clinics_catalog(library)
            await self._mail.send(letter(row, catalog, library.source.zone, self._mail.sender, now))
        except NotTaken as trouble:
            return trouble
        except Exception as fault:  # a fault of ours in this letter: the others go on, and staff see the request anyway
            return NotTaken(type(fault).__name__, for_good=True, only_this=True)
        return None

    async def _mark(self, row: CallbackRow, trouble: NotTaken | None) -> None:
        now = self._clock()
        if trouble is None:
            await self._store.mark_mailed(row.id, now)
            self._log("letter_sent", request=row.id)
        else:
            await self._store.mark_mail_failed(row.id, now + wait_after(row.mail_tries, trouble.for_good))
            self._log("letter_waits", request=row.id, why=str(trouble), tries=row.mail_tries + 1)


def wait_after(failures: int, for_good: bool) -> timedelta:
    """How long to wait after one more failure."""
    doublings = min(failures, 10)  # more would only make the number large
    return LONGEST if for_good else min(FIRST * 2**doublings, LONGEST)

"""Runs everything that serves patients, and stops it in the order in which nothing is lost."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from bot.runner.log import Log

Job = Callable[[asyncio.Event], Awaitable[None]]
"""Works until its work is done or the event is set; then it finishes what is under way, and returns."""

GRACE = 9.0
"""Seconds that all jobs together have to finish; service managers kill after ten."""


class Service:
    """Sources bring work in, sinks carry it out: when it is time to stop, sources stop first."""

    def __init__(self, sources: Sequence[Job], sinks: Sequence[Job], log: Log) -> None:
        self._sources = sources
        self._sinks = sinks
        self._log = log

    async def run(self, stop: asyncio.Event) -> None:
        """Run until told to stop, or until a job fails; a failure is raised again once the others have stopped."""
        end_of_sinks = asyncio.Event()
        sinks = [asyncio.ensure_future(job(end_of_sinks)) for job in self._sinks]
        sources = [asyncio.ensure_future(job(stop)) for job in self._sources]
        for job in (*sources, *sinks):
            job.add_done_callback(lambda done: stop.set() if done.cancelled() or done.exception() else None)
        await stop.wait()
        self._log("stopping")
        deadline = asyncio.get_running_loop().time() + GRACE
        await _finish(sources, deadline)
        end_of_sinks.set()
        await _finish(sinks, deadline)
        for job in (*sources, *sinks):
            if not job.cancelled() and (error := job.exception()):
                raise error
        self._log("stopped")


async def _finish(jobs: Sequence[asyncio.Future[None]], deadline: float) -> None:
    """Wait for them; what does not finish in time is cut off, and goes on after the next start."""
    if not jobs:
        return
    left = deadline - asyncio.get_running_loop().time()
    _, late = await asyncio.wait(jobs, timeout=max(left, 0))
    for job in late:
        job.cancel()
    if late:
        await asyncio.wait(late)

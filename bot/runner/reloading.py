"""Takes edited dialogs and texts into a running service: checked first, and the last good ones stay if they fail."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.runner.intake import Intake
from bot.runner.log import Log

if TYPE_CHECKING:
    from bot.authoring.project import Loaded


class Reloader:
    """Loads the project again when `wanted` is set; `refused` is told of the mistakes that kept it from being taken."""

    def __init__(
        self, project: Path, intake: Intake, log: Log, refused: "Callable[[Loaded], None]", wanted: asyncio.Event
    ) -> None:
        self._project = project
        self._intake = intake
        self._log = log
        self._refused = refused
        self._wanted = wanted

    async def run(self, stop: asyncio.Event) -> None:
        """Load again whenever asked, until told to stop."""
        stopping = asyncio.create_task(stop.wait())
        while not stop.is_set():
            wanted = asyncio.create_task(self._wanted.wait())
            await asyncio.wait((wanted, stopping), return_when=asyncio.FIRST_COMPLETED)
            if wanted.done():
                self._wanted.clear()
                await self.reload()
            wanted.cancel()

    async def reload(self) -> None:
        """Load the project; it comes into force between two batches, and people in mid-check stay safe."""
        loaded = await asyncio.to_thread(_load, self._project)
        if loaded.library is None:
            self._refused(loaded)
            self._log("dialogs_refused", mistakes=len(loaded.problems))
        elif loaded.library.version != self._intake.library.version:
            self._intake.library = loaded.library
            self._log("dialogs_taken", version=loaded.library.version)

    async def watch(self, stop: asyncio.Event) -> None:
        """Ask for it whenever a file of the project is saved."""
        from watchfiles import awatch  # noqa: PLC0415  # pyright: ignore[reportUnknownVariableType]

        folders = [self._project / part for part in ("dialogs", "content")]
        async for _ in awatch(*folders, stop_event=stop):
            self._wanted.set()


def _load(project: Path) -> "Loaded":
    """The project as it is on the disk, with what its words mean made as well: the next message waits for neither."""
    # Imported with the first edit: what reads and checks a project takes half a second, and a start needs none of it.
    from bot.authoring.project import load  # noqa: PLC0415
    from bot.understanding.typed import understanding_of  # noqa: PLC0415

    loaded = load(project)
    if loaded.library:
        understanding_of(loaded.library)
    return loaded

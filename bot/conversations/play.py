"""Plays a script and says where it failed; a conversation that fails never raises."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import lru_cache

from msgspec.structs import replace

from bot.conversations import bots, expect, old_buttons
from bot.conversations.acts import act
from bot.conversations.chat import looks
from bot.conversations.failure import Failure
from bot.conversations.mismatch import Mismatch
from bot.conversations.modes import Mode
from bot.conversations.phones import Phone, TerminalPhone
from bot.conversations.stage import START, UNWATCHED, Stage, Watch
from bot.conversations.steps import Bot, Run, Script, Step, Turn, Wait, turns
from bot.engine.library import Library

MakePhone = Callable[[], Phone]


def play(
    script: Script, run: Run, library: Library, mode: Mode = Mode.PLAIN, phone: MakePhone = TerminalPhone,
    watch: Watch = UNWATCHED,
) -> Failure | None:  # fmt: skip
    """Play one run from its beginning; where it failed."""
    return asyncio.run(
        Player(script, run, Stage(as_live(library, script.review), script.lang, phone(), mode, watch)).play()
    )


@lru_cache(maxsize=16)
def as_live(library: Library, review: timedelta | None) -> Library:
    """The project as if its content were live, with a review that ends so long after the beginning; None: as it is."""
    if review is None:
        return library
    ends = (START + review).astimezone(library.source.zone).date()
    return Library(replace(library.source, demo=False, reviewed_until=ends))


class Player:
    """Plays one run of a script on a stage."""

    def __init__(self, script: Script, run: Run, stage: Stage) -> None:
        self.script = script
        self.run = run
        self.stage = stage
        self.steps: tuple[Step, ...] = run.steps
        """What is being done, for the place of a failure."""

    async def play(self) -> Failure | None:
        """Play it to its end, or to where it fails."""
        try:
            for turn in turns(self.run.steps):
                await self._turn(turn)
        except Mismatch as error:
            return self._failure(error)
        return None

    async def _turn(self, turn: Turn) -> None:
        self.steps = (turn.act,)
        await self.do(turn.act)
        if turn.bots:
            self.steps = bots.blamed(self.stage, turn.bots)
            self.hear(turn.bots)
        for step in turn.expects:
            self.steps = (step,)
            await expect.check(self.stage, step.wanted)
        # Not after a wait: whoever comes back writes first, and a day later that message is another one.
        if self.stage.mode is Mode.OLD_BUTTONS and not isinstance(turn.act, Wait):
            self.steps = (turn.act,)
            await old_buttons.press_all(self.stage)

    async def do(self, step: Step) -> None:
        """What the person does. Raises Mismatch."""
        await act(self.stage, step)

    def hear(self, said: Sequence[Bot]) -> None:
        """What the bot must have said. Raises Mismatch."""
        bots.check(self.stage, said)

    def _failure(self, error: Mismatch) -> Failure:
        chat = looks(self.stage.chat) if self.stage.chat else "  (nothing was said yet)"
        return Failure(
            conversation=self.script.name,
            file=self.script.file,
            where=self.steps[0].where,
            upto=self.steps[-1].where.line,
            differences=error.differences,
            mend=error.mend,
            chat=chat,
            row=self.run.row,
            mode=self.stage.mode,
        )

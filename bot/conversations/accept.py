"""`heatwise test --accept`: plays on where only words have changed, and keeps what would have to be written."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from bot.conversations.acts import act
from bot.conversations.bots import check
from bot.conversations.edits import Edit, NoPlace, edit_of
from bot.conversations.failure import Failure
from bot.conversations.mismatch import Mismatch
from bot.conversations.phones import TerminalPhone
from bot.conversations.play import Player, as_live
from bot.conversations.rewording import Change, reworded_act, reworded_bots
from bot.conversations.stage import Stage
from bot.conversations.steps import Bot, Run, Script, Step
from bot.conversations.suite import Result, read_file
from bot.engine.library import Library


@dataclass(slots=True)
class Review:
    """What came of playing files in this way."""

    edits: dict[tuple[str, int], Edit] = field(default_factory=dict[tuple[str, int], Edit])
    """By file and place: conversations share what they include."""
    files: list[Path] = field(default_factory=list[Path])
    """The conversations that pass with these edits."""
    failed: list[Result] = field(default_factory=list[Result])
    by_hand: list[str] = field(default_factory=list[str])
    passed: int = 0


def review(files: Iterable[Path], library: Library) -> Review:
    """Play each file; one that fails for anything but words gives no edits at all."""
    found = Review()
    for path in files:
        script = read_file(path, library)
        if isinstance(script, Result):
            found.failed.append(script)
        else:
            _review(path, script, library, found)
    return found


def _review(path: Path, script: Script, library: Library, found: Review) -> None:
    began = perf_counter()
    players = [
        _Accepting(script, run, Stage(as_live(library, script.review), script.lang, TerminalPhone()))
        for run in script.runs
    ]
    failures = [(player.run, failure) for player in players if (failure := asyncio.run(player.play()))]
    changes = [(row, change) for row, player in enumerate(players) for change in player.changes]
    if failures:
        found.failed += [_result(script, run, failure, began) for run, failure in failures]
    elif changes:
        _keep(path, changes, found)
    else:
        found.passed += 1


def _result(script: Script, run: Run, failure: Failure, began: float) -> Result:
    return Result(script.file, script.name, perf_counter() - began, run.row, failure)


def _keep(path: Path, changes: Sequence[tuple[int, Change]], found: Review) -> None:
    try:
        edits = [edit_of(change, row) for row, change in changes]
    except NoPlace as error:
        found.by_hand.append(str(error))
        return
    for edit in edits:
        other = found.edits.setdefault((edit.file, edit.start), edit)
        if other.written != edit.written:
            found.by_hand.append(
                f"{edit.file}:{edit.line}: these words are two things now: write the steps out by hand"
            )
    found.files.append(path)


class _Accepting(Player):
    """Goes on with the new words, and notes them."""

    def __init__(self, script: Script, run: Run, stage: Stage) -> None:
        super().__init__(script, run, stage)
        self.changes: list[Change] = []

    async def do(self, step: Step) -> None:
        try:
            await act(self.stage, step)
        except Mismatch:
            reworded = reworded_act(self.stage, step)
            if reworded is None:
                raise
            await act(self.stage, reworded[0])
            self.changes += reworded[1]

    def hear(self, said: Sequence[Bot]) -> None:
        try:
            check(self.stage, said)
        except Mismatch as error:
            told, changes = reworded_bots(self.stage, said)
            if not changes or not _holds(self.stage, told):
                raise error from None
            self.changes += changes


def _holds(stage: Stage, told: Sequence[Bot]) -> bool:
    try:
        check(stage, told)
    except Mismatch:
        return False
    return True

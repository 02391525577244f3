"""Collects every conversation in this folder as tests on each channel: one, or one a row of its table."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.authoring.project import load
from bot.conversations.modes import On
from bot.conversations.phones import TerminalPhone
from bot.conversations.play import MakePhone, play
from bot.conversations.steps import Run, Script
from bot.conversations.suite import Result, is_private, read_file
from bot.conversations.telegram_phone import TelegramPhone
from bot.engine.library import Library

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent

PHONES: dict[On, MakePhone] = {On.TERMINAL: TerminalPhone, On.TELEGRAM: TelegramPhone}
"""What a difference between them is: a failure."""


@cache
def library() -> Library:
    loaded = load(PROJECT)
    assert loaded.library, "\n".join(map(str, loaded.problems))
    return loaded.library


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    inside = file_path.relative_to(HERE)
    if file_path.suffix != ".yaml" or is_private(inside):
        return None
    return ConversationFile.from_parent(parent, path=file_path)


class ConversationFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        name = str(self.path.relative_to(HERE).with_suffix(""))
        script = read_file(self.path, library())
        for run in script.runs if isinstance(script, Script) else [None]:
            row = f" {run.row}" if run and run.row else ""
            for on, phone in PHONES.items():
                yield Conversation.from_parent(self, name=f"{name}{row} on {on}", script=script, run=run, phone=phone)


class Failed(Exception):
    """A conversation did not pass; its report says why."""


class Conversation(pytest.Item):
    """One row of a script; without a run, the script is the result that says why it cannot be read."""

    def __init__(self, *, script: Script | Result, run: Run | None, phone: MakePhone, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.script = script
        self.row = run
        self.phone = phone

    def runtest(self) -> None:
        if isinstance(self.script, Result) or self.row is None:
            raise Failed(str(self.script))
        failure = play(self.script, self.row, library(), phone=self.phone)
        if failure:
            raise Failed(str(failure))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The report alone: a traceback says nothing about a conversation."""
        return str(excinfo.value) if isinstance(excinfo.value, Failed) else str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name
